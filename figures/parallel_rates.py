"""One output at three rates side by side: the larger the rate, the more of its taps lie in the padding."""

from itertools import product

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from numpy.typing import NDArray
from panels import panel
from panels.words import percent

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREY, INK, NARROW_PX, ORANGE, WIDE_PX

SIDE = 65
"""Positions along a side of the map, as in figure 4 of the paper of DeepLabv3."""

RATES = (6, 12, 18)
"""The rates that DeepLabv3 applies side by side at output stride 16."""

OUTPUT = 9
"""The output whose taps are shown: its row and its column, counted from 0."""

RIM = max(RATES) - OUTPUT + 3
"""Positions of padding that are shown above the map and to its left."""


def taps(rate: int) -> list[tuple[int, int]]:
    """Rows and columns that a 3×3 kernel reads for the output, those in the padding among them."""
    return [(OUTPUT + down * rate, OUTPUT + across * rate) for down, across in product((-1, 0, 1), repeat=2)]


def inside(rate: int) -> NDArray[np.int64]:
    """For every output of the map, how many of its nine taps lie in the map."""
    along = np.arange(SIDE)
    in_map = np.sum([(along + step >= 0) & (along + step < SIDE) for step in (-rate, 0, rate)], axis=0)
    return np.asarray(np.outer(in_map, in_map), np.int64)


def share(rate: int, count: int) -> float:
    """The share of the outputs with so many taps in the map."""
    return float(np.mean(inside(rate) == count))


def read(rate: int) -> int:
    """How many taps of the output that is shown lie in the map."""
    return int(inside(rate)[OUTPUT, OUTPUT])


ALL_RATES = range(SIDE + 1)
FIRST_WITHOUT = next(rate for rate in ALL_RATES if share(rate, 9) == 0)
"""The smallest rate at which no output has all its taps in the map."""


def draw() -> Figure:
    figure = canvas(WIDE_PX, 232)
    for place, rate in enumerate(RATES):
        _map(panel(figure, place * 156, 24, 144, 144), rate, 144, 13)
    _chart(panel(figure, 524, 40, 148, 128), 13)
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 372)
    for place, rate in enumerate(RATES):
        _map(panel(figure, place * 110, 22, 98, 98), rate, 98, 12)
    _chart(panel(figure, 48, 202, 226, 120), 12)
    return figure


def _map(axes: Axes, rate: int, side_px: float, text: float) -> None:
    """The map with a rim of padding; shaded where all nine taps lie in the map."""
    axes.set(xlim=(-RIM, SIDE), ylim=(SIDE, -RIM))
    axes.set_axis_off()
    full = SIDE - 2 * rate
    axes.add_patch(Rectangle((rate, rate), full, full, facecolor=BLUE, alpha=0.45, linewidth=0))
    axes.add_patch(Rectangle((0, 0), SIDE, SIDE, fill=False, edgecolor=INK, linewidth=1, clip_on=False))
    for row, column in taps(rate):
        axes.plot(
            column + 0.5,
            row + 0.5,
            "s",
            markersize=5,
            markerfacecolor=ORANGE if min(row, column) >= 0 else "none",
            markeredgecolor=ORANGE,
            markeredgewidth=1.2,
        )
    axes.plot(OUTPUT + 0.5, OUTPUT + 0.5, "o", markersize=11, color=INK, markerfacecolor="none")
    position = (SIDE + RIM) / side_px
    axes.text(0, -RIM - 0.5 * text * position, f"rate {rate}", fontsize=text, fontweight="bold")
    said = (f"{read(rate)} of 9 taps", f"all 9 at {percent(share(rate, 9))}")
    for line, words in enumerate(said):
        axes.text(0, SIDE + (1.35 * line + 1.4) * text * position, words, fontsize=text - 0.5)


def _chart(axes: Axes, text: float) -> None:
    axes.set(xlim=(0, SIDE), ylim=(0, 1.02))
    axes.set_xticks([0, FIRST_WITHOUT, SIDE], ["0", str(FIRST_WITHOUT), str(SIDE)], fontsize=text)
    axes.set_yticks([0, 0.5, 1], [percent(0), percent(0.5), percent(1)], fontsize=text)
    axes.set_xlabel("rate", fontsize=text)
    axes.annotate(
        "share of the outputs",
        (0, 1),
        (-44, 12),
        xycoords="axes fraction",
        textcoords="offset points",
        fontsize=text,
    )
    few, many = ALL_RATES[: FIRST_WITHOUT + 1], ALL_RATES[FIRST_WITHOUT - 1 :]
    for count, rates, colour, dash in ((9, few, BLUE, "-"), (1, many, GREY, "--")):
        shares = [share(rate, count) for rate in rates]
        axes.plot(rates, shares, color=colour, linestyle=dash, linewidth=1.8, clip_on=False)
    axes.plot(RATES, [share(rate, 9) for rate in RATES], "o", color=BLUE, markersize=5)
    axes.annotate("all 9", (RATES[0], share(RATES[0], 9)), (7, 3), textcoords="offset points", fontsize=text)
    axes.text(SIDE - 10, 0.66, "middle alone", ha="right", fontsize=text)


CAPTION = f"""The nine taps of one output (ringed) at the three rates that DeepLabv3 applies side by side to
one map, here of {SIDE}×{SIDE} positions. Filled taps lie in the map, hollow ones in the padding, which is
zero. Shaded are the outputs whose nine taps all lie in the map: {percent(share(RATES[0], 9))},
{percent(share(RATES[1], 9))} and {percent(share(RATES[2], 9))} of them. The chart gives that share for every
rate: from {FIRST_WITHOUT} on it is zero, and at {SIDE} every output reads its middle tap alone, which is a
1×1 convolution.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    said = "; ".join(
        f"rate {rate}: {read(rate)} of the nine taps lie in the map, and all nine do at "
        f"{percent(share(rate, 9))} of the outputs"
        for rate in RATES
    )
    return (
        f"Three pictures of one map of {SIDE} by {SIDE} positions with the taps of one output near its "
        f"upper left corner. {said}. A chart against the rate: the share of outputs with all nine taps in "
        f"the map falls from {percent(share(0, 9))} to zero at rate {FIRST_WITHOUT}; the share of those "
        f"that read their middle tap alone rises from there to {percent(share(SIDE, 1))} at rate {SIDE}."
    )
