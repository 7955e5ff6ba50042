"""Overlap, by hand, by scikit-learn and by its own laws."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from sklearn.metrics import f1_score, jaccard_score

from maskmetrics import Mask, MaskError, dice, iou

PAIRS = array_shapes(min_dims=2, max_dims=2, min_side=1, max_side=9).flatmap(
    lambda shape: st.tuples(arrays(bool, shape), arrays(bool, shape))
)


def mask(*rows: str) -> Mask:
    return np.array([[pixel == "#" for pixel in row] for row in rows])


def test_two_of_six_pixels_in_common_are_a_third() -> None:
    assert iou(mask("####", "...."), mask("..##", "..##")) == pytest.approx(2 / 6)
    assert dice(mask("####", "...."), mask("..##", "..##")) == pytest.approx(4 / 8)


def test_two_empty_masks_are_equal_and_one_empty_mask_shares_nothing() -> None:
    assert iou(mask(".."), mask("..")) == dice(mask(".."), mask("..")) == 1
    assert iou(mask("#."), mask("..")) == dice(mask("#."), mask("..")) == 0


@given(PAIRS)
def test_it_agrees_with_scikit_learn(pair: tuple[Mask, Mask]) -> None:
    truth, guess = (given.ravel() for given in pair)
    assert iou(*pair) == pytest.approx(jaccard_score(truth, guess, zero_division=1.0))
    assert dice(*pair) == pytest.approx(f1_score(truth, guess, zero_division=1.0))


@given(PAIRS)
def test_it_is_symmetric_and_dice_is_2j_over_1_plus_j(pair: tuple[Mask, Mask]) -> None:
    truth, guess = pair
    assert iou(truth, guess) == iou(guess, truth)
    assert dice(truth, guess) == pytest.approx(2 * iou(truth, guess) / (1 + iou(truth, guess)))
    assert iou(truth, truth) == dice(guess, guess) == 1


def test_masks_of_two_shapes_are_refused() -> None:
    with pytest.raises(MaskError, match="shapes differ"):
        iou(mask("#"), mask("##"))


def test_a_label_map_is_not_taken_for_a_mask() -> None:
    with pytest.raises(MaskError, match="truth values"):
        iou(np.array([[0, 2]]), np.array([[0, 1]]))


def test_an_empty_or_flat_array_is_refused() -> None:
    with pytest.raises(MaskError, match="rows and columns"):
        iou(np.zeros((0, 3), bool), np.zeros((0, 3), bool))
    with pytest.raises(MaskError, match="rows and columns"):
        iou(np.zeros(3, bool), np.zeros(3, bool))
