"""A bar and a grid of cells: whether the bar survives is a matter of where it stands."""

from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from panels import panel, sheet

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREEN, GREY, INK, NARROW_PX, ORANGE, WIDE_PX
from maskmetrics import Mask, cell_shares, iou, spread

CELL = 8
BAR = 6
PLACES = range(CELL + 1)
LINES = {10: (BLUE, "-", "o"), BAR: (ORANGE, "--", "s"), 3: (GREEN, ":", "^")}
"""The widths of the bars in the chart, and how their lines look."""


@dataclass(frozen=True)
class Vote:
    """A bar `width` pixels wide, `place` pixels to the right of a line of the grid, and what is left of it.

    Masks are one row of pixels: the bar stands upright, so all its rows are alike.
    """

    width: int
    place: int

    @property
    def truth(self) -> Mask:
        columns = np.arange(4 * CELL)
        start = CELL + self.place
        return ((start <= columns) & (columns < start + self.width))[None]

    @property
    def filled(self) -> list[int]:
        """How many of a cell's columns the bar covers, cell by cell."""
        shares: list[int] = (cell_shares(self.truth.repeat(CELL, 0), CELL)[0] * CELL).astype(int).tolist()
        return shares

    @property
    def drawn(self) -> Mask:
        """More than half of its pixels fill a cell; a tie does not."""
        filled = np.array([self.filled]) > CELL / 2
        return np.asarray(spread(filled, CELL, self.truth.shape), np.bool_)

    @property
    def iou(self) -> float:
        return iou(self.truth, self.drawn)


INSIDE, ASTRIDE = Vote(BAR, 1), Vote(BAR, 5)
SERIES = {width: [Vote(width, place).iou for place in PLACES] for width in LINES}


def draw() -> Figure:
    figure = canvas(WIDE_PX, 300)
    _pair(sheet(figure), left=2, pixel=5, text=13)
    _chart(panel(figure, 382, 30, WIDE_PX - 382 - 74, 214), 13)
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 560)
    _pair(sheet(figure), left=12, pixel=5, text=12)
    _chart(panel(figure, 34, 326, NARROW_PX - 34 - 66, 180), 12)
    return figure


def _pair(axes: Axes, left: float, pixel: float, text: float) -> None:
    """Each case from above: what it is called, the bar on the grid, the votes, and what comes out."""
    for place, (vote, name) in enumerate(((INSIDE, "inside a column"), (ASTRIDE, "astride two"))):
        x = left + place * (3 * CELL * pixel + 50)
        axes.text(x, 16, name, fontsize=text, fontweight="bold")
        votes = [f"{count}/{CELL}" for count in vote.filled[:3]]
        _cells(axes, x, 30, pixel, vote.truth)
        _under(axes, x, 30 + 16 * pixel, pixel, votes, text)
        _cells(axes, x, 176, pixel, vote.drawn)
        axes.text(x, 168, "what the grid keeps", fontsize=text)
        said = f"IoU {vote.iou:.2f}" if vote.iou else "IoU 0: gone"
        axes.text(x, 176 + 16 * pixel + 1.5 * text, said, fontsize=text)


def _cells(axes: Axes, left: float, top: float, pixel: float, bar: Mask) -> None:
    """Three columns and two rows of cells, and the bar on them."""
    side = CELL * pixel
    if bar.any():
        first, last = np.flatnonzero(bar[0])[[0, -1]].tolist()
        width = (last + 1 - first) * pixel
        at = (left + first * pixel, top)
        axes.add_patch(Rectangle(at, width, 2 * side, facecolor=ORANGE, alpha=0.75, linewidth=0))
    for line in range(4):
        axes.plot([left + line * side] * 2, [top, top + 2 * side], color=INK, linewidth=0.9)
    for line in range(3):
        axes.plot([left, left + 3 * side], [top + line * side] * 2, color=INK, linewidth=0.9)


def _under(axes: Axes, left: float, top: float, pixel: float, words: list[str], text: float) -> None:
    for column, word in enumerate(words):
        x = left + (column + 0.5) * CELL * pixel
        axes.text(x, top + 1.3 * text, word, ha="center", fontsize=text)


def _chart(axes: Axes, text: float) -> None:
    axes.set(xlim=(-0.2, CELL + 0.2), ylim=(-0.04, 1), xticks=list(PLACES))
    axes.set_yticks([0, 0.5, 1], ["0", "0.5", "1"])
    axes.tick_params(labelsize=text)
    axes.set_xlabel("moved right by, pixels", fontsize=text)
    axes.annotate(
        "IoU", (0, 1), (-22, 12), xycoords="axes fraction", textcoords="offset points", fontsize=text
    )
    for half in (0.5, 1):
        axes.axhline(half, color=GREY, linewidth=0.5)
    for width, (colour, line, marker) in LINES.items():
        axes.plot(SERIES[width], line, color=colour, marker=marker, linewidth=2, clip_on=False)
        axes.annotate(
            f"{width} wide",
            (CELL, SERIES[width][-1]),
            (9, -0.36 * text + {10: 5, BAR: -5}.get(width, 0)),
            textcoords="offset points",
            fontsize=text,
        )


CAPTION = f"""A bar {BAR} pixels wide on cells of {CELL}×{CELL}; a cell is filled if the bar covers more
than half of it. Inside a column the bar comes out {CELL} pixels wide, IoU {INSIDE.iou:.2f}. Moved by
{ASTRIDE.place - INSIDE.place} pixels it wins neither vote and is gone. The chart moves bars of three
widths to the right, pixel by pixel, from a line of the grid. A bar {min(LINES)} pixels wide is lost
wherever it stands, one of {BAR} lives by luck, one of {max(LINES)} always leaves something.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    lines = [
        f"{width} pixels wide: " + ", ".join(f"{value:.2f}" for value in SERIES[width]) for width in LINES
    ]
    counts = [", ".join(f"{count}/{CELL}" for count in vote.filled[:3]) for vote in (INSIDE, ASTRIDE)]
    return (
        f"An upright bar, {BAR} pixels wide, on three columns of cells {CELL} pixels wide. Inside the "
        f"middle column it covers {counts[0]} of the cells, and the grid keeps the whole middle column: "
        f"IoU {INSIDE.iou:.2f}. Astride two columns it covers {counts[1]}, and the grid keeps nothing. A "
        "chart of "
        f"IoU for bars moved right by {PLACES[0]} to {PLACES[-1]} pixels: " + "; ".join(lines) + "."
    )
