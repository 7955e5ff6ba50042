"""Regions of a label map: where to write in them, and the lines between them."""

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage


def innermost(region: NDArray[np.bool_]) -> tuple[float, float]:
    """The middle (x, y) of the pixel that lies deepest inside, the frame counting as a border."""
    depth = ndimage.distance_transform_edt(np.pad(region, 1))[1:-1, 1:-1]
    row, column = np.unravel_index(np.argmax(depth), depth.shape)
    return float(column) + 0.5, float(row) + 0.5


def borders(labels: NDArray[np.int64]) -> tuple[list[float], list[float]]:
    """The sides between pixels of different labels as one broken line: x and y, nan between its parts."""
    xs: list[float] = []
    ys: list[float] = []
    down, across = labels[1:] != labels[:-1], (labels[:, 1:] != labels[:, :-1]).T
    for differ, along, beside in ((down, xs, ys), (across, ys, xs)):
        for line, sides in enumerate(differ, start=1):
            for begin, end in np.flatnonzero(np.diff(np.pad(sides, 1).astype(int))).reshape(-1, 2).tolist():
                along += [begin, end, np.nan]
                beside += [line, line, np.nan]
    return xs, ys
