"""The kernel with which a transposed convolution enlarges a photograph best, by least squares."""

import numpy as np
from photographs import square

from enlargers import Values, transposed

SIDE, STRIDE = 128, 2


def photograph() -> Values:
    """Grey from 0 to 1, shape (SIDE, SIDE)."""
    return np.asarray(square.photograph(SIDE).mean(axis=2) / 255, np.float64)


def reduced(picture: Values) -> Values:
    """The mean of each block of STRIDE x STRIDE pixels."""
    half = len(picture) // STRIDE
    return np.asarray(picture.reshape(half, STRIDE, half, STRIDE).mean(axis=(1, 3)), np.float64)


def placed(found: Values, padding: int) -> Values:
    """The part of an enlarged map that lies over the photograph, without its outermost pixels."""
    margin = 4
    return found[padding + margin : padding + SIDE - margin, padding + margin : padding + SIDE - margin]


def best_kernel(side: int, padding: int) -> Values:
    """The weights, shape (side, side), that bring the reduced photograph nearest to the photograph itself."""
    small, truth = reduced(photograph()), placed(np.pad(photograph(), padding), padding)
    columns = []
    for tap in np.ndindex(side, side):
        kernel = np.zeros((side, side))
        kernel[tap] = 1
        columns.append(placed(transposed(small, kernel, STRIDE), padding).ravel())
    found, *_ = np.linalg.lstsq(np.stack(columns, axis=1), truth.ravel(), rcond=None)
    return np.asarray(found, np.float64).reshape(side, side)


def error(kernel: Values, padding: int) -> float:
    """Root of the mean squared difference to the photograph, in shares of white."""
    drawn = placed(transposed(reduced(photograph()), kernel, STRIDE), padding)
    return float(np.sqrt(np.mean((drawn - placed(np.pad(photograph(), padding), padding)) ** 2)))
