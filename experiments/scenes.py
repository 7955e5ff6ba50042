"""Scenes: pictures of shapes on textured ground with their label maps, drawn by a seeded generator."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from experiments.shapes import shape_mask
from maskmetrics import Mask

BACKGROUND = 0
REACH_PX = (5.0, 9.0)
TRIES = 20
"""How often a place is sought for a shape before the scene goes without it."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture (rows, columns) of brightness and its labels; label n is the n-th shape, 0 the ground."""

    image: NDArray[np.float32]
    labels: NDArray[np.uint8]


def scene(generator: np.random.Generator, shapes: tuple[str, ...], side: int, noise: float) -> Scene:
    """A scene with three to five shapes that neither touch each other nor leave the picture.

    `noise` is the standard deviation of what is added to each pixel on its own.
    """
    labels = np.full((side, side), BACKGROUND, np.uint8)
    brightness = _texture(generator, side)
    for _ in range(generator.integers(3, 6)):
        label = int(generator.integers(len(shapes))) + 1
        mask = _placed(generator, shapes[label - 1], labels)
        if mask is not None:
            labels[mask] = label
            brightness[mask] += generator.uniform(1.2, 2.2)
    brightness += generator.normal(0, noise, (side, side))
    return Scene(brightness.astype(np.float32), labels)


def scenes(seed: int, count: int, shapes: tuple[str, ...], side: int, noise: float) -> list[Scene]:
    """The first `count` scenes of a seed."""
    generator = np.random.default_rng(seed)
    return [scene(generator, shapes, side, noise) for _ in range(count)]


def _texture(generator: np.random.Generator, side: int) -> NDArray[np.float64]:
    """Blotches of two sizes, of mean 0 and standard deviation 0.5 together."""
    blotches = sum(
        _unit(ndimage.gaussian_filter(generator.normal(size=(side, side)), sigma)) for sigma in (1, 4)
    )
    return 0.5 * _unit(np.asarray(blotches))


def _unit(values: NDArray[np.float64]) -> NDArray[np.float64]:
    scaled: NDArray[np.float64] = (values - values.mean()) / values.std()
    return scaled


def _placed(generator: np.random.Generator, shape: str, labels: NDArray[np.uint8]) -> Mask | None:
    """The pixels of a new shape clear of those that stand, or None where no try found room."""
    side = len(labels)
    taken = ndimage.binary_dilation(labels != BACKGROUND, iterations=2)
    for _ in range(TRIES):
        reach = generator.uniform(*REACH_PX)
        row, column = generator.uniform(reach, side - 1 - reach, 2)
        mask = shape_mask(shape, side, (row, column), reach, generator.uniform(0, np.pi))
        if not (mask & taken).any():
            return mask
    return None
