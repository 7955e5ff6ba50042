"""Enlarging: the two ways against a definition written out pixel by pixel."""

import enlarging
import numpy as np
import pytest
from enlarging import (
    BLENDED,
    IOU,
    MIRRORED,
    POSITIONS,
    SAME_SHARES,
    SHARES,
    SIDE,
    STRIDE,
    THRESHOLDS,
    TRUTH,
    copied,
    interpolated,
)

from maskmetrics import iou

PLACES = [(0, 0), (7, 8), (8, 7), (100, 130), (111, 112), (223, 223), (215, 5)]


def between(shares: np.ndarray[tuple[int, int], np.dtype[np.float64]], row: int, column: int) -> float:
    """The mean of the four cells round a pixel, weighed by how near their middles are."""
    value = 0.0
    for down in range(POSITIONS):
        for right in range(POSITIONS):
            weights = []
            for place, cell in ((row, down), (column, right)):
                middle = STRIDE * cell + STRIDE / 2
                at = min(max(place + 0.5, STRIDE / 2), SIDE - STRIDE / 2)
                weights.append(max(0.0, 1 - abs(at - middle) / STRIDE))
            value += weights[0] * weights[1] * shares[down, right]
    return value


@pytest.mark.parametrize(("row", "column"), PLACES)
def test_a_pixel_is_blended_from_the_cells_round_it(row: int, column: int) -> None:
    shares = SHARES["cup"]
    assert interpolated(shares)[row, column] == pytest.approx(between(shares, row, column))
    assert copied(shares)[row, column] == shares[row // STRIDE, column // STRIDE]


def test_a_cell_knows_its_share_and_no_more() -> None:
    cell = TRUTH["spoon"][5 * STRIDE : 6 * STRIDE, 9 * STRIDE : 10 * STRIDE]
    assert SHARES["spoon"][5, 9] == pytest.approx(cell.mean())


def test_interpolation_serves_the_cup_and_not_the_spoon() -> None:
    assert IOU["interpolated"]["cup"] > 0.95
    assert IOU["interpolated"]["spoon"] < 0.7
    assert all(IOU["interpolated"][name] > IOU["copied"][name] for name in TRUTH)


@pytest.mark.parametrize("name", TRUTH)
def test_mirroring_the_cells_changes_the_mask_and_no_share(name: str) -> None:
    """Cell by cell, written out: the same pixels in another order."""
    for row in range(0, SIDE, STRIDE):
        for column in range(0, SIDE, STRIDE):
            cell = slice(row, row + STRIDE), slice(column, column + STRIDE)
            assert np.array_equal(MIRRORED[name][cell], np.fliplr(TRUTH[name][cell]))
            assert MIRRORED[name][cell].mean() == SHARES[name][row // STRIDE, column // STRIDE]
    both, either = TRUTH[name] & MIRRORED[name], TRUTH[name] | MIRRORED[name]
    assert SAME_SHARES[name] == pytest.approx(both.sum() / either.sum())
    assert SAME_SHARES[name] < 0.85


@pytest.mark.parametrize("name", TRUTH)
def test_no_other_threshold_brings_more(name: str) -> None:
    reached = [iou(TRUTH[name], BLENDED[name] > cut) for cut in np.linspace(0.01, 0.99, 99)]
    assert IOU["best"][name] == pytest.approx(max(reached))
    assert IOU["interpolated"][name] <= IOU["best"][name]
    assert 0 < THRESHOLDS[name] < 0.5


def test_most_of_the_handle_is_missing_even_at_the_best_threshold() -> None:
    handle = TRUTH["spoon"][: SIDE * 9 // 16]
    kept = (BLENDED["spoon"] > THRESHOLDS["spoon"])[: SIDE * 9 // 16] & handle
    assert kept.sum() < handle.sum() / 2


def test_the_words_carry_the_numbers() -> None:
    for way, values in IOU.items():
        assert f"{way}: cup {values['cup']:.2f}, spoon {values['spoon']:.2f}" in enlarging.ALT()
