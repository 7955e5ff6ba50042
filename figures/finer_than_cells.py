"""What one label a cell can draw, and what a network drew through cells of that size."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from numpy.typing import NDArray
from panels import panel
from PIL import Image
from trained.two_shapes import FOLDER, GROUND, SETTINGS, SHOWN, Labels

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREY, INK, NARROW_PX, ORANGE, WIDE_PX
from maskmetrics import best_cells, iou, spread

NAMES = SETTINGS["shapes"]
COLOURS = dict(zip(NAMES, (BLUE, ORANGE), strict=True))
SIDE = SETTINGS["side"]
CELL = 2 ** (len(SETTINGS["widths"]) - 1)


def strip(name: str) -> Labels:
    """All stored scenes side by side."""
    labels: Labels = np.asarray(Image.open(FOLDER / f"{name}.png"), np.uint8)
    return labels


def best_of_cells(truth: Labels) -> Labels:
    """Each class filled as suits its IoU over all scenes best; where two claim a cell, the last is shown."""
    drawn = np.full_like(truth, GROUND)
    for label in range(1, len(NAMES) + 1):
        cells = best_cells(truth == label, CELL).cells
        drawn[spread(cells, CELL, truth.shape)] = label
    return drawn


TRUTH, DRAWN = strip("truth"), strip("none")
CELLS = best_of_cells(TRUTH)
BEST = {name: best_cells(label == TRUTH, CELL).iou for label, name in enumerate(NAMES, 1)}
NETWORK = {name: iou(label == TRUTH, label == DRAWN) for label, name in enumerate(NAMES, 1)}
WHOLE, LEARNED = f"best cells, {CELL} × {CELL}", "network, no skips"
PICTURES = {"truth": TRUTH, WHOLE: CELLS, LEARNED: DRAWN}
WORDS = {
    "scene": [f"{SIDE} × {SIDE} pixels"],
    "truth": [],
    WHOLE: [f"IoU of {name} {BEST[name]:.2f}" for name in NAMES],
    LEARNED: [f"IoU of {name} {NETWORK[name]:.2f}" for name in NAMES],
}
NAMED_AT = {"disc": (15.2, 6.5), "cross": (27.5, 12)}  # Free ground beside a shape of that name.


def shown(labels: Labels) -> Labels:
    """The scene that is drawn."""
    return labels[:, SHOWN * SIDE : (SHOWN + 1) * SIDE]


def draw() -> Figure:
    side, gap = 152, 26
    figure = canvas(WIDE_PX, 26 + side + 48)
    for place, title in enumerate(("scene", *PICTURES)):
        _picture(panel(figure, place * (side + gap) + 1, 26, side, side), title, 13)
    return figure


def draw_narrow() -> Figure:
    side, gap = 150, 18
    figure = canvas(NARROW_PX, 2 * (24 + side + 42))
    for place, title in enumerate(("scene", *PICTURES)):
        row, column = divmod(place, 2)
        at = column * (side + gap) + 1, 24 + row * (side + 54)
        _picture(panel(figure, *at, side, side), title, 12)
    return figure


def _picture(axes: Axes, title: str, text: float) -> None:
    axes.set(xticks=[], yticks=[])
    axes.spines[:].set(visible=True, color=GREY, linewidth=0.8)
    frame = (0, SIDE, SIDE, 0)
    if title == "scene":
        axes.imshow(shown(strip("scenes")), cmap="gray", vmin=0, vmax=255, extent=frame)
    else:
        axes.imshow(_painted(shown(PICTURES[title])), extent=frame)
    if title == "truth":
        for name, place in NAMED_AT.items():
            axes.text(*place, name, fontsize=text)
    elif title != "scene":
        for label in range(1, len(NAMES) + 1):
            _outline(axes, shown(TRUTH) == label)
    if title == WHOLE:
        for line in range(CELL, SIDE, CELL):
            axes.axhline(line, color=GREY, linewidth=0.5)
            axes.axvline(line, color=GREY, linewidth=0.5)
    axes.set(xlim=(0, SIDE), ylim=(SIDE, 0))
    _write(axes, (0, 1), title, 7, text)
    for line, word in enumerate(WORDS[title], 1):
        _write(axes, (0, 0), word, -1.4 * line * text - 2, text)


def _painted(labels: Labels) -> NDArray[np.float64]:
    picture = np.zeros((*labels.shape, 4))
    for label, name in enumerate(NAMES, 1):
        picture[labels == label] = to_rgba(COLOURS[name])
    return picture


def _outline(axes: Axes, mask: NDArray[np.bool_]) -> None:
    """Where a class really ends."""
    framed = np.pad(mask, 1).astype(float)
    middles = np.arange(-1, SIDE + 1) + 0.5
    axes.contour(middles, middles, framed, levels=[0.5], colors=[INK], linewidths=1)


def _write(axes: Axes, at: tuple[int, int], words: str, up: float, text: float) -> None:
    where: dict[str, Any] = {"xycoords": "axes fraction", "textcoords": "offset points"}
    axes.annotate(words, at, (0, up), fontsize=text, **where)


CAPTION = f"""A scene of the skip experiment, its truth (a thin line in the pictures beside it), and two
ways to label it through a coarse map. Whole cells: the choice that gives each class its highest IoU. The
network: what it drew, although its narrowest map has one position for each such cell. Its discs are
round, IoU {NETWORK["disc"]:.2f} where cells end at {BEST["disc"]:.2f}. Its crosses have no arms,
{NETWORK["cross"]:.2f} against {BEST["cross"]:.2f}. The numbers are for all {SETTINGS["stored_scenes"]}
scenes that are stored.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    scores = ", ".join(
        f"{name} {BEST[name]:.2f} with cells and {NETWORK[name]:.2f} with the network" for name in NAMES
    )
    return (
        f"A scene of {SIDE} by {SIDE} pixels with discs and thin-armed crosses; its true label map; the "
        f"same in whole cells of {CELL} by {CELL} pixels, blocks that stand over the rims; and what a "
        "network drew through a map of one position a cell, round discs and blots for the middles of "
        f"crosses. IoU: {scores}."
    )
