"""Ways to enlarge a map: copies, blends of two alignments, transposed convolution, pixel shuffle.

Maps are arrays of rows and columns; a row alone is an array of one axis.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Values = NDArray[np.float64]


def places(cells: int, outputs: int, *, aligned: bool) -> Values:
    """Where each output lies among the cells, in cells; cell i lies at i.

    With aligned corners the outermost outputs lie upon the outermost cells. Without, each cell is as wide as
    its share of the outputs, its value stands in its middle, and outputs beyond the outermost middles get
    places below 0 or above `cells` - 1.
    """
    at = np.arange(outputs)
    if aligned:
        return np.asarray(at * (cells - 1) / (outputs - 1), np.float64)
    return np.asarray((at + 0.5) * cells / outputs - 0.5, np.float64)


def weights(cells: int, outputs: int, *, aligned: bool) -> Values:
    """What each output takes of each cell, shape (outputs, cells); beyond the ends the last value stays."""
    at = np.clip(places(cells, outputs, aligned=aligned), 0, cells - 1)
    return np.asarray(np.clip(1 - np.abs(at[:, None] - np.arange(cells)), 0, None), np.float64)


def blended(values: ArrayLike, *outputs: int, aligned: bool = False) -> Values:
    """Linear interpolation to so many outputs along each axis."""
    found = np.asarray(values, np.float64)
    for axis, length in enumerate(outputs):
        along = weights(found.shape[axis], length, aligned=aligned)
        found = np.moveaxis(np.tensordot(along, found, (1, axis)), 0, axis)
    return found


def copied(values: ArrayLike, scale: int) -> Values:
    """Each value `scale` times along each axis."""
    found = np.asarray(values, np.float64)
    for axis in range(found.ndim):
        found = found.repeat(scale, axis)
    return found


def transposed(values: ArrayLike, kernel: ArrayLike, stride: int, padding: int = 0) -> Values:
    """Transposed convolution of one channel: the kernel times each value, `stride` apart, added up.

    `padding` cuts so many outputs off every end.
    """
    found, stamp = np.asarray(values, np.float64), np.asarray(kernel, np.float64)
    size = [stride * (n - 1) + k for n, k in zip(found.shape, stamp.shape, strict=True)]
    total = np.zeros(size)
    for place, value in np.ndenumerate(found):
        where = tuple(slice(stride * at, stride * at + k) for at, k in zip(place, stamp.shape, strict=True))
        total[where] += value * stamp
    cut: Values = total[tuple(slice(padding, length - padding) for length in size)]
    return cut


def convolved(values: ArrayLike, kernel: ArrayLike) -> Values:
    """Convolution of one channel with stride 1 and no padding, the kernel not turned round."""
    windows = np.lib.stride_tricks.sliding_window_view(np.asarray(values, np.float64), np.shape(kernel))
    return np.asarray(np.einsum("rcij,ij->rc", windows, np.asarray(kernel, np.float64)), np.float64)


def shuffled(channels: ArrayLike, scale: int) -> Values:
    """Pixel shuffle: scale² channels of rows and columns become one map `scale` times as large.

    Channel `scale` a + b goes to the rows a, a + scale, … and the columns b, b + scale, ….
    """
    maps = np.asarray(channels, np.float64)
    _, rows, columns = maps.shape
    split = maps.reshape(scale, scale, rows, columns)
    woven: Values = split.transpose(2, 0, 3, 1).reshape(rows * scale, columns * scale)
    return woven


def linear_kernel(stride: int) -> Values:
    """Weights of one axis with which a transposed convolution interpolates between cell middles.

    2 stride weights where the stride is even, 2 stride - 1 where it is odd; padding stride // 2 makes the
    result `stride` times as large (stride odd: (stride - 1) / 2).
    """
    size = 2 * stride - stride % 2
    middle = (size - 1) / 2
    return np.asarray(1 - np.abs(np.arange(size) - middle) / stride, np.float64)
