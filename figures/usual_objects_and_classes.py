"""Coins as papers show them: the photograph, and its semantic, instance and panoptic maps laid over it."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from objects_and_classes import COINS, COUNT, PAINTED, PHOTOGRAPH, WORDS
from panels import panel

from computed_figures.canvas import canvas
from computed_figures.style import INK, NARROW_PX, WIDE_PX

TITLES = dict(zip(WORDS, ("image", "semantic", "instance", "panoptic"), strict=True))


def draw() -> Figure:
    return _grid(WIDE_PX, columns=2, text=13)


def draw_narrow() -> Figure:
    return _grid(NARROW_PX, columns=1, text=12)


def _grid(total: float, columns: int, text: float) -> Figure:
    gap = 16
    width = (total - gap * (columns - 1) - 2) / columns
    height = width * COINS.shape[0] / COINS.shape[1]
    figure = canvas(total, len(TITLES) / columns * (height + 30))
    for place, name in enumerate(TITLES):
        row, column = divmod(place, columns)
        axes = panel(figure, column * (width + gap) + 1, row * (height + 30) + 2, width, height)
        _overlay(axes, name)
        axes.set_xlabel(f"({'abcd'[place]}) {TITLES[name]}", fontsize=text)
    return figure


def _overlay(axes: Axes, name: str) -> None:
    """The photograph under the map's colours, with a box round each instance."""
    grey = np.repeat(PHOTOGRAPH[..., None] / 255, 3, axis=2)
    if name != "photograph":
        colours = np.asarray(PAINTED[name], float)
        opacity = 0.7 * (colours[..., 3:] > 0)
        grey = (1 - opacity) * grey + opacity * colours[..., :3]
    axes.imshow(grey, aspect="auto")
    axes.set(xticks=[], yticks=[])
    axes.spines[:].set(visible=True, color=INK, linewidth=0.8)
    if name == "instances":
        for number in range(1, COUNT + 1):
            rows, columns = np.nonzero(np.equal(COINS, number))
            corner = (float(columns.min()) - 0.5, float(rows.min()) - 0.5)
            width, height = int(np.ptp(columns)) + 1, int(np.ptp(rows)) + 1
            edge = to_rgb(tuple(PAINTED["instances"][rows[0], columns[0]][:3]))
            axes.add_patch(Rectangle(corner, width, height, fill=False, edgecolor=edge, linewidth=1.5))


CAPTION = """Coins, and three kinds of segmentation laid over the photograph: (a) image, (b) semantic, (c)
instance, (d) panoptic. Drawn as the field usually draws it, from the photograph and the masks of the [figure
in the lesson](lessons/label-map.md#figure-objects-and-classes).
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    return (
        f"Four pictures of the same {COUNT} coins. The photograph; all coins tinted in one colour and the "
        "ground in another; each coin in a colour of its own with a box round it; and both together."
    )
