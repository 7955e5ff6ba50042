"""Four stamps of a transposed convolution, laid over the result."""

from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from panels import whole_panel
from panels.grids import grid

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREEN, ORANGE, PURPLE
from convarith.window import transposed_size

KERNEL, STRIDE, CELLS = 3, 2, 2
SIDE = transposed_size(CELLS, KERNEL, stride=STRIDE)
CELL_PX = 56
LOOKS = ((BLUE, "-"), (ORANGE, "--"), (GREEN, "-."), (PURPLE, ":"))
STAMPS = [(STRIDE * row, STRIDE * column) for row in range(CELLS) for column in range(CELLS)]
"""Row and column, from 0, of each stamp's first cell."""

COUNTS = [
    [
        sum(row in range(top, top + KERNEL) and column in range(left, left + KERNEL) for top, left in STAMPS)
        for column in range(SIDE)
    ]
    for row in range(SIDE)
]


def draw() -> Figure:
    """The cells of the result, and a frame for each stamp, each drawn a little further in than the last."""
    figure = canvas(SIDE * CELL_PX, SIDE * CELL_PX)
    axes = whole_panel(figure)
    grid(axes, 0, 0, CELL_PX, [[""] * SIDE] * SIDE)
    for number, ((top, left), (colour, line)) in enumerate(zip(STAMPS, LOOKS, strict=True)):
        inset = 4 + 4 * number
        corner = left * CELL_PX + inset, top * CELL_PX + inset
        side = KERNEL * CELL_PX - 2 * inset
        axes.add_patch(
            Rectangle(corner, side, side, fill=False, edgecolor=colour, linestyle=line, linewidth=3)
        )
    return figure


CAPTION = f"""Four stamps of {KERNEL}×{KERNEL} cells, {STRIDE} cells apart, on a result of {SIDE}×{SIDE}.
"""

ALT = f"A grid of {SIDE} by {SIDE} cells and four square frames that overlap in its middle row and column."
