"""What pooling reads and keeps, on maps small enough to write out."""

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.int64]

MAP: Values = np.array([[7, 2, 1, 9], [4, 5, 8, 3], [6, 1, 2, 4], [3, 8, 7, 5]])
"""The largest of each window of 2 x 2 stands at another place, and two windows share their largest value."""


def windows(values: Values, side: int) -> Values:
    """The values of each window of `side` x `side`, in the order of reading: (rows, columns, side²).

    Windows do not overlap; what hangs over the right or the bottom is left out.
    """
    rows, columns = (length // side for length in values.shape)
    cut = values[: rows * side, : columns * side].reshape(rows, side, columns, side).swapaxes(1, 2)
    return cut.reshape(rows, columns, side**2)


def pooled(values: Values, side: int) -> Values:
    """Max pooling with a stride of its window."""
    highest: Values = windows(values, side).max(axis=2)
    return highest


def written(values: Values) -> list[list[str]]:
    """The values as the words of a grid, row by row."""
    return [[str(value) for value in row] for row in values.tolist()]


def said(values: Values) -> str:
    """The values in a line, rows parted by strokes."""
    return " / ".join(" ".join(row) for row in written(values))
