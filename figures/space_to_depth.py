"""Half the side, every number kept: space-to-depth, and what max pooling does instead."""

from functools import partial

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from panels import whole_panel
from panels.grids import Look, arrow, blocks, grid
from pooling import MAP, Values, pooled, said, written

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREEN, NARROW_PX, ORANGE, PURPLE, WIDE_PX

BLOCK = 2
PLACES = {"top left": BLUE, "top right": ORANGE, "bottom left": GREEN, "bottom right": PURPLE}
"""The places within a block, in the order of the channels, and their colours."""


def space_to_depth(values: Values) -> list[Values]:
    """One channel for each place within a block of 2 x 2, in the order of reading."""
    return [values[row::BLOCK, column::BLOCK] for row in range(BLOCK) for column in range(BLOCK)]


def depth_to_space(channels: list[Values]) -> Values:
    """The way back."""
    rows, columns = channels[0].shape
    values = np.zeros((rows * BLOCK, columns * BLOCK), np.int64)
    for place, channel in enumerate(channels):
        values[place // BLOCK :: BLOCK, place % BLOCK :: BLOCK] = channel
    return values


CHANNELS = space_to_depth(MAP)
POOLED = pooled(MAP, BLOCK)
TWINS = int(np.bincount(POOLED.ravel()).argmax())
"""The number that two blocks have as their largest."""


def draw() -> Figure:
    figure = canvas(WIDE_PX, 268)
    axes, cell, text = whole_panel(figure), 34, 13
    _map(axes, 2, 74, cell, text)
    arrow(axes, (4 * cell + 12, 116), (4 * cell + 66, 62))
    _channels(axes, 4 * cell + 78, 26, cell, 18, text)
    arrow(axes, (4 * cell + 12, 168), (4 * cell + 66, 200))
    _pooled(axes, 4 * cell + 78, 166, cell, text)
    return figure


def draw_narrow() -> Figure:
    """The way that loses beside the map, the one that keeps all below it."""
    figure = canvas(NARROW_PX, 304)
    axes, cell, text = whole_panel(figure), 30, 12
    _map(axes, 2, 24, cell, text)
    arrow(axes, (130, 84), (168, 84))
    _pooled(axes, 178, 54, cell, text)
    arrow(axes, (62, 152), (62, 182))
    _channels(axes, 2, 210, cell, 14, text)
    return figure


def _map(axes: Axes, left: float, top: float, cell: float, text: float) -> None:
    axes.text(left, top - 8, f"one channel, {MAP.shape[0]} × {MAP.shape[1]}", fontsize=text)
    grid(axes, left, top, cell, written(MAP), _of_place, text)
    blocks(axes, left, top, cell, len(MAP), BLOCK)


def _channels(axes: Axes, left: float, top: float, cell: float, gap: float, text: float) -> None:
    side = len(CHANNELS[0])
    title = f"space-to-depth: {len(CHANNELS)} channels, {side} × {side}"
    axes.text(left, top - 8, title, fontsize=text)
    for place, (channel, colour) in enumerate(zip(CHANNELS, PLACES.values(), strict=True)):
        x = left + place * (side * cell + gap)
        grid(axes, x, top, cell, written(channel), partial(_all_in, colour), text)
    said = f"{sum(channel.size for channel in CHANNELS)} of {MAP.size} numbers"
    axes.text(left, top + side * cell + 1.6 * text, said, fontsize=text)


def _pooled(axes: Axes, left: float, top: float, cell: float, text: float) -> None:
    title = f"max pooling: {len(POOLED)} × {len(POOLED)}"
    axes.text(left, top - 8, title, fontsize=text)
    grid(axes, left, top, cell, written(POOLED), size=text)
    axes.text(
        left, top + len(POOLED) * cell + 1.6 * text, f"{POOLED.size} of {MAP.size} numbers", fontsize=text
    )


def _all_in(colour: str, row: int, column: int) -> Look:
    return colour, 0.5


def _of_place(row: int, column: int) -> Look:
    return list(PLACES.values())[row % BLOCK * BLOCK + column % BLOCK], 0.5


CAPTION = f"""Two ways to halve the side of a map. Space-to-depth writes the four numbers of each block
into four channels, one for each place within the block: all {MAP.size} numbers go on, and the way back is
exact. Max pooling lets the largest number of each block through: {POOLED.size} of {MAP.size} go on, and
none of them says where in its block it stood. The two {TWINS}s came from different places.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    channels = [f"{place}: {said(channel)}" for place, channel in zip(PLACES, CHANNELS, strict=True)]
    return (
        f"A map of one channel, row by row: {said(MAP)}, in blocks of {BLOCK} by {BLOCK}. Space-to-depth "
        "gives a channel for each place within a block; "
        + "; ".join(channels)
        + f". Max pooling gives one channel: "
        f"{said(POOLED)}."
    )
