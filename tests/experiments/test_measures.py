"""The measures of a set of scenes, on label maps small enough to count by hand."""

import numpy as np
import pytest

from experiments.measures import scores
from experiments.settings import EXPERIMENTS

SETTINGS = EXPERIMENTS[0]
GROUND, DISC, CROSS = range(3)


def test_equal_maps_reach_one_in_everything() -> None:
    truth = np.array([[GROUND, DISC, DISC], [GROUND, CROSS, GROUND]], np.uint8)
    reached = scores([truth], [truth], SETTINGS)
    assert (reached.mean_iou, reached.boundary_f1, reached.pixel_accuracy) == (1, 1, 1)
    assert reached.iou == {"ground": 1, "disc": 1, "cross": 1}


def test_iou_is_counted_over_the_whole_set_and_not_image_by_image() -> None:
    truths = [
        np.array([[DISC, DISC, DISC, CROSS]], np.uint8),
        np.array([[DISC, GROUND, GROUND, GROUND]], np.uint8),
    ]
    guesses = [np.array([[DISC, DISC, DISC, CROSS]], np.uint8), np.array([[GROUND] * 4], np.uint8)]
    reached = scores(truths, guesses, SETTINGS)
    assert reached.iou["disc"] == pytest.approx(3 / 4)
    assert reached.iou["ground"] == pytest.approx(3 / 4)
    assert reached.mean_iou == pytest.approx((3 / 4 + 3 / 4 + 1) / 3)


def test_a_shape_that_is_all_invented_or_all_missed_has_no_boundary_right() -> None:
    disc, cross = np.zeros((8, 8), np.uint8), np.zeros((8, 8), np.uint8)
    disc[2:6, 2:6], cross[2:6, 2:6] = DISC, CROSS
    assert scores([disc], [cross], SETTINGS).boundary_f1 == 0
    half = scores([disc, disc], [disc, np.zeros_like(disc)], SETTINGS)
    assert half.boundary_f1 == pytest.approx(0.5)


def test_a_boundary_one_pixel_off_is_within_tolerance_and_two_off_is_not() -> None:
    def square(shift: int) -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
        labels = np.zeros((12, 12), np.uint8)
        labels[3 + shift : 8 + shift, 3:8] = DISC
        return labels

    assert scores([square(0)], [square(1)], SETTINGS).boundary_f1 == 1
    assert scores([square(0)], [square(2)], SETTINGS).boundary_f1 < 1
