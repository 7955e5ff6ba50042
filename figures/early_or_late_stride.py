"""The same two layers in either order: behind a stride, every step is worth more pixels."""

from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from panels import whole_panel

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREY, INK, NARROW_PX, ORANGE, WIDE_PX
from convarith import Convolution, ReceptiveField, receptive_field

PIXELS = 13
KERNEL = 3
MARKED = 4
"""The pixel under the unit whose taps are drawn; far left, so that words have room on the right."""


@dataclass(frozen=True)
class Chain:
    """Two convolutions over a row of pixels, each padded by one, named by their strides."""

    strides: tuple[int, int]

    @property
    def layers(self) -> tuple[Convolution, ...]:
        return tuple(Convolution(kernel=KERNEL, stride=stride, padding=1) for stride in self.strides)

    def field(self, layers: int) -> ReceptiveField:
        """The field after so many of the layers."""
        return receptive_field(self.layers[:layers])

    def middles(self, layers: int) -> list[int]:
        """Over which pixel each unit stands, after so many layers."""
        size = PIXELS
        for layer in self.layers[:layers]:
            size = layer.output_size(size)
        return [int(self.field(layers).start + unit * self.field(layers).jump) for unit in range(size)]

    @property
    def marked(self) -> int:
        """The unit of the last map over the marked pixel."""
        return self.middles(2).index(MARKED)

    @property
    def taps(self) -> list[int]:
        """The units of the first map that the marked one reads."""
        return sorted(self.layers[1].taps().positions(self.marked))

    @property
    def read(self) -> list[int]:
        return sorted(self.field(2).positions(self.marked))

    @property
    def title(self) -> str:
        return f"stride {self.strides[0]}, then stride {self.strides[1]}"


CHAINS = (Chain((2, 1)), Chain((1, 2)))


def draw() -> Figure:
    figure = canvas(WIDE_PX, 222)
    axes, gap = whole_panel(figure), 32
    width = (WIDE_PX - gap) / 2
    for place, chain in enumerate(CHAINS):
        _chain(axes, chain, place * (width + gap), 24, width, 13)
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 446)
    axes = whole_panel(figure)
    for place, chain in enumerate(CHAINS):
        _chain(axes, chain, 0, 22 + place * 226, NARROW_PX, 12)
    return figure


def _chain(axes: Axes, chain: Chain, left: float, top: float, width: float, text: float) -> None:
    """The pixels below, the two maps above them, each unit over the pixel round which it looks."""
    step = (width - 4) / PIXELS
    heights = (top + 140, top + 84, top + 28)
    middles = [list(range(PIXELS)), chain.middles(1), chain.middles(2)]
    filled = [set(chain.read), set(chain.taps), {chain.marked}]

    def middle(level: int, unit: int) -> float:
        return left + 2 + (middles[level][unit] + 0.5) * step

    axes.text(left + 2, top - 6, chain.title, fontsize=text, fontweight="bold")
    for tap in chain.taps:
        ends = [middle(2, chain.marked), middle(1, tap)]
        axes.plot(ends, [heights[2] + step, heights[1]], color=INK, linewidth=1.4)
        for pixel in sorted(chain.layers[0].taps().positions(tap)):
            axes.plot([ends[1], middle(0, pixel)], [heights[1] + step, heights[0]], color=GREY, linewidth=0.9)
    for level, (places, height) in enumerate(zip(middles, heights, strict=True)):
        for unit in range(len(places)):
            colour = (GREY, BLUE, ORANGE)[level]
            corner = (middle(level, unit) - step / 2 + 1, height)
            fill = colour if unit in filled[level] else "none"
            axes.add_patch(Rectangle(corner, step - 2, step, facecolor=fill, edgecolor=colour, linewidth=1.2))
    for level, name in ((2, "second"), (1, "first")):
        field = chain.field(level)
        words = f"{name}: field {field.size}, step {field.jump}"
        axes.text(left + width - 2, heights[level] - 0.5 * text, words, ha="right", fontsize=text)
    axes.text(left + width - 2, heights[0] + step + 1.4 * text, f"{PIXELS} pixels", ha="right", fontsize=text)


EARLY, LATE = (chain.field(2).size for chain in CHAINS)

CAPTION = f"""Two 3×3 convolutions over a row of {PIXELS} pixels, seen from the side, one of them with stride
2. The marked unit of the second layer reads three units of the first (filled), and these read the filled
pixels. Where the stride comes first, the three units stand 2 pixels apart, and {EARLY} pixels are seen; where
it comes last they are neighbours, and {LATE} are seen. *Step* is the number of pixels from one unit to the
next.
"""

ALT = (
    f"Two drawings of a row of {PIXELS} pixels under two layers of {KERNEL} taps. "
    + "; ".join(
        f"{chain.title}: the first map has {len(chain.middles(1))} units, the second "
        f"{len(chain.middles(2))}; the marked unit sees {len(chain.read)} pixels in a row, the steps "
        f"are {chain.field(1).jump} and {chain.field(2).jump} pixels"
        for chain in CHAINS
    )
    + "."
)
