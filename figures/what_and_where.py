"""What against where: an encoder trades the grid for a wide view, a decoder takes the grid back."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from panels import panel

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREY, INK, NARROW_PX, ORANGE, WIDE_PX
from convarith import Step, trace
from convarith.networks import unet, vgg16

TILE, IMAGE = 572, 224  # inputs: U-Net 2015, figure 1; VGG-16 as trained
LEVELS = range(1, 6)
TICKS = [5, 10, 20, 50, 100, 200, 500]


@dataclass(frozen=True)
class Stage:
    """Where a stage stands in the plane: positions along a side, and the side of the receptive field."""

    name: str
    positions: int
    field: int

    @property
    def point(self) -> tuple[int, int]:
        return self.positions, self.field

    @property
    def words(self) -> str:
        return (
            f"{self.name}: {self.positions} × {self.positions} positions, field {self.field} × {self.field}"
        )


def stage(name: str, step: Step) -> Stage:
    return Stage(name, step.shape.size, step.field.size)


STEPS = trace(unet(), TILE)
POOLED = trace(vgg16(), IMAGE)
DOWN = [stage(f"down {level}", STEPS[f"down{level}.conv2"]) for level in LEVELS]
UP = [stage(f"up {level}", STEPS[f"up{level}.conv2"]) for level in reversed(LEVELS[:-1])]
VGG = [stage(f"pool {block}", POOLED[f"pool{block}"]) for block in LEVELS]
SKIPS = list(zip(DOWN[:-1], reversed(UP), strict=True))


@dataclass(frozen=True)
class Lettering:
    """How the plane is lettered: the size of text in pixels, and whether a dot's words take two lines."""

    size: float
    stacked: bool

    def lines(self, at: Stage) -> list[str]:
        """The words of a dot: how many positions, and what each of them sees."""
        seen = f"{at.field}²"
        return [f"{at.positions}²", seen] if self.stacked else [f"{at.positions}² see {seen}"]


def draw() -> Figure:
    figure = canvas(WIDE_PX, 490)
    _plane(panel(figure, 36, 26, WIDE_PX - 36 - 12, 414), Lettering(13, stacked=False))
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 486)
    _plane(panel(figure, 28, 24, NARROW_PX - 28 - 4, 416), Lettering(11.5, stacked=True))
    return figure


def _plane(axes: Axes, lettering: Lettering) -> None:
    size = lettering.size
    axes.set(xscale="log", yscale="log", xlim=(5, 900), ylim=(3.4, 480))
    axes.set_xticks(TICKS, [str(tick) for tick in TICKS])
    axes.set_yticks(TICKS[:-1], [str(tick) for tick in TICKS[:-1]])
    axes.minorticks_off()
    axes.tick_params(labelsize=size)
    axes.set_xlabel("where: positions along a side →", fontsize=size)
    axes.annotate(
        "↑ what: side of the receptive field, pixels",
        (0, 1),
        (-20, 8),
        xycoords="axes fraction",
        textcoords="offset points",
        fontsize=size,
    )
    for source, target in SKIPS:
        _arrow(axes, source, target, INK, linewidth=1, linestyle=(0, (4, 3)))
    _path(axes, VGG, GREY, "s")
    _path(axes, DOWN, BLUE, "o")
    _path(axes, [DOWN[-1], *UP], ORANGE, "o")
    axes.plot(*DOWN[-1].point, "o", color=BLUE, markersize=8)
    for each in (*VGG, *DOWN):
        _say(axes, each, lettering.lines(each), size, left=each is not VGG[-1])
    for each in UP:
        _crown(axes, each, Lettering(size, stacked=True).lines(each), size)
    _name(axes, lettering)


def _say(axes: Axes, at: Stage, lines: list[str], size: float, left: bool) -> None:
    """Write beside a dot, the lines round its height."""
    for number, line in enumerate(lines):
        down = (number - (len(lines) - 1) / 2) * 1.3 * size
        apart, up, align = (-9, -0.36, "right") if left else (9, 0.3, "left")
        _write(axes, at, line, (apart, up * size - down), align, size)


def _crown(axes: Axes, at: Stage, lines: list[str], size: float) -> None:
    """Write above a dot."""
    for number, line in enumerate(reversed(lines)):
        _write(axes, at, line, (0, 9 + number * 1.3 * size), "center", size)


def _name(axes: Axes, lettering: Lettering) -> None:
    """The networks' names under the words of a dot of theirs, or over them."""
    size = lettering.size
    below = -(1.6 + 0.65 * (len(lettering.lines(VGG[1])) - 1)) * size
    for at, lines in ((VGG[1], ["VGG-16"]), (DOWN[1], ["U-Net,", "encoder"])):
        for number, line in enumerate(lines):
            apart = (-9, below - (0.1 + 1.3 * number) * size)
            _write(axes, at, line, apart, "right", size, fontweight="bold")
    _write(axes, UP[2], "U-Net, decoder", (0, 11 + 2.7 * size), "center", size, fontweight="bold")
    _write(axes, SKIPS[0][1], "skips", (14, -5.5 * size), "left", size, fontweight="bold")


def _path(axes: Axes, stages: list[Stage], colour: str, marker: str) -> None:
    for before, after in pairwise(stages):
        _arrow(axes, before, after, colour, linewidth=2)
    axes.plot(*zip(*(each.point for each in stages), strict=True), marker, color=colour, markersize=8)


def _arrow(axes: Axes, before: Stage, after: Stage, colour: str, **line: Any) -> None:
    style = {"arrowstyle": "-|>,head_length=0.45,head_width=0.2", "color": colour, "shrinkA": 4, "shrinkB": 4}
    axes.annotate("", after.point, before.point, arrowprops=style | line)


def _write(
    axes: Axes, at: Stage, words: str, apart: tuple[float, float], align: str, size: float, **more: Any
) -> None:
    axes.annotate(words, at.point, apart, textcoords="offset points", ha=align, fontsize=size, **more)


CAPTION = f"""How finely each stage of a network divides its input, against how far one of its positions
sees. Beside a dot stand its positions and what each of them sees: {DOWN[1].positions}² and {DOWN[1].field}²
are {DOWN[1].positions}×{DOWN[1].positions} positions with a receptive field of
{DOWN[1].field}×{DOWN[1].field} pixels. Both encoders climb to the upper left: they pay for the wide view
with the grid. The decoder of U-Net, orange, goes back to the right and loses nothing of the view: its
{UP[-1].positions}×{UP[-1].positions} positions see up to {UP[-1].field}×{UP[-1].field} pixels each. The
skips, dashed, carry the encoder's maps, whose grid is fine and whose view is short, to the decoder's map,
whose positions are as far apart (what juts out at the rim is cropped). U-Net as published in 2015, with a
tile of {TILE}×{TILE} and no padding; VGG-16 after each pooling, with an image of {IMAGE}×{IMAGE}. Both axes
are logarithmic.
"""

ALT = (
    "A plane with the number of positions along a side going right and the side of the receptive field going "
    "up. Dots joined by arrows. VGG-16, up and to the left: "
    + "; ".join(each.words for each in VGG)
    + ". The encoder of U-Net, up and to the left: "
    + "; ".join(each.words for each in DOWN)
    + ". The decoder of U-Net, back to the right at nearly the same height: "
    + "; ".join(each.words for each in UP)
    + ". Dashed arrows rise from the first four dots of the encoder to those of the decoder: "
    + ", ".join(f"{source.name} to {target.name}" for source, target in SKIPS)
    + "."
)
