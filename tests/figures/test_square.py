"""The cup as a square image of any side, and the regions of its label map."""

import numpy as np
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
    xs, ys = regions.borders(np.array([[0, 1], [0, 0]]))
    parts = np.array([xs, ys]).T.reshape(-1, 3, 2)[:, :2].tolist()
    assert sorted(parts) == [[[1, 0], [1, 1]], [[1, 1], [2, 1]]]


def test_the_innermost_pixel_of_a_ring_lies_in_the_ring() -> None:
    ring = np.ones((9, 12), bool)
    ring[2:7, 2:7] = False
    x, y = regions.innermost(ring)
    assert ring[int(y), int(x)]
    assert x > 7
