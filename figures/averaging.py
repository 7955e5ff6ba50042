"""One drawing cut into images: the score of the set stays, the mean of the images' scores does not."""

from dataclasses import dataclass
from itertools import product

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from panels import panel
from scored_map import BY_TILE, COLUMNS, COUNTS, LABELS, NAMES, ROWS, TILE, show

from computed_figures.canvas import canvas
from computed_figures.style import GREEN, GREY, INK, NARROW_PX, ORANGE, WIDE_PX

CLASS = NAMES.index("spoon")


@dataclass(frozen=True)
class Tile:
    """One tile with the class in it: where it stands, how many pixels truly have the class, and its IoU."""

    row: int
    column: int
    pixels: int
    iou: float


TILES = [
    Tile(number // COLUMNS, number % COLUMNS, int(each.counts[CLASS].sum()), float(each.iou[CLASS]))
    for number, each in enumerate(BY_TILE)
    if not np.isnan(each.iou[CLASS])
]
OF_SET = float(COUNTS.iou[CLASS])
OF_IMAGES = float(np.mean([tile.iou for tile in TILES]))
SMALLEST = min(TILES, key=lambda tile: tile.pixels)
LARGEST = max(TILES, key=lambda tile: tile.pixels)


def draw() -> Figure:
    figure = canvas(WIDE_PX, 268)
    _map(panel(figure, 1, 24, 340, 340 * LABELS.shape[0] / LABELS.shape[1]), 13)
    _chart(panel(figure, 400, 36, 208, 180), 13)
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 490)
    _map(panel(figure, 1, 24, 318, 318 * LABELS.shape[0] / LABELS.shape[1]), 12)
    _chart(panel(figure, 34, 284, 214, 160), 12)
    return figure


def _map(axes: Axes, text: float) -> None:
    """The truth with the cuts, and in each tile that has a spoon its IoU."""
    show(axes, np.where(CLASS == LABELS, CLASS, 0))
    for line in range(1, COLUMNS):
        axes.axvline(line * TILE, color=GREY, linewidth=0.8)
    for line in range(1, ROWS):
        axes.axhline(line * TILE, color=GREY, linewidth=0.8)
    for tile in TILES:
        corner = tile.column * TILE, tile.row * TILE
        axes.add_patch(Rectangle(corner, TILE, TILE, fill=False, edgecolor=INK, linewidth=1.8))
        is_right, is_below = _free_corner(tile)
        axes.text(
            corner[0] + (TILE - 6 if is_right else 6),
            corner[1] + (TILE - 8 if is_below else 24),
            f"{tile.iou:.2f}",
            ha="right" if is_right else "left",
            fontsize=text,
            fontweight="bold",
        )
    axes.annotate(
        f"{ROWS * COLUMNS} images; IoU of the spoon",
        (0, 1),
        (0, 7),
        xycoords="axes fraction",
        textcoords="offset points",
        fontsize=text,
    )


def _free_corner(tile: Tile) -> tuple[bool, bool]:
    """Right or left, below or above: the corner in which the number covers the least of the spoon."""
    spoon = (LABELS == CLASS)[tile.row * TILE :, tile.column * TILE :][:TILE, :TILE]
    width, height = round(0.6 * TILE), round(0.3 * TILE)

    def covered(corner: tuple[bool, bool]) -> int:
        is_right, is_below = corner
        columns = slice(-width, None) if is_right else slice(width)
        rows = slice(-height, None) if is_below else slice(height)
        return int(spoon[rows, columns].sum())

    return min(product((False, True), (False, True)), key=covered)


def _chart(axes: Axes, text: float) -> None:
    axes.set(xscale="log", xlim=(20, 6000), ylim=(-0.03, 1.03))
    axes.set_xticks([100, 1000], ["100", "1,000"], fontsize=text)
    axes.minorticks_off()
    axes.set_yticks([0, 0.5, 1], ["0", "0.5", "1"], fontsize=text)
    axes.set_xlabel("pixels of spoon", fontsize=text)
    axes.annotate(
        "IoU", (0, 1), (-22, 12), xycoords="axes fraction", textcoords="offset points", fontsize=text
    )
    for value, colour, style, name in (
        (OF_SET, GREEN, "-", "set"),
        (OF_IMAGES, ORANGE, "--", "mean"),
    ):
        axes.axhline(value, color=colour, linestyle=style, linewidth=1.8)
        axes.annotate(
            f"{name} {value:.2f}",
            (1, value),
            (4, -0.36 * text),
            xycoords=("axes fraction", "data"),
            textcoords="offset points",
            fontsize=text,
        )
    sizes, ious = [tile.pixels for tile in TILES], [tile.iou for tile in TILES]
    axes.plot(sizes, ious, linestyle="", color=INK, marker="o", markersize=6, clip_on=False)


CAPTION = f"""The drawing from above, cut into {ROWS * COLUMNS} images of {TILE}×{TILE} pixels; no pixel has
changed. {len(TILES)} of them hold a piece of the spoon, from {SMALLEST.pixels} to {LARGEST.pixels:,}
pixels. Taken over the set, the IoU of the spoon is {OF_SET:.2f}, as it was before the cut. The mean of the
images' own IoUs is {OF_IMAGES:.2f}, because the image with {SMALLEST.pixels} pixels of spoon, IoU
{SMALLEST.iou:.2f}, has as much say in it as the one with {LARGEST.pixels:,}, IoU {LARGEST.iou:.2f}.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    said = "; ".join(
        f"row {tile.row + 1}, column {tile.column + 1}: {tile.pixels:,} pixels, IoU {tile.iou:.2f}"
        for tile in TILES
    )
    return (
        f"The spoon of the label map under a grid of {ROWS} by {COLUMNS} squares. Squares with a piece of "
        "the "
        f"spoon: {said}. A chart of IoU against pixels of spoon: the three smallest pieces lie far "
        "below all others. "
        f"A line at {OF_SET:.2f} for the set, a dashed one at {OF_IMAGES:.2f} for the mean of the images."
    )
