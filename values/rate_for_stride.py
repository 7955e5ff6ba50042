"""One network computed twice with the same weights: with a stride of 2, and with rate 2 in every later layer.

The stride is that of the first layer, or that of a max pooling after it. Weights and image are whole numbers
drawn once, so that equal values are equal to the last digit. Between the layers, negative values become zero.
"""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Map = NDArray[np.int64]
"""Channels, rows, columns."""

SIDE, CHANNELS, KERNEL = 33, (3, 4, 4, 4), 3
TAPS = range(KERNEL)
_draw = np.random.default_rng(0)
IMAGE: Map = _draw.integers(0, 10, (CHANNELS[0], SIDE, SIDE))
WEIGHTS = [_draw.integers(-3, 4, (after, before, KERNEL, KERNEL)) for before, after in pairwise(CHANNELS)]


def convolved(values: Map, weights: Map, stride: int = 1, rate: int = 1) -> Map:
    """A 3x3 convolution, padded with zeros so that stride 1 keeps the size."""
    side = values.shape[1]
    padded = np.pad(values, ((0, 0), (rate, rate), (rate, rate)))
    moved = [
        (weights[:, :, row, column], padded[:, row * rate :, column * rate :][:, :side, :side])
        for row in TAPS
        for column in TAPS
    ]
    every = sum(np.einsum("oi,irc->orc", weight, seen) for weight, seen in moved)
    return np.asarray(every)[:, ::stride, ::stride]


def network(stride: int, rate: int) -> Map:
    """The first layer has the stride, all later ones have the rate."""
    values = convolved(IMAGE, WEIGHTS[0], stride=stride)
    for weights in WEIGHTS[1:]:
        values = convolved(np.maximum(values, 0), weights, rate=rate)
    return values


def maxima(values: Map, stride: int) -> Map:
    """Max pooling with a window of 2x2."""
    down, across = np.maximum(values[:, :-1], values[:, 1:]), slice(None, None, stride)
    return np.maximum(down[:, :, :-1], down[:, :, 1:])[:, across, across]


def pooled_network(pooling_stride: int | None, rate: int) -> Map:
    """The first layer, a pooling unless its stride is None, and the later layers with the rate."""
    values = convolved(IMAGE, WEIGHTS[0])
    if pooling_stride:
        values = maxima(values, pooling_stride)
    for weights in WEIGHTS[1:]:
        values = convolved(np.maximum(values, 0), weights, rate=rate)
    return values


STRIDED = network(stride=2, rate=1)
POOLED = pooled_network(pooling_stride=2, rate=1)


def _equal(rate: int) -> int:
    """Values that agree where both maps have a position, the strided network and one with this rate."""
    return int(np.count_nonzero(network(stride=1, rate=rate)[:, ::2, ::2] == STRIDED))


side = SIDE
later_layers = len(WEIGHTS) - 1
compared = STRIDED.size
equal = {rate: _equal(rate) for rate in (1, 2)}
"""Of the values that are compared, by the rate of the later layers."""


def _equal_to_pooled(pooling_stride: int | None) -> int:
    rows, columns = POOLED.shape[1:]
    dense = pooled_network(pooling_stride, rate=2)[:, ::2, ::2][:, :rows, :columns]
    return int(np.count_nonzero(dense == POOLED))


pooled_compared = POOLED.size
pooled_equal = {"kept": _equal_to_pooled(1), "dropped": _equal_to_pooled(None)}
"""With rate 2: the pooling keeps its window and loses its stride, or is left out altogether."""
