"""The cup as a square image of any side, and the regions of its label map."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from photographs import coffee, regions, square


def test_the_cut_is_square_and_lies_inside_the_photograph() -> None:
    left, top, right, bottom = square.CUT
    assert right - left == bottom - top == 400
    assert (bottom, 600) == coffee.photograph().shape[:2]
    assert right <= 600


def test_each_pixel_has_the_label_under_its_middle() -> None:
    whole, small = coffee.label_map(), square.label_map(224)
    for row, column in ((0, 0), (100, 37), (60, 179), (40, 175), (223, 223)):
        assert small[row, column] == whole[int((row + 0.5) * 400 / 224), 78 + int((column + 0.5) * 400 / 224)]


def test_the_photograph_is_light_and_shows_the_same_cut() -> None:
    small = square.photograph(100)
    assert small.shape == (100, 100, 3)
    assert len(np.unique(small.reshape(-1, 3), axis=0)) <= square.COLOURS
    cut = coffee.photograph()[:400, 78:478].reshape(100, 4, 100, 4, 3).mean(axis=(1, 3))
    assert np.abs(cut - small).mean() < 12


def test_borders_run_between_pixels_of_different_labels() -> None:
    assert _lines(np.array([[0, 1], [0, 0]])) == [[(2, 1), (1, 1), (1, 0)]]


def test_a_region_inside_another_has_one_closed_border() -> None:
    ring = np.zeros((5, 6), np.int64)
    ring[1:4, 1:5] = 1
    (line,) = _lines(ring)
    assert line[0] == line[-1]
    assert set(line) == {(1, 1), (5, 1), (5, 4), (1, 4)}


def test_every_side_between_two_labels_is_drawn_once() -> None:
    dice = np.random.default_rng(0)
    for _ in range(30):
        labels = dice.integers(0, 3, dice.integers(1, 9, 2))
        drawn = [side for line in _lines(labels) for side in _sides_along(line)]
        upright = {(x + 1, y, x + 1, y + 1) for y, x in np.argwhere(np.diff(labels, axis=1)).tolist()}
        level = {(x, y + 1, x + 1, y + 1) for y, x in np.argwhere(np.diff(labels, axis=0)).tolist()}
        assert len(drawn) == len(set(drawn))
        assert set(drawn) == upright | level


def _lines(labels: NDArray[np.int64]) -> list[list[tuple[int, int]]]:
    """The unbroken lines of the borders, as corners."""
    lines: list[list[tuple[int, int]]] = [[]]
    for x, y in zip(*regions.borders(labels), strict=True):
        if np.isnan(x):
            lines.append([])
        else:
            lines[-1].append((int(x), int(y)))
    return lines[:-1]


def _sides_along(line: list[tuple[int, int]]) -> Iterator[tuple[int, int, int, int]]:
    """The sides of single pixels on a line, each from its upper or left corner."""
    for (x, y), (right, below) in pairwise(line):
        for step in range(abs(right - x)):
            yield min(x, right) + step, y, min(x, right) + step + 1, y
        for step in range(abs(below - y)):
            yield x, min(y, below) + step, x, min(y, below) + step + 1


def test_the_innermost_pixel_of_a_ring_lies_in_the_ring() -> None:
    ring = np.ones((9, 12), bool)
    ring[2:7, 2:7] = False
    x, y = regions.innermost(ring)
    assert ring[int(y), int(x)]
    assert x > 7
