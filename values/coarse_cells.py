"""What one label a cell can draw, and what a network without skips drew through cells of that size.

The scenes are the stored ones of the skip experiment with two shapes, which no network has seen in training;
the network is the first seed's of the variant without skips. Three poolings leave it one position for each
cell of 8 x 8 pixels. Fills are chosen for each class on its own, so no label map of cells scores higher.
"""

import numpy as np
from PIL import Image
from trained.two_shapes import FOLDER, SETTINGS

from maskmetrics import best_cells, iou

NAMES = ("ground", *SETTINGS["shapes"])
TRUTH, DRAWN = (np.asarray(Image.open(FOLDER / f"{name}.png"), np.uint8) for name in ("truth", "none"))

cell = 2 ** (len(SETTINGS["widths"]) - 1)
side = SETTINGS["side"] // cell
"""Positions along a side of the narrowest map."""

scenes = SETTINGS["stored_scenes"]

best = {name: best_cells(label == TRUTH, cell).iou for label, name in enumerate(NAMES)}
network = {name: iou(label == TRUTH, label == DRAWN) for label, name in enumerate(NAMES)}
best_mean = float(np.mean(list(best.values())))
network_mean = float(np.mean(list(network.values())))
assert TRUTH.shape == DRAWN.shape == (SETTINGS["side"], scenes * SETTINGS["side"])
