"""A fully connected layer is a convolution as large as its map; on a larger map it fits at many places."""

from collections.abc import Iterable
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from panels import panel, whole_panel
from panels.grids import arrow
from photographs import square

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREY, INK, NARROW_PX, ORANGE, WIDE_PX
from convarith import Convolution, Draft, Network, Trace, trace
from convarith.networks import vgg16
from convarith.networks.vgg import add_blocks

TRAINED, LARGER = 224, 512
KERNEL = trace(vgg16(), TRAINED)["pool5"].shape.size


def convolutional(classes: int = 1000) -> Network:
    """VGG-16 whose fully connected layers are convolutions. Names: VGG-16's."""
    draft = Draft("VGG-16, convolutional", 3)
    add_blocks(draft)
    for name, channels, kernel in (("fc6", 4096, KERNEL), ("fc7", 4096, 1), ("fc8", classes, 1)):
        draft.add(name, Convolution(channels=channels, kernel=kernel))
    return draft.network()


def multiply_adds(traced: Trace) -> int:
    """Products that are added up in all convolutions of a network: its weights times their positions."""
    total = 0
    for step in traced.steps:
        if isinstance(step.layer, Convolution):
            weights = (step.parameters or 0) - (step.shape.channels or 0)
            total += weights * step.shape.size**2
    return total


@dataclass(frozen=True)
class Row:
    """What an image of a size becomes: the last map of the blocks, and the votes."""

    image: int

    @property
    def traced(self) -> Trace:
        return trace(convolutional(), self.image)

    @property
    def grid(self) -> int:
        return self.traced["pool5"].shape.size

    @property
    def votes(self) -> int:
        return self.traced["fc8"].shape.size

    @property
    def step(self) -> int:
        return int(self.traced["fc8"].field.jump)


ROWS = (Row(TRAINED), Row(LARGER))
MARKED = (3, 4)
"""Column and row of the vote that is followed, on the larger image."""


def draw() -> Figure:
    figure = canvas(WIDE_PX, 392)
    scale, cell, text = 0.4, 11, 13
    for row, top, height in zip(ROWS, (26, 158), (90, 205), strict=True):
        marked = MARKED if row.votes > 1 else (0, 0)
        left = 0.5 * (LARGER - row.image) * scale
        _photograph(figure, row, (left, top, row.image * scale), marked)
        axes = whole_panel(figure)
        middle = top + height / 2
        _grid(axes, row.grid, (330, middle), cell, _block(marked, KERNEL), text)
        _grid(axes, row.votes, (580, middle), cell, [marked], text, BLUE)
        for start, end in ((214, 234), (428, 516)):
            arrow(axes, (start, middle), (end, middle))
        axes.text(472, middle - 8, f"{KERNEL}×{KERNEL}", ha="center", fontsize=text)
        axes.text(102, top - 8, f"{row.image}×{row.image} pixels", ha="center", fontsize=text)
    axes = whole_panel(figure)
    for x, word in ((330, "last map"), (580, "votes")):
        axes.text(x, 386, word, ha="center", fontsize=text, fontweight="bold")
    axes.text(102, 386, "image", ha="center", fontsize=text, fontweight="bold")
    return figure


def draw_narrow() -> Figure:
    """The votes below the last map."""
    figure = canvas(NARROW_PX, 520)
    scale, cell, text, centre = 0.29, 8.5, 12, 244
    for row, top in zip(ROWS, (22, 204), strict=True):
        marked = MARKED if row.votes > 1 else (0, 0)
        side, half = row.image * scale, row.grid * cell / 2
        _photograph(figure, row, (2, top, side), marked)
        axes = whole_panel(figure)
        axes.text(2, top - 8, f"{row.image}×{row.image} pixels", fontsize=text)
        middle, below = top + half, top + 2 * half + 1.2 * text
        _grid(axes, row.grid, (centre, middle), cell, _block(marked, KERNEL), text)
        arrow(axes, (side + 8, middle), (centre - half - 6, middle))
        arrow(axes, (centre, below + 6), (centre, below + 38))
        axes.text(centre + 8, below + 26, f"{KERNEL}×{KERNEL}", fontsize=text)
        _grid(axes, row.votes, (centre, below + 44 + row.votes * cell / 2), cell, [marked], text, BLUE)
        axes.text(centre - 56, below + 48 + row.votes * cell / 2, "votes", ha="right", fontsize=text)
    return figure


def _block(corner: tuple[int, int], side: int) -> list[tuple[int, int]]:
    return [(corner[0] + column, corner[1] + row) for row in range(side) for column in range(side)]


def _photograph(figure: Figure, row: Row, place: tuple[float, float, float], marked: tuple[int, int]) -> None:
    """The photograph, and the window that the marked vote speaks of."""
    left, top, side = place
    axes = panel(figure, left, top, side, side)
    axes.imshow(square.photograph(TRAINED), extent=(0, row.image, row.image, 0), aspect="auto")
    axes.set(xlim=(0, row.image), ylim=(row.image, 0))
    axes.set_axis_off()
    corner = (marked[0] * row.step, marked[1] * row.step)
    window = Rectangle(corner, TRAINED, TRAINED, fill=False, edgecolor=ORANGE, linewidth=2.6, clip_on=False)
    axes.add_patch(window)


def _grid(
    axes: Axes,
    side: int,
    middle: tuple[float, float],
    cell: float,
    marked: Iterable[tuple[int, int]],
    text: float,
    colour: str = ORANGE,
) -> None:
    """A map of `side` positions along each axis, some of them filled, and its size below it."""
    left, top = middle[0] - side * cell / 2, middle[1] - side * cell / 2
    filled = set(marked)
    for row in range(side):
        for column in range(side):
            fill = colour if (column, row) in filled else "none"
            corner = (left + column * cell, top + row * cell)
            axes.add_patch(Rectangle(corner, cell, cell, facecolor=fill, edgecolor=GREY, linewidth=0.7))
    axes.add_patch(Rectangle((left, top), side * cell, side * cell, fill=False, edgecolor=INK, linewidth=1))
    axes.text(middle[0], top + side * cell + 1.2 * text, f"{side}×{side}", ha="center", fontsize=text)


SMALL, LARGE = ROWS

CAPTION = f"""VGG-16 with its fully connected layers written as convolutions. *Above*, at the size that it was
trained with: the kernel of {KERNEL}×{KERNEL} fits into the last map at a single place, and there is one vote
for each class. *Below*, on an image of {LARGER}×{LARGER}: the last map has {LARGE.grid}×{LARGE.grid}
positions, the same kernel fits at {LARGE.votes}×{LARGE.votes} places, and each vote (blue) stands for a
window (orange) of {TRAINED}×{TRAINED} pixels, {LARGE.step} pixels from the next. Photograph: Rachel Michetti,
CC0, as scikit-image ships it.
"""

ALT = (
    f"Two rows of a photograph, its last map and its votes. First row: {TRAINED} by {TRAINED} pixels, a map "
    f"of {SMALL.grid} by {SMALL.grid} positions, all marked, and one vote. Second row: {LARGER} by {LARGER} "
    f"pixels, a map of {LARGE.grid} by {LARGE.grid} positions with a block of {KERNEL} by {KERNEL} marked, "
    f"and {LARGE.votes} by {LARGE.votes} votes with one marked; a window of {TRAINED} by {TRAINED} pixels is "
    "framed in the photograph."
)
