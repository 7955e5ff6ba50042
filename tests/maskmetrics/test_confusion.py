"""Confusion counts and what follows from them, by hand and by scikit-learn."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray
from sklearn.metrics import accuracy_score, confusion_matrix, jaccard_score

from maskmetrics import MaskError, confusion, dice, iou, total

CLASSES = 4
MAPS = arrays(np.int64, (5, 6), elements=st.integers(0, CLASSES - 1))
TRUTH = np.array([[0, 0, 1, 1], [0, 0, 1, 2]])
GUESS = np.array([[0, 0, 1, 0], [0, 1, 1, 1]])


def test_rows_are_the_truth_and_columns_the_guess() -> None:
    assert confusion(TRUTH, GUESS, 3).counts.tolist() == [[3, 1, 0], [1, 2, 0], [0, 1, 0]]


def test_the_measures_of_a_small_matrix() -> None:
    counted = confusion(TRUTH, GUESS, 3)
    assert counted.pixel_accuracy == 5 / 8
    assert counted.iou == pytest.approx([3 / 5, 2 / 5, 0])
    assert counted.dice == pytest.approx([3 / 4, 4 / 7, 0])
    assert counted.mean_iou == pytest.approx(1 / 3)
    assert counted.frequency_weighted_iou == pytest.approx((4 * 3 / 5 + 3 * 2 / 5) / 8)


def test_a_class_that_neither_map_has_is_left_out_of_the_mean() -> None:
    counted = confusion(TRUTH, GUESS, 5)
    assert np.isnan(counted.iou[3:]).all()
    assert counted.mean_iou == pytest.approx(1 / 3)


def test_void_pixels_do_not_count() -> None:
    void = np.where(GUESS == TRUTH, TRUTH, 255)
    assert confusion(void, GUESS, 3, void=255).pixel_accuracy == 1
    assert confusion(np.full((2, 2), 255), np.zeros((2, 2), int), 3, void=255).mean_iou == 1


def test_the_mean_over_a_set_is_not_the_mean_of_its_images() -> None:
    small, large = confusion(TRUTH, GUESS, 3), confusion(np.zeros((9, 9), int), np.zeros((9, 9), int), 3)
    assert total([small, large]).counts[0, 0] == 84
    assert total([small, large]).mean_iou != pytest.approx((small.mean_iou + large.mean_iou) / 2)


@given(MAPS, MAPS)
def test_it_agrees_with_scikit_learn(truth: NDArray[np.int64], guess: NDArray[np.int64]) -> None:
    counted, pair = confusion(truth, guess, CLASSES), (truth.ravel(), guess.ravel())
    assert np.array_equal(counted.counts, confusion_matrix(*pair, labels=range(CLASSES)))
    assert counted.pixel_accuracy == pytest.approx(accuracy_score(*pair))
    present = np.unique(pair)
    assert counted.iou[present] == pytest.approx(jaccard_score(*pair, labels=present, average=None))
    assert counted.mean_iou == pytest.approx(jaccard_score(*pair, labels=present, average="macro"))


@given(MAPS, MAPS)
def test_each_class_agrees_with_its_mask(truth: NDArray[np.int64], guess: NDArray[np.int64]) -> None:
    counted = confusion(truth, guess, CLASSES)
    for label in np.unique([truth, guess]):
        masks = truth == label, guess == label
        assert (counted.iou[label], counted.dice[label]) == pytest.approx((iou(*masks), dice(*masks)))


@pytest.mark.parametrize(
    ("truth", "guess", "reason"),
    [
        (np.zeros((2, 2), int), np.zeros((2, 3), int), "shapes differ"),
        (np.zeros((2, 2)), np.zeros((2, 2), int), "whole numbers"),
        (np.full((2, 2), 3), np.zeros((2, 2), int), "label 3 is not one of the 3 classes"),
        (np.zeros((2, 2), int), np.full((2, 2), -1), "label -1"),
    ],
)
def test_what_cannot_be_counted_is_refused(truth: NDArray[np.int64], guess: object, reason: str) -> None:
    with pytest.raises(MaskError, match=reason):
        confusion(truth, guess, 3)  # type: ignore[arg-type]


def test_confusions_of_different_classes_do_not_add_up_and_an_empty_set_has_none() -> None:
    with pytest.raises(MaskError, match="numbers of classes differ"):
        total([confusion(TRUTH, GUESS, 3), confusion(TRUTH, GUESS, 4)])
    with pytest.raises(MaskError, match="at least one image"):
        total([])
