"""The coffee's label map, a drawing of it that is scored, and what the scores are taken from."""

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray
from panels.label_maps import painted
from photographs import coffee
from scipy import ndimage
from through_grids import CLASSES, LABELS, TRUTH, votes

from computed_figures.style import BLUE, GREEN, GREY, ORANGE
from maskmetrics import Confusion, Mask, confusion, soft_label_map, spread

Labels = NDArray[np.int64]

STRIDE = 16
NAMES = ("background", *sorted(coffee.LABELS, key=coffee.LABELS.__getitem__))
"""The classes in the order of their labels."""

COLOURS = {coffee.LABELS["saucer"]: ORANGE, coffee.LABELS["spoon"]: GREEN, coffee.LABELS["cup"]: BLUE}
PIXELS = LABELS.size

DRAWING = soft_label_map(LABELS, CLASSES, STRIDE)
"""The drawing: each cell of the grid kept the share of every class, and the largest share won."""

COUNTS = confusion(LABELS, DRAWING, CLASSES)

FINE_STRIDE = 8
FINE = {
    "one label a cell": np.asarray(spread(votes(FINE_STRIDE), FINE_STRIDE, LABELS.shape), np.int64),
    "shares": soft_label_map(LABELS, CLASSES, FINE_STRIDE),
}
"""Two drawings from a finer grid, which differ along the outlines."""

TILE = 96
ROWS, COLUMNS = (side // TILE for side in LABELS.shape)


def tiles(labels: Labels) -> list[Labels]:
    """A map cut into ROWS x COLUMNS squares, row by row."""
    return [
        labels[row * TILE : (row + 1) * TILE, column * TILE : (column + 1) * TILE]
        for row in range(ROWS)
        for column in range(COLUMNS)
    ]


BY_TILE: list[Confusion] = [
    confusion(truth, guess, CLASSES) for truth, guess in zip(tiles(LABELS), tiles(DRAWING), strict=True)
]
"""The drawing scored as if each tile were an image of its own."""


def band(labels: Labels, width_px: int) -> Mask:
    """The pixels that lie at most `width_px` from a border between classes, on either side of it.

    A pixel that touches another class by a side lies 1 pixel from the border; no pixel lies 0 from it.
    """
    edge = np.zeros(labels.shape, np.bool_)
    down, across = labels[1:] != labels[:-1], labels[:, 1:] != labels[:, :-1]
    edge[1:] |= down
    edge[:-1] |= down
    edge[:, 1:] |= across
    edge[:, :-1] |= across
    near: Mask = ndimage.distance_transform_edt(~edge) <= width_px - 1
    return near


def scored(guess: Labels, where: Mask) -> Confusion:
    """The counts of the pixels `where` alone; all others are void."""
    void = CLASSES
    return confusion(np.where(where, LABELS, void), guess, CLASSES, void=void)


def show(axes: Axes, labels: Labels) -> None:
    """A label map in the colours of its classes, background bare."""
    rows, columns = labels.shape
    axes.imshow(painted(labels, COLOURS), extent=(0, columns, rows, 0), aspect="auto")
    axes.set(xticks=[], yticks=[], xlim=(0, columns), ylim=(rows, 0))
    axes.spines[:].set(visible=True, color=GREY, linewidth=0.8)


__all__ = ["CLASSES", "LABELS", "TRUTH"]
