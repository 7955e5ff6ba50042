"""What comes of settings: the drawing, what of it is right, and its scores, every one from maskmetrics."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from explorers.mask_metrics.settings import Settings
from maskmetrics import Confusion, Mask, boundary, boundary_f1, confusion, dice, iou, trimap


@dataclass(frozen=True, slots=True)
class Counts:
    """Pixels by what they are in truth and in the drawing."""

    right: int
    missed: int
    invented: int
    neither: int

    @classmethod
    def of(cls, table: Confusion) -> Counts:
        """From a confusion matrix of two classes, of which the second is the mask."""
        (neither, invented), (missed, right) = table.counts.tolist()
        return cls(right, missed, invented, neither)

    @property
    def pixels(self) -> int:
        """All pixels."""
        return self.right + self.missed + self.invented + self.neither


@dataclass(frozen=True, slots=True)
class Outlines:
    """Pixels of the two outlines, and how many of each lie within the tolerance of the other."""

    true: int
    true_near: int
    drawn: int
    drawn_near: int

    @classmethod
    def of(cls, truth: Mask, drawn: Mask, tolerance: int) -> Outlines:
        """With the boundaries and the distances of maskmetrics."""
        first, second = boundary(truth), boundary(drawn)
        near = first & trimap(drawn, tolerance), second & trimap(truth, tolerance)
        return cls(*(int(each.sum()) for each in (first, near[0], second, near[1])))


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores, from 0 to 1."""

    pixel_accuracy: float
    iou: float
    dice: float
    boundary_f1: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """What comes of settings, for a true mask."""

    settings: Settings
    truth: Mask
    drawn: Mask
    counts: Counts
    outlines: Outlines
    scores: Scores

    @classmethod
    def of(cls, truth: Mask, settings: Settings) -> Outcome:
        """Compute it by `maskmetrics`."""
        drawn = settings.drawn(truth)
        table = confusion(truth.astype(np.int64), drawn.astype(np.int64), 2)
        return cls(
            settings,
            truth,
            drawn,
            Counts.of(table),
            Outlines.of(truth, drawn, settings.tolerance),
            Scores(
                table.pixel_accuracy,
                iou(truth, drawn),
                dice(truth, drawn),
                boundary_f1(truth, drawn, settings.tolerance),
            ),
        )
