"""One receptive field, three networks: how strongly a pixel acts goes with the number of paths from it."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from panels import panel, whole_panel
from panels.words import percent
from random_stacks import SHARE, Maps, Stack, side_of_square, threes

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, INK, NARROW_PX, WIDE_PX
from convarith import Convolution, receptive_field

NETWORKS = 60
DEPTH = 15
DEEP = threes(DEPTH)
WIDE = Stack(
    f"one {DEEP.field}×{DEEP.field}, {DEPTH - 1} times 1×1",
    (Convolution(kernel=DEEP.field), *[Convolution(kernel=1)] * (DEPTH - 1)),
)
_strided = next(
    layers
    for number in range(1, DEPTH)
    if receptive_field(layers := (Convolution(kernel=3, stride=2),) * number).size >= DEEP.field
)
STRIDED = Stack(f"{len(_strided)} times 3×3, stride 2", _strided)


@dataclass(frozen=True)
class Measured:
    """A stack and the squared gradient of its unit, measured with random weights."""

    stack: Stack

    @cached_property
    def plane(self) -> Maps:
        return self.stack.squared_gradients(NETWORKS)

    @property
    def across(self) -> Maps:
        """The share of each column and row, their mean."""
        mean: Maps = (self.plane.sum(0) + self.plane.sum(1)) / 2
        return mean

    @property
    def square(self) -> int:
        return side_of_square(self.plane)

    @property
    def area_share(self) -> float:
        return (self.square / self.stack.field) ** 2


ALL = [Measured(DEEP), Measured(WIDE), Measured(STRIDED)]


def draw() -> Figure:
    figure = canvas(WIDE_PX, 366)
    width, gap = 204, 38
    words = whole_panel(figure)
    for place, each in enumerate(ALL):
        left = place * (width + gap)
        words.text(left, 16, each.stack.name, fontsize=13, fontweight="bold")
        _plane(panel(figure, left, 28, width, width), each)
        _profile(panel(figure, left, 264, width, 56), each, 13)
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 600)
    words = whole_panel(figure)
    for place, each in enumerate(ALL):
        top = 200 * place
        words.text(2, top + 16, each.stack.name, fontsize=12, fontweight="bold")
        _plane(panel(figure, 2, top + 28, 124, 124), each)
        _profile(panel(figure, 148, top + 52, 168, 100), each, 12)
    return figure


def _plane(axes: Axes, each: Measured) -> None:
    """The field from above, as blue as the pixel is strong, and the square that holds most of it."""
    side = each.stack.field
    strength = each.plane / each.plane.max()
    tone = np.dstack([np.full(strength.shape, part) for part in to_rgb(BLUE)] + [strength])
    axes.imshow(tone, extent=(0, side, side, 0), aspect="auto")
    axes.set(xticks=[], yticks=[])
    axes.spines[:].set(visible=True, linewidth=1.2)
    margin = (side - each.square) / 2
    frame = Rectangle((margin, margin), each.square, each.square, fill=False, edgecolor=INK, linestyle=":")
    frame.set(linewidth=2.2, clip_on=False)
    axes.add_patch(frame)


def _profile(axes: Axes, each: Measured, text: float) -> None:
    """The share of each column as measured, and the share of the paths that begin there."""
    half = (each.stack.field - 1) / 2
    pixels = np.arange(each.stack.field) - half
    paths = each.stack.paths / each.stack.paths.sum()
    axes.fill_between(pixels, each.across, step="mid", color=BLUE, alpha=0.55, linewidth=0)
    axes.step(pixels, paths, where="mid", color=INK, linewidth=1.4, linestyle=(0, (2, 1.2)))
    axes.set(xlim=(-half - 0.5, half + 0.5), ylim=(0, 1.15 * max(paths.max(), each.across.max())), yticks=[])
    axes.spines["left"].set_visible(False)
    axes.set_xticks(ticks := [-10, 0, 10], [str(abs(tick)) for tick in ticks])
    axes.tick_params(labelsize=text)
    axes.set_xlabel("pixels from the middle", fontsize=text)


CAPTION = f"""How strongly each pixel acts on one unit of the last layer, in three networks whose receptive
field has the same {DEEP.field}×{DEEP.field} pixels. Blue is the squared gradient of the unit, the mean over
{NETWORKS} networks with random weights; the dotted square holds {percent(SHARE)} of it. The charts give the
same by columns, with the share of the paths from each column to the unit as a broken line. The second network
is as deep as the first, but each of its pixels has one path only, and nothing fades towards the rim.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    deep, wide, strided = ALL
    return (
        f"Three squares of {DEEP.field} by {DEEP.field} pixels in blue, each with a chart of its columns. "
        f"{deep.stack.name}: strong in the middle, fading in all directions; the dotted square has "
        f"{deep.square} pixels a side, the columns form a bell. {wide.stack.name}: even all over, the dotted "
        f"square has {wide.square} pixels a side. {strided.stack.name}: a wide, jagged pattern of stronger "
        f"and weaker columns, the dotted square has {strided.square} pixels a side. In all three the "
        "measured columns follow the broken line of the paths."
    )
