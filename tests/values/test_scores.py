"""Scores of the lesson on metrics, and the code that it prints, against counts by hand."""

import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scored_map import COUNTS, DRAWING, LABELS, NAMES

from values import scores

PAGE = Path("docs/lessons/metrics.md")


def test_the_code_of_the_lesson_counts_what_the_lesson_prints() -> None:
    (code,) = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    names: dict[str, Any] = {}
    exec(code, names)
    void = len(NAMES)
    truth = np.where(LABELS == 1, void, LABELS)
    counts = names["confusion_matrix"](truth, DRAWING, len(NAMES), void)
    assert counts.sum() == (truth != void).sum()
    assert np.array_equal(np.delete(counts, 1, 0), np.delete(COUNTS.counts, 1, 0))
    assert names["iou"](names["confusion_matrix"](LABELS, DRAWING, len(NAMES), void)) == pytest.approx(
        COUNTS.iou
    )


def test_the_code_of_the_lesson_counts_label_maps_of_eight_bits_with_21_classes() -> None:
    (code,) = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    names: dict[str, Any] = {}
    exec(code, names)
    truth = np.array([[20, 20], [19, 255]], np.uint8)
    counts = names["confusion_matrix"](truth, np.array([[20, 19], [19, 0]], np.uint8), 21, 255)
    assert {(int(row), int(column)) for row, column in np.argwhere(counts)} == {(20, 20), (20, 19), (19, 19)}
    assert counts.sum() == 3


def test_iou_and_dice_of_the_spoon_are_quotients_of_the_printed_counts() -> None:
    assert scores.union == scores.right + scores.missed + scores.invented
    assert scores.iou_of["spoon"] == scores.right / scores.union
    assert scores.dice_of["spoon"] == pytest.approx(2 * scores.right / scores.both_areas)


def test_without_its_spoon_the_truth_keeps_its_accuracy_and_not_its_mean_iou() -> None:
    assert scores.no_spoon["accuracy"] == pytest.approx(1 - scores.share_of["spoon"])
    background = scores.share_of["background"]
    assert scores.no_spoon["mean_iou"] == pytest.approx(
        (2 + background / (background + scores.share_of["spoon"])) / 4
    )
    assert scores.percent["no_spoon_mean_accuracy"] == "75.0"


def test_weights_of_the_images_are_all_that_parts_set_and_mean() -> None:
    assert scores.spoon_weighted_by_union == pytest.approx(scores.spoon_of_set, abs=1e-12)
    left_out, of_tiles = scores.images_absent_left_out, scores.tiles
    summed = left_out * scores.spoon_tiles
    assert scores.images_absent_zero == pytest.approx(summed / of_tiles)
    assert scores.images_absent_one == pytest.approx((summed + scores.without_spoon) / of_tiles)


def test_void_pixels_anywhere_do_not_close_the_gap() -> None:
    for drawn in scores.voided.values():
        assert abs(drawn["random"] - drawn["none"]) < 0.002 < 0.02 < drawn["band"] - drawn["none"]


def test_a_wider_tolerance_sees_less() -> None:
    assert list(scores.f1_by_tolerance.values()) == sorted(scores.f1_by_tolerance.values())
    assert (scores.opposite_f1, scores.opposite_iou) == (1, 0)


def test_numbers_that_questions_give_follow_from_their_premises() -> None:
    def dice(score: float) -> float:
        return 2 * score / (1 + score)

    assert round(dice(0.49), 2) == 0.66 > (dice(0) + dice(1)) / 2
    assert round(2 * 71.0 - 99.6) == 42
