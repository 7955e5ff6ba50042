"""The same nine weights, spread apart."""

from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from panels import whole_panel
from panels.grids import EMPTY, Look, grid

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, NARROW_PX, ORANGE, WIDE_PX
from convarith import Convolution, Shape, extent


@dataclass(frozen=True)
class Kernel:
    """A square kernel: `size` taps along a side, `rate` positions apart."""

    size: int
    rate: int

    @property
    def span(self) -> int:
        return extent(self.size, self.rate)

    @property
    def weights(self) -> int:
        """For one pair of an input and an output channel."""
        layer = Convolution(channels=1, kernel=self.size, dilation=self.rate, bias=False)
        return layer.parameters(Shape(1, self.span)) or 0

    @property
    def title(self) -> str:
        return f"{self.size}×{self.size}, rate {self.rate}"

    @property
    def words(self) -> tuple[str, str]:
        return f"spans {self.span} × {self.span}", f"{self.weights} weights"

    def taps(self, row: int, column: int) -> bool:
        return row % self.rate == column % self.rate == 0


KERNELS = [Kernel(3, 1), Kernel(3, 2), Kernel(3, 4), Kernel(5, 1)]
WIDEST = max(kernel.span for kernel in KERNELS)


def draw() -> Figure:
    cell, column, text = 17, 175, 13
    figure = canvas(WIDE_PX, 26 + WIDEST * cell + 3.6 * text)
    axes = whole_panel(figure)
    for place, kernel in enumerate(KERNELS):
        _kernel(axes, kernel, (place + 0.44) * column, 26 + WIDEST * cell / 2, cell, text)
    return figure


def draw_narrow() -> Figure:
    cell, text = 15, 12
    rows = [KERNELS[:2], KERNELS[2:]]
    heights = [max(kernel.span for kernel in row) * cell + 26 + 3.8 * text for row in rows]
    figure = canvas(NARROW_PX, sum(heights))
    axes = whole_panel(figure)
    for row, kernels in enumerate(rows):
        middle = sum(heights[:row]) + 26 + (heights[row] - 26 - 3.8 * text) / 2
        for column, kernel in enumerate(kernels):
            _kernel(axes, kernel, (column + 0.5) * NARROW_PX / 2, middle, cell, text)
    return figure


def _kernel(axes: Axes, kernel: Kernel, centre: float, middle: float, cell: float, text: float) -> None:
    side = kernel.span * cell
    top = middle - side / 2
    colour = BLUE if kernel.size == KERNELS[0].size else ORANGE

    def look(row: int, column: int) -> Look:
        return (colour, 0.85) if kernel.taps(row, column) else EMPTY

    grid(axes, centre - side / 2, top, cell, [[""] * kernel.span] * kernel.span, look)
    axes.text(centre, top - 9, kernel.title, ha="center", fontsize=text, fontweight="bold")
    for line, word in enumerate(kernel.words, 1):
        axes.text(centre, top + side + (1.4 * line + 0.1) * text, word, ha="center", fontsize=text)


CAPTION = f"""Where the taps of four kernels lie. Blue: {KERNELS[0].size}×{KERNELS[0].size} taps at rates
{KERNELS[0].rate}, {KERNELS[1].rate} and {KERNELS[2].rate}, with {KERNELS[0].weights} weights each; what
lies between the taps is not read. The orange kernel spans as much as the second, reads all of it, and
pays with {KERNELS[3].weights} weights.
"""

ALT = (
    "Four kernels as squares of positions with their taps marked. "
    + "; ".join(f"{kernel.title}: {' '.join(kernel.words)}, taps {kernel.rate} apart" for kernel in KERNELS)
    + "."
)
