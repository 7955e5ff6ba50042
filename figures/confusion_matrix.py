"""A label map, a drawing of it, and the counts from which nearly every score is computed."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from panels import panel, whole_panel
from panels.grids import Look
from scored_map import COLOURS, COUNTS, DRAWING, LABELS, NAMES, PIXELS, STRIDE, show

from computed_figures.canvas import canvas
from computed_figures.style import GREEN, GREY, INK, NARROW_PX, PURPLE, WIDE_PX

CLASS = NAMES.index("spoon")
MATRIX = COUNTS.counts
RIGHT = int(MATRIX[CLASS, CLASS])
MISSED = int(MATRIX[CLASS].sum()) - RIGHT
INVENTED = int(MATRIX[:, CLASS].sum()) - RIGHT
IOU = float(COUNTS.iou[CLASS])
DICE = float(COUNTS.dice[CLASS])


def draw() -> Figure:
    figure = canvas(WIDE_PX, 318)
    _map(panel(figure, 1, 24, 198, 132), "truth", LABELS, 13)
    _map(panel(figure, 1, 184, 198, 132), "drawing", DRAWING, 13)
    _matrix(whole_panel(figure), 316, 62, 92, 48, 13)
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 420)
    _map(panel(figure, 1, 24, 152, 101), "truth", LABELS, 12)
    _map(panel(figure, 167, 24, 152, 101), "drawing", DRAWING, 12)
    _matrix(whole_panel(figure), 100, 186, 54.5, 46, 11.5)
    return figure


def _map(
    axes: Axes, title: str, labels: np.ndarray[tuple[int, ...], np.dtype[np.int64]], text: float
) -> None:
    show(axes, labels)
    axes.annotate(title, (0, 1), (0, 7), xycoords="axes fraction", textcoords="offset points", fontsize=text)


def _matrix(axes: Axes, left: float, top: float, width: float, height: float, text: float) -> None:
    """The counts, the row and the column of the class framed; right, missed and invented in three looks."""
    for row, name in enumerate(NAMES):
        middle = top + (row + 0.5) * height + 0.36 * text
        _swatch(axes, left - 16, middle - 0.8 * text, row)
        axes.text(left - 22, middle, _short(name, width), ha="right", fontsize=text)
        for column in range(len(NAMES)):
            x, y = left + column * width, top + row * height
            colour, opacity = _look(row, column)
            if colour != "none":
                axes.add_patch(Rectangle((x, y), width, height, facecolor=colour, alpha=opacity, linewidth=0))
            axes.add_patch(Rectangle((x, y), width, height, fill=False, edgecolor=INK, linewidth=0.7))
            count = f"{MATRIX[row, column]:,}"
            axes.text(x + width / 2, y + height / 2 + 0.36 * text, count, ha="center", fontsize=text)
    for column, name in enumerate(NAMES):
        axes.text(left + (column + 0.5) * width, top - 8, _short(name, width), ha="center", fontsize=text)
    axes.text(left, top - 30, "given class", fontsize=text, fontweight="bold")
    axes.text(left - 22, top - 8, "true class", ha="right", fontsize=text, fontweight="bold")
    for x, y, across, down in ((0, CLASS, len(NAMES), 1), (CLASS, 0, 1, len(NAMES))):
        corner = left + x * width, top + y * height
        axes.add_patch(
            Rectangle(corner, across * width, down * height, fill=False, edgecolor=INK, linewidth=2.2)
        )
    _legend(axes, left, top + (len(NAMES) + 0.55) * height, width, text)


def _short(name: str, width: float) -> str:
    return name if width > 80 else name.replace("background", "ground")


def _look(row: int, column: int) -> Look:
    if row == column == CLASS:
        return GREEN, 0.6
    if row == CLASS:
        return GREY, 0.5
    return (PURPLE, 0.5) if column == CLASS else ("none", 1)


def _swatch(axes: Axes, left: float, top: float, row: int) -> None:
    colour = COLOURS.get(row, "none")
    axes.add_patch(Rectangle((left, top), 10, 10, facecolor=colour, edgecolor=GREY, linewidth=0.8))


def _legend(axes: Axes, left: float, top: float, width: float, text: float) -> None:
    names = {f"right {RIGHT:,}": GREEN, f"missed {MISSED:,}": GREY, f"invented {INVENTED:,}": PURPLE}
    step = 1.38 * width if width > 80 else 1.75 * width
    start = left if width > 80 else 4
    for place, (name, colour) in enumerate(names.items()):
        x = start + place * step
        axes.add_patch(Rectangle((x, top - 10), 11, 11, facecolor=colour, alpha=0.6, linewidth=0))
        axes.text(x + 15, top, name, fontsize=text)


CAPTION = f"""A photograph's label map, and a drawing of it from a grid of cells of {STRIDE}×{STRIDE} pixels
that kept the share of each class. The matrix counts all {PIXELS:,} pixels by the class that they have and
the class that they were given. The row of the spoon holds the pixels that are spoon, its column those that
were called spoon. Where the two meet, {RIGHT:,} pixels are right. The rest of the row, {MISSED:,}, was
missed, and the rest of the column, {INVENTED:,}, was invented. Label map: this project, CC0.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    rows = "; ".join(
        f"{name}: " + ", ".join(f"{count:,} as {given}" for count, given in zip(row, NAMES, strict=True))
        for name, row in zip(NAMES, MATRIX.tolist(), strict=True)
    )
    return (
        "The label map of a cup on a saucer with a spoon, and a drawing of it with wavy outlines, in "
        "which the "
        f"neck of the spoon is missing. Then a table of counts, true classes in rows: {rows}. The row "
        f"and the column of the spoon are framed: {RIGHT:,} right, {MISSED:,} missed, {INVENTED:,} invented."
    )
