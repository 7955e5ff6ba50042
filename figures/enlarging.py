"""Enlarging makes positions, not knowledge: a coarse map copied up, and interpolated."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from numpy.typing import NDArray
from panels import panel
from photographs import coffee, square
from scipy import ndimage

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREEN, GREY, INK, NARROW_PX, WIDE_PX
from maskmetrics import Mask, cell_shares, iou, spread

SIDE, STRIDE = 224, 16
POSITIONS = SIDE // STRIDE
COLOURS = {"cup": BLUE, "spoon": GREEN}
"""Painted in this order: the spoon lies before the cup."""

Shares = NDArray[np.float64]


def copied(shares: Shares) -> Shares:
    """Each cell's share at all of its pixels."""
    return np.asarray(spread(shares, STRIDE, (SIDE, SIDE)), np.float64)


def interpolated(shares: Shares) -> Shares:
    """Bilinear, a cell's value standing at its middle; beyond the outermost middles it stays."""
    at = (np.arange(SIDE) + 0.5) / STRIDE - 0.5
    rows, columns = np.meshgrid(at, at, indexing="ij")
    values: Shares = ndimage.map_coordinates(shares, [rows, columns], order=1, mode="nearest")
    return values


LABELS = square.label_map(SIDE)
TRUTH: dict[str, Mask] = {name: np.equal(LABELS, coffee.LABELS[name]) for name in COLOURS}
SHARES = {name: cell_shares(mask, STRIDE) for name, mask in TRUTH.items()}
COPIED = {name: copied(shares) > 0.5 for name, shares in SHARES.items()}
SMOOTH = {name: interpolated(shares) > 0.5 for name, shares in SHARES.items()}
IOU = {
    way: {name: iou(TRUTH[name], masks[name]) for name in COLOURS}
    for way, masks in (("copied", COPIED), ("interpolated", SMOOTH))
}


def draw() -> Figure:
    side, gap = 152, 26
    figure = canvas(WIDE_PX, 26 + side + 46)
    for place, (title, masks) in enumerate(PICTURES.items()):
        axes = panel(figure, place * (side + gap) + 1, 26, side, side)
        _picture(axes, title, masks, 13)
    return figure


def draw_narrow() -> Figure:
    side, gap = 150, 18
    figure = canvas(NARROW_PX, 2 * (24 + side + 42))
    for place, (title, masks) in enumerate(PICTURES.items()):
        row, column = divmod(place, 2)
        at = column * (side + gap) + 1, 24 + row * (side + 64)
        _picture(panel(figure, *at, side, side), title, masks, 12)
    return figure


def _picture(axes: Axes, title: str, layers: dict[str, Shares], text: float) -> None:
    axes.set(xticks=[], yticks=[])
    axes.spines[:].set(visible=True, color=GREY, linewidth=0.8)
    for name, layer in layers.items():
        axes.imshow(_painted(layer, COLOURS[name]), extent=(0, SIDE, SIDE, 0), interpolation="nearest")
    if title != "truth":
        for mask in TRUTH.values():
            middles = np.arange(-1, SIDE + 1) + 0.5
            axes.contour(middles, middles, np.pad(mask, 1), levels=[0.5], colors=[INK], linewidths=0.8)
    axes.set(xlim=(0, SIDE), ylim=(SIDE, 0))
    for line, word in enumerate((title, *WORDS[title])):
        up = 7 if line == 0 else -1.4 * line * text - 2
        where: dict[str, Any] = {"xycoords": "axes fraction", "textcoords": "offset points"}
        axes.annotate(word, (0, int(line == 0)), (0, up), fontsize=text, **where)


def _painted(layer: Shares, colour: str) -> NDArray[np.float64]:
    """The colour, as opaque as the share is large; bare where there is nothing."""
    picture = np.zeros((*layer.shape, 4))
    picture[:] = to_rgba(colour)
    picture[..., 3] = np.where(layer > 0, 0.25 + 0.75 * layer, 0)
    return picture


def _of(way: str) -> list[str]:
    return [f"IoU of {name} {IOU[way][name]:.2f}" for name in COLOURS]


PICTURES: dict[str, dict[str, Any]] = {
    "truth": TRUTH,
    "shares in cells": {"spoon": SHARES["spoon"]},
    "copied up": COPIED,
    "interpolated": SMOOTH,
}
WORDS = {
    "truth": [f"{SIDE} × {SIDE}", "cup and spoon"],
    "shares in cells": [f"{POSITIONS} × {POSITIONS} cells", "spoon only"],
    "copied up": _of("copied"),
    "interpolated": _of("interpolated"),
}

COPY, BLEND = IOU["copied"], IOU["interpolated"]
CAPTION = f"""The masks of a cup and of a spoon, brought down to {POSITIONS}×{POSITIONS} cells that each
know their share, and enlarged again; a pixel counts where the share exceeds one half. Interpolation
rounds off the steps that copying leaves, and where the outline is smooth that is nearly the truth:
{BLEND["cup"]:.2f} for the cup. The handle of the spoon is thinner than a cell. No enlarging finds it
again, since no cell recorded where in it the handle ran.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    scores = "; ".join(
        f"{way}: " + ", ".join(f"{name} {values[name]:.2f}" for name in COLOURS)
        for way, values in IOU.items()
    )
    return (
        f"Four pictures. The masks of a cup and a spoon, {SIDE} by {SIDE} pixels; the share of the spoon "
        f"in each of {POSITIONS} by {POSITIONS} cells, faint along its handle; both masks enlarged from "
        "such cells by copying, with stepped outlines; and by interpolation, with smooth ones, the "
        f"spoon's handle broken in both. IoU {scores}."
    )
