"""IoU and boundary F1 of one class; measures.js computes the same."""

from __future__ import annotations

from selfcheck.question_types.mask.masks import Labels

Pixels = frozenset[tuple[int, int]]
"""Pixels as (x, y)."""


def pixels_of(labels: Labels, label: int) -> Pixels:
    """The pixels with a label."""
    return frozenset((x, y) for y, row in enumerate(labels) for x, each in enumerate(row) if each == label)


def iou(truth: Pixels, guess: Pixels) -> float:
    """Intersection over union, from 0 to 1; two empty masks are equal: 1."""
    union = len(truth | guess)
    return len(truth & guess) / union if union else 1.0


def boundary(mask: Pixels, size: tuple[int, int]) -> Pixels:
    """The pixels of a mask that touch, by a side, a pixel outside it; the picture's border is no boundary.

    `size` is the picture's width and height.
    """
    width, height = size

    def is_open(x: int, y: int) -> bool:
        return 0 <= x < width and 0 <= y < height and (x, y) not in mask

    beside = ((-1, 0), (1, 0), (0, -1), (0, 1))
    return frozenset((x, y) for x, y in mask if any(is_open(x + right, y + down) for right, down in beside))


def boundary_f1(truth: Pixels, guess: Pixels, size: tuple[int, int], tolerance: float) -> float:
    """F1 of two boundaries within a tolerance in pixels, from 0 to 1.

    Precision is the share of the guess's boundary whose centres lie at most `tolerance` from one of the
    truth's (Euclidean), recall the converse, F1 their harmonic mean. 1 if neither mask has a boundary, 0 if
    only one has. Source: Csurka, Larlus and Perronnin, BMVC 2013.
    """
    first, second = boundary(truth, size), boundary(guess, size)
    if not (first and second):
        return float(not first and not second)
    precision, recall = _share_near(second, first, tolerance), _share_near(first, second, tolerance)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _share_near(these: Pixels, those: Pixels, tolerance: float) -> float:
    reach = range(-int(tolerance), int(tolerance) + 1)
    steps = [(x, y) for x in reach for y in reach if x * x + y * y <= tolerance * tolerance]
    return sum(any((x + right, y + down) in those for right, down in steps) for x, y in these) / len(these)
