"""What stacks of three dilated 3×3 layers read, and what they pass over."""

from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from numpy.typing import NDArray
from panels import whole_panel
from panels.words import percent

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREY, INK, NARROW_PX, WIDE_PX
from convarith import Convolution, receptive_field

KERNEL = 3
# Each stack without holes stands before one with holes that is made from it.
PAIRS = (((1, 1, 1), (2, 2, 2)), ((1, 2, 4), (2, 4, 8)), ((1, 2, 5), (1, 2, 9)))
PALEST = 0.5  # opacity of a pixel that is read once
POINT = 0.3  # side of the point in a pixel that is never read, as a share of the pixel


@dataclass(frozen=True)
class Stack:
    """Layers of one rate each: `paths` counts those from each position of the field to the output."""

    rates: tuple[int, ...]
    paths: NDArray[np.int64]

    @property
    def side(self) -> int:
        return len(self.paths)

    @property
    def read(self) -> int:
        return int(np.count_nonzero(self.paths))

    @property
    def has_holes(self) -> bool:
        return self.read < self.paths.size

    @property
    def title(self) -> str:
        return f"rates {', '.join(map(str, self.rates))}"

    @property
    def reading(self) -> str:
        return f"reads {self.read} of {self.paths.size}"

    @property
    def share(self) -> str:
        return percent(self.read / self.paths.size)

    @property
    def most(self) -> int:
        return int(self.paths.max())


def stack(rates: tuple[int, ...]) -> Stack:
    """Give every weight the value one: the response then counts the paths, those down times those across."""
    along = np.ones(1, np.int64)
    for rate in rates:
        layer = Convolution(kernel=KERNEL, dilation=rate)
        kernel = np.zeros(receptive_field([layer]).size, np.int64)
        kernel[::rate] = 1
        along = np.convolve(along, kernel)
    return Stack(rates, np.outer(along, along))


STACKS = [(stack(whole), stack(holed)) for whole, holed in PAIRS]


def draw() -> Figure:
    """Stacks without holes above, those with holes below."""
    pixel, text, column = 7, 13, WIDE_PX / len(STACKS)
    rows = [max(pair[row].side for pair in STACKS) * pixel for row in (0, 1)]
    tops = [1.7 * text, 1.7 * text + rows[0] + 6.6 * text]
    figure = canvas(WIDE_PX, tops[1] + rows[1] + 4.6 * text)
    axes = whole_panel(figure)
    for place, pair in enumerate(STACKS):
        for each, top, height in zip(pair, tops, rows, strict=True):
            _field(axes, each, (place + 0.5) * column, top + height, pixel, text)
    return figure


def draw_narrow() -> Figure:
    """Stacks without holes on the left, those with holes on the right."""
    pixel, text = 5, 11.5
    centres = (0.23 * NARROW_PX, 0.73 * NARROW_PX)
    bottoms, down = [], 0.0
    for pair in STACKS:
        down += 1.7 * text + max(each.side for each in pair) * pixel
        bottoms.append(down)
        down += 5.2 * text
    figure = canvas(NARROW_PX, down)
    axes = whole_panel(figure)
    for pair, bottom in zip(STACKS, bottoms, strict=True):
        for each, centre in zip(pair, centres, strict=True):
            _field(axes, each, centre, bottom, pixel, text)
    return figure


def _field(axes: Axes, each: Stack, centre: float, bottom: float, pixel: int, text: float) -> None:
    """One field, standing on `bottom`, its title above and its numbers below."""
    width = each.side * pixel
    left, top = centre - width / 2, bottom - width
    axes.imshow(_shades(each, 2 * pixel), extent=(left, left + width, bottom, top), aspect="auto", zorder=1)
    axes.add_patch(Rectangle((left, top), width, width, facecolor="none", edgecolor=INK, linewidth=1.2))
    axes.text(centre, top - 0.5 * text, each.title, ha="center", fontsize=text, fontweight="bold")
    words = (
        f"field {each.side} × {each.side}",
        f"{each.reading}, {each.share}" if each.has_holes else f"{each.reading}, all",
        f"each 1 to {each.most} times",
    )
    for line, said in enumerate(words, start=1):
        axes.text(centre, bottom + (1.3 * line + 0.1) * text, said, ha="center", fontsize=text)


def _shades(each: Stack, dots: int) -> NDArray[np.float64]:
    """Each pixel as `dots` x `dots`: blue by the number of its paths, or a grey point in the middle."""
    strength = np.log(np.maximum(each.paths, 1)) / np.log(each.most)
    picture = np.zeros((*each.paths.shape, 4))
    picture[:] = to_rgba(BLUE)
    picture[..., 3] = np.where(each.paths > 0, PALEST + (1 - PALEST) * strength, 0)
    picture = picture.repeat(dots, axis=0).repeat(dots, axis=1)
    middle = np.abs(np.arange(dots) - (dots - 1) / 2) < POINT / 2 * dots
    point = np.outer(np.tile(middle, each.side), np.tile(middle, each.side))
    picture[point & (each.paths == 0).repeat(dots, axis=0).repeat(dots, axis=1)] = to_rgba(GREY)
    return picture


TWOS, EVEN, NINE = (holed for _, holed in STACKS)

CAPTION = f"""What one output of three stacked {KERNEL}×{KERNEL} layers reads of the map that enters the
stack, all at one scale; a small square is a position of that map. The frame is the receptive field; within
it, the stronger the blue, the more paths lead from a position to the output. A position with a point lies
inside the field and is never read. Doubling the {STACKS[0][0].title} or the {STACKS[1][0].title} widens the
field and reads not one position more: {TWOS.read} of {TWOS.paths.size}, and {EVEN.read} of
{EVEN.paths.size}. Beginning with 1 does not save {NINE.title}: the last layer leaps further than the first
two can fill, and {NINE.paths.size - NINE.read} of {NINE.paths.size} positions are left out.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    said = [
        f"{each.title}: field {each.side} by {each.side}, {each.reading} ({each.share}), each between "
        f"once and {each.most} times"
        for pair in STACKS
        for each in pair
    ]
    return (
        "Six squares of positions in pairs, one without holes and one with holes. "
        + "; ".join(said)
        + f". {TWOS.title} and {EVEN.title} read single positions with a gap of one between them; "
        f"{NINE.title} reads nine blocks with lanes of unread positions between them."
    )
