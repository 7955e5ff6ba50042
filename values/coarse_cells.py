"""What one label a cell can draw, and what a network without skips drew through a map of such cells.

The scenes are the stored ones of the skip experiment with two shapes, which no network has seen in training;
the network is the first seed's of the variant without skips. Three poolings leave it one position for each
cell of 8 x 8 pixels. All numbers are those of the figure finer-than-cells.
"""

import json
from pathlib import Path
from statistics import fmean

from finer_than_cells import BRIEF, HARD, IOU, LENGTHY, SCORES
from trained.cell_scores import CELL, CELLS, SCENES
from trained.two_shapes import LONG, SHORT

DATA = ["experiments/results/cell-reading.json"]

cell, side, scenes = CELL, CELLS, SCENES
"""Pixels along a side of a cell, cells along a side of a scene, and stored scenes."""

steps = {"short": SHORT.lengths[-1], "long": LONG.lengths[-1]}
channels = LONG.settings["widths"][-1]
"""Numbers that the narrowest map holds at each position."""

labels, scores = IOU[HARD], IOU[SCORES]
"""IoU by shape of the best whole cells, and of scores fitted to the truth (discs alone)."""

short, long = IOU[BRIEF], IOU[LENGTHY]
"""IoU by shape of what the network drew."""

_crosses = {steps: LONG.reached("none", "iou.cross", steps) for steps in LONG.lengths}
seeds = len(_crosses[steps["long"]])
measured = LONG.settings["measured_scenes"]
lengths = LONG.lengths
everywhere = {length: fmean(values) for length, values in _crosses.items()}
"""IoU of crosses over all measured scenes, the mean over the seeds, by steps."""

_reading = json.loads(Path(DATA[0]).read_text("utf-8"))
read = {shape: _reading[shape]["iou"] for shape in LONG.settings["shapes"]}
"""IoU of single shapes, read from the cells that they touch by a decoder that knows the shapes."""

numbers, pixels = channels * side**2, (cell * side) ** 2
"""Numbers of the narrowest map and pixels of a scene."""
