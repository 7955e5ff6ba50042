"""One click, three right answers: what is meant, a point does not say."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from panels import panel
from panels.label_maps import outline, painted
from photographs import coffee, square

from computed_figures.canvas import canvas
from computed_figures.style import NARROW_PX, PURPLE, WIDE_PX
from maskmetrics import Mask, iou

SIDE = 160
LABELS = square.label_map(SIDE)
PHOTOGRAPH = square.photograph(SIDE)
_PARTS = {name: np.equal(LABELS, label) for name, label in coffee.LABELS.items()}
MEANT: dict[str, Mask] = {
    "the spoon": _PARTS["spoon"],
    "saucer with spoon": _PARTS["spoon"] | _PARTS["saucer"],
    "all the crockery": _PARTS["spoon"] | _PARTS["saucer"] | _PARTS["cup"],
}
_BOWL_FROM = 107
CLICK = tuple(round(float(at.mean())) for at in np.nonzero(_PARTS["spoon"][_BOWL_FROM:]))
"""The middle of the spoon's bowl: row, counted from _BOWL_FROM, and column."""
IOU = {
    (first, second): iou(MEANT[first], MEANT[second])
    for place, first in enumerate(MEANT)
    for second in list(MEANT)[place + 1 :]
}
DARK = "#101010"
"""The point of a click, on white: whatever the page's ink."""
LOWEST, HIGHEST = min(IOU.values()), max(IOU.values())


def draw() -> Figure:
    figure = canvas(WIDE_PX, 190)
    for place, meant in enumerate((None, *MEANT)):
        _panel(figure, meant, place * 176, 24, 160, 13)
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 368)
    for place, meant in enumerate((None, *MEANT)):
        _panel(figure, meant, place % 2 * 166, 22 + place // 2 * 184, 154, 12)
    return figure


def _panel(figure: Figure, meant: str | None, left: float, top: float, side: float, text: float) -> None:
    """The photograph if nothing is meant, else the mask."""
    axes = panel(figure, left, top, side, side)
    axes.set_axis_off()
    if meant is None:
        axes.imshow(PHOTOGRAPH, extent=(0, SIDE, SIDE, 0), aspect="auto")
    else:
        mask = painted(MEANT[meant].astype(int), {1: PURPLE})
        axes.imshow(mask, extent=(0, SIDE, SIDE, 0), aspect="auto", alpha=0.6)
        for each in _PARTS.values():
            outline(axes, each, width=0.8)
    _click(axes)
    axes.set(xlim=(0, SIDE), ylim=(SIDE, 0))
    title = meant or "a click"
    axes.text(0, -0.5 * text * SIDE / side, title, fontsize=text, fontweight="bold")


def _click(axes: Axes) -> None:
    row, column = CLICK[0] + _BOWL_FROM, CLICK[1]
    axes.plot(column, row, "o", color="white", markersize=9)
    axes.plot(column, row, "o", color=DARK, markersize=5)


CAPTION = f"""The same click, black on white, on the bowl of the spoon, and three masks from our own
label map that all
contain it. Each would be a right answer. Scored against one of the others, a perfect mask has an IoU between
{LOWEST:.2f} and {HIGHEST:.2f}.
"""

ALT = (
    "The photograph of a cup on a saucer with a point marked on the bowl of the spoon, and three "
    "drawings of its outlines "
    "with the same point. Filled is first the spoon, then the saucer with the spoon, then cup, saucer "
    "and spoon. "
    + "; ".join(f"IoU of {first} and {second} {value:.2f}" for (first, second), value in IOU.items())
    + "."
)
