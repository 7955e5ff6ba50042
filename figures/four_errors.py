"""A drawing with four errors, one of which boundary F1 does not see."""

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from panels import whole_panel

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, INK
from maskmetrics import Mask, boundary_f1

WIDTH, HEIGHT = 72, 40
PIXEL = 6
"""The side of a pixel in the drawing."""

TOLERANCE_PX = 2


def box(left: int, top: int, right: int, bottom: int) -> Mask:
    """The pixels from `left` and `top` up to, and without, `right` and `bottom`."""
    mask = np.zeros((HEIGHT, WIDTH), np.bool_)
    mask[top:bottom, left:right] = True
    return mask


TRUTH = box(10, 9, 56, 33)
ERRORS: Mapping[str, Mask] = MappingProxyType(
    {
        "upper edge": box(18, 7, 36, 9),
        "middle": box(21, 19, 25, 23),
        "lower edge": box(38, 27, 50, 33),
        "far right": box(62, 16, 66, 20),
    }
)
"""The pixels that are wrong at each place, by the name that the question calls it."""

DRAWING: Mask = np.logical_xor.reduce([TRUTH, *ERRORS.values()])
F1 = boundary_f1(TRUTH, DRAWING, TOLERANCE_PX)
MENDED = {name: boundary_f1(TRUTH, DRAWING ^ wrong, TOLERANCE_PX) for name, wrong in ERRORS.items()}
"""Boundary F1 if one error is mended: no higher where the score does not see the error."""

UNSEEN = [name for name, score in MENDED.items() if score <= F1]


def draw() -> Figure:
    """The drawing filled, and the true outline as a dashed line over it."""
    figure = canvas(WIDTH * PIXEL, HEIGHT * PIXEL)
    axes = whole_panel(figure)
    picture = np.zeros((HEIGHT, WIDTH, 4))
    picture[DRAWING] = to_rgba(BLUE, 0.7)
    axes.imshow(picture, extent=(0, WIDTH * PIXEL, HEIGHT * PIXEL, 0), aspect="auto")
    rows, columns = np.nonzero(TRUTH)
    left, right = columns.min() * PIXEL, (columns.max() + 1) * PIXEL
    top, bottom = rows.min() * PIXEL, (rows.max() + 1) * PIXEL
    axes.plot(
        [left, right, right, left, left],
        [top, top, bottom, bottom, top],
        color=INK,
        linestyle="--",
        linewidth=1.6,
    )
    return figure


CAPTION = f"""A drawing (filled) of a rectangle (dashed) with four errors. With a tolerance of
{TOLERANCE_PX} pixels its boundary F1 is {F1:.2f}.
"""

ALT = "A filled shape and a dashed rectangle that agree but for four places."
