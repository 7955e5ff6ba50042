"""A part of the photograph of the coffee in pixels so large that each of them can be seen."""

import numpy as np
from numpy.typing import NDArray

from photographs import coffee

SIDE = 4
"""Pixels of the photograph along a side of each."""
LEFT, TOP, COLUMNS, ROWS = 110, 52, 96, 72
"""Where the part begins in the photograph, and its size in large pixels."""


def label_map() -> NDArray[np.int64]:
    """Shape (ROWS, COLUMNS): the label that lies just right of and below the middle of each pixel."""
    rows, columns = (first + SIDE // 2 + SIDE * np.arange(n) for first, n in ((TOP, ROWS), (LEFT, COLUMNS)))
    labels: NDArray[np.int64] = coffee.label_map()[np.ix_(rows, columns)]
    return labels
