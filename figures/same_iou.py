"""Three drawings of a cup with the same IoU and three very different outlines."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from panels import panel
from panels.label_maps import outline, painted
from photographs import coffee, square
from scipy import ndimage

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREY, NARROW_PX, WIDE_PX
from maskmetrics import Mask, boundary_f1, iou

SIDE = 128
TOLERANCE_PX = 2
ERODED_PX = 3
TRUTH: Mask = np.equal(square.label_map(SIDE), coffee.LABELS["cup"])
ROWS, COLUMNS = np.nonzero(TRUTH)
MARGIN_PX = 4
CROP = (
    int(COLUMNS.min()) - MARGIN_PX,
    int(ROWS.min()) - MARGIN_PX,
    int(np.ptp(COLUMNS)) + 1 + 2 * MARGIN_PX,
    int(np.ptp(ROWS)) + 1 + 2 * MARGIN_PX,
)
"""Left, top, width and height of the part that is drawn."""


def smaller() -> Mask:
    """The truth without its outermost pixels, ERODED_PX times over."""
    kept: Mask = ndimage.binary_erosion(TRUTH, iterations=ERODED_PX, border_value=1)
    return kept


def bitten(pixels: int) -> Mask:
    """The truth without its lowest `pixels` pixels, row by row from below."""
    rows, columns = np.nonzero(TRUTH)
    lowest = np.lexsort((columns, rows))[::-1][:pixels]
    kept = TRUTH.copy()
    kept[rows[lowest], columns[lowest]] = False
    return kept


def speckled(pixels: int) -> Mask:
    """The truth with holes of 2 x 2 pixels, drawn at random well inside it, until so many are missing."""
    inside = ndimage.binary_erosion(TRUTH, iterations=4, border_value=1)
    rows, columns = np.nonzero(inside[::4, ::4])
    order = np.random.default_rng(7).permutation(len(rows))
    kept = TRUTH.copy()
    holes = [
        (4 * rows[place] + down, 4 * columns[place] + across)
        for place in order
        for down, across in ((0, 0), (0, 1), (1, 0), (1, 1))
    ]
    for row, column in holes[:pixels]:
        kept[row, column] = False
    return kept


MISSING = int(TRUTH.sum() - smaller().sum())
DRAWINGS = {
    "too small": smaller(),
    "a piece missing": bitten(MISSING),
    "holes": speckled(MISSING),
}
IOU = {name: iou(TRUTH, mask) for name, mask in DRAWINGS.items()}
F1 = {name: boundary_f1(TRUTH, mask, TOLERANCE_PX) for name, mask in DRAWINGS.items()}


def draw() -> Figure:
    width = (WIDE_PX - 2 * 20 - 2) / 3
    height = width * CROP[3] / CROP[2]
    figure = canvas(WIDE_PX, height + 70)
    for place, name in enumerate(DRAWINGS):
        _picture(panel(figure, 1 + place * (width + 20), 24, width, height), name, 13)
    return figure


def draw_narrow() -> Figure:
    width = 148
    height = width * CROP[3] / CROP[2]
    figure = canvas(NARROW_PX, 2 * (height + 78))
    for place, name in enumerate(DRAWINGS):
        row, column = divmod(place, 2)
        _picture(panel(figure, 1 + column * (width + 22), 24 + row * (height + 78), width, height), name, 12)
    return figure


def _picture(axes: Axes, name: str, text: float) -> None:
    left, top, width, height = CROP
    axes.imshow(painted(DRAWINGS[name].astype(np.int64), {1: BLUE}), extent=(0, SIDE, SIDE, 0), aspect="auto")
    outline(axes, TRUTH, 1.2)
    axes.set(xticks=[], yticks=[], xlim=(left, left + width), ylim=(top + height, top))
    axes.spines[:].set(visible=True, color=GREY, linewidth=0.8)
    lines = (name, f"IoU {IOU[name]:.3f}", f"boundary F1 {F1[name]:.2f}")
    for line, words in enumerate(lines):
        up = 7 if line == 0 else -1.4 * line * text - 2
        axes.annotate(
            words,
            (0, int(line == 0)),
            (0, up),
            xycoords="axes fraction",
            textcoords="offset points",
            fontsize=text,
            fontweight="bold" if line == 0 else "normal",
        )


SMALL, PIECE, HOLES = DRAWINGS
CAPTION = f"""Three drawings of the cup (filled) against its true outline (line). Each lacks {MISSING}
pixels of the {int(TRUTH.sum()):,}, so the IoU is {IOU[SMALL]:.2f} every time. The boundary F1 with a
tolerance of {TOLERANCE_PX} pixels is {F1[SMALL]:.2f} if the outline is off by {ERODED_PX} pixels all round,
{F1[PIECE]:.2f} if one piece is missing and the rest of the outline is exact, and {F1[HOLES]:.2f} if holes
add outlines that the cup does not have.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    said = "; ".join(f"{name}: IoU {IOU[name]:.3f}, boundary F1 {F1[name]:.2f}" for name in DRAWINGS)
    return (
        "A cup three times, filled, with its true outline: once smaller all round, once with its lower end "
        f"missing, once with small holes scattered over it. {said}."
    )
