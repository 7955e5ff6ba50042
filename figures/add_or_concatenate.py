"""Two maps joined in two ways, and the weights that the next layer needs for them."""

from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Polygon, Rectangle
from numpy.typing import NDArray
from panels import whole_panel
from panels.grids import Look, arrow, grid

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREY, INK, NARROW_PX, ORANGE, PURPLE, WIDE_PX
from convarith import Addition, Concatenation, Convolution, Shape, trace
from convarith.networks import unet

TILE = 572
LEVEL = "up1"  # the finest
KERNEL = 3

Numbers = NDArray[np.int_]

STEPS = trace(unet(), TILE)
SKIP, RISEN = (STEPS[name].shape for name in STEPS[f"{LEVEL}.concat"].inputs)
OUT = RISEN.channels or 0

# A corner of one channel of each, made up: the decoder's in blocks, as enlarging leaves it, the skip's fine.
COARSE = np.kron(np.array([[1, 4], [2, 5]]), np.ones((2, 2), int))
FINE = np.array([[0, 3, 0, 0], [0, 3, 0, 0], [0, 0, 3, 0], [0, 0, 3, 0]])
SUM = COARSE + FINE
CELLS = len(SUM)
MAPS_DRAWN = 3  # drawn of each stack; the lowest and the highest number tell the rest
BACK = (6, -3)  # from one map to the next


@dataclass(frozen=True)
class Joining:
    """A way to join the maps, and the next convolution, which gives as many channels as one of them has."""

    title: str
    shape: Shape

    @property
    def weights(self) -> int:
        layer = Convolution(channels=OUT, kernel=KERNEL, bias=False)
        return layer.parameters(self.shape) or 0

    @property
    def channels(self) -> int:
        return self.shape.channels or 0

    @property
    def product(self) -> str:
        return f"{KERNEL**2} · {self.channels} · {OUT} = {self.weights:,}"


ADDED = Joining("added", Addition().output_shape(SKIP, RISEN))
BOTH = Joining("concatenated", Concatenation().output_shape(SKIP, RISEN))
JOININGS = (ADDED, BOTH)


def ambiguous() -> tuple[int, tuple[int, int], tuple[int, int]]:
    """A sum that two places share, and the different parts of which it was made at each."""
    places = [*np.ndindex(SUM.shape)]
    for one in places:
        for other in places:
            parts = tuple((int(COARSE[place]), int(FINE[place])) for place in (one, other))
            if SUM[one] == SUM[other] and parts[0] > parts[1]:
                return int(SUM[one]), parts[0], parts[1]
    raise ValueError("no sum has two origins")


def draw() -> Figure:
    figure = canvas(WIDE_PX, 368)
    axes, cell, text, weights = whole_panel(figure), 20, 13, WIDE_PX - 172
    axes.text(2, 16, ADDED.title, fontsize=text, fontweight="bold")
    _equation(axes, 2, 44, CELLS * cell + 48, cell, text)
    _weights(axes, ADDED, weights, 52, 1, text)
    axes.text(2, 200, BOTH.title, fontsize=text, fontweight="bold")
    _behind(axes, 2, 244, cell, text)
    _weights(axes, BOTH, weights, 240, 1, text)
    for top, left in ((84, 366), (272, 226)):
        arrow(axes, (left, top), (weights - 14, top))
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 556)
    axes, cell, text = whole_panel(figure), 17, 12
    axes.text(2, 14, ADDED.title, fontsize=text, fontweight="bold")
    _equation(axes, 2, 38, CELLS * cell + 46, cell, text)
    _weights(axes, ADDED, 2, 172, 0.85, text)
    axes.text(2, 284, BOTH.title, fontsize=text, fontweight="bold")
    _behind(axes, 2, 330, cell, text)
    _weights(axes, BOTH, 2, 470, 0.85, text)
    return figure


def _equation(axes: Axes, left: float, top: float, step: float, cell: float, text: float) -> None:
    """One map plus the other is one map, each of its numbers a sum."""
    maps = (("decoder", COARSE, ORANGE, RISEN), ("skip", FINE, BLUE, SKIP), ("sum", SUM, PURPLE, ADDED.shape))
    middle = top + CELLS * cell / 2 + 0.36 * text
    for place, (name, numbers, colour, shape) in enumerate(maps):
        x = left + place * step
        _stack(axes, x, top, numbers, colour, cell, text)
        below = top + CELLS * cell + 1.5 * text
        axes.text(x, below, name, fontsize=text)
        axes.text(x, below + 1.3 * text, _sized(shape), fontsize=text)
        if place:
            sign = "+" if place == 1 else "="
            axes.text(
                x - (step - CELLS * cell - 2 * BACK[0]) / 2, middle, sign, ha="center", fontsize=1.4 * text
            )


def _behind(axes: Axes, left: float, top: float, cell: float, text: float) -> None:
    """The channels of one map, and behind them those of the other; every number stays what it was."""
    away = CELLS * cell + MAPS_DRAWN * BACK[0] + 4
    back = away * BACK[1] / BACK[0] / 2
    _stack(axes, left + away, top + back, FINE, BLUE, cell, text)
    _stack(axes, left, top, COARSE, ORANGE, cell, text)
    below = top + CELLS * cell + 1.5 * text
    axes.text(left, below, "decoder, then skip", fontsize=text)
    axes.text(left, below + 1.3 * text, _sized(BOTH.shape), fontsize=text)


def _stack(
    axes: Axes, left: float, top: float, numbers: Numbers, colour: str, cell: float, text: float
) -> None:
    """The first channel with its numbers, larger ones in a stronger tone, and the edges of some behind it."""
    side = CELLS * cell
    for number in range(MAPS_DRAWN - 1, 0, -1):
        x, y = left + number * BACK[0], top + number * BACK[1]
        dx, dy = BACK
        outline = [
            (x, y),
            (x + side, y),
            (x + side, y + side),
            (x + side - dx, y + side),
            (x + side - dx, y - dy),
            (x, y - dy),
        ]
        axes.add_patch(Polygon(outline, facecolor=colour, edgecolor=INK, linewidth=0.7))

    def look(row: int, column: int) -> Look:
        return colour, 0.1 + 0.5 * float(numbers[row, column]) / float(SUM.max())

    grid(axes, left, top, cell, [[str(number) for number in row] for row in numbers], look, text)


def _weights(axes: Axes, joining: Joining, left: float, top: float, scale: float, text: float) -> None:
    """As wide as channels are read and as high as channels are given: the area goes with the weights."""
    width, height = joining.channels * scale, OUT * scale
    axes.text(left, top - 8, "weights of the next layer", fontsize=text)
    box = Rectangle((left, top), width, height, facecolor=GREY, edgecolor=INK, linewidth=0.8)
    axes.add_patch(box)
    axes.text(left, top + height + 1.5 * text, joining.product, fontsize=text)


def _sized(shape: Shape) -> str:
    return f"{shape.channels}×{shape.size}×{shape.size}"


TOTAL, ONE, OTHER = ambiguous()
CAPTION = f"""U-Net's finest level, where a map of {RISEN.channels} channels comes up from the decoder and
one of {SKIP.channels} across the skip. Of each map a corner of the first channel is shown, with numbers made
up for the drawing. Added, the two share {ADDED.channels} channels: a {TOTAL} in the sum may be {ONE[0]} +
{ONE[1]} or {OTHER[0]} + {OTHER[1]}, which the sum alone does not tell. Concatenated, {BOTH.channels} channels
stand one behind the other and every number stays; the next layer reads them all, with
{BOTH.weights / ADDED.weights:.0f} times the weights.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    decoder, skip, added = map(_spoken, (COARSE, FINE, SUM))
    weights = ". ".join(
        f"{each.title.capitalize()}: {_sized(each.shape)}; the next layer has {each.product} weights"
        for each in JOININGS
    )
    return (
        f"Stacks of maps. Added: the decoder's map, in rows {decoder}, plus the skip's, {skip}, equals one "
        f"map, {added}. Concatenated: the decoder's stack stands in front of the skip's, with the same "
        f"numbers as before. {weights}."
    )


def _spoken(numbers: Numbers) -> str:
    return "; ".join(" ".join(map(str, row)) for row in numbers)
