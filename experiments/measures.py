"""Measures: how well label maps agree with those of a set of scenes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from experiments.settings import Settings
from maskmetrics import boundary_f1, confusion, total

LabelMap = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Scores:
    """Measures over a whole set, from 0 to 1; `iou` by class, "ground" first."""

    mean_iou: float
    boundary_f1: float
    pixel_accuracy: float
    iou: dict[str, float]


def scores(truths: Sequence[LabelMap], guesses: Sequence[LabelMap], settings: Settings) -> Scores:
    """Mean IoU from the counts of the whole set; boundary F1 as the mean over scenes and shapes.

    Boundary F1 takes each shape that a scene's truth or guess has, its pixels as one mask. The ground is left
    out of it: its boundary is that of the shapes.
    """
    pairs = list(zip(truths, guesses, strict=True))
    counts = total(confusion(truth, guess, settings.classes) for truth, guess in pairs)
    return Scores(
        counts.mean_iou,
        float(np.mean(list(_boundary_scores(pairs, settings)))),
        counts.pixel_accuracy,
        dict(zip(("ground", *settings.shapes), map(float, counts.iou), strict=True)),
    )


def _boundary_scores(pairs: list[tuple[LabelMap, LabelMap]], settings: Settings) -> Iterator[float]:
    for truth, guess in pairs:
        for label in range(1, settings.classes):
            masks = truth == label, guess == label
            if any(mask.any() for mask in masks):
                yield boundary_f1(*masks, settings.tolerance_px)
