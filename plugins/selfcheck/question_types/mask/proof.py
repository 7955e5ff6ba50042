"""Tries thresholds on reference masks: the key, and variations of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from selfcheck.question_types.mask.masks import Labels, background, grown, incomplete, shifts, shrunk
from selfcheck.question_types.mask.measures import boundary_f1, iou, pixels_of


@dataclass(frozen=True, slots=True)
class Score:
    """The lowest IoU and the lowest boundary F1 of all classes."""

    iou: float
    boundary_f1: float


@dataclass(frozen=True, slots=True)
class Bar:
    """The scores that every class must reach, and the tolerance in pixels."""

    iou: float
    boundary_f1: float
    tolerance: float

    def passes(self, score: Score) -> bool:
        """Whether a mask of this score is right."""
        return score.iou >= self.iou and score.boundary_f1 >= self.boundary_f1


def score(truth: Labels, guess: Labels, classes: int, tolerance: float) -> Score:
    """The lowest scores of `guess` against `truth` over all classes."""
    size = len(truth[0]), len(truth)
    pairs = [(pixels_of(truth, label), pixels_of(guess, label)) for label in range(1, classes + 1)]
    return Score(
        min(iou(*pair) for pair in pairs), min(boundary_f1(*pair, size, tolerance) for pair in pairs)
    )


def references(truth: Labels) -> dict[str, tuple[Labels, ...]]:
    """The reference masks by the name of the variation."""
    return {
        "perfect": (truth,),
        "background": (background(truth),),
        "shifted": tuple(shifts(truth)),
        "grown": (grown(truth),),
        "shrunk": (shrunk(truth),),
        "incomplete": tuple(incomplete(truth)),
    }


def exception(masks: Iterable[Labels], truth: Labels, classes: int, bar: Bar, passes: bool) -> Score | None:
    """The score of a mask that passes although `passes` is False, or the reverse; None if there is none.

    Of several, the one that is farthest from what is expected of it.
    """
    scores = [score(truth, mask, classes, bar.tolerance) for mask in masks]
    wrong = [each for each in scores if bar.passes(each) != passes]
    order = sorted(wrong, key=lambda each: (each.iou, each.boundary_f1), reverse=not passes)
    return order[0] if order else None
