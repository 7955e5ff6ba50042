"""Stacks with random weights: listed paths, gradients that are differences, and what was measured."""

from collections import Counter
from itertools import product
from math import sqrt

import numpy as np
import pytest
import same_field
from field_and_depth import FIELDS, MEASURED, SQUARES, measured
from random_stacks import CHANNELS, INPUT_CHANNELS, Stack, deviation, gradient, maps, random_weights, threes
from scipy import signal

from convarith import Convolution

SMALL = Stack("", (Convolution(kernel=3, stride=2), Convolution(kernel=2), Convolution(kernel=1)))


@pytest.mark.parametrize("layers", [1, 2, 3, 4])
def test_paths_are_those_that_can_be_listed(layers: int) -> None:
    ends = Counter(sum(steps) for steps in product((-1, 0, 1), repeat=layers))
    assert threes(layers).paths.tolist() == [ends[place] for place in range(-layers, layers + 1)]


def test_a_strided_layer_counts_its_steps_double() -> None:
    ends = Counter(a + 2 * b + 4 * c + 8 * d for a, b, c, d in product((-1, 0, 1), repeat=4))
    assert same_field.STRIDED.paths.tolist() == [ends[place] for place in range(-15, 16)]


def test_the_deviation_of_paths_is_that_of_independent_steps() -> None:
    for layers in (1, 6, 15, 24):
        assert threes(layers).deviation_of_paths == pytest.approx(sqrt(2 * layers / 3))
        assert threes(layers).field == 2 * layers + 1
    assert deviation([1] * 31) == pytest.approx(sqrt((31**2 - 1) / 12))


def test_a_map_is_what_scipy_correlates() -> None:
    chance = np.random.default_rng(0)
    layers = (Convolution(kernel=3, stride=2),)
    (weights,) = random_weights(layers, chance)
    image = chance.standard_normal((INPUT_CHANNELS, 9, 9))
    expected = sum(
        signal.correlate2d(plane, kernel, "valid") for plane, kernel in zip(image, weights[2], strict=True)
    )
    assert maps(layers, [weights], image)[-1][2] == pytest.approx(expected[::2, ::2])


@pytest.mark.parametrize(
    "stack", [SMALL, threes(3), Stack("", (Convolution(kernel=5), Convolution(kernel=1)))]
)
def test_a_gradient_is_what_a_small_change_of_a_pixel_does(stack: Stack) -> None:
    chance = np.random.default_rng(1)
    weights = random_weights(stack.layers, chance)
    image = chance.standard_normal((INPUT_CHANNELS, stack.field, stack.field))
    signs = chance.choice([-1.0, 1.0], (CHANNELS, 1, 1))
    found = gradient(stack.layers, weights, image, signs)
    for place in [(0, 0, 0), (1, 2, 1), (2, stack.field - 1, stack.field // 2)]:
        moved = [image.copy(), image.copy()]
        moved[0][place] += 1e-6
        moved[1][place] -= 1e-6
        up, down = (float((maps(stack.layers, weights, each)[-1] * signs).sum()) for each in moved)
        assert found[place] == pytest.approx((up - down) / 2e-6, rel=1e-4, abs=1e-7)


def test_three_networks_have_one_field_and_what_was_measured_follows_the_paths() -> None:
    for each in same_field.ALL:
        assert each.stack.field == 31
        assert len(each.stack.layers) == (4 if each.stack is same_field.STRIDED else 15)
        paths = each.stack.paths / each.stack.paths.sum()
        assert np.abs(each.across - paths).max() < 0.12 * paths.max()
        assert np.corrcoef(each.across, paths)[0, 1] > 0.97 or np.ptp(paths) == 0
    deep, wide, strided = same_field.ALL
    assert (deep.square, wide.square) == (15, 31)
    assert strided.square >= 29


def test_measured_squares_lie_on_the_line_of_the_paths() -> None:
    assert [measured(depth) for depth in MEASURED] == [SQUARES[depth] for depth in MEASURED]
    assert [FIELDS[depth] for depth in (1, 15, 40)] == [3, 31, 81]
