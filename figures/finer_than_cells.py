"""What one label a cell can draw, and what a network drew through a map of such cells."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from panels import panel
from panels.label_maps import outline, painted
from trained import cell_scores
from trained.cell_scores import CELL, SHAPES, SIDE
from trained.stored import GROUND, Labels
from trained.two_shapes import LONG, SHORT, SHOWN

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREY, NARROW_PX, ORANGE, WIDE_PX
from maskmetrics import Mask, best_cells, iou, spread

NAMES = SHAPES
LABELS = {name: label for label, name in enumerate(NAMES, 1)}
COLOURS = dict(zip(LABELS.values(), (BLUE, ORANGE), strict=True))
TRUTH = SHORT.labels("truth")


def _filled(masks: dict[str, Mask]) -> Labels:
    """One label map of masks that were chosen each on its own; where two claim a pixel, the last is shown."""
    labels = np.full_like(TRUTH, GROUND)
    for name, mask in masks.items():
        labels[mask] = LABELS[name]
    return labels


_BEST = {name: best_cells(label == TRUTH, CELL) for name, label in LABELS.items()}
_SCORED = {name: cell_scores.drawn(name) for name in cell_scores.FITTED}
BRIEF, LENGTHY = (f"network, {stored.lengths[-1]:,} steps" for stored in (SHORT, LONG))
HARD, SCORES = "one label a cell", "scores fitted to discs"
PICTURES: dict[str, Labels] = {
    HARD: _filled({name: spread(best.cells, CELL, TRUTH.shape) == 1 for name, best in _BEST.items()}),
    SCORES: _filled(_SCORED),
    BRIEF: SHORT.labels("none"),
    LENGTHY: LONG.labels("none"),
}
IOU: dict[str, dict[str, float]] = {
    way: {name: iou(label == TRUTH, label == drawn) for name, label in LABELS.items()}
    for way, drawn in PICTURES.items()
} | {
    HARD: {name: best.iou for name, best in _BEST.items()},
    SCORES: {name: iou(np.equal(TRUTH, LABELS[name]), drawn) for name, drawn in _SCORED.items()},
}
"""By way and class, over all stored scenes; where classes were chosen each on its own, so is its number."""
NAMED_AT = {"disc": (15.2, 6.5), "cross": (27.5, 12)}
"""Free ground beside a shape of that name."""


def shown(labels: Labels) -> Labels:
    """The scene that is drawn."""
    return labels[:, SHOWN * SIDE : (SHOWN + 1) * SIDE]


def draw() -> Figure:
    side, gap = 206, 34
    figure = canvas(WIDE_PX, 2 * (side + 74) - 8)
    for place, title in enumerate(("scene", "truth", *PICTURES)):
        row, column = divmod(place, 3)
        _picture(panel(figure, column * (side + gap) + 1, 26 + row * (side + 72), side, side), title, 13)
    return figure


def draw_narrow() -> Figure:
    side, gap = 150, 18
    figure = canvas(NARROW_PX, 3 * (side + 68))
    for place, title in enumerate(("scene", "truth", *PICTURES)):
        row, column = divmod(place, 2)
        _picture(panel(figure, column * (side + gap) + 1, 24 + row * (side + 68), side, side), title, 11.5)
    return figure


def _picture(axes: Axes, title: str, text: float) -> None:
    axes.set(xticks=[], yticks=[])
    axes.spines[:].set(visible=True, color=GREY, linewidth=0.8)
    frame = (0, SIDE, SIDE, 0)
    if title == "scene":
        axes.imshow(shown(SHORT.labels("scenes")), cmap="gray", vmin=0, vmax=255, extent=frame)
        words = [f"{SIDE} × {SIDE} pixels", f"{SIDE // CELL} × {SIDE // CELL} cells"]
    elif title == "truth":
        axes.imshow(painted(shown(TRUTH), COLOURS), extent=frame)
        words = [f"{(shown(TRUTH) != GROUND).sum()} pixels of shapes"]
    else:
        axes.imshow(painted(shown(PICTURES[title]), COLOURS), extent=frame)
        for label in LABELS.values():
            outline(axes, shown(TRUTH) == label, 0.8)
        words = [f"IoU of {name} {value:.2f}" for name, value in IOU[title].items()]
    if title == "truth":
        for name, place in NAMED_AT.items():
            axes.text(*place, name, fontsize=text)
    if title in (HARD, SCORES):
        for line in range(CELL, SIDE, CELL):
            axes.axhline(line, color=GREY, linewidth=0.5)
            axes.axvline(line, color=GREY, linewidth=0.5)
    axes.set(xlim=(0, SIDE), ylim=(SIDE, 0))
    _write(axes, (0, 1), title, 7, text)
    for line, word in enumerate(words, 1):
        _write(axes, (0, 0), word, -1.4 * line * text - 2, text)


def _write(axes: Axes, at: tuple[int, int], words: str, up: float, text: float) -> None:
    where: dict[str, Any] = {"xycoords": "axes fraction", "textcoords": "offset points"}
    axes.annotate(words, at, (0, up), fontsize=text, **where)


CAPTION = f"""A scene of the experiment and its truth (thin lines in the other pictures), and four ways
to label it through {SIDE // CELL}×{SIDE // CELL} cells. Two know the truth. *One label a cell*: each class
fills the cells that suit its IoU best. *Scores fitted to discs*: each cell has one score for each class,
chosen freely and enlarged bilinearly, and the largest names the pixel; the best of many searches for discs.
The other two were drawn by a network in which nothing leads round a map of such cells, after the short and
after the long training; it had never seen the scene. Its discs, IoU {IOU[LENGTHY]["disc"]:.2f}, are far
closer to the truth than whole cells can be, {IOU[HARD]["disc"]:.2f}. The numbers are for all
{LONG.settings["stored_scenes"]} stored scenes.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    scores = "; ".join(
        f"{way}: " + ", ".join(f"{name} {value:.2f}" for name, value in values.items())
        for way, values in IOU.items()
    )
    return (
        f"A scene of {SIDE} by {SIDE} pixels with discs and thin-armed crosses, its truth, and four label "
        "maps of it. "
        f"Whole cells of {CELL} by {CELL} pixels are blocks that stand over the rims. Fitted scores draw "
        "round discs. After the short training the network draws round discs and blots for the middles of "
        f"crosses; after the long one its crosses have all their arms. IoU, {scores}."
    )
