"""A transposed convolution stamps its kernel once for each number, and adds up where stamps overlap."""

from dataclasses import dataclass

import numpy as np
from enlargers import Values, transposed
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from panels import whole_panel
from panels.grids import EMPTY, Look, grid

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREEN, INK, NARROW_PX, ORANGE, WIDE_PX

ROW = np.array([2.0, 5, 1])
COLOURS = (BLUE, ORANGE, GREEN)


@dataclass(frozen=True)
class Stamps:
    """A kernel laid over the outputs once for each number of the row."""

    kernel: tuple[int, ...]
    stride: int

    @property
    def result(self) -> Values:
        return transposed(ROW, self.kernel, self.stride)

    @property
    def overlap(self) -> list[int]:
        """How many stamps reach each output."""
        ones = transposed(np.ones_like(ROW), np.ones(len(self.kernel)), self.stride)
        return [int(count) for count in ones]

    def row(self, number: int) -> list[str]:
        """One stamp among empty cells."""
        cells = [""] * len(self.result)
        for tap, weight in enumerate(self.kernel):
            cells[self.stride * number + tap] = f"{weight * ROW[number]:g}"
        return cells


UNEVEN = Stamps((1, 2, 1), 2)
EVEN = Stamps((1, 3, 3, 1), 2)
BOTH = (UNEVEN, EVEN)


def draw() -> Figure:
    figure = canvas(WIDE_PX, 220)
    axes = whole_panel(figure)
    for place, stamps in enumerate(BOTH):
        _stamps(axes, stamps, 2 + place * 352, 32, 33, 13)
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 456)
    axes = whole_panel(figure)
    for place, stamps in enumerate(BOTH):
        _stamps(axes, stamps, 2, 32 + place * 248, 30, 12)
    return figure


def _stamps(axes: Axes, stamps: Stamps, left: float, top: float, cell: float, text: float) -> None:
    """A line for each stamp, their sum below, and under it how many stamps made it."""
    kernel = " ".join(map(str, stamps.kernel))
    axes.text(left, top - 14, f"kernel {kernel}, stride {stamps.stride}", fontsize=text, fontweight="bold")
    for number, colour in enumerate(COLOURS):
        y = top + number * (cell + 6)
        words = stamps.row(number)

        def look(_: int, column: int, words: list[str] = words, colour: str = colour) -> Look:
            return (colour, 0.55) if words[column] else EMPTY

        grid(axes, left, y, cell, [words], look, text)
        axes.text(
            left + len(words) * cell + 8, y + cell / 2 + 0.36 * text, f"from {ROW[number]:g}", fontsize=text
        )
    y = top + len(COLOURS) * (cell + 6) + 8
    axes.plot([left, left + len(stamps.result) * cell], [y - 7] * 2, color=INK, linewidth=1.4)
    grid(axes, left, y, cell, [[f"{value:g}" for value in stamps.result]], size=text)
    axes.text(left + len(stamps.result) * cell + 8, y + cell / 2 + 0.36 * text, "sum", fontsize=text)
    for column, count in enumerate(stamps.overlap):
        axes.text(left + (column + 0.5) * cell, y + cell + 1.4 * text, str(count), ha="center", fontsize=text)
    axes.text(left + len(stamps.result) * cell + 8, y + cell + 1.4 * text, "stamps", fontsize=text)


CAPTION = f"""A row of {len(ROW)} numbers, {", ".join(f"{value:g}" for value in ROW)}, through two
transposed convolutions with stride {UNEVEN.stride}. Each number is multiplied by the whole kernel, each
product lies {UNEVEN.stride} positions after the one before, and where products overlap they are added.
Below, by how many stamps each output was reached: away from the ends {UNEVEN.overlap[2]} and
{UNEVEN.overlap[3]} by turns with a kernel of {len(UNEVEN.kernel)}, {EVEN.overlap[2]} everywhere with one of
{len(EVEN.kernel)}. Row and kernels are made up.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    said = ". ".join(
        f"Kernel {', '.join(map(str, each.kernel))}: the sums are "
        f"{', '.join(f'{value:g}' for value in each.result)}; "
        f"stamps at each place {', '.join(map(str, each.overlap))}"
        for each in BOTH
    )
    shift = UNEVEN.stride
    return f"Rows of stamps, one for each of three numbers, {shift} places apart, and their sums. {said}."
