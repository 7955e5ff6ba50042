"""Four cells, two of which nearly touch."""

import numpy as np
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from numpy.typing import NDArray
from panels import whole_panel
from scipy import ndimage
from weight_map import SIGMA_PX, W0

from computed_figures.canvas import canvas
from computed_figures.style import GREEN, INK
from maskmetrics import Mask

WIDTH, HEIGHT = 96, 72
PIXEL = 5
"""The side of a pixel in the drawing."""

RADIUS = 14
MIDDLES = ((32, 19), (62, 19), (30, 54), (71, 54))


def cell(x: int, y: int) -> Mask:
    """The pixels whose middles lie within the radius."""
    rows, columns = np.mgrid[:HEIGHT, :WIDTH] + 0.5
    return np.asarray(np.hypot(columns - x, rows - y) <= RADIUS)


CELLS = [cell(x, y) for x, y in MIDDLES]
INSIDE: Mask = np.logical_or.reduce(CELLS)


def weights() -> NDArray[np.float64]:
    """As in the figure of the lesson: U-Net's weights without its part for the classes."""
    nearest = np.sort([ndimage.distance_transform_edt(~each) for each in CELLS], axis=0)
    return np.where(INSIDE, 1.0, 1 + W0 * np.exp(-((nearest[0] + nearest[1]) ** 2) / (2 * SIGMA_PX**2)))


WEIGHTS = weights()


def draw() -> Figure:
    """The cells in one colour, framed by the edge of the picture."""
    figure = canvas(WIDTH * PIXEL, HEIGHT * PIXEL)
    axes = whole_panel(figure)
    picture = np.zeros((HEIGHT, WIDTH, 4))
    picture[INSIDE] = to_rgba(GREEN, 0.8)
    axes.imshow(picture, extent=(0, WIDTH * PIXEL, HEIGHT * PIXEL, 0), aspect="auto")
    right, bottom = WIDTH * PIXEL - 0.5, HEIGHT * PIXEL - 0.5
    axes.plot([0.5, right, right, 0.5, 0.5], [0.5, 0.5, bottom, bottom, 0.5], color=INK, linewidth=1)
    return figure


CAPTION = f"""Four cells of one size on {WIDTH}×{HEIGHT} pixels. The largest weight is {WEIGHTS.max():.1f}."""

ALT = "Four discs of one size in a frame, the upper two nearly touching."
