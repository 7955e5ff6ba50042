"""The cup of coffee as an image for a classifier: cut square, and scaled to the side that it takes."""

from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from photographs import coffee

CUT = (78, 0, 478, 400)
"""Left, top, right and bottom of what is kept of the photograph."""
COLOURS = 64


@cache
def photograph(side: int) -> NDArray[np.uint8]:
    """Shape (side, side, 3), in so few colours that it is light to load."""
    cut = Image.fromarray(coffee.photograph()).crop(CUT)
    scaled = cut.resize((side, side), Image.Resampling.LANCZOS)
    return np.asarray(scaled.quantize(COLOURS, dither=Image.Dither.NONE).convert("RGB"))


def label_map(side: int) -> NDArray[np.int64]:
    """Shape (side, side): the label that lies under the middle of each pixel."""
    left, top, right, _ = CUT
    nearest = ((np.arange(side) + 0.5) * (right - left) / side).astype(int)
    labels: NDArray[np.int64] = coffee.label_map()[np.ix_(top + nearest, left + nearest)]
    return labels
