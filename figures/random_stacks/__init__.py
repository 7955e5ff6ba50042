"""Stacks of convolutions with random weights: which pixels act on one unit, and on how many paths."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from convarith import Convolution, receptive_field

Maps = NDArray[np.float64]

CHANNELS = 16
INPUT_CHANNELS = 3
SHARE = 0.95
"""How much of the squared gradient the square round the middle has to hold."""


@dataclass(frozen=True)
class Stack:
    """Convolutions without padding, a ReLU after each but the last."""

    name: str
    layers: tuple[Convolution, ...]

    @property
    def field(self) -> int:
        return receptive_field(self.layers).size

    @cached_property
    def paths(self) -> NDArray[np.float64]:
        """On how many paths each pixel of a row reaches the unit; for a plane, row times column."""
        counts = Counter({0: 1})
        for layer in reversed(self.layers):
            before: Counter[int] = Counter()
            for output, number in counts.items():
                for position in layer.taps().positions(output):
                    before[position] += number
            counts = before
        return np.array([counts[pixel] for pixel in range(self.field)], float)

    @property
    def deviation_of_paths(self) -> float:
        """Standard deviation of the pixel at which a path begins, round the middle, along one axis."""
        return deviation(self.paths)

    @property
    def square_of_paths(self) -> int:
        """Side of the square that holds SHARE of the squared gradient, if that goes with the paths."""
        return side_of_square(np.outer(self.paths, self.paths))

    def squared_gradients(self, networks: int) -> Maps:
        """The squared gradient of the unit with respect to each pixel of its field, its sum 1.

        The mean over so many networks, of which each has weights of its own (normal, with He's variance) and
        looks at an image of its own, which is noise. The gradient is that of all channels of the unit, added
        up with random signs. Shape (field, field).
        """
        chance = np.random.default_rng(len(self.layers))
        total = np.zeros((self.field, self.field))
        for _ in range(networks):
            weights = random_weights(self.layers, chance)
            image = chance.standard_normal((INPUT_CHANNELS, self.field, self.field))
            signs = chance.choice([-1.0, 1.0], (CHANNELS, 1, 1))
            total += (gradient(self.layers, weights, image, signs) ** 2).sum(0)
        return np.asarray(total / total.sum())


def random_weights(layers: Sequence[Convolution], chance: np.random.Generator) -> list[Maps]:
    """One array (output channels, input channels, rows, columns) a layer."""
    read = [INPUT_CHANNELS, *[CHANNELS] * (len(layers) - 1)]
    return [
        chance.standard_normal((CHANNELS, channels, layer.kernel, layer.kernel))
        * np.sqrt(2 / (channels * layer.kernel**2))
        for layer, channels in zip(layers, read, strict=True)
    ]


def maps(layers: Sequence[Convolution], weights: Sequence[Maps], image: Maps) -> list[Maps]:
    """The image and what each layer gives, (channels, rows, columns) each, before its ReLU."""
    found = [image]
    for place, (layer, kernels) in enumerate(zip(layers, weights, strict=True)):
        read = np.maximum(found[-1], 0) if place else image
        windows = np.lib.stride_tricks.sliding_window_view(read, (layer.kernel,) * 2, axis=(1, 2))
        found.append(
            np.tensordot(kernels, windows[:, :: layer.stride, :: layer.stride], ([1, 2, 3], [0, 3, 4]))
        )
    return found


def gradient(layers: Sequence[Convolution], weights: Sequence[Maps], image: Maps, of: Maps) -> Maps:
    """The gradient of the last map, weighed by `of`, with respect to the image."""
    read = maps(layers, weights, image)[:-1]
    back = of
    for place in range(len(layers) - 1, -1, -1):
        back = _through(layers[place], weights[place], back, read[place].shape)
        if place:
            back = back * (read[place] > 0)
    return back


def _through(layer: Convolution, kernels: Maps, back: Maps, shape: tuple[int, ...]) -> Maps:
    """From the gradient of a layer's map to that of what it read."""
    if back[0].size == 1:  # one kernel over all that was read: no need to go through its weights one by one
        return np.asarray(np.tensordot(back[:, 0, 0], kernels, 1))
    before = np.zeros(shape)
    rows, columns = (layer.stride * size for size in back.shape[1:])
    for row in range(layer.kernel):
        for column in range(layer.kernel):
            places = before[:, row : row + rows : layer.stride, column : column + columns : layer.stride]
            places += np.tensordot(kernels[:, :, row, column], back, (0, 0))
    return before


def deviation(across: Sequence[float] | NDArray[np.float64]) -> float:
    """Standard deviation of the place, round the middle, where `across` says how often each occurs."""
    shares = np.asarray(across, float) / np.sum(across)
    places = np.arange(len(shares)) - (len(shares) - 1) / 2
    return float(np.sqrt(shares @ places**2))


def side_of_square(plane: Maps) -> int:
    """Side of the smallest square round the middle that holds SHARE of a plane."""
    side = len(plane)
    cuts = range((side - 1) // 2, -1, -1)
    held = (cut for cut in cuts if plane[cut : side - cut, cut : side - cut].sum() >= SHARE * plane.sum())
    return side - 2 * next(held)


def threes(layers: int) -> Stack:
    """So many convolutions of 3×3 with stride 1."""
    return Stack(f"{layers} times 3×3", (Convolution(kernel=3),) * layers)
