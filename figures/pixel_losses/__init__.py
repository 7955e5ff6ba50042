"""Losses of a pixel with two classes, and what each pushes: its slope with respect to the pixel's score.

A score z gives the object the probability 1 / (1 + exp(-z)). `p` is the probability of the pixel's *true*
class; the slope is that with respect to the true class's score: negative where the score should rise.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Values = NDArray[np.float64]


def cross_entropy(p: ArrayLike) -> Values:
    """-log p."""
    return np.asarray(-np.log(p), np.float64)


def cross_entropy_slope(p: ArrayLike) -> Values:
    """p - 1."""
    return np.asarray(p, np.float64) - 1


def focal(p: ArrayLike, gamma: float) -> Values:
    """(1 - p)^gamma times the cross-entropy (Lin and others, arXiv 1708.02002)."""
    wrong = 1 - np.asarray(p, np.float64)
    return np.asarray(wrong**gamma * cross_entropy(p), np.float64)


def focal_slope(p: ArrayLike, gamma: float) -> Values:
    """By the chain rule: (1 - p)^gamma (gamma p log p - (1 - p))."""
    known = np.asarray(p, np.float64)
    return np.asarray((1 - known) ** gamma * (gamma * known * np.log(known) - (1 - known)), np.float64)


def squared(p: ArrayLike) -> Values:
    """(1 - p)²."""
    return np.asarray((1 - np.asarray(p, np.float64)) ** 2, np.float64)


def squared_slope(p: ArrayLike) -> Values:
    """-2 (1 - p) p (1 - p)."""
    known = np.asarray(p, np.float64)
    return np.asarray(-2 * known * (1 - known) ** 2, np.float64)


def soft_dice(probabilities: ArrayLike, truth: ArrayLike) -> float:
    """2 Σpy / (Σp + Σy), of the object's probabilities and its truth, 0 or 1 (Milletari and others 2016
    square the terms below; this is the plain form)."""
    p, y = np.asarray(probabilities, np.float64), np.asarray(truth, np.float64)
    return float(2 * np.sum(p * y) / (np.sum(p) + np.sum(y)))


def dice_slope(probabilities: ArrayLike, truth: ArrayLike) -> Values:
    """Slope of 1 - soft Dice with respect to the object's score at each pixel."""
    p, y = np.asarray(probabilities, np.float64), np.asarray(truth, np.float64)
    both, overlap = np.sum(p) + np.sum(y), np.sum(p * y)
    return np.asarray(-2 * (y * both - overlap) / both**2 * p * (1 - p), np.float64)
