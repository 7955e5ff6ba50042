"""Dilated stacks: what the figure says they read, against every path walked one by one."""

from collections import Counter
from itertools import product

import gridding
import numpy as np
import pytest
from gridding import STACKS, Stack
from matplotlib.colors import to_rgba

from computed_figures.style import GREY
from convarith import Convolution, receptive_field

ALL = [each for pair in STACKS for each in pair]


def walked(rates: tuple[int, ...]) -> Counter[tuple[int, int]]:
    """How many paths end at each offset from the output, one step of each layer after the other."""
    ends: Counter[tuple[int, int]] = Counter()
    steps = [
        [(down * rate, across * rate) for down, across in product((-1, 0, 1), repeat=2)] for rate in rates
    ]
    for path in product(*steps):
        ends[sum(down for down, _ in path), sum(across for _, across in path)] += 1
    return ends


@pytest.mark.parametrize("each", ALL, ids=lambda each: each.title)
def test_each_pixel_is_read_as_often_as_paths_lead_to_it(each: Stack) -> None:
    ends, middle = walked(each.rates), each.side // 2
    assert each.side == 2 * sum(each.rates) + 1
    assert each.paths.sum() == 9**3
    assert {(y - middle, x - middle): n for (y, x), n in np.ndenumerate(each.paths) if n} == dict(ends)


@pytest.mark.parametrize("each", ALL, ids=lambda each: each.title)
def test_the_arithmetic_of_receptive_fields_agrees(each: Stack) -> None:
    field = receptive_field([Convolution(kernel=3, dilation=rate) for rate in each.rates])
    assert (each.side, each.read) == (field.size, field.reads**2)


def test_the_shares_are_those_that_the_lesson_names() -> None:
    read = {each.rates: (each.read, each.paths.size, each.share) for each in ALL}
    assert read[2, 2, 2] == (49, 169, "29\u00a0%")
    assert read[2, 4, 8] == (225, 841, "27\u00a0%")
    assert read[1, 2, 9] == (441, 625, "71\u00a0%")
    assert [whole.has_holes for whole, _ in STACKS] == [False] * 3
    assert [holed.has_holes for _, holed in STACKS] == [True] * 3


@pytest.mark.parametrize("each", ALL, ids=lambda each: each.title)
def test_every_hole_and_nothing_else_bears_a_point(each: Stack) -> None:
    picture = gridding._shades(each, 10).reshape(each.side, 10, each.side, 10, 4)
    pointed = (picture == to_rgba(GREY)).all(axis=-1).any(axis=(1, 3))
    assert np.array_equal(pointed, each.paths == 0)


def test_more_paths_never_look_paler() -> None:
    for each in ALL:
        strength = gridding._shades(each, 1)[..., 3][each.paths > 0]
        order = np.argsort(each.paths[each.paths > 0])
        assert np.all(np.diff(strength[order]) >= 0)
        assert strength.min() >= gridding.PALEST


def test_the_words_carry_the_numbers() -> None:
    for each in ALL:
        assert f"{each.title}: field {each.side} by {each.side}, {each.reading}" in gridding.ALT()
    assert "184 of 625" in gridding.CAPTION
