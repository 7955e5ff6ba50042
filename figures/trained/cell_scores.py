"""What one score for each class and cell can draw at best, as `experiments.cell_scores` found it."""

import json
from pathlib import Path

import numpy as np

from maskmetrics import Mask, enlarged
from trained.two_shapes import LONG

DATA = ["experiments/results/cell-scores.json"]

SIDE = int(LONG.settings["side"])
SCENES = int(LONG.settings["stored_scenes"])
SHAPES: list[str] = LONG.settings["shapes"]
CELL = 2 ** (len(LONG.settings["widths"]) - 1)
CELLS = SIDE // CELL
FITTED = ("disc",)
"""The classes that scores were fitted to."""


def drawn(name: str) -> Mask:
    """The pixels that the stored scores of a class give it, all scenes side by side."""
    found = json.loads(Path(DATA[0]).read_text("utf-8"))[name]
    scenes = np.asarray(found, np.float64).reshape(SCENES, CELLS, CELLS, len(SHAPES) + 1)
    label = SHAPES.index(name) + 1
    maps = [
        [enlarged(scores[..., each], CELL, (SIDE, SIDE)) for each in range(len(SHAPES) + 1)]
        for scores in scenes
    ]
    return np.hstack([np.argmax(scores, axis=0) == label for scores in maps])
