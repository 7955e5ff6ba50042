"""A photograph whose cells turn into a label map, from left to right."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from numpy.typing import NDArray
from panels import panel
from panels.words import percent
from photographs import coffee, regions
from PIL import Image

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREEN, GREY, NARROW_PX, ORANGE
from maskmetrics import Mask

WIDTH_PX = 600
CELL = 20
"""Side of a cell, in pixels of the photograph."""
BEGIN, END = 0.36, 0.64
"""Between these parts of the width a cell is the likelier a label, the further right it lies."""
COLOURS = 96
"""The photograph is kept in so few colours, and smaller, so that it is light to load."""
PAINT = {
    coffee.BACKGROUND: (GREY, 0.25),
    coffee.LABELS["saucer"]: (ORANGE, 0.8),
    coffee.LABELS["cup"]: (BLUE, 0.8),
    coffee.LABELS["spoon"]: (GREEN, 0.8),
}
LABELS = coffee.label_map()


def _turned() -> Mask:
    """Which cells are labels, shape (rows, columns) of cells; the same in every build."""
    rows, columns = (side // CELL for side in LABELS.shape)
    place = (np.arange(columns) + 0.5) / columns
    turned: Mask = np.random.default_rng(3).random((rows, columns)) < (place - BEGIN) / (END - BEGIN)
    return turned


TURNED = _turned()
SHARE = float(TURNED.mean())


def photograph(scale: float) -> NDArray[np.uint8]:
    """The photograph where cells have not turned, and nothing elsewhere, as rows, columns and RGBA."""
    whole = Image.fromarray(coffee.photograph())
    small = whole.resize([round(scale * side) for side in whole.size], Image.Resampling.LANCZOS)
    few = small.quantize(COLOURS, dither=Image.Dither.NONE).convert("RGB")
    kept = Image.fromarray(~TURNED).resize(few.size, Image.Resampling.NEAREST)
    pixels = np.dstack([np.asarray(few), np.asarray(kept).astype(np.uint8) * 255])
    pixels[pixels[..., 3] == 0] = 0
    return pixels


def painted() -> NDArray[np.float64]:
    """Each label in its colour where cells have turned."""
    picture = np.zeros((*LABELS.shape, 4))
    for label, (colour, opacity) in PAINT.items():
        picture[label == LABELS] = to_rgba(colour, opacity)
    picture[~np.kron(TURNED, np.ones((CELL, CELL), bool)).astype(bool)] = 0
    return picture


def draw() -> Figure:
    return _drawn(WIDTH_PX, 14, 0.8)


def draw_narrow() -> Figure:
    return _drawn(NARROW_PX, 12, 0.6)


def _drawn(width: float, text: float, scale: float) -> Figure:
    rows, columns = LABELS.shape
    height = width * rows / columns
    figure = canvas(width, height + 1.8 * text)
    axes = panel(figure, 0, 0, width, height)
    frame = (0, columns, rows, 0)
    axes.set_axis_off()
    axes.imshow(photograph(scale), extent=frame)
    axes.imshow(painted(), extent=frame)
    axes.set(xlim=(0, columns), ylim=(rows, 0))
    _name(axes, text)
    for side, words in (("left", "Photograph"), ("right", "Label map")):
        at = (0 if side == "left" else 1, 0)
        where = {"xycoords": "axes fraction", "textcoords": "offset points"}
        axes.annotate(words, at, (0, -1.4 * text), ha=side, fontsize=text, **where)  # type: ignore[arg-type]
    return figure


def _name(axes: Axes, text: float) -> None:
    """Each class by name, where it lies widest among cells that have all turned."""
    whole = np.zeros_like(LABELS, bool)
    whole[:, CELL * (1 + int(np.flatnonzero(~TURNED.all(axis=0)).max())) :] = True
    for name, label in {**coffee.LABELS, "background": coffee.BACKGROUND}.items():
        at = regions.innermost((label == LABELS) & whole)
        axes.text(*at, name, ha="center", va="center", fontsize=text)


CAPTION = "Photograph: Rachel Michetti, CC0, as scikit-image ships it; label map: this project, CC0."


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    rows, columns = TURNED.shape
    return (
        "A cup of espresso on its saucer with a spoon. The left of the picture is the photograph. Towards "
        f"the right more and more of its {rows} by {columns} cells show one flat colour for each class "
        f"instead: background, saucer, spoon and cup; {percent(SHARE)} of the cells do."
    )
