"""An image of twelve by twelve pixels, its rows and columns numbered."""

from matplotlib.figure import Figure
from panels import whole_panel
from panels.grids import blocks, grid

from computed_figures.canvas import canvas

SIDE = 12
PIXEL = 32
WORDS = [
    [str(max(row, column)) if 1 in (row, column) else "" for column in range(1, SIDE + 1)]
    for row in range(1, SIDE + 1)
]


def draw() -> Figure:
    """A cell a pixel, and the number of its row or column in those of the first column and row."""
    figure = canvas(SIDE * PIXEL, SIDE * PIXEL)
    axes = whole_panel(figure)
    grid(axes, 0, 0, PIXEL, WORDS, size=14)
    blocks(axes, 0, 0, PIXEL, SIDE, SIDE)
    return figure


ALT = f"A grid of {SIDE} by {SIDE} pixels; rows and columns are numbered from the upper left."
