"""Masks: measures compared with another library, reference masks, and the format of a response."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from markdown import Markdown
from numpy.typing import NDArray
from scipy import ndimage

import maskmetrics
from selfcheck.extension import SelfCheckExtension
from selfcheck.item import Painting
from selfcheck.question_types import discover
from selfcheck.question_types.mask.masks import Labels, encode, grown, incomplete, shifts, shrunk
from selfcheck.question_types.mask.measures import boundary_f1, iou, pixels_of
from selfcheck.question_types.mask.proof import Bar, exception, references
from selfcheck.quiz_text import read_quiz
from selfcheck.site import Site
from tests.selfcheck.cases import accepted, quiz_of
from tests.selfcheck.sites import build, draw

Map = NDArray[np.int64]
SQUARE = np.ones((3, 3), bool)


def blobs(random: np.random.Generator, classes: int) -> Map:
    """A label map of a few discs and bars, from 8 to 24 pixels a side."""
    height, width = random.integers(8, 25, 2)
    down, across = np.mgrid[:height, :width]
    labels = np.zeros((height, width), np.int64)
    for label in random.integers(1, classes + 1, random.integers(1, 6)):
        y, x, reach = random.uniform(0, height), random.uniform(0, width), random.uniform(1, 6)
        squeeze = random.choice([0.3, 1, 3])
        labels[(down - y) ** 2 * squeeze + (across - x) ** 2 / squeeze < reach**2] = label
    return labels


def as_labels(array: Map) -> Labels:
    return tuple(tuple(int(label) for label in row) for row in array)


def test_the_measures_of_the_build_are_those_of_another_library() -> None:
    random = np.random.default_rng(20)
    for _ in range(400):
        truth, tolerance = blobs(random, 1), float(random.choice([0, 1, 1.5, 2, 3]))
        guess = np.roll(truth, random.integers(-2, 3, 2), (0, 1)) ^ (random.random(truth.shape) < 0.04)
        one, other = (pixels_of(as_labels(each), 1) for each in (truth, guess))
        size = truth.shape[1], truth.shape[0]
        masks = truth == 1, guess == 1
        assert iou(one, other) == pytest.approx(maskmetrics.iou(*masks))
        f1 = maskmetrics.boundary_f1(*masks, tolerance)
        assert boundary_f1(one, other, size, tolerance) == pytest.approx(f1)


def test_reference_masks_are_those_of_another_library() -> None:
    random = np.random.default_rng(21)
    for _ in range(100):
        truth = blobs(random, 1)
        labels, mask = as_labels(truth), truth == 1
        dilated = ndimage.binary_dilation(mask, SQUARE)
        eroded = ndimage.binary_erosion(mask, SQUARE, border_value=1)
        assert grown(labels) == as_labels(dilated.astype(np.int64))
        assert shrunk(labels) == as_labels(eroded.astype(np.int64))
        moved = [ndimage.shift(truth, step, order=0) for step in ((0, -1), (-1, 0), (0, 1), (1, 0))]
        assert list(shifts(labels)) == [as_labels(each) for each in moved]
        pieces, count = ndimage.label(mask, SQUARE)
        sizes = ndimage.sum_labels(mask, pieces, range(1, count + 1))
        lost = [int(mask.sum()) - sum(map(sum, less)) for less in incomplete(labels)]
        assert lost == ([int(min(sizes))] if count > 1 else [])


def test_where_two_classes_meet_none_grows_into_the_other() -> None:
    assert grown(((1, 0, 0, 2), (1, 0, 0, 2))) == ((1, 1, 2, 2), (1, 1, 2, 2))
    assert shrunk(((1, 1, 2, 2), (1, 1, 2, 2))) == ((1, 0, 0, 2), (1, 0, 0, 2))


def test_a_threshold_tells_the_key_from_what_is_nearly_it() -> None:
    square = tuple(tuple(int(2 <= x < 10 and 2 <= y < 10) for x in range(12)) for y in range(12))
    tried = references(square)
    # Of 8 x 8 pixels, a shift leaves 7 x 8 in common, of 9 x 8 in all.
    score = exception(tried["shifted"], square, 1, Bar(0.7, 0, 1), passes=False)
    assert score is not None
    assert score.iou == pytest.approx(56 / 72)
    assert exception(tried["shifted"], square, 1, Bar(0.78, 0, 1), passes=False) is None
    # Grown, it has 10 x 10 pixels, shrunk 6 x 6.
    for name, share in (("grown", 64 / 100), ("shrunk", 36 / 64)):
        found = exception(tried[name], square, 1, Bar(0.9, 0, 1), passes=True)
        assert found is not None
        assert found.iou == pytest.approx(share)
    assert tried["incomplete"] == ()
    assert exception(tried["perfect"], square, 1, Bar(1, 1, 0), passes=True) is None
    assert exception(tried["background"], square, 1, Bar(0.01, 0, 8), passes=False) is None


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        (((0, 0, 0), (0, 0, 0)), ""),
        (((1, 1, 1), (1, 1, 1)), "3x2:6a"),
        (((0, 0, 1), (2, 0, 0)), "3x2:2.ab"),
        (((0, 4, 4), (4, 0, 3)), "3x2:.3d.c"),
    ],
)
def test_a_response_is_size_and_runs(rows: Labels, text: str) -> None:
    assert encode(rows) == text


def test_a_mask_states_what_it_asks_in_neutral_form() -> None:
    case = next(case for case in accepted(discover()["mask"]) if case.name == "two-classes-and-the-boundary")
    (entry,) = read_quiz("quiz", "quiz.yml", quiz_of(case.question)).entries
    interaction = entry.item.interaction
    assert isinstance(interaction, Painting)
    assert interaction.classes == ("disc", "cross")
    assert {label for row in interaction.labels for label in row} == {0, 1, 2}


def test_feedback_is_no_part_of_the_fingerprint() -> None:
    case = accepted(discover()["mask"])[0]

    def fingerprint(old: str, new: str) -> str:
        assert old in case.question
        (entry,) = read_quiz("quiz", "quiz.yml", quiz_of(case.question.replace(old, new, 1))).entries
        return entry.item.fingerprint

    first = fingerprint("id", "id")
    assert fingerprint("lost its vote", "was outvoted") == first
    assert fingerprint("iou: 0.9", "iou: 0.95") != first
    assert fingerprint("333333333333", "233333333333") != first


def test_a_boundary_is_asked_for_within_one_pixel_where_no_tolerance_is_written(tmp_path: Path) -> None:
    case = accepted(discover()["mask"])[0]
    question = case.question.replace("iou: 0.9", "iou: 0.9, boundary-f1: 0.5")
    assert question != case.question
    root = draw(
        tmp_path,
        {"docs/index.md": "# Passage\n\n```quiz\nquiz\n```\n", "quizzes/quiz.yml": quiz_of(question)},
    )
    assert build(root).problems == []
    assert "0.5 (within 1 px)" in (root / "site" / "index.html").read_text("utf-8")


def test_a_german_page_demands_thresholds_with_a_comma(tmp_path: Path) -> None:
    case = accepted(discover()["mask"])[0]
    page = Markdown(extensions=[SelfCheckExtension(Site(tmp_path, cache="", language="de"))])
    draw(tmp_path, {"quizzes/quiz.yml": quiz_of(case.question)})
    assert "Richtig ab einer IoU von 0,9" in page.convert("```quiz\nquiz\n```")
