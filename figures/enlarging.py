"""Enlarging makes positions, not knowledge: shares in cells, copied up and interpolated."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from numpy.typing import NDArray
from panels import panel
from photographs import coffee, square

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREEN, GREY, INK, NARROW_PX, WIDE_PX
from maskmetrics import Mask, cell_shares, enlarged, iou, spread

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
    return enlarged(shares, STRIDE, (SIDE, SIDE))


def mirrored(mask: Mask) -> Mask:
    """The pixels of every cell from right to left: another mask, with the same share in each cell."""
    return mask.reshape(SIDE, POSITIONS, STRIDE)[:, :, ::-1].reshape(SIDE, SIDE)


def best_threshold(mask: Mask, shares: Shares) -> float:
    """Of all hundredths, the one above which the enlarged shares come closest to the mask."""
    return max((hundredth / 100 for hundredth in range(1, 100)), key=lambda cut: iou(mask, shares > cut))


LABELS = square.label_map(SIDE)
TRUTH: dict[str, Mask] = {name: np.equal(LABELS, coffee.LABELS[name]) for name in COLOURS}
SHARES = {name: cell_shares(mask, STRIDE) for name, mask in TRUTH.items()}
BLENDED = {name: interpolated(shares) for name, shares in SHARES.items()}
THRESHOLDS = {name: best_threshold(mask, BLENDED[name]) for name, mask in TRUTH.items()}

MIRRORED = {name: mirrored(mask) for name, mask in TRUTH.items()}
COPIED = {name: copied(shares) > 0.5 for name, shares in SHARES.items()}
SMOOTH = {name: shares > 0.5 for name, shares in BLENDED.items()}
BEST = {name: shares > THRESHOLDS[name] for name, shares in BLENDED.items()}


def _ious(masks: dict[str, Mask]) -> dict[str, float]:
    return {name: iou(TRUTH[name], masks[name]) for name in COLOURS}


SAME_SHARES = _ious(MIRRORED)
IOU = {"copied": _ious(COPIED), "interpolated": _ious(SMOOTH), "best": _ious(BEST)}


def draw() -> Figure:
    side, gap, text = 210, 28, 13
    figure = canvas(WIDE_PX, 2 * (26 + side + 50))
    _pictures(figure, columns=3, side=side, gap=gap, text=text)
    return figure


def draw_narrow() -> Figure:
    side, gap, text = 150, 18, 12
    figure = canvas(NARROW_PX, 3 * (26 + side + 50))
    _pictures(figure, columns=2, side=side, gap=gap, text=text)
    return figure


def _pictures(figure: Figure, columns: int, side: float, gap: float, text: float) -> None:
    for place, (title, masks) in enumerate(PICTURES.items()):
        row, column = divmod(place, columns)
        at = column * (side + gap) + 1, 26 + row * (26 + side + 50)
        _picture(panel(figure, *at, side, side), title, masks, text)


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


def _of(ious: dict[str, float]) -> list[str]:
    return [f"IoU of {name} {value:.2f}" for name, value in ious.items()]


PICTURES: dict[str, dict[str, Any]] = {
    "truth": TRUTH,
    "shares in cells": {"spoon": SHARES["spoon"]},
    "the same shares": MIRRORED,
    "copied up": COPIED,
    "interpolated": SMOOTH,
    "best threshold": BEST,
}
WORDS = {
    "truth": [f"{SIDE} × {SIDE}", "cup and spoon"],
    "shares in cells": [f"{POSITIONS} × {POSITIONS} cells", "spoon only"],
    "the same shares": _of(SAME_SHARES),
    "copied up": _of(IOU["copied"]),
    "interpolated": _of(IOU["interpolated"]),
    "best threshold": _of(IOU["best"]),
}

BLEND = IOU["interpolated"]
CAPTION = f"""The masks of a cup and of a spoon, brought down to {POSITIONS}×{POSITIONS} cells that each
know their share, and enlarged again; the thin line is the truth. Where the shares are copied up or
interpolated, a pixel counts if its share exceeds one half. Interpolation rounds off the steps that copying
leaves, and round the cup, which is much wider than a cell, that is nearly the truth: IoU
{BLEND["cup"]:.2f}. The spoon, whose handle is thinner than a cell, comes to {BLEND["spoon"]:.2f}. Part of
its loss is the fault of the threshold: the best for the spoon, {THRESHOLDS["spoon"]:.2f}, brings it to
{IOU["best"]["spoon"]:.2f}, and most of the handle is still missing. In the picture "the same shares", all
cells are mirrored. Their shares have not changed, so whatever is computed from them stays as it is, and yet
this spoon overlaps the true one with an IoU of only {SAME_SHARES["spoon"]:.2f}.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    scores = "; ".join(
        f"{way}: " + ", ".join(f"{name} {value:.2f}" for name, value in values.items())
        for way, values in IOU.items()
    )
    return (
        f"Six pictures. The masks of a cup and a spoon, {SIDE} by {SIDE} pixels; the share of the spoon "
        f"in each of {POSITIONS} by {POSITIONS} cells, faint along its handle; two other masks with the "
        "same shares, their outlines torn into teeth at the edges of the cells. Then both masks enlarged "
        "from the cells by copying, with stepped outlines; by interpolation, with smooth ones, the handle of "
        "the spoon missing in both; and with the best threshold for each, a scrap of the handle there. "
        f"IoU {scores}."
    )
