"""Max pooling that remembers its places, and the way back with and without them."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from panels import whole_panel
from panels.grids import EMPTY, Look, arrow, blocks, grid
from pooling import MAP, Values, pooled, said, windows, written

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, NARROW_PX, ORANGE, WIDE_PX

WINDOW = 2

POOLED = pooled(MAP, WINDOW)
INDICES: Values = windows(MAP, WINDOW).argmax(axis=2)
"""Which of its window each maximum was: 0 top left, 1 top right, 2 bottom left, 3 bottom right."""
COPIED = POOLED.repeat(WINDOW, 0).repeat(WINDOW, 1)


def unpooled(values: Values, indices: Values) -> Values:
    """Each value back at the place of its index, zero elsewhere (`max_unpool2d`)."""
    rows, columns = values.shape
    back = np.zeros((rows * WINDOW, columns * WINDOW), np.int64)
    for row, column in np.ndindex(values.shape):
        down, right = divmod(int(indices[row, column]), WINDOW)
        back[row * WINDOW + down, column * WINDOW + right] = values[row, column]
    return back


PLACED = unpooled(POOLED, INDICES)


def draw() -> Figure:
    cell, text = 30, 13
    figure = canvas(WIDE_PX, 350)
    axes = whole_panel(figure)
    _map(axes, (2, 124), cell, text)
    arrow(axes, (130, 184), (174, 184))
    _pooled(axes, (186, 84), cell, text)
    _indices(axes, (186, 224), cell, text)
    arrow(axes, (262, 104), (430, 82))
    arrow(axes, (262, 128), (430, 244))
    arrow(axes, (262, 254), (430, 264))
    _copied(axes, (444, 26), cell, text)
    _placed(axes, (444, 202), cell, text)
    return figure


def draw_narrow() -> Figure:
    cell, text = 28, 12
    figure = canvas(NARROW_PX, 444)
    axes = whole_panel(figure)
    _map(axes, (2, 24), cell, text)
    arrow(axes, (30, 144), (30, 168))
    arrow(axes, (122, 118), (166, 168))
    _pooled(axes, (2, 196), cell, text)
    _indices(axes, (172, 196), cell, text)
    arrow(axes, (30, 258), (30, 282))
    arrow(axes, (66, 254), (158, 334))
    arrow(axes, (198, 266), (198, 282))
    _copied(axes, (2, 310), cell, text)
    _placed(axes, (172, 310), cell, text)
    return figure


def _map(axes: Axes, at: tuple[float, float], cell: float, text: float) -> None:
    def look(row: int, column: int) -> Look:
        return (BLUE, 0.5) if PLACED[row, column] else EMPTY

    _titled(axes, at, "feature map", text)
    grid(axes, *at, cell, written(MAP), look, text)
    blocks(axes, *at, cell, len(MAP), WINDOW)


def _pooled(axes: Axes, at: tuple[float, float], cell: float, text: float) -> None:
    _titled(axes, at, "maxima", text)
    grid(axes, *at, cell, written(POOLED), lambda row, column: (BLUE, 0.5), text)


def _indices(axes: Axes, at: tuple[float, float], cell: float, text: float) -> None:
    """Each index as a small window with its place filled."""
    _titled(axes, at, f"indices, {int(np.log2(WINDOW**2))} bits each", text)
    small = cell * 0.8 / WINDOW
    for row, column in np.ndindex(INDICES.shape):
        index = int(INDICES[row, column])

        def look(down: int, right: int, index: int = index) -> Look:
            return (ORANGE, 0.9) if down * WINDOW + right == index else EMPTY

        left, top = at[0] + column * cell * 1.1, at[1] + row * cell * 1.1
        grid(axes, left, top, small, [[""] * WINDOW] * WINDOW, look)


def _copied(axes: Axes, at: tuple[float, float], cell: float, text: float) -> None:
    _titled(axes, at, "without indices", text)
    grid(axes, *at, cell, written(COPIED), lambda row, column: (BLUE, 0.5), text)
    blocks(axes, *at, cell, len(MAP), WINDOW)
    _below(axes, at, cell, "each maximum fills its window", text)


def _placed(axes: Axes, at: tuple[float, float], cell: float, text: float) -> None:
    def look(row: int, column: int) -> Look:
        return (BLUE, 0.5) if PLACED[row, column] else EMPTY

    _titled(axes, at, "with indices", text)
    grid(axes, *at, cell, written(PLACED), look, text)
    blocks(axes, *at, cell, len(MAP), WINDOW)
    _below(axes, at, cell, "each is back at its place", text)


def _titled(axes: Axes, at: tuple[float, float], words: str, text: float) -> None:
    axes.text(at[0], at[1] - 8, words, fontsize=text)


def _below(axes: Axes, at: tuple[float, float], cell: float, words: str, text: float) -> None:
    axes.text(at[0], at[1] + len(MAP) * cell + 1.4 * text, words, fontsize=text - 0.5)


CAPTION = f"""What SegNet's decoder gets. Max pooling keeps the largest value of each window of
{WINDOW}×{WINDOW}; its index says which of the {WINDOW**2} it was. The maxima alone do not tell the place;
here the decoder copies each maximum to its whole window. With its index, each maximum returns to its place,
and the convolutions that follow fill in the zeros. Of the other {MAP.size - POOLED.size} values of
{MAP.size}, either way, no more is known than that none exceeds its maximum.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    names = ("top left", "top right", "bottom left", "bottom right")
    places = ", ".join(names[index] for index in INDICES.ravel().tolist())
    return (
        f"A map, row by row: {said(MAP)}. Its maxima over windows of {WINDOW} by {WINDOW}: {said(POOLED)}; "
        f"they stood at the {places} of their windows. The way back without indices: {said(COPIED)}. With "
        f"indices: {said(PLACED)}."
    )
