"""Overlap: how much of two masks coincides."""

import numpy as np
from numpy.typing import ArrayLike

from maskmetrics.masks import as_pair


def iou(truth: ArrayLike, guess: ArrayLike) -> float:
    """Intersection over union, the Jaccard index J, from 0 to 1. Two empty masks are equal: 1."""
    first, second = as_pair(truth, guess)
    union = np.count_nonzero(first | second)
    return float(np.count_nonzero(first & second) / union) if union else 1.0


def dice(truth: ArrayLike, guess: ArrayLike) -> float:
    """Twice the intersection over the sum of both areas, 2J / (1 + J), from 0 to 1. Two empty masks: 1."""
    first, second = as_pair(truth, guess)
    areas = np.count_nonzero(first) + np.count_nonzero(second)
    return float(2 * np.count_nonzero(first & second) / areas) if areas else 1.0
