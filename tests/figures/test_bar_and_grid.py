"""The bar and the grid: votes and overlap counted pixel by pixel, without arrays."""

from fractions import Fraction

import bar_and_grid
import pytest
from bar_and_grid import ASTRIDE, BAR, CELL, FROM_SHARES, INSIDE, LINES, PLACES, SERIES, Vote


def overlap(width: int, place: int) -> Fraction:
    bar = set(range(CELL + place, CELL + place + width))
    columns = [set(range(start, start + CELL)) for start in range(0, 4 * CELL, CELL)]
    kept = set[int]().union(*(column for column in columns if 2 * len(column & bar) > CELL))
    return Fraction(len(bar & kept), len(bar | kept))


def overlap_from_shares(width: int, place: int) -> Fraction:
    """The pixels whose share of the bar, between the middles of two cells, is more than half."""
    bar = set(range(CELL + place, CELL + place + width))
    shares = [
        Fraction(len(bar & set(range(start, start + CELL))), CELL) for start in range(-CELL, 6 * CELL, CELL)
    ]
    kept = set()
    for pixel in range(4 * CELL):
        at = Fraction(2 * pixel + 1, 2 * CELL) + Fraction(1, 2)
        before, part = int(at), at - int(at)
        if (1 - part) * shares[before] + part * shares[before + 1] > Fraction(1, 2):
            kept.add(pixel)
    return Fraction(len(bar & kept), len(bar | kept))


@pytest.mark.parametrize("width", LINES)
def test_each_dot_of_the_chart_is_the_overlap_counted_by_hand(width: int) -> None:
    assert SERIES[width] == pytest.approx([float(overlap(width, place)) for place in PLACES])


@pytest.mark.parametrize("width", LINES)
def test_each_dot_for_shares_is_the_overlap_of_fractions(width: int) -> None:
    expected = [float(overlap_from_shares(width, place)) for place in PLACES]
    assert FROM_SHARES[width] == pytest.approx(expected)


def test_shares_lose_the_bars_that_labels_lose_and_no_others() -> None:
    for width in range(1, 2 * CELL):
        for place in range(CELL):
            vote = Vote(width, place)
            assert bool(vote.iou) == bool(vote.iou_from_shares)


def test_shares_draw_the_wide_bar_better_everywhere_as_the_caption_says() -> None:
    wide = max(LINES)
    assert all(shares > label for shares, label in zip(FROM_SHARES[wide], SERIES[wide], strict=True))
    lost = [[place for place in PLACES if not series[BAR][place]] for series in (SERIES, FROM_SHARES)]
    assert lost == [[4, 5, 6]] * 2
    assert not any(FROM_SHARES[min(LINES)])


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


def test_posts_that_flicker_in_the_question_do_so() -> None:
    """Cells of 16 and two shares: 6 pixels never have half of a cell, 12 pixels at 11 of 16 places."""
    cell = 2 * 2 * 1 * 2 * 2
    most = {
        width: [max(min(width, cell - place), width - (cell - place)) for place in range(cell)]
        for width in (6, 12)
    }
    assert max(most[6]) == 6 < cell / 2
    assert [place for place in range(cell) if most[12][place] <= cell / 2] == [8, 9, 10, 11, 12]
    assert (most[6][13], most[12][0], most[12][10]) == (3, 12, 6)
    assert 3 / cell < 1 / 4 < 6 / cell


def test_the_words_carry_the_numbers() -> None:
    assert "0.75, 0.75, 0.75, 0.56, 0.00, 0.00, 0.00, 0.56, 0.75" in bar_and_grid.ALT()
    assert "IoU 0.75 and 1.00" in " ".join(bar_and_grid.CAPTION.split())
