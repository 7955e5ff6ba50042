"""The best one label a cell, against every choice and against an independent run on a silhouette."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from numpy.typing import NDArray
from scipy import ndimage
from skimage import data

from maskmetrics import (
    Mask,
    MaskError,
    best_cells,
    boundary_f1,
    cell_shares,
    enlarged,
    iou,
    soft_label_map,
    spread,
)

MASKS = arrays(bool, array_shapes(min_dims=2, max_dims=2, min_side=1, max_side=8))

# Stride: best IoU, IoU of the majority label, boundary F1 (2 px) of the majority label.
# Computed by other code, on the horse that scikit-image ships.
HORSE = {
    1: (1.0, 1.0, 1.0),
    2: (0.9771, 0.9771, 0.9944),
    4: (0.9504, 0.9504, 0.9839),
    8: (0.9070, 0.9070, 0.6671),
    16: (0.8391, 0.8387, 0.3409),
    32: (0.7123, 0.7072, 0.1105),
    64: (0.5956, 0.5609, 0.0600),
    128: (0.4123, 0.3392, 0.0507),
}


@pytest.fixture(scope="module")
def horse() -> Mask:
    silhouette: Mask = ~data.horse().astype(bool)  # type: ignore[no-untyped-call]
    return silhouette


@pytest.mark.parametrize("stride", HORSE)
def test_the_horse_keeps_what_an_independent_run_says(horse: Mask, stride: int) -> None:
    majority = spread(cell_shares(horse, stride) >= 0.5, stride, (328, 400))
    measured = best_cells(horse, stride).iou, iou(horse, majority), boundary_f1(horse, majority, 2)
    assert measured == pytest.approx(HORSE[stride], abs=5e-5)


@given(MASKS, st.integers(3, 5))
def test_no_other_choice_of_cells_is_better(pixels: Mask, stride: int) -> None:
    best = best_cells(pixels, stride)
    choices = (np.reshape(c, best.cells.shape) for c in product([False, True], repeat=best.cells.size))
    assert best.iou == pytest.approx(max(iou(pixels, spread(c, stride, pixels.shape)) for c in choices))


@given(MASKS, st.integers(1, 9))
def test_the_filled_cells_reach_the_stated_iou_and_exceed_the_stated_share(pixels: Mask, stride: int) -> None:
    best = best_cells(pixels, stride)
    assert iou(pixels, spread(best.cells, stride, pixels.shape)) == pytest.approx(best.iou)
    assert best.threshold == pytest.approx(best.iou / (1 + best.iou))
    shares = cell_shares(pixels, stride)
    assert (shares[best.cells] > best.threshold - 1e-12).all()
    assert (shares[~best.cells] <= best.threshold + 1e-12).all()


@given(MASKS)
def test_at_stride_one_nothing_is_lost(pixels: Mask) -> None:
    best = best_cells(pixels, 1)
    assert best.iou == 1
    assert np.array_equal(best.cells, pixels)


def test_a_cell_that_hangs_over_the_border_counts_only_its_pixels() -> None:
    assert cell_shares(np.ones((3, 5), bool), 2).tolist() == [[1, 1, 1], [1, 1, 1]]
    assert cell_shares(np.array([[True, False, True]]), 2).tolist() == [[0.5, 1]]


def test_a_stride_below_one_is_refused() -> None:
    with pytest.raises(MaskError, match="stride"):
        best_cells(np.ones((2, 2), bool), 0)


@given(arrays(float, (3, 4), elements=st.floats(-5, 5)), st.integers(1, 9))
def test_enlarging_is_bilinear_between_the_middles_of_cells_and_flat_beyond(
    values: NDArray[np.float64], stride: int
) -> None:
    at = [(np.arange(length * stride) + 0.5) / stride - 0.5 for length in values.shape]
    expected = ndimage.map_coordinates(values, np.meshgrid(*at, indexing="ij"), order=1, mode="nearest")
    assert enlarged(values, stride, (3 * stride, 4 * stride)) == pytest.approx(expected)


def test_a_cell_that_hangs_over_is_enlarged_as_if_it_were_whole() -> None:
    whole = enlarged([[0, 1], [2, 3]], 4, (8, 8))
    assert enlarged([[0, 1], [2, 3]], 4, (7, 5)).tolist() == whole[:7, :5].tolist()


def test_shares_place_a_straight_border_inside_a_cell_where_one_label_cannot() -> None:
    truth = np.zeros((16, 16), int)
    truth[:, 11:] = 1
    assert soft_label_map(truth, 2, 8)[0].tolist() == [0] * 10 + [1] * 6
    assert spread(cell_shares(truth == 1, 8) > 0.5, 8, (16, 16))[0].tolist() == [False] * 8 + [True] * 8


@given(MASKS)
def test_at_stride_one_shares_keep_every_label(pixels: Mask) -> None:
    assert np.array_equal(soft_label_map(pixels.astype(int), 2, 1), pixels)


def test_the_horse_keeps_more_of_its_outline_by_shares_than_by_labels(horse: Mask) -> None:
    soft = {stride: soft_label_map(horse.astype(int), 2, stride) == 1 for stride in (8, 16, 32)}
    for stride, kept in soft.items():
        assert boundary_f1(horse, kept, 2) > HORSE[stride][2]
        assert iou(horse, kept) > HORSE[stride][0]


@pytest.mark.parametrize("stride", [0, -1])
def test_enlarging_refuses_a_stride_below_one(stride: int) -> None:
    with pytest.raises(MaskError, match="stride"):
        enlarged([[1.0]], stride, (2, 2))
