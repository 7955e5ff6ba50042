"""The command `python -m experiments.cell_reading`: what labels of cells tell a decoder that knows shapes.

Painting whole cells is not all that one label a cell allows: a decoder that knows discs can round them
off. Here single shapes are drawn at random, each cell says whether the shape touches it, and for every
pattern of such cells the mean of all drawn shapes with that pattern is kept. New shapes are then read from
their patterns alone: a pixel is filled where that mean exceeds a threshold, the one that suits the new shapes
best.
"""

import json
import sys
from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from experiments.results import RESULTS, stored
from experiments.scenes import REACH_PX
from experiments.shapes import shape_mask
from maskmetrics import Mask, cell_shares

FILE = RESULTS / "cell-reading.json"
DRAWN, NEW, SEED = 20_000, 1_500, 0
THRESHOLDS = np.linspace(0.3, 0.6, 16)

SETTINGS = stored("two-shapes").settings
CELL = 2 ** (len(SETTINGS.widths) - 1)


def reading(shape: str, drawn: int = DRAWN, new: int = NEW) -> dict[str, float]:
    """IoU of new shapes read from their patterns, and the share whose pattern was not drawn before."""
    random = np.random.default_rng(SEED)
    means: dict[bytes, list[Mask]] = defaultdict(list)
    for mask in _shapes(random, shape, drawn):
        means[_pattern(mask)].append(mask)
    both, either, unknown = np.zeros(len(THRESHOLDS)), np.zeros(len(THRESHOLDS)), 0
    for mask in _shapes(random, shape, new):
        known = means.get(_pattern(mask))
        if known is None:
            unknown += 1
            continue
        filled = np.mean(known, axis=0) > THRESHOLDS[:, None, None]
        both += (filled & mask).sum(axis=(1, 2))
        either += (filled | mask).sum(axis=(1, 2))
    return {"iou": float((both / either).max()), "unknown": unknown / new}


def _shapes(random: np.random.Generator, shape: str, count: int) -> list[Mask]:
    """Single shapes as the scenes have them: of any reach, place and angle."""
    side = SETTINGS.side
    shapes = []
    for _ in range(count):
        reach = random.uniform(*REACH_PX)
        row, column = random.uniform(reach, side - 1 - reach, 2)
        shapes.append(shape_mask(shape, side, (row, column), reach, random.uniform(0, np.pi)))
    return shapes


def _pattern(mask: Mask) -> bytes:
    """Which cells the shape touches."""
    touched: NDArray[np.bool_] = cell_shares(mask, CELL) > 0
    return touched.tobytes()


def main() -> int:
    """Read both shapes and store what came out."""
    found = {shape: reading(shape) for shape in SETTINGS.shapes}
    FILE.write_text(json.dumps({"drawn": DRAWN, "new": NEW, "seed": SEED, **found}, indent=1) + "\n", "utf-8")
    for shape, values in found.items():
        print(f"{shape}: IoU {values['iou']:.4f}, patterns never drawn {values['unknown']:.1%}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
