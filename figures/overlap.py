"""How many stamps of a transposed convolution reach each output in the plane."""

import numpy as np
from enlargers import transposed
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from panels import whole_panel
from panels.grids import Look, grid

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, NARROW_PX, WIDE_PX

SETTINGS = ((3, 2), (4, 2), (5, 3))
"""Kernel and stride."""

SHOWN = 6


def counts(kernel: int, stride: int) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    """The inner SHOWN x SHOWN outputs, beginning with one where a stamp begins."""
    cells = SHOWN + 4
    whole = transposed(np.ones((cells, cells)), np.ones((kernel, kernel)), stride).astype(np.int64)
    start = stride * (kernel // stride + 1)
    return whole[start : start + SHOWN, start : start + SHOWN]


COUNTS = {setting: counts(*setting) for setting in SETTINGS}


def draw() -> Figure:
    figure = canvas(WIDE_PX, 228)
    for place, setting in enumerate(SETTINGS):
        _counts(whole_panel(figure), setting, 4 + place * 238, 32, 31, 13)
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 390)
    for place, setting in enumerate(SETTINGS):
        row, column = divmod(place, 2)
        _counts(whole_panel(figure), setting, 2 + column * 166, 28 + row * 196, 25, 12)
    return figure


def _counts(axes: Axes, setting: tuple[int, int], left: float, top: float, cell: float, text: float) -> None:
    kernel, stride = setting
    axes.text(left, top - 10, f"kernel {kernel}, stride {stride}", fontsize=text, fontweight="bold")
    found = COUNTS[setting]

    def look(row: int, column: int) -> Look:
        return BLUE, 0.12 + 0.66 * float(found[row, column]) / 4

    grid(axes, left, top, cell, [[str(value) for value in line] for line in found.tolist()], look, text)


CAPTION = f"""By how many stamps each output is reached, away from the borders. A kernel of {SETTINGS[0][0]}
with stride {SETTINGS[0][1]} reaches some outputs {COUNTS[SETTINGS[0]].max()} times, some
{COUNTS[SETTINGS[0]].min()} time. Where the stride divides the kernel, as {SETTINGS[1][1]} divides
{SETTINGS[1][0]}, all are reached equally often.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    said = ". ".join(
        f"Kernel {kernel}, stride {stride}, row by row: "
        + "; ".join(" ".join(map(str, line)) for line in found.tolist())
        for (kernel, stride), found in COUNTS.items()
    )
    return f"Three grids of counts. {said}."
