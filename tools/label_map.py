"""Writes docs/assets/coffee-labels.png, the label map in which the lesson on metrics changes a mask."""

from __future__ import annotations

import numpy as np
from photographs import coarse, coffee
from PIL import Image, ImageColor

from computed_figures.style import BLUE, GREEN, ORANGE
from tools.python_environment import ROOT

FILE = ROOT / "docs" / "assets" / "coffee-labels.png"
_COLOURS = {"saucer": ORANGE, "spoon": GREEN, "cup": BLUE}


def label_map() -> Image.Image:
    """An image whose numbers are the labels; its colours are seen where the file is opened by itself."""
    image = Image.fromarray(coarse.label_map().astype(np.uint8))
    names = sorted(coffee.LABELS, key=coffee.LABELS.__getitem__)
    colours = ["#FFFFFF", *(_COLOURS[name] for name in names)]
    image.putpalette([part for colour in colours for part in ImageColor.getrgb(colour)])
    return image


if __name__ == "__main__":
    label_map().save(FILE, optimize=True)
