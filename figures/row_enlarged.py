"""One row, pooled and enlarged again in four ways: copied, blended with two alignments, put back."""

import numpy as np
from enlargers import Values, blended, copied
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from panels import panel

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREY, INK, NARROW_PX, ORANGE, WIDE_PX

ROW = np.array([1.0, 2, 1, 0, 3, 8, 7, 6, 6, 4, 2, 1, 0, 1, 0, 0])
WINDOW = 4
POOLED: Values = ROW.reshape(-1, WINDOW).max(axis=1)
CELLS = len(POOLED)


def put_back() -> Values:
    """Each maximum where it stood, zeros elsewhere."""
    found = np.zeros_like(ROW)
    stood = np.arange(CELLS) * WINDOW + ROW.reshape(-1, WINDOW).argmax(axis=1)
    found[stood] = POOLED
    return found


WAYS: dict[str, Values] = {
    "copied": copied(POOLED, WINDOW),
    "blended": blended(POOLED, len(ROW)),
    "blended, corners aligned": blended(POOLED, len(ROW), aligned=True),
    "put back (unpooling)": put_back(),
}


def cell_middles(way: str) -> Values:
    """Where the four values stand, in pixels of the row."""
    if "aligned" in way:
        return np.asarray(np.linspace(0, len(ROW) - 1, CELLS), np.float64)
    if "put" in way:
        return np.flatnonzero(WAYS[way]).astype(float)
    return np.asarray((np.arange(CELLS) + 0.5) * WINDOW - 0.5, np.float64)


def draw() -> Figure:
    figure = canvas(WIDE_PX, 340)
    for place, way in enumerate(WAYS):
        row, column = divmod(place, 2)
        _panel(panel(figure, 26 + column * 352, 34 + row * 180, 300, 116), way, 13)
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 612)
    for place, way in enumerate(WAYS):
        _panel(panel(figure, 22, 30 + place * 158, 290, 98), way, 12)
    return figure


def _panel(axes: Axes, way: str, text: float) -> None:
    """The row itself in grey steps, the outputs as dots, and squares where the pooled values stand."""
    at = np.arange(len(ROW))
    edges = np.arange(len(ROW) + 1) - 0.5
    axes.set(xlim=(edges[0] - 0.1, edges[-1] + 0.1), ylim=(-0.4, ROW.max() + 0.6))
    axes.set_xticks([])
    axes.set_yticks([0, 4, 8], ["0", "4", "8"], fontsize=text)
    for edge in range(WINDOW, len(ROW), WINDOW):
        axes.axvline(edge - 0.5, color=GREY, linewidth=0.7)
    axes.stairs(ROW, edges, baseline=None, color=GREY, linewidth=1.6)
    if "put" in way:
        axes.vlines(at, 0, WAYS[way], color=ORANGE, linewidth=1.2)
    elif way == "copied":
        axes.stairs(WAYS[way], edges, baseline=None, color=ORANGE, linewidth=1.5)
    else:
        axes.plot(at, WAYS[way], color=ORANGE)
    axes.plot(at, WAYS[way], linestyle="", color=ORANGE, marker="o", markersize=4.5, clip_on=False)
    axes.plot(cell_middles(way), POOLED, color=BLUE, marker="s", markersize=7, linestyle="", clip_on=False)
    axes.annotate(
        way, (0, 1), (-18, 9), xycoords="axes fraction", textcoords="offset points", fontsize=text, color=INK
    )


CAPTION = f"""A row of {len(ROW)} numbers (grey) was max-pooled in windows of {WINDOW}. Squares are the
{CELLS} numbers that are left, dots what each way of enlarging makes of them. *Copied*: each holds for its
window. *Blended*: straight lines between the middles of the windows. *Corners aligned*: straight lines too,
but the first and the last square stand upon the first and the last pixel. *Put back*: each at the place
where its maximum stood, which the pooling has to hand on, and zeros elsewhere. The row is made up.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    said = "; ".join(
        f"{way}: " + ", ".join(f"{value:g}" for value in np.round(values, 2)) for way, values in WAYS.items()
    )
    row = ", ".join(f"{value:g}" for value in ROW)
    pooled = ", ".join(f"{value:g}" for value in POOLED)
    return (
        f"Four charts of one row of {len(ROW)} numbers: {row}. Its maxima in windows of {WINDOW}: "
        f"{pooled}. What each "
        f"way makes of the maxima. {said}."
    )
