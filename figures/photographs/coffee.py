"""A cup of espresso on its saucer with a spoon: the photograph and its label map."""

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from skimage import data, draw

DATA = ["figures/photographs/coffee.json"]

BACKGROUND = 0
LABELS = {"saucer": 1, "spoon": 2, "cup": 3}


def photograph() -> NDArray[np.uint8]:
    """The photograph, shape (400, 600, 3): `skimage.data.coffee`, by Rachel Michetti, CC0."""
    pixels: NDArray[np.uint8] = data.coffee()  # type: ignore[no-untyped-call]
    return pixels


def label_map() -> NDArray[np.int64]:
    """A label for each pixel, shape (400, 600): one of LABELS, or BACKGROUND."""
    drawn = json.loads(Path(__file__).with_name("coffee.json").read_text(encoding="utf-8"))
    labels = np.full(drawn["size"], BACKGROUND, np.int64)
    for outline in drawn["outlines"]:
        across_down = np.array(outline["points"])
        inside = draw.polygon2mask(labels.shape, across_down[:, ::-1])  # type: ignore[no-untyped-call]
        labels[inside] = LABELS[outline["label"]]
    return labels
