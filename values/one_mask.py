"""The spoon's mask, changed by rule as in the explorer of the lesson on metrics, and what the scores say."""

from dataclasses import replace

from photographs import coarse, coffee

from explorers.mask_metrics.arithmetic import Outcome
from explorers.mask_metrics.settings import Settings

_SPOON = coarse.label_map() == coffee.LABELS["spoon"]
_UNCHANGED = Settings(thin=0, erode=0, dilate=0, across=0, down=0, tolerance=2)

moved_px = 3
tolerance = _UNCHANGED.tolerance
side = coarse.SIDE
pixels = int(_SPOON.sum())

_MOVED = replace(_UNCHANGED, across=moved_px)
outcome = {
    "moved": Outcome.of(_SPOON, _MOVED),
    "forgiven": Outcome.of(_SPOON, replace(_MOVED, tolerance=moved_px)),
    "thin": Outcome.of(_SPOON, replace(_UNCHANGED, thin=1)),
    "eroded": Outcome.of(_SPOON, replace(_UNCHANGED, erode=1)),
    "dilated": Outcome.of(_SPOON, replace(_UNCHANGED, dilate=1)),
}
"""What comes of each change: the numbers that the explorer shows."""

right, missed = outcome["moved"].counts.right, outcome["moved"].counts.missed
union = right + 2 * missed
found = right / pixels
cut = outcome["thin"].counts.missed
