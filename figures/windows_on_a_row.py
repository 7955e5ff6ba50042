"""Where windows fit: what the last step leaves over, what padding and rounding up add, and the way back."""

from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from panels import whole_panel

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREY, INK, NARROW_PX, ORANGE, WIDE_PX
from convarith import Convolution, Layer, MaxPooling, TransposedConvolution

ROW, SHORT = 10, 5


@dataclass(frozen=True)
class Strip:
    """A layer over a row of `size` positions: what each output reads, or each input writes."""

    title: str
    layer: Layer
    size: int

    @property
    def outputs(self) -> int:
        return self.layer.output_size(self.size)

    @property
    def spreads(self) -> bool:
        return isinstance(self.layer, TransposedConvolution)

    @property
    def windows(self) -> list[list[int]]:
        """By output the positions that it reads; of a layer that spreads, by input those that it writes."""
        reads = [sorted(self.layer.taps().positions(output)) for output in range(self.outputs)]
        if not self.spreads:
            return reads
        return [[output for output, read in enumerate(reads) if place in read] for place in range(self.size)]

    @property
    def row(self) -> range:
        """The positions that are drawn; those below 0 or beyond the row are padding."""
        length = self.outputs if self.spreads else self.size
        padding = self.layer.padding if isinstance(self.layer, Convolution) else 0
        return range(-padding, max(length + padding, *(window[-1] + 1 for window in self.windows)))

    @property
    def times(self) -> dict[int, int]:
        """How many windows cover each position."""
        return {place: sum(place in window for window in self.windows) for place in self.row}

    @property
    def words(self) -> str:
        return f"{self.size} → {self.outputs}"


STRIPS = (
    Strip("kernel 3, stride 2", Convolution(kernel=3, stride=2), ROW),
    Strip("with padding 1", Convolution(kernel=3, stride=2, padding=1), ROW),
    Strip("pooling, rounded up", MaxPooling(kernel=3, stride=2, ceil_mode=True), ROW),
    Strip("transposed, kernel 3, stride 2", TransposedConvolution(kernel=3, stride=2), SHORT),
)


def draw() -> Figure:
    figure = canvas(WIDE_PX, 180)
    axes = whole_panel(figure)
    for place, strip in enumerate(STRIPS):
        _strip(axes, strip, place % 2 * 356, 22 + place // 2 * 108, 26, 13)
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 384)
    axes = whole_panel(figure)
    for place, strip in enumerate(STRIPS):
        _strip(axes, strip, 0, 20 + place * 104, 25, 12)
    return figure


def _strip(axes: Axes, strip: Strip, left: float, top: float, cell: float, text: float) -> None:
    """The row, how often each position is covered, and a bar below for each window."""
    axes.text(left + 2, top - 6, strip.title, fontsize=text, fontweight="bold")
    axes.text(left + 12 * cell, top - 6, strip.words, ha="right", fontsize=text)
    first = left + 2 + (cell if strip.row[0] == 0 else 0)
    length = strip.outputs if strip.spreads else strip.size

    def edge(place: int) -> float:
        return first + (place - strip.row[0]) * cell

    for place in strip.row:
        times = strip.times[place]
        colour, dashes = (INK, "-") if 0 <= place < length else (GREY, ":")
        box = Rectangle((edge(place), top), cell, cell, facecolor="none", edgecolor=colour)
        box.set(linewidth=1.1, linestyle=dashes)
        axes.add_patch(box)
        axes.text(
            edge(place) + cell / 2, top + cell / 2 + 0.36 * text, str(times), ha="center", fontsize=text
        )
    for number, window in enumerate(strip.windows):
        height = top + cell + 8 + number % 2 * 9
        ends = [edge(window[0]) + 3, edge(window[-1] + 1) - 3]
        axes.plot(ends, [height] * 2, color=(BLUE, ORANGE)[number % 2], linewidth=4, solid_capstyle="butt")


PLAIN, PADDED, ROUNDED, SPREAD = STRIPS

CAPTION = f"""Windows over a row, a bar each; the number in a position says how many windows cover it, dotted
positions are padding or lie beyond the row. Without padding the last position of {ROW} is never read, because
a further step does not fit. Padded, the row has room for {PADDED.outputs} windows, and so it has if the
number is rounded up and the last window may hang over. A transposed convolution lays a kernel down for each
of its {SHORT} inputs and makes {SPREAD.outputs} outputs, of which every second one inside is covered twice.
"""

ALT = "Four rows of numbered positions with bars below them. " + " ".join(
    f"{strip.title}: {strip.words}, covered {', '.join(map(str, strip.times.values()))} times."
    for strip in STRIPS
)
