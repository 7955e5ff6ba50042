"""What the explorer of masks and metrics computes, against pixels that are counted one by one."""

from __future__ import annotations

import math

import numpy as np
import pytest
from sklearn.metrics import accuracy_score, f1_score, jaccard_score

from explorers.mask_metrics.arithmetic import Outcome
from explorers.mask_metrics.settings import Settings
from maskmetrics import Mask
from tests.explorers.masks import many, pan, settings

Pixel = tuple[int, int]


def pixels_of(mask: Mask) -> set[Pixel]:
    return {(int(row), int(column)) for row, column in zip(*np.nonzero(mask), strict=True)}


def neighbours(pixel: Pixel, shape: Pixel) -> set[Pixel]:
    """Those that share a side and lie in the picture."""
    row, column = pixel
    near = {(row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)}
    return {(r, c) for r, c in near if 0 <= r < shape[0] and 0 <= c < shape[1]}


def eroded(mask: set[Pixel], shape: Pixel, times: int) -> set[Pixel]:
    for _ in range(times):
        mask = {pixel for pixel in mask if neighbours(pixel, shape) <= mask}
    return mask


def dilated(mask: set[Pixel], shape: Pixel, times: int) -> set[Pixel]:
    for _ in range(times):
        mask = mask | {near for pixel in mask for near in neighbours(pixel, shape)}
    return mask


def drawn_by_hand(truth: Mask, each: Settings) -> set[Pixel]:
    shape = truth.shape
    mask = pixels_of(truth)
    mask = dilated(eroded(mask, shape, each.thin), shape, each.thin)
    mask = dilated(eroded(mask, shape, each.erode), shape, each.dilate)
    moved = {(row + each.down, column + each.across) for row, column in mask}
    return {(row, column) for row, column in moved if 0 <= row < shape[0] and 0 <= column < shape[1]}


def outline(mask: set[Pixel], shape: Pixel) -> set[Pixel]:
    return {pixel for pixel in mask if not neighbours(pixel, shape) <= mask}


def near(these: set[Pixel], those: set[Pixel], tolerance: int) -> int:
    return sum(any(math.dist(one, other) <= tolerance for other in those) for one in these)


@pytest.mark.parametrize(("truth", "each"), many(80), ids=str)
def test_drawing_counts_and_outlines_are_those_that_are_counted_pixel_by_pixel(
    truth: Mask, each: Settings
) -> None:
    outcome, shape = Outcome.of(truth, each), truth.shape
    true, drawn = pixels_of(truth), drawn_by_hand(truth, each)
    assert pixels_of(outcome.drawn) == drawn
    counts = outcome.counts
    assert (counts.right, counts.missed, counts.invented, counts.pixels) == (
        len(true & drawn),
        len(true - drawn),
        len(drawn - true),
        truth.size,
    )
    first, second = outline(true, shape), outline(drawn, shape)
    outlines, tolerance = outcome.outlines, each.tolerance
    assert (outlines.true, outlines.drawn) == (len(first), len(second))
    assert outlines.true_near == near(first, second, tolerance)
    assert outlines.drawn_near == near(second, first, tolerance)


@pytest.mark.parametrize(("truth", "each"), many(80, seed=1), ids=str)
def test_scores_are_those_of_another_library_and_of_the_counts_beside_them(
    truth: Mask, each: Settings
) -> None:
    outcome = Outcome.of(truth, each)
    first, second, scores = truth.ravel(), outcome.drawn.ravel(), outcome.scores
    assert scores.pixel_accuracy == pytest.approx(accuracy_score(first, second))
    assert scores.iou == pytest.approx(jaccard_score(first, second, zero_division=1.0))
    assert scores.dice == pytest.approx(f1_score(first, second, zero_division=1.0))
    lines = outcome.outlines
    if lines.true and lines.drawn:
        precision, recall = lines.drawn_near / lines.drawn, lines.true_near / lines.true
        total = precision + recall
        assert scores.boundary_f1 == pytest.approx(2 * precision * recall / total if total else 0)
    else:
        assert scores.boundary_f1 == (lines.true == lines.drawn)


def test_an_opening_cuts_what_is_at_most_twice_as_wide() -> None:
    """Bars through the whole picture: a border of it is no end."""
    for width in range(1, 8):
        bar = np.zeros((30, 12), np.bool_)
        bar[10 : 10 + width] = True
        for thin in range(5):
            drawn = settings(thin=thin).drawn(bar)
            assert (drawn == bar).all() if width > 2 * thin else not drawn.any()


def test_the_handle_is_cut_and_the_disc_stays() -> None:
    outcome = Outcome.of(pan() == 1, settings(thin=1))
    assert outcome.counts.missed == 6  # of the handle's 7: the one at the disc comes back with it
    assert outcome.counts.invented == 0


def test_to_erode_and_then_to_dilate_is_to_cut_thin_parts() -> None:
    for truth, _ in many(60, seed=2):
        for size in (1, 2, 3):
            opened = settings(thin=size).drawn(truth)
            assert (settings(erode=size, dilate=size).drawn(truth) == opened).all()
