"""The coffee's label map and drawings of it, scored in every way that the lesson on metrics speaks of."""

import numpy as np
from averaging import OF_IMAGES, OF_SET
from boundary_score import DRAWN, SPOON
from same_iou import TRUTH
from scored_map import BY_TILE, CLASSES, COUNTS, FINE, LABELS, NAMES, PIXELS, band, scored

from maskmetrics import Confusion, boundary_f1, confusion, iou

_CLASS = NAMES.index("spoon")
_MATRIX = COUNTS.counts

pixels = PIXELS
right = int(_MATRIX[_CLASS, _CLASS])
missed = int(_MATRIX[_CLASS].sum()) - right
invented = int(_MATRIX[:, _CLASS].sum()) - right
union = right + missed + invented
both_areas = 2 * right + missed + invented

iou_of = dict(zip(NAMES, COUNTS.iou.tolist(), strict=True))
dice_of = dict(zip(NAMES, COUNTS.dice.tolist(), strict=True))
share_of = {name: float(np.mean(at == LABELS)) for at, name in enumerate(NAMES)}

pixel_accuracy = COUNTS.pixel_accuracy
mean_iou = COUNTS.mean_iou

_NO_SPOON = confusion(LABELS, np.where(_CLASS == LABELS, 0, LABELS), CLASSES)
no_spoon = {"accuracy": _NO_SPOON.pixel_accuracy, "mean_iou": _NO_SPOON.mean_iou}
"""The truth with every spoon pixel called background."""


def _recalls(of: Confusion) -> float:
    return float(np.mean(np.diag(of.counts) / of.counts.sum(axis=1)))


percent = {
    f"{drawn}{name}": f"{100 * value:.1f}"
    for drawn, counts in (("", COUNTS), ("no_spoon_", _NO_SPOON))
    for name, value in (
        ("pixel_accuracy", counts.pixel_accuracy),
        ("mean_accuracy", _recalls(counts)),
        ("mean_iou", counts.mean_iou),
        ("weighted", counts.frequency_weighted_iou),
    )
}
"""The four averages of a table, in per cent, of the drawing and of the truth without its spoon."""

_IOUS = np.array([each.iou for each in BY_TILE])
tiles = len(BY_TILE)
spoon_of_set, spoon_of_images = OF_SET, OF_IMAGES
spoon_tiles = int(np.sum(~np.isnan(_IOUS[:, _CLASS])))
without_spoon = tiles - spoon_tiles

_UNIONS = np.array(
    [each.counts.sum(axis=0) + each.counts.sum(axis=1) - np.diag(each.counts) for each in BY_TILE]
)
spoon_weighted_by_union = float(np.nansum(_IOUS[:, _CLASS] * _UNIONS[:, _CLASS]) / _UNIONS[:, _CLASS].sum())
"""The mean of the images' IoUs of the spoon, each weighted by the pixels of its union."""

images_absent_left_out = float(np.nanmean(_IOUS[:, _CLASS]))
images_absent_one = float(np.nan_to_num(_IOUS[:, _CLASS], nan=1).mean())
images_absent_zero = float(np.nan_to_num(_IOUS[:, _CLASS], nan=0).mean())
"""The mean of the images' IoUs of the spoon, where images without any have no score, 1, or 0."""

_BAND = band(LABELS, 4)
_ELSEWHERE = np.random.default_rng(0).permutation(_BAND.ravel()).reshape(_BAND.shape)
voided = {
    name: {
        "none": scored(guess, np.ones_like(_BAND)).mean_iou,
        "band": scored(guess, ~_BAND).mean_iou,
        "random": scored(guess, ~_ELSEWHERE).mean_iou,
    }
    for name, guess in (("label", FINE["one label a cell"]), ("shares", FINE["shares"]))
}
"""Mean IoU of the two drawings with nothing void, a band of 4 pixels, or as many pixels anywhere."""

f1_by_tolerance = {at: boundary_f1(SPOON, DRAWN, at) for at in (1, 2, 4, 8)}
spoon_iou_fine = iou(SPOON, DRAWN)

opposite_f1, opposite_iou = boundary_f1(TRUTH, ~TRUTH, 1), iou(TRUTH, ~TRUTH)
"""The cup against everything but the cup."""
