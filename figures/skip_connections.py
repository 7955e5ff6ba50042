"""What U-Net's skip connections carry across, and how much of it they crop away."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from panels.words import percent

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREY, INK, NARROW_PX, ORANGE, WIDE_PX
from convarith import Shape, trace
from convarith.networks import unet

TILE = 572  # the paper's own input, figure 1
STEPS = trace(unet(), TILE)
LEVELS = (1, 2, 3, 4)
BOTTOM = f"down{len(LEVELS) + 1}.conv2"
FADED = 0.45  # opacity of what is cropped away
LINE = 1.2  # pixels: no map is drawn narrower

Fill = str | tuple[str, float]


@dataclass(frozen=True)
class Skip:
    """What one skip connection carries, and the share of its area that is cropped away."""

    level: int

    @property
    def whole(self) -> Shape:
        return STEPS[f"down{self.level}.conv2"].shape

    @property
    def kept(self) -> Shape:
        return STEPS[f"up{self.level}.crop"].shape

    @property
    def lost(self) -> float:
        return 1 - self.kept.values / self.whole.values

    @property
    def share(self) -> str:
        return percent(self.lost)

    def words(self) -> Iterator[str]:
        """What may be written on its arrow, from the longest to the shortest."""
        yield f"{self.whole.size} → {self.kept.size}: {self.share} cropped away"
        yield f"{self.share} cropped"
        yield self.share


SKIPS = [Skip(level) for level in LEVELS]


@dataclass(frozen=True)
class Scale:
    """Pixels of the drawing for a position of a side, for a channel, between maps and between levels."""

    width: float
    position: float
    channel: float
    gap: float
    wide_gap: float
    level_gap: float
    text: float
    left: float
    top: float


@dataclass(frozen=True)
class Block:
    """A map as it is drawn: a rectangle as high as its side and as wide as its channels are many."""

    left: float
    middle: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def centre(self) -> float:
        return self.left + self.width / 2

    @property
    def top(self) -> float:
        return self.middle - self.height / 2

    @property
    def bottom(self) -> float:
        return self.middle + self.height / 2


def draw() -> Figure:
    return _drawn(Scale(WIDE_PX, 0.3, 0.0775, gap=10, wide_gap=46, level_gap=40, text=13, left=2, top=26))


def draw_narrow() -> Figure:
    return _drawn(Scale(NARROW_PX, 0.23, 0.0335, gap=6, wide_gap=16, level_gap=36, text=11.5, left=1, top=22))


def _drawn(scale: Scale) -> Figure:
    blocks = _encoder(scale)
    blocks |= _decoder(scale, blocks)
    height = blocks[BOTTOM].bottom + 2 * scale.text + 4
    figure = canvas(scale.width, height)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, scale.width), ylim=(height, 0))
    axes.set_axis_off()
    cropped = {f"down{skip.level}.conv2": blocks[f"up{skip.level}.crop"].height for skip in SKIPS}
    for name, block in blocks.items():
        if name in cropped:
            _paint(axes, block, (BLUE, FADED), edge=BLUE)
            block = replace(block, height=cropped[name])
        _paint(axes, block, _colour(name))
    _chain(axes, blocks)
    for skip in SKIPS:
        _cross(axes, skip, blocks, scale)
    _climb(axes, blocks)
    _name(axes, blocks, scale)
    return figure


def _encoder(scale: Scale) -> dict[str, Block]:
    """Places of the maps on the way down: a level begins under the end of the one before."""
    top, centre = scale.top, scale.left
    blocks: dict[str, Block] = {}
    for level in (*LEVELS, len(LEVELS) + 1):
        names = [
            "input" if level == 1 else f"down{level - 1}.pool",
            f"down{level}.conv1",
            f"down{level}.conv2",
        ]
        first = _row(names[:1], 0, 0, 0, scale)[names[0]]
        gap = scale.gap if level in LEVELS else scale.wide_gap
        blocks |= _row(names, centre - first.width / 2, top + first.height / 2, gap, scale)
        top, centre = blocks[names[-1]].bottom + scale.level_gap, blocks[names[-1]].centre
    return blocks


def _decoder(scale: Scale, encoder: dict[str, Block]) -> dict[str, Block]:
    """Places of the maps on the way up: what comes up joins what comes across."""
    below = encoder[BOTTOM]
    blocks: dict[str, Block] = {}
    for level in reversed(LEVELS):
        names = [f"up{level}.{layer}" for layer in ("crop", "upconv", "conv1", "conv2")]
        names += ["output"] if level == 1 else []
        middle = encoder[f"down{level}.conv2"].middle
        width = _row(names[:1], 0, 0, 0, scale)[names[0]].width
        joined = _row(names[:2], below.centre - 1.5 * width, middle, 0, scale)
        blocks |= joined | _row(names[2:], joined[names[1]].right + scale.gap, middle, scale.gap, scale)
        below = blocks[f"up{level}.conv2"]
    return blocks


def _row(names: list[str], left: float, middle: float, gap: float, scale: Scale) -> dict[str, Block]:
    """Maps side by side, `gap` pixels apart, their middles at one height."""
    row: dict[str, Block] = {}
    for name in names:
        shape = STEPS[name].shape
        width = max(LINE, (shape.channels or 0) * scale.channel)
        row[name] = Block(left, middle, width, shape.size * scale.position)
        left = row[name].right + gap
    return row


def _colour(name: str) -> str:
    """Blue is what the encoder made, orange what the decoder made."""
    if name in ("input", "output"):
        return GREY
    return BLUE if name.startswith("down") or name.endswith(".crop") else ORANGE


def _paint(axes: Axes, block: Block, fill: Fill, edge: str = "none") -> None:
    corner = (block.left, block.top)
    axes.add_patch(
        Rectangle(corner, block.width, block.height, facecolor=fill, edgecolor=edge, linewidth=0.8)
    )


def _chain(axes: Axes, blocks: dict[str, Block]) -> None:
    """The convolutions: from map to map within a level."""
    for before, after in pairwise(blocks.values()):
        if before.middle == after.middle and before.right < after.left:
            axes.plot([before.right, after.left], [after.middle] * 2, color=INK, linewidth=0.8)


def _cross(axes: Axes, skip: Skip, blocks: dict[str, Block], scale: Scale) -> None:
    """The part of the map that is kept is carried over at its own height."""
    source, target = blocks[f"down{skip.level}.conv2"], blocks[f"up{skip.level}.crop"]
    for edge in (target.top, target.bottom):
        axes.plot([source.left, target.left], [edge, edge], color=INK, linewidth=0.8, linestyle=(0, (3, 3)))
    room = target.left - source.right
    words = next(
        said for said in skip.words() if 0.6 * scale.text * len(said) + 24 < room or said == skip.share
    )
    half = 0.28 * scale.text * len(words) + 5
    centre, y = (source.right + target.left) / 2, source.middle
    axes.text(centre, y, words, ha="center", va="center", fontsize=scale.text)
    if room - 2 * half > 24:
        axes.plot([source.right + 3, centre - half], [y, y], color=INK, linewidth=1)
        _arrow(axes, (centre + half, y), (target.left - 2, y))


def _climb(axes: Axes, blocks: dict[str, Block]) -> None:
    """Arrows down for the poolings, up for the up-convolutions."""
    for level in LEVELS:
        above, pooled = blocks[f"down{level}.conv2"], blocks[f"down{level}.pool"]
        _arrow(axes, (above.centre, above.bottom + 3), (pooled.centre, pooled.top - 2))
        below = blocks[f"down{level + 1}.conv2" if level == LEVELS[-1] else f"up{level + 1}.conv2"]
        risen = blocks[f"up{level}.upconv"]
        _arrow(axes, (below.centre, below.top - 3), (risen.centre, risen.bottom + 2))


def _arrow(axes: Axes, start: tuple[float, float], end: tuple[float, float]) -> None:
    arrow = {"arrowstyle": "-|>,head_length=0.35,head_width=0.18", "color": INK, "shrinkA": 0, "shrinkB": 0}
    axes.annotate("", end, start, arrowprops=arrow | {"linewidth": 1})


def _name(axes: Axes, blocks: dict[str, Block], scale: Scale) -> None:
    """Shapes: on the way down under the last map of a level, on the way up over it."""
    for level in LEVELS:
        block = blocks[f"down{level}.conv2"]
        axes.text(
            block.centre + 7, block.bottom + 4, _shape(f"down{level}.conv2"), va="top", fontsize=scale.text
        )
    for level in LEVELS[1:]:
        block = blocks[f"up{level}.conv2"]
        axes.text(
            block.centre - 7, block.top - 6, _shape(f"up{level}.conv2"), ha="right", fontsize=scale.text
        )
    bottom = blocks[BOTTOM]
    axes.text(bottom.centre, bottom.bottom + 6, _shape(BOTTOM), ha="center", va="top", fontsize=scale.text)
    first, last = blocks["input"], blocks["output"]
    axes.text(first.left, first.top - 7, f"input {TILE} × {TILE}", fontsize=scale.text)
    axes.text(last.right, last.top - 7, f"output {_shape('output')}", ha="right", fontsize=scale.text)


def _shape(name: str) -> str:
    shape = STEPS[name].shape
    return f"{shape.size} × {shape.size} × {shape.channels}"


CAPTION = f"""U-Net as published in 2015, drawn to scale: a map is as high as its side in pixels and as wide
as its channels are many (input and output, with so few, are lines). Each skip connection joins a map of the
encoder, blue, to one of the decoder, orange. No convolution is padded, so the decoder's maps are smaller:
only the middle of the encoder's map fits, and the faded rest is cropped away, {SKIPS[-1].share} of the area
at the deepest skip, {SKIPS[0].share} at the finest. The layers are those of Ronneberger, Fischer and Brox
2015, figure 1; the sizes are computed from them.
"""

ALT = (
    "Two staircases of rectangles meet at the bottom. The encoder goes down: "
    + ", ".join(_shape(f"down{level}.conv2") for level in (*LEVELS, len(LEVELS) + 1))
    + ". The decoder goes up: "
    + ", ".join(_shape(f"up{level}.conv2") for level in reversed(LEVELS))
    + f"; the output is {_shape('output')}. Arrows lead straight across from the one to the other, each with "
    + "the side of the map that it leaves, the side that is kept, and the share of the area that is cropped: "
    + "; ".join(f"{skip.whole.size} to {skip.kept.size}, {skip.share}" for skip in SKIPS)
    + "."
)
