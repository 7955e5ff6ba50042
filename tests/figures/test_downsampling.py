"""The label map through grids: what labels and shares keep, measured again by loops and other libraries."""

from pathlib import Path

import downsampling
import numpy as np
import pytest
import through_grids
import usual_downsampling
import yaml
from numpy.typing import NDArray
from photographs import coffee
from scipy import ndimage
from skimage import transform
from through_grids import (
    BY_ENLARGED_VOTE,
    BY_LABEL,
    BY_SHARES,
    BY_VOTE,
    CLASSES,
    LABELS,
    NAMES,
    NECK,
    STRIDES,
    TOLERANCES_PX,
    TRUTH,
)

from maskmetrics import Mask, iou, soft_label_map, spread

COARSE = STRIDES[2:]


def blocks(mask: Mask, stride: int) -> NDArray[np.float64]:
    """The share of true pixels in each block of a mask, by reshaping."""
    rows, columns = (length // stride for length in mask.shape)
    shares: NDArray[np.float64] = mask.reshape(rows, stride, columns, stride).mean(axis=(1, 3))
    return shares


def test_the_strides_are_those_of_none_to_five_poolings() -> None:
    assert STRIDES == [1, 2, 4, 8, 16, 32]


def test_every_stride_divides_the_map_and_the_enlarged_piece() -> None:
    assert LABELS.shape == (384, 576)
    left, top, width, height = downsampling.CROP
    assert all(side % stride == 0 for side in (*LABELS.shape, left, top, width, height) for stride in STRIDES)


@pytest.mark.parametrize("name", NAMES)
def test_no_majority_of_pixels_beats_the_best_cells(name: str) -> None:
    mask = TRUTH[name]
    for stride in STRIDES:
        majority = spread(blocks(mask, stride) > 0.5, stride, mask.shape)
        assert iou(mask, majority) <= BY_LABEL[stride].iou[name] + 1e-12


@pytest.mark.parametrize("stride", COARSE)
def test_shares_are_those_that_scikit_image_enlarges(stride: int) -> None:
    shares = [
        transform.resize(  # type: ignore[no-untyped-call]
            blocks(np.equal(LABELS, label), stride), LABELS.shape, order=1, mode="edge", anti_aliasing=False
        )
        for label in range(CLASSES)
    ]
    drawn = np.argmax(shares, axis=0)
    for name, label in coffee.LABELS.items():
        assert np.mean((drawn == label) != BY_SHARES[stride].masks[name]) < 1e-4


def test_labels_lose_the_boundary_that_shares_keep_on_the_same_grid() -> None:
    for stride in COARSE:
        for tolerance in TOLERANCES_PX:
            assert BY_LABEL[stride].mean_f1(tolerance) < BY_SHARES[stride].mean_f1(tolerance)
        assert BY_LABEL[stride].mean_iou < BY_SHARES[stride].mean_iou
    assert BY_LABEL[8].mean_f1(2) < 0.65 < 0.9 < BY_SHARES[8].mean_f1(2)
    assert BY_LABEL[32].mean_f1(2) < 0.2 < 0.45 < BY_SHARES[32].mean_f1(2)


def test_neither_the_choice_of_cells_nor_the_painting_is_to_blame() -> None:
    for ladder in (BY_VOTE, BY_ENLARGED_VOTE):
        for stride in (8, 16, 32):
            lost = BY_SHARES[stride].mean_f1(2) - BY_LABEL[stride].mean_f1(2)
            assert abs(ladder[stride].mean_f1(2) - BY_LABEL[stride].mean_f1(2)) < lost / 4


def test_the_neck_is_thin_and_lost_both_ways() -> None:
    pieces = ndimage.label(TRUTH["spoon"] & ~NECK)[0]
    assert (
        sorted(np.bincount(pieces.ravel())[1:])[-2] > 500
    )  # Without its neck, the spoon has two large parts.
    for ladder in (BY_LABEL, BY_SHARES):
        assert ladder[4].neck > 0.7 > 0.1 > ladder[8].neck
        assert ladder[16].neck == ladder[32].neck == 0
    assert BY_VOTE[8].neck < 0.2


def test_at_stride_8_the_spoon_has_the_majority_in_no_cell_of_its_neck() -> None:
    assert blocks(TRUTH["spoon"], 8)[blocks(NECK, 8) > 0].max() < 0.5


def test_the_cliff_follows_the_tolerance() -> None:
    finest, middle, coarsest = (BY_LABEL[8 * k].mean_f1(k) for k in TOLERANCES_PX)
    assert max(finest, middle, coarsest) - min(finest, middle, coarsest) < 0.08
    assert BY_LABEL[8].mean_f1(1) < 0.4 < 0.55 < BY_LABEL[8].mean_f1(2) < 0.65 < 0.85 < BY_LABEL[8].mean_f1(4)


def test_cells_claimed_twice_and_by_nobody_are_counted_cell_by_cell() -> None:
    twice = nobody = 0
    for top in range(0, LABELS.shape[0], 8):
        for left in range(0, LABELS.shape[1], 8):
            cell = slice(top, top + 8), slice(left, left + 8)
            filled = sum(bool(BY_LABEL[8].masks[name][cell].all()) for name in NAMES)
            background = int(np.sum(LABELS[cell] == coffee.BACKGROUND))
            twice += filled > 1
            nobody += filled == 0 and background < 32
    assert (twice, nobody) == through_grids.claims(8)


def test_the_words_carry_the_measured_numbers() -> None:
    for value in (BY_LABEL[8].mean_f1(2), BY_SHARES[8].mean_f1(2)):
        assert f"{value:.2f}" in downsampling.CAPTION
        assert f"{value:.2f}" in downsampling.ALT()
    assert f"{BY_VOTE[32].mean_iou:.2f}" in usual_downsampling.CAPTION
    assert f"{BY_VOTE[32].mean_iou:.2f}" in usual_downsampling.ALT()


def test_shares_keep_more_of_the_small_cup_of_the_question_and_nothing_of_its_spoon() -> None:
    text = Path("quizzes/downsampling.yml").read_text("utf-8")
    (item,) = (each for each in yaml.safe_load(text)["questions"] if each["id"] == "the-cup-after-the-vote")
    labels = np.array([["27af".index(shade) for shade in row] for row in item["pixels"].split()])
    painted = np.array([[shade == "#" for shade in row] for row in item["mask"].split()])
    spoon, cup = 2, 3
    kept = soft_label_map(labels, 4, 4)
    assert iou(labels == cup, kept == cup) > iou(labels == cup, painted) + 0.1
    assert not (kept == spoon).any()
    assert (blocks(labels == spoon, 4) * 16).max() == 4
