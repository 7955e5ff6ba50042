"""Four objects on a grid of cells, of which a vote in each cell erases one."""

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from panels import whole_panel

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, INK
from maskmetrics import Mask, cell_shares

CELL = 12
WIDTH, HEIGHT = 6 * CELL, 3 * CELL
PIXEL = 6
"""The side of a pixel in the drawing."""


def box(left: int, top: int, right: int, bottom: int) -> Mask:
    mask = np.zeros((HEIGHT, WIDTH), np.bool_)
    mask[top:bottom, left:right] = True
    return mask


def disc(x: int, y: int, radius: int) -> Mask:
    """The pixels whose middles lie within the radius of a corner between pixels."""
    rows, columns = np.mgrid[:HEIGHT, :WIDTH] + 0.5
    return np.asarray(np.hypot(columns - x, rows - y) <= radius)


OBJECTS: Mapping[str, Mask] = MappingProxyType(
    {
        "post": box(2, 4, 9, HEIGHT),
        "disc": disc(24, CELL, 10),
        "ring": disc(48, 2 * CELL, 12) & ~disc(48, 2 * CELL, 8),
        "square": box(61, 1, 70, 10),
    }
)
"""Each object by the name that the question calls it, as a mask of HEIGHT x WIDTH pixels."""

SHARES = MappingProxyType({name: cell_shares(mask, CELL) for name, mask in OBJECTS.items()})
LOST = [name for name, shares in SHARES.items() if not (shares > 1 / 2).any()]


def draw() -> Figure:
    """The pixels of the objects in one colour, and the lines of the grid over them."""
    figure = canvas(WIDTH * PIXEL, HEIGHT * PIXEL)
    axes = whole_panel(figure)
    picture = np.zeros((HEIGHT, WIDTH, 4))
    picture[np.any(list(OBJECTS.values()), axis=0)] = to_rgba(BLUE)
    axes.imshow(picture, extent=(0, WIDTH * PIXEL, HEIGHT * PIXEL, 0), aspect="auto")
    for x in range(0, WIDTH + 1, CELL):
        axes.plot([x * PIXEL] * 2, [0, HEIGHT * PIXEL], color=INK, linewidth=1)
    for y in range(0, HEIGHT + 1, CELL):
        axes.plot([0, WIDTH * PIXEL], [y * PIXEL] * 2, color=INK, linewidth=1)
    return figure


CAPTION = f"""Four objects on a label map of {WIDTH}×{HEIGHT} pixels and a grid of cells of {CELL}×{CELL}. If
each cell takes the label of more than half of its pixels, the {" and the ".join(LOST)} is lost."""

ALT = f"A post, a disc, a ring and a square on a grid of {WIDTH // CELL} by {HEIGHT // CELL} cells."
