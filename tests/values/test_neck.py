"""What is said of the neck of the spoon, counted again from the label map."""

import numpy as np
import pytest
from photographs import coffee
from scipy import ndimage
from skimage.measure import block_reduce
from through_grids import LABELS, NECK

from values import downsampling

SPOON = np.equal(LABELS, coffee.LABELS["spoon"])
CELL = 8


def enlarged_share() -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """The spoon's share in each cell, bilinear between the middles of the cells."""
    shares = block_reduce(SPOON.astype(float), CELL, np.mean)  # type: ignore[no-untyped-call]
    middles = (np.mgrid[: LABELS.shape[0], : LABELS.shape[1]] + 0.5) / CELL - 0.5
    return np.asarray(ndimage.map_coordinates(shares, middles, order=1, mode="nearest"))


def test_with_two_classes_next_to_nothing_of_the_neck_is_left_and_a_quarter_brings_most_of_it_back() -> None:
    share = enlarged_share()[NECK]
    assert downsampling.neck_two_classes == pytest.approx((share > 1 / 2).mean())
    assert downsampling.neck_at_quarter == pytest.approx((share > 1 / 4).mean())
    assert downsampling.neck_two_classes < 0.01 < 0.5 < downsampling.neck_at_quarter
    assert (share > 1 / 2).sum() == 1  # "a single pixel"


def test_erasing_the_neck_costs_as_many_pixels_as_it_has() -> None:
    erased = SPOON & ~NECK
    assert (NECK & ~SPOON).sum() == 0
    assert downsampling.neck_gone_iou == pytest.approx(erased.sum() / SPOON.sum())
    assert downsampling.neck_gone_accuracy == pytest.approx(NECK.sum() / NECK.size)


def test_the_lower_threshold_helps_on_the_neck_and_harms_beside_it() -> None:
    everywhere, on_neck = downsampling.spoon_f1_at_quarter, downsampling.spoon_f1_quarter_on_neck
    assert everywhere < downsampling.spoon_f1_at_half < on_neck
