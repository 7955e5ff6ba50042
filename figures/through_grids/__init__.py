"""The coffee's label map through grids of stride 1 to 32: with one label a cell, or shares of all classes."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from photographs import coffee
from scipy import ndimage

from convarith import MaxPooling, receptive_field
from maskmetrics import Mask, best_cells, boundary_f1, cell_shares, enlarged, iou, soft_label_map, spread

TOLERANCE_PX = 2
TOLERANCES_PX = (1, 2, 4)
HALVINGS = range(6)
STRIDES = [int(receptive_field([MaxPooling(kernel=2)] * halvings).jump) for halvings in HALVINGS]
# The largest part of the photograph that the largest stride divides, so that no cell is cut.
ROWS, COLUMNS = (slice((n % STRIDES[-1]) // 2, n - (n % STRIDES[-1] + 1) // 2) for n in (400, 600))
NAMES = ("saucer", "cup", "spoon")
RADIUS_PX = 3


@dataclass(frozen=True)
class Kept:
    """What one way through a grid keeps of each class, as masks of the full size."""

    masks: dict[str, Mask]

    @property
    def iou(self) -> dict[str, float]:
        return {name: iou(TRUTH[name], mask) for name, mask in self.masks.items()}

    @property
    def mean_iou(self) -> float:
        return float(np.mean(list(self.iou.values())))

    def boundary_f1(self, tolerance_px: float) -> dict[str, float]:
        return {name: boundary_f1(TRUTH[name], mask, tolerance_px) for name, mask in self.masks.items()}

    def mean_f1(self, tolerance_px: float) -> float:
        return float(np.mean(list(self.boundary_f1(tolerance_px).values())))

    @property
    def neck(self) -> float:
        """Share of the spoon's neck that is still spoon."""
        return float(self.masks["spoon"][NECK].mean())


def of_map(labels: NDArray[np.int64]) -> Kept:
    return Kept({name: labels == coffee.LABELS[name] for name in NAMES})


def by_label(stride: int) -> Kept:
    """Each class on its own fills the cells that suit its IoU best; two may fill the same, or none may."""
    cells = {name: best_cells(mask, stride).cells for name, mask in TRUTH.items()}
    return Kept(
        {name: np.asarray(spread(fill, stride, LABELS.shape), np.bool_) for name, fill in cells.items()}
    )


def votes(stride: int) -> NDArray[np.int64]:
    """The label that most pixels of each cell have, background among them."""
    return np.asarray(np.argmax([cell_shares(label == LABELS, stride) for label in range(CLASSES)], axis=0))


def by_vote(stride: int) -> Kept:
    """Each cell's vote is painted over the cell: one label map."""
    return of_map(np.asarray(spread(votes(stride), stride, LABELS.shape), np.int64))


def by_enlarged_vote(stride: int) -> Kept:
    """Each cell's vote is enlarged as shares are, bilinearly, and the largest wins: what enlarging adds."""
    won = [votes(stride) == label for label in range(CLASSES)]
    return of_map(np.asarray(np.argmax([enlarged(cells, stride, LABELS.shape) for cells in won], axis=0)))


def by_shares(stride: int) -> Kept:
    """Each cell keeps a share of every class, background among them; enlarged, the largest wins."""
    return of_map(soft_label_map(LABELS, CLASSES, stride))


def thin_stretch(mask: Mask) -> Mask:
    """The largest piece of a mask that no disc within it covers, of `RADIUS_PX` about a pixel."""
    down, across = np.mgrid[-RADIUS_PX : RADIUS_PX + 1, -RADIUS_PX : RADIUS_PX + 1]
    disc = np.hypot(down, across) <= RADIUS_PX
    pieces, _ = ndimage.label(mask & ~ndimage.binary_opening(mask, disc))
    return np.asarray(pieces == np.bincount(pieces.ravel())[1:].argmax() + 1)


LABELS = coffee.label_map()[ROWS, COLUMNS]
CLASSES = len(coffee.LABELS) + 1
TRUTH: dict[str, Mask] = {name: np.equal(LABELS, coffee.LABELS[name]) for name in NAMES}
NECK = thin_stretch(TRUTH["spoon"])
NECK_WIDTHS = NECK.sum(axis=1)[NECK.any(axis=1)]
BY_LABEL = {stride: by_label(stride) for stride in STRIDES}
BY_VOTE = {stride: by_vote(stride) for stride in STRIDES}
BY_ENLARGED_VOTE = {stride: by_enlarged_vote(stride) for stride in STRIDES}
BY_SHARES = {stride: by_shares(stride) for stride in STRIDES}
WAYS = {"one label a cell": BY_LABEL, "a share of each class": BY_SHARES}


def claims(stride: int) -> tuple[int, int]:
    """How many cells two classes fill; how many none does, though background has less than half of them."""
    fills = np.sum([mask[::stride, ::stride] for mask in BY_LABEL[stride].masks.values()], axis=0)
    background = cell_shares(LABELS == coffee.BACKGROUND, stride)
    return int(np.sum(fills > 1)), int(np.sum((fills == 0) & (background < 1 / 2)))
