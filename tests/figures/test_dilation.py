"""The figures of one dilated kernel and of a stride given up for a rate."""

from itertools import pairwise

import dilated_kernel
import numpy as np
import parallel_rates
import pytest
import stride_for_rate
from dilated_kernel import KERNELS, Kernel
from stride_for_rate import PAIRS, PIXELS, READ, Pair


def test_spans_and_weights_are_those_of_the_lesson() -> None:
    assert [(kernel.span, kernel.weights) for kernel in KERNELS] == [(3, 9), (5, 9), (9, 9), (5, 25)]


@pytest.mark.parametrize("kernel", KERNELS, ids=lambda kernel: kernel.title)
def test_as_many_taps_are_marked_as_there_are_weights(kernel: Kernel) -> None:
    side = range(kernel.span)
    assert sum(kernel.taps(row, column) for row in side for column in side) == kernel.weights


def test_both_pairs_read_the_same_pixels_for_the_marked_output() -> None:
    assert READ[0] == READ[1] == [2, 4, 6]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.title)
def test_every_position_stands_over_a_pixel_and_the_taps_over_the_same_distance(pair: Pair) -> None:
    assert [pair.at(position) for position in range(pair.sizes[1])][-1] == PIXELS - 1
    pixels = [pair.at(tap) for tap in pair.taps(pair.over(8))]
    assert [after - before for before, after in pairwise(pixels)] == [2, 2]


def test_the_words_carry_the_sizes() -> None:
    assert "9 and then 9 positions" in stride_for_rate.ALT
    assert "17 and then 17 positions" in stride_for_rate.ALT
    assert "3×3, rate 4: spans 9 × 9 9 weights" in dilated_kernel.ALT


@pytest.mark.parametrize("rate", [0, 1, 6, 12, 18, 24, 32, 33, 50, 64, 65])
def test_taps_in_the_map_are_those_that_a_padded_map_of_ones_gives(rate: int) -> None:
    side = parallel_rates.SIDE
    padded = np.pad(np.ones((side, side)), rate)
    counts = sum(
        padded[down : down + side, across : across + side]
        for down in (0, rate, 2 * rate)
        for across in (0, rate, 2 * rate)
    )
    assert np.array_equal(parallel_rates.inside(rate), counts)


def test_the_taps_that_are_drawn_filled_are_those_that_are_counted() -> None:
    for rate in parallel_rates.RATES:
        in_map = [min(tap) >= 0 and max(tap) < parallel_rates.SIDE for tap in parallel_rates.taps(rate)]
        assert sum(in_map) == parallel_rates.read(rate)
    assert parallel_rates.FIRST_WITHOUT == 33


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.title)
def test_the_pixels_that_are_drawn_filled_are_those_that_the_layers_read(pair: Pair) -> None:
    assert sorted(pair.read(pair.over(stride_for_rate.MARKED))[0]) == [1, 2, 3, 4, 5, 6, 7]
