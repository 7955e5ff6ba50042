"""Two ways to lay cells over pixels, and what happens to the one that does not fit the cells."""

from dataclasses import dataclass

import numpy as np
from enlargers import Values, blended, places
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from panels import panel, whole_panel
from photographs import coffee, square

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREEN, GREY, INK, NARROW_PX, ORANGE, PURPLE, WIDE_PX
from maskmetrics import Mask, boundary_f1, cell_shares, iou

CUP = coffee.LABELS["cup"]
STRIDE = 16
SIDE = 224
TOLERANCE_PX = 2
CELLS, PIXELS = 3, 12
"""What the rulers show."""


@dataclass(frozen=True)
class Cells:
    """A mask, what its cells keep of it, and how well each alignment brings it back."""

    name: str
    truth: Mask
    values: Values

    def drawn(self, *, aligned: bool) -> Mask:
        side = len(self.truth)
        mask: Mask = blended(self.values, side, side, aligned=aligned) > 1 / 2
        return mask

    def f1(self, *, aligned: bool) -> float:
        return boundary_f1(self.truth, self.drawn(aligned=aligned), TOLERANCE_PX)

    def iou(self, *, aligned: bool) -> float:
        return iou(self.truth, self.drawn(aligned=aligned))


def _cup(side: int) -> Mask:
    return np.equal(square.label_map(side), CUP)


SHARES = Cells("cells hold shares", _cup(SIDE), cell_shares(_cup(SIDE), STRIDE))
SAMPLES = Cells("cells hold samples", _cup(SIDE + 1), _cup(SIDE + 1)[::STRIDE, ::STRIDE].astype(float))
"""Of SIDE + 1 pixels every sixteenth is a sample, the first and the last among them."""

BOTH = (SHARES, SAMPLES)
SCORES = {cells.name: [cells.f1(aligned=aligned) for aligned in (False, True)] for cells in BOTH}


def draw() -> Figure:
    figure = canvas(WIDE_PX, 236)
    _rulers(whole_panel(figure), 2, 20, 300, 13)
    for place, cells in enumerate(BOTH):
        _bars(panel(figure, 372 + place * 172, 50, 120, 150), cells, 13)
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 436)
    _rulers(whole_panel(figure), 4, 20, 308, 12)
    for place, cells in enumerate(BOTH):
        _bars(panel(figure, 28 + place * 160, 276, 116, 132), cells, 12)
    return figure


def _rulers(axes: Axes, left: float, top: float, width: float, text: float) -> None:
    """Pixels as a strip of boxes; above it where the cells stand, by their middles or by corners."""
    for line, aligned in enumerate((False, True)):
        y = top + line * 104
        box = width / PIXELS
        axes.text(
            left, y, "corners aligned" if aligned else "middles of cells", fontsize=text, fontweight="bold"
        )
        for pixel in range(PIXELS + 1):
            axes.plot([left + pixel * box] * 2, [y + 46, y + 66], color=GREY, linewidth=0.8)
        for edge in (46, 66):
            axes.plot([left, left + width], [y + edge] * 2, color=GREY, linewidth=0.8)
        at = places(CELLS, PIXELS, aligned=aligned)
        axes.plot(left + (np.arange(PIXELS) + 0.5) * box, [y + 56] * PIXELS, "o", color=ORANGE, markersize=4)
        for cell in range(CELLS):
            over = float(np.interp(cell, at, np.arange(PIXELS)))
            x = left + (over + 0.5) * box
            axes.plot([x, x], [y + 26, y + 46], color=BLUE, linewidth=1.4)
            axes.plot(x, y + 24, "s", color=BLUE, markersize=9)
    axes.plot(left + 6, top + 196, "s", color=BLUE, markersize=9)
    axes.text(left + 18, top + 200, "cell", fontsize=text)
    axes.plot(left + 70, top + 196, "o", color=ORANGE, markersize=5)
    axes.text(left + 80, top + 200, "pixel", fontsize=text)


def _bars(axes: Axes, cells: Cells, text: float) -> None:
    values = SCORES[cells.name]
    axes.set(xlim=(-0.6, 1.6), ylim=(0, 1))
    axes.set_xticks([0, 1], ["middles", "corners"], fontsize=text)
    axes.set_yticks([0, 0.5, 1], ["0", "0.5", "1"], fontsize=text)
    best = int(np.argmax(values))
    for place, value in enumerate(values):
        hatch = None if place == best else "////"
        axes.bar(
            place,
            value,
            width=0.7,
            color=GREEN if place == best else PURPLE,
            hatch=hatch,
            edgecolor=INK,
            linewidth=0.8,
        )
        axes.annotate(
            f"{value:.2f}", (place, value), (0, 4), textcoords="offset points", ha="center", fontsize=text
        )
    for up, words in enumerate((cells.name, "boundary F1")):
        at = (-24, 12 + 1.35 * text * up)
        axes.annotate(words, (0, 1), at, xycoords="axes fraction", textcoords="offset points", fontsize=text)


CAPTION = f"""*The rulers*: where {CELLS} cells stand among {PIXELS} pixels. By their *middles*, a cell lies
in the middle of its {PIXELS // CELLS} pixels; with *aligned corners*, the outermost cells lie upon the
outermost pixels, and the rest are spread between. *The bars*: the cup of the photograph from cells of
{STRIDE} pixels, each enlarged with both: boundary F1 with a tolerance of {TOLERANCE_PX} pixels. Where a
cell holds the share of {STRIDE}×{STRIDE} pixels, middles fit, and corners draw the cup too large. Where it
holds the value of every {STRIDE}th pixel, from the first to the last of {SIDE + 1}, corners fit.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    said = "; ".join(
        f"{name}: {first:.2f} by middles, {second:.2f} by corners" for name, (first, second) in SCORES.items()
    )
    return (
        f"Two rulers of {PIXELS} pixels with {CELLS} cells. By middles, each cell stands over the middle "
        "of its own "
        f"{PIXELS // CELLS} pixels; with corners aligned, over the first pixel, the middle and the last. "
        "Two bar "
        f"charts of boundary F1. {said}."
    )
