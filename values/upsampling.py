"""Ways to enlarge a map, measured as the lesson on upsampling speaks of them."""

import numpy as np
from checkerboard import DRAWS, EVEN, MANY, MEDIAN, UNEQUAL, contrast, inner
from enlargers import blended, convolved, linear_kernel, places, shuffled, transposed
from enlargers.fitted import best_kernel
from labels_between import BLENDED, COPIED, INVENTED, SCORES_BLENDED, TRUTH, WAYS
from row_enlarged import POOLED, ROW, WINDOW
from two_alignments import SAMPLES, SHARES, STRIDE

from convarith import TransposedConvolution
from convarith.window import transposed_size

_AT = 5
_MIDDLES, _CORNERS = (places(len(POOLED), len(ROW), aligned=aligned) for aligned in (False, True))

pixel, scale, cells, pixels = _AT, WINDOW, len(POOLED), len(ROW)
place_by_middles, place_by_corners = float(_MIDDLES[_AT]), float(_CORNERS[_AT])
share_of_second = place_by_middles
share_of_first = 1 - place_by_middles
first, second = int(POOLED[0]), int(POOLED[1])
by_middles = float(blended(POOLED, len(ROW))[_AT])
by_corners = float(blended(POOLED, len(ROW), aligned=True)[_AT])

_FAR = np.abs(places(7, 224, aligned=False) - places(7, 224, aligned=True)) * 32
furthest = float(_FAR.max())
"""Pixels by which the two alignments disagree at most, where 7 cells become 224 pixels."""

alignment = {
    name: {
        "middles": {"f1": held.f1(aligned=False), "iou": held.iou(aligned=False)},
        "corners": {"f1": held.f1(aligned=True), "iou": held.iou(aligned=True)},
    }
    for name, held in (("shares", SHARES), ("samples", SAMPLES))
}
stride = STRIDE

doubled = {
    "kernel_4": transposed_size(7, 4, stride=2, padding=1),
    "kernel_3": transposed_size(7, 3, stride=2, padding=1),
    "kernel_3_added": transposed_size(7, 3, stride=2, padding=1, output_padding=1),
}
"""Rows that transposed convolutions with stride 2 make of 7."""

kernel_weights = TransposedConvolution(channels=1, kernel=4, stride=2, bias=False).kernel ** 2

_ROW = np.random.default_rng(1).integers(0, 100, 12)
linear_off = float(
    np.abs(transposed(_ROW, linear_kernel(WINDOW), WINDOW, WINDOW // 2) - blended(_ROW, len(_ROW) * WINDOW))[
        WINDOW:-WINDOW
    ].max()
)
"""How far a transposed convolution with linear weights is from interpolation, away from the ends."""

draws = DRAWS
median = {
    "three": MEDIAN["kernel 3"],
    "four": MEDIAN["kernel 4"],
    "shuffle": MEDIAN["pixel shuffle"],
    "copied": abs(MEDIAN["copied, then 3×3"]),
    "equal": abs(MEDIAN["pixel shuffle, equal kernels"]),
}
unequal = {
    "three": UNEQUAL["kernel 3"],
    "four": UNEQUAL["kernel 4"],
    "shuffle": UNEQUAL["pixel shuffle"],
}
"""How far the sums of a block lie apart where weights have the mean 0."""
most = {"copied": max(abs(each["copied, then 3×3"]) for each in MANY)}
"""The highest contrast of all draws."""

_RISING = np.arange(8)
rise = {
    name: [float(each) for each in np.diff(grown)[1:-1]]
    for name, grown in {
        "copied": np.repeat(_RISING, 2),
        "blended": blended(_RISING, 2 * len(_RISING)),
    }.items()
}
"""What the kernel -1 1 makes of an evenly rising row that was enlarged by 2, away from the ends."""

_BEST = {"three": best_kernel(3, 1), "four": best_kernel(4, 1)}
best = {name: contrast(inner(transposed(EVEN, kernel, 2))) for name, kernel in _BEST.items()}
"""Contrast on an even map of the kernels that enlarge a photograph best."""

_RANDOM = np.random.default_rng(2)
_MAP, _KERNELS = _RANDOM.integers(0, 10, (12, 12)), _RANDOM.integers(-5, 6, (4, 3, 3))
_WOVEN = shuffled(np.array([convolved(_MAP, kernel) for kernel in _KERNELS]), 2)
_STAMP = shuffled(np.flip(_KERNELS, axis=(1, 2)), 2)
_STAMPED = transposed(_MAP, _STAMP, 2, 4)
compared = _WOVEN.size
equal = int(np.sum(_WOVEN == _STAMPED))
"""Outputs of four 3x3 convolutions, woven, and how many a transposed convolution gives from their weights."""

invented = {
    name: int(INVENTED[way].sum()) for name, way in zip(("copied", "blended", "planes"), WAYS, strict=True)
}
wrong = {
    name: float(np.mean(drawn != TRUTH))
    for name, drawn in (("copied", COPIED), ("blended", BLENDED), ("planes", SCORES_BLENDED))
}

full_size, shrunk = 77.21, 76.01
"""Mean IoU in per cent of DeepLabv3 on VOC 2012 val, by the size of the label maps in training.

Chen and others 2017 (arXiv 1706.05587): scores enlarged for the loss, or label maps shrunk.
"""

gain_of_full_size = full_size - shrunk
