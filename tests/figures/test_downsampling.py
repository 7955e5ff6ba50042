"""The ladder of strides: what the figure measures, and what its words claim."""

import downsampling
import numpy as np
import pytest
from photographs import coffee
from scipy import ndimage

from maskmetrics import Mask, iou, spread


def test_the_strides_are_those_of_none_to_five_poolings() -> None:
    assert downsampling.STRIDES == [1, 2, 4, 8, 16, 32]


def test_every_stride_divides_the_map_so_that_no_cell_is_cut() -> None:
    assert downsampling.LABELS.shape == (384, 576)
    for step in downsampling.LADDER:
        rows, columns = step.cells["cup"].shape
        assert (rows * step.stride, columns * step.stride) == downsampling.LABELS.shape


@pytest.mark.parametrize("name", coffee.LABELS)
def test_no_majority_of_pixels_beats_the_best_cells(name: str) -> None:
    mask: Mask = np.equal(downsampling.LABELS, coffee.LABELS[name])
    for step in downsampling.LADDER:
        rows, columns = step.cells[name].shape
        shares = mask.reshape(rows, step.stride, columns, step.stride).mean(axis=(1, 3))
        majority = spread(shares > 0.5, step.stride, mask.shape)
        best = spread(step.cells[name], step.stride, mask.shape)
        assert iou(mask, best) == pytest.approx(step.iou[name])
        assert iou(mask, majority) <= step.iou[name] + 1e-12


def test_overlap_fades_while_the_boundary_collapses() -> None:
    assert np.all(np.diff(downsampling.MEAN_IOU) < 0)
    assert np.all(np.diff(downsampling.MEAN_F1[2:]) < 0)
    kept = {step.stride: place for place, step in enumerate(downsampling.LADDER)}
    assert downsampling.MEAN_IOU[kept[8]] > 0.9 > 0.7 > downsampling.MEAN_F1[kept[8]]
    assert downsampling.MEAN_IOU[kept[32]] > 0.75 > 0.25 > downsampling.MEAN_F1[kept[32]]


def test_the_handle_of_the_spoon_breaks_before_anything_else_does() -> None:
    pieces = {
        name: [ndimage.label(step.cells[name], structure=np.ones((3, 3)))[1] for step in downsampling.LADDER]
        for name in coffee.LABELS
    }
    assert [place for place, count in enumerate(pieces["spoon"]) if count > 1] == [2, 3, 4, 5]
    assert pieces["cup"] == [1] * 6


def test_the_words_carry_the_measured_numbers() -> None:
    for value in (downsampling.MEAN_IOU[3], downsampling.MEAN_F1[3], downsampling.MEAN_F1[5]):
        assert f"{value:.2f}" in downsampling.CAPTION
        assert f"{value:.2f}" in downsampling.ALT()
