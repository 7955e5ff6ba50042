"""A picture moved by one pixel: what pooling makes of it is another picture, not the same one moved."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from panels import panel, whole_panel
from panels.grids import EMPTY, Look, arrow, grid
from photographs import square
from pooling import pooled

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREY, INK, NARROW_PX, ORANGE, WIDE_PX

WINDOW = 2
ROW = (0, 0, 1, 1, 0, 0, 0, 0)
PHOTOGRAPH_PX = 256
SHADES = int(np.iinfo(np.uint8).max) + 1
STRIDE = 8
SHIFTS = range(2 * STRIDE + 1)


@dataclass(frozen=True)
class Moved:
    """A row of pixels moved right, zeros coming in from the left, and what pooling makes of it."""

    by: int

    @property
    def pixels(self) -> list[int]:
        return [*[0] * self.by, *ROW][: len(ROW)]

    @property
    def pooled(self) -> list[int]:
        row: list[int] = pooled(np.array([self.pixels] * WINDOW), WINDOW)[0].tolist()
        return row

    @property
    def pooled_width(self) -> int:
        return sum(self.pooled)


def change(shift: int) -> float:
    """How far two pooled maps of the photograph differ, the second from `shift` pixels further on.

    The maps are laid upon each other as well as whole cells can be moved. The mean over all cells, in shades
    of `SHADES`.
    """
    grey = square.photograph(PHOTOGRAPH_PX).astype(np.int64).mean(axis=2).astype(np.int64)
    width = PHOTOGRAPH_PX - SHIFTS[-1] - STRIDE
    moved = pooled(grey[:, shift : shift + width], STRIDE)
    differences = []
    for cells in (shift // STRIDE, shift // STRIDE + 1):
        first = pooled(grey[:, cells * STRIDE : cells * STRIDE + width], STRIDE)
        differences.append(float(np.abs(moved - first).mean()))
    return min(differences)


STEPS = [Moved(by) for by in (0, 1, 2)]
CHANGES = [change(shift) for shift in SHIFTS]
HIGHEST = max(SHIFTS, key=lambda shift: CHANGES[shift])


def draw() -> Figure:
    figure = canvas(WIDE_PX, 260)
    _strips(whole_panel(figure), top=26, cell=24, text=13)
    _chart(panel(figure, 410, 34, WIDE_PX - 410 - 8, 176), 13)
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 458)
    _strips(whole_panel(figure), top=24, cell=22, text=12)
    _chart(panel(figure, 30, 264, NARROW_PX - 30 - 10, 140), 12)
    return figure


def _strips(axes: Axes, top: float, cell: float, text: float) -> None:
    left, pooled_left = 2, (len(ROW) + 1.6) * cell
    axes.text(left, top - 10, f"a row, in windows of {WINDOW}", fontsize=text)
    axes.text(pooled_left, top - 10, "pooled", fontsize=text)
    for line, step in enumerate(STEPS):
        y = top + line * 3.1 * cell
        grid(axes, left, y, cell, [list(map(str, step.pixels))], _bright(step.pixels, BLUE), text)
        for window in range(0, len(ROW) + 1, WINDOW):
            axes.plot([left + window * cell] * 2, [y - 3, y + cell + 3], color=INK, linewidth=2.2)
        arrow(axes, (left + len(ROW) * cell + 5, y + cell / 2), (pooled_left - 4, y + cell / 2))
        grid(axes, pooled_left, y, cell, [list(map(str, step.pooled))], _bright(step.pooled, ORANGE), text)
        said = f"moved by {step.by}" if step.by else "at first"
        axes.text(left, y + cell + 1.5 * text, said, fontsize=text)
        axes.text(pooled_left, y + cell + 1.5 * text, f"{step.pooled_width} wide", fontsize=text)


def _bright(values: list[int], colour: str) -> Callable[[int, int], Look]:
    return lambda row, column: (colour, 0.7) if values[column] else EMPTY


def _chart(axes: Axes, text: float) -> None:
    axes.set(xlim=(SHIFTS[0] - 0.3, SHIFTS[-1] + 0.3), ylim=(0, 1.1 * max(CHANGES)))
    axes.set_xticks(list(SHIFTS)[:: STRIDE // 2])
    axes.tick_params(labelsize=text)
    axes.plot(CHANGES, color=ORANGE, linewidth=1.4, marker="o", markersize=5, clip_on=False)
    for whole in SHIFTS[::STRIDE]:
        axes.axvline(whole, color=GREY, linewidth=0.6, zorder=0)
    axes.set_xlabel("photograph moved by, pixels", fontsize=text)
    axes.annotate(
        f"change of its map, stride {STRIDE}, shades of {SHADES}",
        (0, 1),
        (-22, 12),
        xycoords="axes fraction",
        textcoords="offset points",
        fontsize=text,
    )


CAPTION = f"""Max pooling over pairs reads a row of pixels in fixed windows. The bright piece, {sum(ROW)}
pixels wide, fills one window, then straddles two, then fills one again: its trace in the map is
{STEPS[0].pooled_width}, {STEPS[1].pooled_width} and {STEPS[2].pooled_width} wide. The chart does the same
to a photograph of {PHOTOGRAPH_PX}×{PHOTOGRAPH_PX} pixels, with windows of {STRIDE}×{STRIDE}: laid upon each
other at the better of the two nearest whole cells, they agree only after a shift by {SHIFTS[STRIDE]} or
{SHIFTS[2 * STRIDE]} pixels, multiples of the stride. In between, the mean change is up to
{CHANGES[HIGHEST]:.0f} shades of {SHADES}.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    rows = [
        f"moved by {step.by}: {' '.join(map(str, step.pixels))} gives {' '.join(map(str, step.pooled))}"
        for step in STEPS
    ]
    chart = ", ".join(f"{shift}: {CHANGES[shift]:.1f}" for shift in SHIFTS)
    return (
        f"A row of {len(ROW)} pixels in windows of {WINDOW}, and the row that max pooling gives. "
        + "; ".join(rows)
        + f". A chart of the mean change of a photograph's map at stride {STRIDE}, in shades of {SHADES}, "
        f"by the shift in pixels: {chart}."
    )
