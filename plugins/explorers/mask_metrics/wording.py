"""What an explorer says in words and numbers; `wording.js` says the same."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from explorers.mask_metrics.arithmetic import Outcome
from explorers.mask_metrics.settings import Settings
from explorers.wording import counted, listed


class Score(NamedTuple):
    """A score as it stands on the page: its name, its value, and how it comes about, in words and numbers."""

    name: str
    value: float
    words: str
    numbers: str


def fraction(value: float) -> str:
    """A number with three decimals, a half rounded up, as browsers round it."""
    return str(Decimal(value).quantize(Decimal("0.001"), ROUND_HALF_UP))


def result(outcome: Outcome) -> str:
    """How many pixels are right and wrong, and what the scores say."""
    counts, scores = outcome.counts, outcome.scores
    verb = "is" if counts.right == 1 else "are"
    return (
        f"{counts.right:,} pixel{'' if counts.right == 1 else 's'} {verb} right, {counts.missed:,} missed, "
        f"{counts.invented:,} invented. IoU {fraction(scores.iou)}, Dice {fraction(scores.dice)}, "
        f"pixel accuracy {fraction(scores.pixel_accuracy)}, "
        f"boundary F1 {fraction(scores.boundary_f1)} within {counted(outcome.settings.tolerance, 'pixel')}."
    )


def picture(outcome: Outcome, name: str) -> str:
    """What the picture shows, for readers who do not see it."""
    rows, columns = outcome.truth.shape
    counts = outcome.counts
    true, drawn = counts.right + counts.missed, counts.right + counts.invented
    return (
        f"A label map of {columns} by {rows} pixels. "
        f"True mask of the class {name}: {counted(true, 'pixel')}. "
        f"Drawing: the true mask, {made(outcome.settings)}; {counted(drawn, 'pixel')}. {result(outcome)}"
    )


def caption(outcome: Outcome) -> str:
    """What is filled in the picture."""
    return f"Filled: the drawing, which is the true mask, {made(outcome.settings)}."


def made(each: Settings) -> str:
    """How the drawing comes from the true mask; the first number has its unit."""
    changes = [
        ("thin parts cut by ", each.thin, ""),
        ("eroded by ", each.erode, ""),
        ("dilated by ", each.dilate, ""),
        ("moved ", abs(each.across), " right" if each.across > 0 else " left"),
        ("" if each.across else "moved ", abs(each.down), " down" if each.down > 0 else " up"),
    ]
    words: list[str] = []
    for verb, pixels, direction in changes:
        if pixels:
            words.append(f"{verb}{pixels if words else counted(pixels, 'pixel')}{direction}")
    return listed(words) if words else "unchanged"


def scores(outcome: Outcome) -> list[Score]:
    """All scores, each with the counts that it is made of."""
    counts = outcome.counts
    right, wrong = f"{counts.right:,}", f"{counts.missed:,} + {counts.invented:,}"
    return [
        Score(
            "Pixel accuracy",
            outcome.scores.pixel_accuracy,
            "(right + neither) / all",
            f"({right} + {counts.neither:,}) / {counts.pixels:,}",
        ),
        Score(
            "IoU",
            outcome.scores.iou,
            "right / (right + missed + invented)",
            f"{right} / ({right} + {wrong})",
        ),
        Score(
            "Dice",
            outcome.scores.dice,
            "2 · right / (2 · right + missed + invented)",
            f"2 · {right} / (2 · {right} + {wrong})",
        ),
        Score(
            f"Boundary F1 within {counted(outcome.settings.tolerance, 'pixel')}",
            outcome.scores.boundary_f1,
            _outlines(outcome),
            _f1(outcome),
        ),
    ]


def _outlines(outcome: Outcome) -> str:
    each = outcome.outlines
    return f"precision {each.drawn_near:,} / {each.drawn:,}, recall {each.true_near:,} / {each.true:,}"


def _f1(outcome: Outcome) -> str:
    each = outcome.outlines
    if not each.drawn:
        return "the drawing has no outline"
    if not (each.drawn_near or each.true_near):
        return "neither outline is near the other"
    precision, recall = fraction(each.drawn_near / each.drawn), fraction(each.true_near / each.true)
    return f"2 · {precision} · {recall} / ({precision} + {recall})"
