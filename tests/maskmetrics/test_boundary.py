"""The boundary, its F1 and its band, by hand, by brute force and by scikit-image."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from skimage.segmentation import find_boundaries

from maskmetrics import Mask, MaskError, boundary, boundary_f1, trimap

MASKS = arrays(bool, (7, 8))


def square(top: int, left: int, side: int = 6) -> Mask:
    pixels = np.zeros((20, 20), bool)
    pixels[top : top + side, left : left + side] = True
    return pixels


def close_share(of: Mask, to: Mask, tolerance: float) -> float:
    pairs = [min(np.hypot(*(a - b)) for b in np.argwhere(to)) <= tolerance for a in np.argwhere(of)]
    return float(np.mean(pairs))


def test_a_square_of_six_has_twenty_boundary_pixels() -> None:
    assert np.count_nonzero(boundary(square(4, 4))) == 20


def test_the_border_of_the_image_is_no_boundary() -> None:
    assert not boundary(np.ones((4, 5), bool)).any()
    assert np.count_nonzero(boundary(square(0, 0))) == 11


@given(MASKS)
def test_it_is_the_inner_boundary_of_scikit_image(pixels: Mask) -> None:
    inner = find_boundaries(pixels, connectivity=1, mode="inner")  # type: ignore[no-untyped-call]
    assert np.array_equal(boundary(pixels), inner & pixels)


def test_a_shift_within_the_tolerance_costs_nothing_and_beyond_it_much() -> None:
    assert boundary_f1(square(4, 4), square(4, 6), tolerance_px=2) == 1
    # Four of the six pixels of the top row lie on the old top row, and four of the bottom row.
    assert boundary_f1(square(4, 4), square(4, 6), tolerance_px=0) == pytest.approx(8 / 20)


@given(MASKS, MASKS, st.sampled_from([0, 1, 1.5, 2, 3]))
def test_boundary_f1_is_what_all_pairs_of_pixels_give(truth: Mask, guess: Mask, tolerance: float) -> None:
    first, second = boundary(truth), boundary(guess)
    score = boundary_f1(truth, guess, tolerance)
    if first.any() and second.any():
        precision, recall = close_share(second, first, tolerance), close_share(first, second, tolerance)
        assert score == pytest.approx(2 * precision * recall / ((precision + recall) or 1))
    else:
        assert score == (first.any() == second.any())
    assert score == boundary_f1(guess, truth, tolerance)


@given(MASKS)
def test_equal_masks_score_one(pixels: Mask) -> None:
    assert boundary_f1(pixels, pixels, 0) == 1


def test_a_trimap_is_a_band_on_both_sides_of_the_boundary() -> None:
    assert np.array_equal(trimap(square(4, 4), 0), boundary(square(4, 4)))
    assert np.count_nonzero(trimap(square(4, 4), 1)) == 20 + 24 + 12
    assert not trimap(np.ones((3, 3), bool), 5).any()


def test_negative_distances_are_refused() -> None:
    with pytest.raises(MaskError, match="tolerance"):
        boundary_f1(square(4, 4), square(4, 4), -1)
    with pytest.raises(MaskError, match="width"):
        trimap(square(4, 4), -1)
