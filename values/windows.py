"""How alike two neighbouring windows of a photograph are once they are pooled.

The photograph is the uncut one of the figure label-map, in grey. Each window lies at a random place, beside
one that is a pixel further along the row; both are pooled by the maximum over square blocks.
"""

import numpy as np
from numpy.typing import NDArray
from photographs import coffee

side = 32
"""Pixels along a side of a window."""

_PAIRS = 2000


def _pooled(grey: NDArray[np.float64], corners: NDArray[np.int64], block: int) -> NDArray[np.float64]:
    """Windows after a max pooling over blocks, shape (windows, values)."""
    windows = np.lib.stride_tricks.sliding_window_view(grey, (side, side))[corners[:, 0], corners[:, 1]]
    cells = windows.reshape(len(corners), side // block, block, side // block, block)
    return np.asarray(cells.max(axis=(2, 4)).reshape(len(corners), -1))


def _difference(block: int, beside: bool) -> float:
    grey = coffee.photograph().astype(float).mean(axis=2)
    random = np.random.default_rng(0)
    most = np.array(grey.shape) - side - 1
    here, elsewhere = random.integers(0, most, (2, _PAIRS, 2))
    there = here + np.array([0, 1]) if beside else elsewhere
    return float(np.abs(_pooled(grey, here, block) - _pooled(grey, there, block)).mean())


apart = {block: _difference(block, beside=True) for block in (1, 2, 4, 8, 16, 32)}
"""How much the pooled values of two neighbours differ, in grey levels of 256, by the side of the blocks."""

unrelated = {block: _difference(block, beside=False) for block in apart}
"""The same for windows at unrelated places."""
