"""Cells: the best that one label a cell can do, and what one share a class and cell can."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from maskmetrics.masks import Mask, MaskError, as_mask


@dataclass(frozen=True, slots=True)
class BestCells:
    """The cells to fill for the highest possible IoU.

    `cells` has one truth value a cell, `iou` is what they reach, and `threshold` = iou / (1 + iou) is the
    foreground share that a filled cell exceeds; it is below one half unless the masks coincide.
    """

    cells: Mask
    iou: float
    threshold: float


def cell_shares(mask: ArrayLike, stride: int) -> NDArray[np.float64]:
    """Foreground share of each `stride` x `stride` cell, shape (ceil(rows / stride), ceil(columns / stride)).

    Cells begin at the top left; those that hang over the right or the bottom count only the pixels they have.
    Raises MaskError for a stride below 1.
    """
    filled, areas = _counts(as_mask(mask), stride)
    return filled / areas


def best_cells(mask: ArrayLike, stride: int) -> BestCells:
    """The best one label a cell for IoU with `mask`, exactly.

    Filling a set of cells gives J = (foreground inside) / (all foreground + background inside). A ratio of
    two sums is greatest where every cell with (foreground) - J (background) > 0 is filled, that is, with a
    share above J / (1 + J); raising J until it reproduces itself finds that set (Dinkelbach, "On nonlinear
    fractional programming", Management Science 13, 1967). An empty mask fills nothing and reaches 1. Raises
    MaskError for a stride below 1.
    """
    inside = as_mask(mask)
    filled, areas = _counts(inside, stride)
    total = int(filled.sum())
    if total == 0:
        return BestCells(np.zeros(filled.shape, bool), 1.0, 0.5)
    reached, previous = 0.0, -1.0
    cells = filled > 0
    while reached > previous:
        cells = filled * (1 + reached) > areas * reached
        previous, reached = reached, float(filled[cells].sum() / (total + (areas - filled)[cells].sum()))
    return BestCells(cells, reached, reached / (1 + reached))


def spread(cells: NDArray[np.generic], stride: int, shape: tuple[int, int]) -> NDArray[np.generic]:
    """Every cell's value at each of its pixels, cut to `shape` (rows, columns): nearest upsampling."""
    return cells.repeat(stride, axis=0).repeat(stride, axis=1)[: shape[0], : shape[1]]


def enlarged(values: ArrayLike, stride: int, shape: tuple[int, int]) -> NDArray[np.float64]:
    """Every cell's value at the middle of the cell, bilinear between, cut to `shape` (rows, columns).

    Beyond the outermost middles the value stays. This is what frameworks call bilinear upsampling without
    aligned corners. Raises MaskError for a stride below 1.
    """
    cells = np.asarray(values, np.float64)
    rows, columns = (_weights(at, length, stride) for at, length in zip(cells.shape, shape, strict=True))
    return rows @ cells @ columns.T


def soft_label_map(labels: ArrayLike, classes: int, stride: int) -> NDArray[np.int64]:
    """The label map that survives if each cell keeps the share of every class, shape of `labels`.

    `labels` are whole numbers from 0 to `classes` - 1. The shares are enlarged, and a pixel gets the class
    whose share is the largest there, the lowest label where several are equal. Raises MaskError for a stride
    below 1.
    """
    known = np.asarray(labels)
    rows, columns = known.shape
    shares = [
        enlarged(cell_shares(known == label, stride), stride, (rows, columns)) for label in range(classes)
    ]
    found: NDArray[np.int64] = np.argmax(shares, axis=0)
    return found


def _weights(cells: int, length: int, stride: int) -> NDArray[np.float64]:
    """What each of `length` positions takes from each cell along one axis, shape (length, cells)."""
    if stride < 1:
        raise MaskError(f"the stride must be at least 1, got {stride}")
    at = np.clip((np.arange(length) + 0.5) / stride - 0.5, 0, cells - 1)
    weights: NDArray[np.float64] = np.clip(1 - np.abs(at[:, None] - np.arange(cells)), 0, None)
    return weights


def _counts(mask: Mask, stride: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    if stride < 1:
        raise MaskError(f"the stride must be at least 1, got {stride}")
    return _sums(mask, stride), _sums(np.ones_like(mask), stride)


def _sums(mask: Mask, stride: int) -> NDArray[np.int64]:
    rows, columns = (np.arange(0, length, stride) for length in mask.shape)
    sums: NDArray[np.int64] = np.add.reduceat(
        np.add.reduceat(mask.astype(np.int64), rows, axis=0), columns, axis=1
    )
    return sums
