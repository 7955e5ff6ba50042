"""Grids: maps of a few cells drawn cell by cell, with a word in each."""

from collections.abc import Callable, Sequence

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from computed_figures.style import INK

Look = tuple[str, float]
"""A palette colour and its opacity."""

EMPTY: Look = ("none", 1)


def grid(
    axes: Axes,
    left: float,
    top: float,
    cell: float,
    words: Sequence[Sequence[str]],
    look: Callable[[int, int], Look] = lambda row, column: EMPTY,
    size: float = 13,
) -> None:
    """Draw rows of cells from (left, top), in CSS pixels; `look` fills the cell (row, column)."""
    for row, line in enumerate(words):
        for column, word in enumerate(line):
            x, y = left + column * cell, top + row * cell
            colour, opacity = look(row, column)
            if colour != "none":
                axes.add_patch(Rectangle((x, y), cell, cell, facecolor=colour, alpha=opacity, linewidth=0))
            axes.add_patch(Rectangle((x, y), cell, cell, facecolor="none", edgecolor=INK, linewidth=0.7))
            if word:
                axes.text(x + cell / 2, y + cell / 2 + 0.36 * size, word, ha="center", fontsize=size)


def blocks(axes: Axes, left: float, top: float, cell: float, cells: int, each: int) -> None:
    """Frame the blocks of `each` x `each` cells in a grid of `cells` x `cells` with thick lines."""
    side = cells * cell
    for line in range(0, cells + 1, each):
        axes.plot([left + line * cell] * 2, [top, top + side], color=INK, linewidth=2.2)
        axes.plot([left, left + side], [top + line * cell] * 2, color=INK, linewidth=2.2)


def arrow(axes: Axes, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Draw an arrow from one point to another."""
    axes.annotate("", end, start, arrowprops={"arrowstyle": "-|>", "color": INK, "shrinkA": 0, "shrinkB": 0})
