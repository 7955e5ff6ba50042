"""Confusion: how often each true label was given each label, and the measures that follow from the counts."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import add

import numpy as np
from numpy.typing import ArrayLike, NDArray

from maskmetrics.masks import MaskError


@dataclass(frozen=True, slots=True)
class Confusion:
    """Pixel counts, one row a true label and one column a predicted label: `counts[truth, guess]`.

    The counts of several images add up (`first + second`), which is how a measure over a set is taken; the
    mean of the images' own measures is another number.
    """

    counts: NDArray[np.int64]

    def __add__(self, other: "Confusion") -> "Confusion":
        if self.counts.shape != other.counts.shape:
            raise MaskError(f"numbers of classes differ: {len(self.counts)} and {len(other.counts)}")
        return Confusion(self.counts + other.counts)

    @property
    def pixel_accuracy(self) -> float:
        """Share of pixels labelled rightly; 1 where there is no pixel."""
        total = int(self.counts.sum())
        return float(np.trace(self.counts) / total) if total else 1.0

    @property
    def iou(self) -> NDArray[np.float64]:
        """IoU of each class, shape (classes,); NaN for a class that neither map has."""
        right = np.diagonal(self.counts)
        union = self.counts.sum(axis=0) + self.counts.sum(axis=1) - right
        empty = np.full(len(union), np.nan)
        ious: NDArray[np.float64] = np.divide(right, union, out=empty, where=union > 0)
        return ious

    @property
    def mean_iou(self) -> float:
        """Mean IoU over the classes that either map has; 1 where there is no pixel."""
        present = self.iou[~np.isnan(self.iou)]
        return float(present.mean()) if present.size else 1.0

    @property
    def dice(self) -> NDArray[np.float64]:
        """Dice of each class, 2J / (1 + J), shape (classes,); NaN for a class that neither map has."""
        return 2 * self.iou / (1 + self.iou)

    @property
    def frequency_weighted_iou(self) -> float:
        """IoU weighted by how many pixels truly are of each class; 1 where there is no pixel."""
        frequency = self.counts.sum(axis=1)
        total = int(frequency.sum())
        return float(np.nansum(self.iou * frequency) / total) if total else 1.0


def confusion(truth: ArrayLike, guess: ArrayLike, classes: int, void: int | None = None) -> Confusion:
    """Counts for one image. Labels run from 0 to classes - 1; pixels whose true label is `void` are left out.

    Raises MaskError where shapes differ, labels are not whole numbers, or one is out of range.
    """
    first, second = np.asarray(truth), np.asarray(guess)
    if first.shape != second.shape:
        raise MaskError(f"shapes differ: {first.shape} and {second.shape}")
    if first.dtype.kind not in "iu" or second.dtype.kind not in "iu":
        raise MaskError(f"labels are whole numbers, got {first.dtype} and {second.dtype}")
    counted = np.ones(first.shape, bool) if void is None else first != void
    first, second = first[counted].astype(np.int64), second[counted].astype(np.int64)
    for label in np.unique(np.concatenate([first, second])):
        if not 0 <= label < classes:
            raise MaskError(f"label {label} is not one of the {classes} classes")
    counts = np.bincount(classes * first + second, minlength=classes**2)
    return Confusion(counts.reshape(classes, classes).astype(np.int64))


def total(confusions: Iterable[Confusion]) -> Confusion:
    """The counts of a whole set. Raises MaskError for an empty one."""
    counted = list(confusions)
    if not counted:
        raise MaskError("a set needs at least one image")
    return reduce(add, counted)
