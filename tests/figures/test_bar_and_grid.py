"""The bar and the grid: votes and overlap counted pixel by pixel, without arrays."""

from fractions import Fraction

import bar_and_grid
import pytest
from bar_and_grid import ASTRIDE, CELL, INSIDE, LINES, PLACES, SERIES, Vote


def overlap(width: int, place: int) -> Fraction:
    bar = set(range(CELL + place, CELL + place + width))
    columns = [set(range(start, start + CELL)) for start in range(0, 4 * CELL, CELL)]
    kept = set[int]().union(*(column for column in columns if 2 * len(column & bar) > CELL))
    return Fraction(len(bar & kept), len(bar | kept))


@pytest.mark.parametrize("width", LINES)
def test_each_dot_of_the_chart_is_the_overlap_counted_by_hand(width: int) -> None:
    assert SERIES[width] == pytest.approx([float(overlap(width, place)) for place in PLACES])


def test_the_two_places_are_those_of_the_lesson() -> None:
    assert (INSIDE.filled[:3], ASTRIDE.filled[:3]) == ([0, 6, 0], [0, 3, 3])
    assert (INSIDE.iou, ASTRIDE.iou) == (0.75, 0)
    assert ASTRIDE.place - INSIDE.place == 4


def test_thin_bars_vanish_middling_ones_may_and_wide_ones_never() -> None:
    places = range(CELL)
    assert all(Vote(width, place).iou == 0 for width in range(1, CELL // 2) for place in places)
    for width in range(CELL // 2 + 1, CELL):
        reached = [Vote(width, place).iou for place in places]
        assert min(reached) == 0 < max(reached)
    assert all(Vote(width, place).iou > 0 for width in range(CELL + 1, 2 * CELL) for place in places)


def test_the_words_carry_the_numbers() -> None:
    assert "0.75, 0.75, 0.75, 0.56, 0.00, 0.00, 0.00, 0.56, 0.75" in bar_and_grid.ALT()
    assert "IoU 0.75" in bar_and_grid.CAPTION
