"""Boundary: how well two outlines coincide.

One definition holds throughout. The boundary of a mask is its own pixels that touch (by a side) a pixel
outside it. The image's border is no boundary: what is cut off there goes on. Distances are Euclidean, between
pixel centres.
"""

import math
from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import ndimage

from maskmetrics.masks import Mask, MaskError, as_mask, as_pair


def boundary(mask: ArrayLike) -> Mask:
    """The pixels of `mask` that have at least one of their four neighbours outside it."""
    inside = as_mask(mask)
    eroded: Mask = ndimage.binary_erosion(inside, border_value=1)
    return inside & ~eroded


def boundary_f1(truth: ArrayLike, guess: ArrayLike, tolerance_px: float) -> float:
    """F1 of the two boundaries within a tolerance, from 0 to 1: the BF score.

    Precision is the share of the guess's boundary that lies at most `tolerance_px` from the truth's, recall
    the converse, F1 their harmonic mean. 1 if neither mask has a boundary, 0 if only one has. Source: Csurka,
    Larlus and Perronnin, "What is a good evaluation measure for semantic segmentation?", BMVC 2013, whose
    tolerance is a share of the image's diagonal. Raises MaskError for a negative tolerance.
    """
    if tolerance_px < 0:
        raise MaskError(f"the tolerance must not be negative, got {tolerance_px}")
    first, second = (boundary(mask) for mask in as_pair(truth, guess))
    if not (first.any() and second.any()):
        return float(first.any() == second.any())
    precision = float(np.mean(_distance_to(first)[second] <= tolerance_px))
    recall = float(np.mean(_distance_to(second)[first] <= tolerance_px))
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def trimap(truth: ArrayLike, width_px: float) -> Mask:
    """The pixels at most `width_px` from the boundary of `truth`, on either side of it.

    Empty where there is no boundary. Raises MaskError for a negative width.

    Source: Kohli, Ladicky and Torr, "Robust higher order potentials for enforcing label consistency", IJCV
    2009, which counts errors in such a band.
    """
    if width_px < 0:
        raise MaskError(f"the width must not be negative, got {width_px}")
    edge = boundary(truth)
    band: Mask = _distance_to(edge) <= width_px if edge.any() else edge
    return band


def _distance_to(marked: Mask) -> NDArray[np.float64]:
    return _distance_to_packed(np.packbits(marked).tobytes(), marked.shape)


@lru_cache(maxsize=8)
def _distance_to_packed(bits: bytes, shape: tuple[int, ...]) -> NDArray[np.float64]:
    """Measure once for a mask that is compared at several tolerances, or with several others; read-only."""
    marked = np.unpackbits(np.frombuffer(bits, np.uint8), count=math.prod(shape)).reshape(shape)
    distance: NDArray[np.float64] = ndimage.distance_transform_edt(marked == 0)
    distance.setflags(write=False)
    return distance
