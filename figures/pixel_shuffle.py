"""Pixel shuffle weaves four channels into one map of twice the side; no number is computed."""

from string import ascii_uppercase

import numpy as np
from enlargers import shuffled
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from panels import whole_panel
from panels.grids import Look, arrow, blocks, grid

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREEN, NARROW_PX, ORANGE, PURPLE, WIDE_PX

SCALE, SIDE = 2, 2
CHANNELS = SCALE**2
COLOURS = (BLUE, ORANGE, GREEN, PURPLE)
MAPS = np.arange(CHANNELS * SIDE**2).reshape(CHANNELS, SIDE, SIDE)
WOVEN = shuffled(MAPS, SCALE).astype(np.int64)


def word(number: int) -> str:
    """The channel's letter, and which of its numbers it is."""
    channel, place = divmod(number, SIDE**2)
    return f"{ascii_uppercase[channel]}{place + 1}"


def draw() -> Figure:
    figure = canvas(WIDE_PX, 220)
    axes = whole_panel(figure)
    _channels(axes, 30, 30, 36, 20, 13)
    arrow(axes, (272, 120), (338, 120))
    _woven(axes, 370, 44, 38, 13)
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 390)
    axes = whole_panel(figure)
    _channels(axes, 60, 26, 34, 20, 12)
    arrow(axes, (160, 204), (160, 228))
    _woven(axes, 84, 236, 36, 12)
    return figure


def _look(number: int) -> Look:
    return COLOURS[number // SIDE**2], 0.5


def _channels(axes: Axes, left: float, top: float, cell: float, gap: float, text: float) -> None:
    for channel, numbers in enumerate(MAPS):
        row, column = divmod(channel, 2)
        x, y = left + column * (SIDE * cell + gap + 16), top + row * (SIDE * cell + gap)

        def look(
            line: int, place: int, numbers: np.ndarray[tuple[int, ...], np.dtype[np.int64]] = numbers
        ) -> Look:
            return _look(int(numbers[line, place]))

        grid(axes, x, y, cell, [[word(number) for number in line] for line in numbers.tolist()], look, text)


def _woven(axes: Axes, left: float, top: float, cell: float, text: float) -> None:
    def look(line: int, place: int) -> Look:
        return _look(int(WOVEN[line, place]))

    grid(axes, left, top, cell, [[word(number) for number in line] for line in WOVEN.tolist()], look, text)
    blocks(axes, left, top, cell, SIDE * SCALE, SCALE)


CAPTION = f"""Pixel shuffle with a scale of {SCALE}: {CHANNELS} channels of {SIDE}×{SIDE} become one of
{SIDE * SCALE}×{SIDE * SCALE}. Each position of the small maps becomes a block (thick lines), and each
channel fills one place of all blocks. Next to each other in the result stand numbers of different channels,
and each channel has been made with weights of its own.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    rows = "; ".join(" ".join(word(number) for number in line) for line in WOVEN.tolist())
    return (
        f"Four grids of {SIDE} by {SIDE} cells, channels A to D, each with its numbers 1 to {SIDE**2}. An "
        "arrow leads to one grid of "
        f"{SIDE * SCALE} by {SIDE * SCALE}, in blocks of {SCALE} by {SCALE}: {rows}."
    )
