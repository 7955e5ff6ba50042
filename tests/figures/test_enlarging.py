"""Enlarging: the two ways against a definition written out pixel by pixel."""

import enlarging
import numpy as np
import pytest
from enlarging import IOU, POSITIONS, SHARES, SIDE, STRIDE, TRUTH, copied, interpolated

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


def test_the_words_carry_the_numbers() -> None:
    for way, values in IOU.items():
        assert f"{way}: cup {values['cup']:.2f}, spoon {values['spoon']:.2f}" in enlarging.ALT()
