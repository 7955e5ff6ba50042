"""One photograph at four representations: pixels, label indices, one plane a class, and one vote a cell."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from numpy.typing import NDArray
from panels import panel
from panels.words import percent
from photographs import coffee, regions, square

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREEN, GREY, INK, NARROW_PX, ORANGE, WIDE_PX
from convarith import trace
from convarith.networks import vgg16
from maskmetrics import iou, spread

SIDE = 224  # VGG-16's image
FEATURES = trace(vgg16(), SIDE)["pool5"]
GRID = FEATURES.shape.size
STRIDE = int(FEATURES.field.jump)
INDEX = {"background": coffee.BACKGROUND} | coffee.LABELS
CLASSES = sorted(INDEX, key=INDEX.__getitem__)
COLOURS = {"background": (GREY, 0.45), "saucer": (ORANGE, 0.7), "spoon": (GREEN, 0.7), "cup": (BLUE, 0.7)}
DARK = "#101010"

Labels = NDArray[np.int64]
Picture = NDArray[np.uint8] | NDArray[np.float64]


def counts(labels: Labels) -> Labels:
    """Pixels of each class in each cell, shape (classes, GRID, GRID)."""
    cells = labels.reshape(GRID, STRIDE, GRID, STRIDE)
    return np.stack([(cells == index).sum(axis=(1, 3)) for index in range(len(CLASSES))])


LABELS = square.label_map(SIDE)
PHOTOGRAPH = square.photograph(SIDE)
PLANES = np.stack([index == LABELS for index in range(len(CLASSES))])
COUNTS = counts(LABELS)
VOTES: Labels = COUNTS.argmax(axis=0)
# The cell that is looked at closely: the first with the most classes in it.
ROW, COLUMN = np.unravel_index(np.argmax((COUNTS > 0).sum(axis=0)), VOTES.shape)
INSIDE = tuple(slice(int(at) * STRIDE, (int(at) + 1) * STRIDE) for at in (ROW, COLUMN))
VOTED = spread(VOTES, STRIDE, LABELS.shape)
WRONG = int(np.count_nonzero(VOTED != LABELS))
IOU = {name: iou(index == LABELS, index == VOTED) for index, name in enumerate(CLASSES)}
WINNER = CLASSES[VOTES[ROW, COLUMN]]


@dataclass(frozen=True)
class Representation:
    """One way to write the picture down: its words, the whole of it, and the cell that is looked at."""

    title: str
    shape: tuple[int, ...]
    unit: str
    cell_size: int
    notes: tuple[str, ...]
    cell_notes: tuple[str, ...] = ()

    @property
    def size(self) -> str:
        return " × ".join(map(str, self.shape))

    @property
    def count(self) -> str:
        return f"{int(np.prod(self.shape)):,} {self.unit}"

    @property
    def cell_count(self) -> str:
        return f"{self.cell_size:,} {self.unit if self.cell_size > 1 else self.unit.removesuffix('s')}"


def named(names: list[str]) -> str:
    return ", ".join(f"{CLASSES.index(name)} {name}" for name in names)


PIXELS = Representation(
    "photograph",
    (PHOTOGRAPH.shape[2], SIDE, SIDE),
    "numbers",
    PHOTOGRAPH[INSIDE].size,
    ("red, green and blue", "of every pixel"),
)
INDICES = Representation(
    "label map",
    LABELS.shape,
    "labels",
    LABELS[INSIDE].size,
    (named(CLASSES[:2]) + ",", named(CLASSES[2:])),
)
ONE_HOT = Representation(
    "one plane a class",
    PLANES.shape,
    "numbers",
    PLANES[:, *INSIDE].size,
    ("one 1 at each pixel,", f"0 in the other {len(CLASSES) - 1}"),
)
VOTE = Representation(
    "one vote a cell",
    VOTES.shape,
    "labels",
    1,
    (f"{percent(WRONG / LABELS.size)} of the pixels", f"wrong, spoon IoU {IOU['spoon']:.2f}"),
    (f"{WINNER} has {COUNTS[:, ROW, COLUMN].max()} of {STRIDE**2:,}",),
)
ALL = [PIXELS, INDICES, ONE_HOT, VOTE]


def draw() -> Figure:
    """The whole pictures above, the cell below."""
    text, gap = 12.5, 24
    side = (WIDE_PX - 3 * gap) / 4
    figure = canvas(WIDE_PX, 3.9 * text + side + 5.6 * text + side + 3.2 * text)
    for place, each in enumerate(ALL):
        left = place * (side + gap)
        top = 3.9 * text
        axes = panel(figure, left, top, side, side)
        _whole(axes, each, text)
        _lines(axes, (each.title, each.size, each.count), text, above=True)
        _lines(axes, each.notes, text)
        axes = panel(figure, left, top + side + 5.6 * text, side, side)
        _cell(axes, each, text)
        _lines(axes, (f"marked cell: {each.cell_count}",), text, above=True, bold=False)
        _lines(axes, each.cell_notes, text)
    return figure


def draw_narrow() -> Figure:
    """One representation below the other, the cell to its right."""
    text, gap = 11.5, 20
    side = (NARROW_PX - gap) / 2
    step = 1.8 * text + side + 4.6 * text
    figure = canvas(NARROW_PX, len(ALL) * step + 1.4 * text)
    for place, each in enumerate(ALL):
        top = place * step + 1.8 * text
        axes = panel(figure, 0, top, side, side)
        _whole(axes, each, text)
        _lines(axes, (each.title,), text, above=True)
        _lines(axes, (f"{each.size}:", each.count, *(each.notes if each.cell_notes else ())), text)
        axes = panel(figure, side + gap, top, side, side)
        _cell(axes, each, text)
        _lines(axes, (f"cell: {each.cell_count}",), text, above=True, bold=False)
        _lines(axes, each.cell_notes or each.notes, text)
    return figure


def _lines(axes: Axes, lines: tuple[str, ...], text: float, above: bool = False, bold: bool = True) -> None:
    """Lines of text over the panel, the first of them bold, or under it."""
    for number, line in enumerate(lines):
        up = (len(lines) - 1 - number) * 1.3 * text + 6 if above else -(number + 1.15) * 1.3 * text
        axes.annotate(
            line,
            (0, 1 if above else 0),
            (0, up),
            xycoords="axes fraction",
            textcoords="offset points",
            fontsize=text,
            fontweight="bold" if above and bold and number == 0 else "normal",
        )


def _whole(axes: Axes, each: Representation, text: float) -> None:
    if each is ONE_HOT:
        for inset in _planes(axes, PLANES, text):
            _mark(inset, 1.2)
        return
    _framed(axes, SIDE)
    if each is PIXELS:
        axes.imshow(PHOTOGRAPH, extent=(0, SIDE, SIDE, 0))
    elif each is INDICES:
        axes.imshow(_painted(LABELS), extent=(0, SIDE, SIDE, 0))
        _number(axes, LABELS, text)
    else:
        axes.imshow(_painted(VOTES), extent=(0, SIDE, SIDE, 0))
        for (row, column), index in np.ndenumerate(VOTES):
            middle = ((column + 0.5) * STRIDE, (row + 0.5) * STRIDE)
            axes.text(*middle, str(index), ha="center", va="center", fontsize=text)
    _mark(axes, 2, on_photograph=each is PIXELS)


def _mark(axes: Axes, linewidth: float, on_photograph: bool = False) -> None:
    """Frame the cell that is looked at; on the photograph in dark and white, whatever the page's ink."""
    frame: dict[str, Any] = {"xy": (COLUMN * STRIDE, ROW * STRIDE), "width": STRIDE, "height": STRIDE}
    if on_photograph:
        axes.add_patch(Rectangle(**frame, fill=False, edgecolor="white", linewidth=linewidth + 2.5))
    ink = DARK if on_photograph else INK
    axes.add_patch(Rectangle(**frame, fill=False, edgecolor=ink, linewidth=linewidth))


def _cell(axes: Axes, each: Representation, text: float) -> None:
    if each is ONE_HOT:
        _planes(axes, PLANES[:, *INSIDE], text)
        return
    _framed(axes, STRIDE)
    whole = (0, STRIDE, STRIDE, 0)
    if each is PIXELS:
        axes.imshow(PHOTOGRAPH[INSIDE], extent=whole)
    elif each is INDICES:
        axes.imshow(_painted(LABELS[INSIDE]), extent=whole)
        _number(axes, LABELS[INSIDE], text)
    else:
        axes.imshow(_painted(VOTES[ROW : ROW + 1, COLUMN : COLUMN + 1]), extent=whole)
        axes.plot(*regions.borders(LABELS[INSIDE]), color=INK, linewidth=1.2)
        right = LABELS[INSIDE] == VOTES[ROW, COLUMN]
        at = regions.innermost(right)
        axes.text(*at, str(VOTES[ROW, COLUMN]), ha="center", va="center", fontsize=2 * text)


def _framed(axes: Axes, side: float) -> None:
    axes.set(xticks=[], yticks=[], xlim=(0, side), ylim=(side, 0))
    axes.spines[:].set(visible=True, color=GREY, linewidth=0.8)


def _planes(axes: Axes, planes: NDArray[np.bool_], text: float) -> list[Axes]:
    """The planes two by two, each class in its colour where the plane holds a 1."""
    axes.set_axis_off()
    insets = []
    for index, plane in enumerate(planes):
        row, column = divmod(index, 2)
        inset = axes.inset_axes((column * 0.52, 0.52 * (1 - row), 0.48, 0.48))
        side = len(plane)
        _framed(inset, side)
        inset.imshow(_painted(np.where(plane, index, -1)), extent=(0, side, side, 0))
        inset.text(side * 0.05, side * 0.19, str(index), fontsize=text)
        insets.append(inset)
    return insets


def _painted(labels: Labels) -> Picture:
    """Each label in the colour of its class; -1 stays empty."""
    picture = np.zeros((*labels.shape, 4))
    for index, name in enumerate(CLASSES):
        picture[labels == index] = to_rgba(*COLOURS[name])
    return picture


def _number(axes: Axes, labels: Labels, text: float) -> None:
    """Each index in the middle of its class."""
    for index in np.unique(labels):
        axes.text(*regions.innermost(labels == index), str(index), ha="center", va="center", fontsize=text)


HOLDING = int(np.count_nonzero(COUNTS[INDEX["spoon"]]))
NAMING = int(np.count_nonzero(INDEX["spoon"] == VOTES))

CAPTION = f"""The same picture written down four ways, and closer the marked cell of {STRIDE}×{STRIDE} pixels.
The label map has one class index a pixel. The planes say the same in the form in which a network gives its
scores. Last, what is left when each cell of VGG-16's last map, {GRID}×{GRID}, has one vote. No network voted
here: each cell got its most frequent true label and is painted with it as a whole, and no other choice of
{VOTES.size} labels to paint gets more pixels right. Even so {percent(WRONG / LABELS.size)} of the pixels get
a wrong name. The marked cell holds all {len(CLASSES)} classes (thin lines) and can name one. Of the {HOLDING}
cells that hold a part of the spoon, {NAMING} says so. Photograph: Rachel Michetti, CC0, as scikit-image ships
it; label map: this project, CC0.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    whole = "; ".join(f"{each.title}, {each.size}, {each.count}" for each in ALL)
    cell = "; ".join(f"{each.title}, {each.cell_count}" for each in ALL)
    held = ", ".join(f"{name} {COUNTS[index, ROW, COLUMN]}" for index, name in enumerate(CLASSES))
    rows = ", ".join("".join(map(str, row)) for row in VOTES)
    overlap = ", ".join(f"{name} {value:.2f}" for name, value in IOU.items())
    return (
        f"A cup on its saucer with a spoon, four times. Whole: {whole}. One cell of {STRIDE} by {STRIDE} "
        f"pixels: {cell}. Pixels of each class in that cell: {held}; its vote is {WINNER}. The indices are "
        f"{named(CLASSES)}. The votes row by row: {rows}. Against the label map {WRONG:,} of {LABELS.size:,} "
        f"pixels are wrong; IoU: {overlap}. The spoon's handle is gone and the outlines are steps."
    )
