"""Scores for each pixel of a photograph by 1×1 convolutions, fitted to its label map.

A coarse map knows the classes and not where they end: for each cell the logarithm of the share of every
class, taken from the truth. A fine map knows the colour of each pixel and nothing else.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from photographs import coffee, square

from maskmetrics import Mask, boundary_f1, cell_shares, enlarged, iou

Channels = NDArray[np.float64]
"""One row a pixel, one column a channel."""

SIDE = 224
STRIDE = 32
CLASSES = 4
TOLERANCE_PX = 2
LEAST_SHARE = 0.02
"""Added to each share, so that its logarithm is a number."""
DECAY = 1e-4
"""How much half the sum of the squared weights adds to the loss, so that it has one smallest value."""
LABELS = square.label_map(SIDE)
FITTED = (slice(None, None, 2), slice(None, None, 2))
"""The pixels that weights are fitted to, every second one of every second row."""


@cache
def colours() -> Channels:
    """Red, green and blue of each pixel, their mean taken off."""
    pixels = square.photograph(SIDE).reshape(-1, 3) / 255
    return np.asarray(pixels - pixels.mean(0))


@cache
def coarse() -> Channels:
    """The logarithms of the shares of each class in cells of STRIDE pixels, enlarged bilinearly."""
    shares = [cell_shares(label == LABELS, STRIDE) for label in range(CLASSES)]
    logs = [enlarged(np.log(each + LEAST_SHARE), STRIDE, LABELS.shape) for each in shares]
    return np.reshape(logs, (CLASSES, -1)).T


def mirrored(channels: Channels) -> Channels:
    """The same numbers in each cell, at places that are mirrored within it, along rows and columns."""
    cells = SIDE // STRIDE
    parted = channels.reshape(cells, STRIDE, cells, STRIDE, -1)[:, ::-1, :, ::-1]
    return parted.reshape(channels.shape)


@dataclass(frozen=True)
class Layer:
    """A 1×1 convolution: a weight for each class and channel, and a bias for each class."""

    weights: Channels
    biases: NDArray[np.float64]

    def scores(self, channels: Channels) -> Channels:
        """One row a pixel, one column a class: at each pixel from its own channels alone."""
        return channels @ self.weights.T + self.biases

    def drawn(self, channels: Channels) -> "Drawing":
        return Drawing(self.scores(channels).argmax(1).reshape(LABELS.shape))


@dataclass(frozen=True)
class Drawing:
    """A label map of the photograph, held against the true one."""

    labels: NDArray[np.int64]

    @property
    def wrong(self) -> float:
        """The share of pixels with a wrong label."""
        return float((self.labels != LABELS).mean())

    @property
    def iou(self) -> dict[str, float]:
        return {name: iou(*self._masks(label)) for name, label in coffee.LABELS.items()}

    @property
    def f1(self) -> dict[str, float]:
        """Boundary F1 of each class with a tolerance of TOLERANCE_PX."""
        return {name: boundary_f1(*self._masks(label), TOLERANCE_PX) for name, label in coffee.LABELS.items()}

    def _masks(self, label: int) -> tuple[Mask, Mask]:
        return np.equal(LABELS, label), np.equal(self.labels, label)


def fitted(maps: Sequence[Channels]) -> Layer:
    """The layer over all channels whose softmax has the least cross-entropy, by Newton's method."""
    channels = np.column_stack(maps)
    read = np.column_stack([channels, np.ones(len(channels))]).reshape(*LABELS.shape, -1)[FITTED]
    read = read.reshape(-1, read.shape[-1])
    truth = np.eye(CLASSES)[LABELS[FITTED].ravel()]
    weights = np.zeros((CLASSES, read.shape[1]))
    step: Channels = np.full(weights.shape, np.inf)
    while np.abs(step).max() > 1e-8:
        chances = _softmax(read @ weights.T)
        slope = (chances - truth).T @ read / len(read) + DECAY * weights
        step = np.asarray(np.linalg.solve(_curvature(chances, read), slope.ravel()).reshape(weights.shape))
        weights -= step
    return Layer(weights[:, :-1], weights[:, -1])


def _softmax(scores: Channels) -> Channels:
    powers = np.exp(scores - scores.max(1, keepdims=True))
    return np.asarray(powers / powers.sum(1, keepdims=True))


def _curvature(chances: Channels, read: Channels) -> Channels:
    """The second derivatives of the loss, a row and a column for each weight."""
    size = read.shape[1]
    whole = DECAY * np.eye(CLASSES * size)
    for one in range(CLASSES):
        for other in range(CLASSES):
            part = chances[:, one] * ((one == other) - chances[:, other])
            block = whole[one * size : (one + 1) * size, other * size : (other + 1) * size]
            block += (read * part[:, None]).T @ read / len(read)
    return whole
