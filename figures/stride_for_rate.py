"""A stride given up for a rate: the same taps read the same pixels, in twice the places."""

from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from panels import whole_panel

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREY, INK, NARROW_PX, ORANGE, WIDE_PX
from convarith import Convolution

PIXELS = 17
KERNEL = 3


@dataclass(frozen=True)
class Pair:
    """Two layers over one row of positions; the second keeps the taps that the first's stride set apart."""

    stride: int
    rate: int

    @property
    def layers(self) -> tuple[Convolution, Convolution]:
        first = Convolution(kernel=KERNEL, stride=self.stride, padding=1)
        return first, Convolution(kernel=KERNEL, dilation=self.rate, padding=self.rate)

    @property
    def sizes(self) -> tuple[int, int, int]:
        """Positions of the input, of the first layer's map and of the second's."""
        first, second = self.layers
        between = first.output_size(PIXELS)
        return PIXELS, between, second.output_size(between)

    def at(self, position: int) -> int:
        """The pixel over which a position of either map stands."""
        return position * self.stride

    def over(self, pixel: int) -> int:
        """The position of either map that stands over a pixel."""
        return pixel // self.stride

    @property
    def title(self) -> str:
        return f"stride {self.stride}, then rate {self.rate}"

    def taps(self, position: int) -> list[int]:
        """The positions of the first layer's map that one of the second's reads; outside is padding."""
        return [position + tap * self.rate for tap in range(-(KERNEL // 2), KERNEL // 2 + 1)]

    def read(self, position: int) -> tuple[set[int], set[int], set[int]]:
        """What a position of the second map reads: of the input, of the first map, and itself."""
        taps = set(self.taps(position))
        pixels = {self.at(tap) + pixel for tap in taps for pixel in range(-(KERNEL // 2), KERNEL // 2 + 1)}
        return pixels, taps, {position}


PAIRS = (Pair(stride=2, rate=1), Pair(stride=1, rate=2))
MARKED = 4
"""The pixel under the output whose taps are drawn; far left, so that words have room on the right."""

READ = [[pair.at(tap) for tap in pair.taps(pair.over(MARKED))] for pair in PAIRS]
READ_PIXELS = PAIRS[0].read(PAIRS[0].over(MARKED))[0]


def draw() -> Figure:
    figure = canvas(WIDE_PX, 206)
    axes, gap = whole_panel(figure), 28
    width = (WIDE_PX - gap) / 2
    for place, pair in enumerate(PAIRS):
        _pair(axes, pair, place * (width + gap), 24, width, 13)
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 414)
    axes = whole_panel(figure)
    for place, pair in enumerate(PAIRS):
        _pair(axes, pair, 0, 22 + place * 212, NARROW_PX, 12)
    return figure


def _pair(axes: Axes, pair: Pair, left: float, top: float, width: float, text: float) -> None:
    """The second map above, the first in the middle, the input below, each position over its pixel."""
    step = (width - 4) / PIXELS
    heights = (top + 132, top + 76, top + 20)
    axes.text(left + 2, top - 8, pair.title, fontsize=text, fontweight="bold")
    for tap in pair.taps(pair.over(MARKED)):
        ends = [left + 2 + (pair.at(at) + 0.5) * step for at in (pair.over(MARKED), tap)]
        axes.plot(ends, [heights[2] + step, heights[1]], color=INK, linewidth=1.4)
        for pixel in range(-(KERNEL // 2), KERNEL // 2 + 1):
            under = left + 2 + (pair.at(tap) + pixel + 0.5) * step
            axes.plot([ends[1], under], [heights[1] + step, heights[0]], color=GREY, linewidth=0.9)
    read = pair.read(pair.over(MARKED))
    for level, (size, height) in enumerate(zip(pair.sizes, heights, strict=True)):
        for position in range(size):
            at = pair.at(position) if level else position
            _cell(
                axes, left + 2 + at * step, height, step, (GREY, BLUE, ORANGE)[level], position in read[level]
            )
    for height, name, size in zip(
        heights, ("pixels", "first layer", "second layer"), pair.sizes, strict=True
    ):
        said = f"{name}, {size} positions" if height < heights[0] else f"{size} {name}"
        below = heights[0] + step + 1.5 * text if height == heights[0] else height - 0.5 * text
        axes.text(left + width - 2, below, said, ha="right", fontsize=text)


def _cell(axes: Axes, left: float, top: float, side: float, colour: str, filled: bool) -> None:
    fill = colour if filled else "none"
    axes.add_patch(
        Rectangle((left + 1, top), side - 2, side, facecolor=fill, edgecolor=colour, linewidth=1.2)
    )


CAPTION = f"""Two layers over a row of {PIXELS} pixels, seen from the side. Where the first has stride
{PAIRS[0].stride}, the second layer's taps, filled, stand over pixels {PAIRS[0].stride} apart. With stride
{PAIRS[1].stride} and rate {PAIRS[1].rate} they stand over the same pixels and read the same
{len(READ_PIXELS)}, filled, so with the same weights the marked output is the same number; but every pixel now
has a position of its own, and both layers are evaluated {PAIRS[1].sizes[2]} times instead of
{PAIRS[0].sizes[2]}.
"""

ALT = (
    f"Two drawings of a row of {PIXELS} pixels under two layers of {KERNEL} taps. "
    + "; ".join(
        f"{pair.title}: {pair.sizes[1]} and then {pair.sizes[2]} positions, the taps of the marked output "
        f"stand over pixels {', '.join(str(pixel + 1) for pixel in read)}"
        for pair, read in zip(PAIRS, READ, strict=True)
    )
    + "."
)
