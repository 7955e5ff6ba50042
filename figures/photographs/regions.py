"""Regions of a label map: where to write in them, and the lines between them."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

Corner = tuple[int, int]
"""x and y."""


def innermost(region: NDArray[np.bool_]) -> tuple[float, float]:
    """The middle (x, y) of the pixel that lies deepest inside, the frame counting as a border."""
    depth = ndimage.distance_transform_edt(np.pad(region, 1))[1:-1, 1:-1]
    row, column = np.unravel_index(np.argmax(depth), depth.shape)
    return float(column) + 0.5, float(row) + 0.5


def borders(labels: NDArray[np.int64]) -> tuple[list[float], list[float]]:
    """The sides between pixels of different labels as one broken line: x and y, nan between its parts."""
    ends: dict[Corner, list[Corner]] = {}
    for begin, end in _sides(labels):
        ends.setdefault(begin, []).append(end)
        ends.setdefault(end, []).append(begin)
    xs: list[float] = []
    ys: list[float] = []
    # What is no loop is walked from one of its ends.
    for corner in sorted(ends, key=lambda each: len(ends[each]) % 2 == 0):
        while ends[corner]:
            x, y = zip(*_walk(ends, corner), strict=True)
            xs += [*x, np.nan]
            ys += [*y, np.nan]
    return xs, ys


def _sides(labels: NDArray[np.int64]) -> Iterator[tuple[Corner, Corner]]:
    """The sides that lie in one line beside each other, as one from corner to corner."""
    down, across = labels[1:] != labels[:-1], (labels[:, 1:] != labels[:, :-1]).T
    for differ, is_upright in ((down, False), (across, True)):
        for line, sides in enumerate(differ, start=1):
            for begin, end in np.flatnonzero(np.diff(np.pad(sides, 1).astype(int))).reshape(-1, 2).tolist():
                yield ((line, begin), (line, end)) if is_upright else ((begin, line), (end, line))


def _walk(ends: dict[Corner, list[Corner]], corner: Corner) -> Iterator[Corner]:
    """Follow sides from a corner until none is left there, and take each away."""
    yield corner
    while ends[corner]:
        following = ends[corner].pop()
        ends[following].remove(corner)
        corner = following
        yield corner
