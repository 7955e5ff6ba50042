"""Masks: what a truth value for every pixel is, and when two of them can be compared."""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Mask = NDArray[np.bool_]
"""A truth value for every pixel, rows from the top, columns from the left."""


class MaskError(ValueError):
    """Masks or label maps that cannot be compared; the message says why."""


def as_mask(values: ArrayLike) -> Mask:
    """`values` as a mask of two axes. Raises MaskError for other axes and for anything but truth values."""
    mask: NDArray[Any] = np.asarray(values)
    if mask.ndim != 2 or mask.size == 0:
        raise MaskError(f"a mask has rows and columns, got an array of shape {mask.shape}")
    if mask.dtype != np.bool_:
        raise MaskError(
            f"a mask holds truth values, got {mask.dtype}; compare a label map with a label first"
        )
    return mask


def as_pair(truth: ArrayLike, guess: ArrayLike) -> tuple[Mask, Mask]:
    """Two masks of one shape. Raises MaskError where they differ in shape or are no masks."""
    first, second = as_mask(truth), as_mask(guess)
    if first.shape != second.shape:
        raise MaskError(f"shapes differ: {first.shape} and {second.shape}")
    return first, second
