"""A bar and a grid of cells: whether the bar survives is a matter of where it stands."""

from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from panels import panel, whole_panel

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREEN, GREY, INK, NARROW_PX, ORANGE, WIDE_PX
from maskmetrics import Mask, cell_shares, iou, soft_label_map, spread

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
    def drawn_from_shares(self) -> Mask:
        """Bar and ground keep a share of each cell; enlarged, the larger one wins; a tie is ground."""
        labels = self.truth.repeat(CELL, 0).astype(np.int64)
        return np.asarray(soft_label_map(labels, 2, CELL)[:1] == 1)

    @property
    def iou(self) -> float:
        return iou(self.truth, self.drawn)

    @property
    def iou_from_shares(self) -> float:
        return iou(self.truth, self.drawn_from_shares)


INSIDE, ASTRIDE = Vote(BAR, 1), Vote(BAR, 5)
SERIES = {width: [Vote(width, place).iou for place in PLACES] for width in LINES}
FROM_SHARES = {width: [Vote(width, place).iou_from_shares for place in PLACES] for width in LINES}


def draw() -> Figure:
    figure = canvas(WIDE_PX, 428)
    _pair(whole_panel(figure), left=2, pixel=5, text=13)
    _chart(panel(figure, 382, 34, WIDE_PX - 382 - 74, 130), "one label a cell", SERIES, 13)
    _chart(panel(figure, 382, 244, WIDE_PX - 382 - 74, 130), "shares", FROM_SHARES, 13)
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 868)
    _pair(whole_panel(figure), left=12, pixel=5, text=12)
    _chart(panel(figure, 34, 462, NARROW_PX - 34 - 66, 140), "one label a cell", SERIES, 12)
    _chart(panel(figure, 34, 680, NARROW_PX - 34 - 66, 140), "shares", FROM_SHARES, 12)
    return figure


def _pair(axes: Axes, left: float, pixel: float, text: float) -> None:
    """Each case from above: what it is called, the bar on the grid, its shares, and what comes out."""
    for place, (vote, name) in enumerate(((INSIDE, "inside a column"), (ASTRIDE, "astride two"))):
        x = left + place * (3 * CELL * pixel + 50)
        axes.text(x, 16, name, fontsize=text, fontweight="bold")
        shares = [f"{count}/{CELL}" for count in vote.filled[:3]]
        _cells(axes, x, 30, pixel, vote.truth)
        _under(axes, x, 30 + 16 * pixel, pixel, shares, text)
        for top, how, drawn, reached in (
            (176, "one label a cell", vote.drawn, vote.iou),
            (318, "shares, enlarged", vote.drawn_from_shares, vote.iou_from_shares),
        ):
            axes.text(x, top - 8, how, fontsize=text)
            _cells(axes, x, top, pixel, drawn)
            said = f"IoU {reached:.2f}" if reached else "IoU 0: gone"
            axes.text(x, top + 16 * pixel + 1.5 * text, said, fontsize=text)


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


def _chart(axes: Axes, how: str, series: dict[int, list[float]], text: float) -> None:
    axes.set(xlim=(-0.2, CELL + 0.2), ylim=(-0.04, 1), xticks=list(PLACES))
    axes.set_yticks([0, 0.5, 1], ["0", "0.5", "1"])
    axes.tick_params(labelsize=text)
    axes.set_xlabel("moved right by, pixels", fontsize=text)
    axes.annotate(
        f"IoU, {how}", (0, 1), (-22, 12), xycoords="axes fraction", textcoords="offset points", fontsize=text
    )
    for half in (0.5, 1):
        axes.axhline(half, color=GREY, linewidth=0.5)
    for width, (colour, line, marker) in LINES.items():
        axes.plot(series[width], line, color=colour, marker=marker, linewidth=2, clip_on=False)
        axes.annotate(
            f"{width} wide",
            (CELL, series[width][-1]),
            (9, -0.36 * text + {10: 5, BAR: -5}.get(width, 0)),
            textcoords="offset points",
            fontsize=text,
        )


CAPTION = f"""A bar {BAR} pixels wide on cells of {CELL}×{CELL}. *One label a cell*: a cell is filled if the
bar covers more than half of it. *Shares*: each cell keeps the share of the bar and that of the ground, both
are enlarged bilinearly, and the larger one wins. Inside a column the bar survives both ways, IoU
{INSIDE.iou:.2f} and {INSIDE.iou_from_shares:.2f}. Moved by {ASTRIDE.place - INSIDE.place} pixels it has
more than half of no cell and is gone both ways. The charts move bars of three widths to the right, pixel by
pixel, from a line of the grid. Shares draw the bar of {max(LINES)} pixels better at every place, that of
{BAR} only where it stands in the middle of its cell. They do not save what labels lose: the bar of {BAR} is
lost at the same places both ways, the bar of {min(LINES)} everywhere.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    counts = [", ".join(f"{count}/{CELL}" for count in vote.filled[:3]) for vote in (INSIDE, ASTRIDE)]
    return (
        f"An upright bar, {BAR} pixels wide, on three columns of cells {CELL} pixels wide. Inside the middle "
        f"column it covers {counts[0]} of the cells. One label a cell fills the whole middle column, IoU "
        f"{INSIDE.iou:.2f}; shares give a bar within it, IoU {INSIDE.iou_from_shares:.2f}. Astride two "
        f"columns it covers {counts[1]}, and nothing is left of it either way. Two charts of IoU for bars "
        f"moved right by {PLACES[0]} to {PLACES[-1]} pixels. One label a cell: {_said(SERIES)}. Shares: "
        f"{_said(FROM_SHARES)}."
    )


def _said(series: dict[int, list[float]]) -> str:
    return "; ".join(
        f"{width} pixels wide: " + ", ".join(f"{value:.2f}" for value in values)
        for width, values in series.items()
    )
