"""Shapes: the classes of a scene, masks of about the same reach."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from maskmetrics import Mask

ARM_PX = 2.0
"""Width of what is thin: a cross's arms, a ring's band."""

_Plane = NDArray[np.float64]
_Shape = Callable[[_Plane, _Plane, float], Mask]


def _disc(along: _Plane, across: _Plane, reach: float) -> Mask:
    return np.hypot(along, across) <= 0.7 * reach


def _cross(along: _Plane, across: _Plane, reach: float) -> Mask:
    thinner = np.minimum(np.abs(along), np.abs(across))
    longer = np.maximum(np.abs(along), np.abs(across))
    return (thinner <= ARM_PX / 2) & (longer <= reach)


def _square(along: _Plane, across: _Plane, reach: float) -> Mask:
    return np.maximum(np.abs(along), np.abs(across)) <= 0.6 * reach


def _ring(along: _Plane, across: _Plane, reach: float) -> Mask:
    return np.abs(np.hypot(along, across) - 0.7 * reach) <= ARM_PX / 2


SHAPES: Mapping[str, _Shape] = MappingProxyType(
    {"disc": _disc, "cross": _cross, "square": _square, "ring": _ring}
)


def shape_mask(shape: str, side: int, centre: tuple[float, float], reach: float, angle: float) -> Mask:
    """The pixels of one shape in a square of `side` pixels, turned by `angle` (radians) about `centre`.

    `centre` is (row, column); no pixel is farther than about `reach` times the square root of 2 from it.
    """
    rows, columns = np.mgrid[:side, :side].astype(float)
    down, right = rows - centre[0], columns - centre[1]
    along = right * np.cos(angle) + down * np.sin(angle)
    across = down * np.cos(angle) - right * np.sin(angle)
    return SHAPES[shape](along, across, reach)
