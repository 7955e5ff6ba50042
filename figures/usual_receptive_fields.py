"""Receptive fields by layer, and the effective field as a heat map, as both are mostly drawn."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from panels import panel
from receptive_fields import CELL, EFFECTIVE, GROWTHS, LAYERS, PHOTOGRAPHS, SEEDS, THEORY

from computed_figures.canvas import canvas
from computed_figures.style import INK, NARROW_PX, WIDE_PX


def draw() -> Figure:
    figure = canvas(WIDE_PX, 300)
    _chart(panel(figure, 52, 14, 290, 230), 13)
    _heat(figure, 410, 14, 230, 13)
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 600)
    _chart(panel(figure, 48, 14, 262, 230), 12)
    _heat(figure, 48, 316, 230, 12)
    return figure


def _chart(axes: Axes, text: float) -> None:
    for each in GROWTHS:
        axes.plot(each.fields, color=each.colour, linewidth=2, linestyle=each.dashes, label=each.full_name)
    axes.set(xlim=(0, LAYERS), ylim=(0, None))
    axes.set_xticks(range(0, LAYERS + 1, 6))
    axes.tick_params(labelsize=text)
    axes.set_xlabel("layer", fontsize=text)
    axes.set_ylabel("receptive field size", fontsize=text)
    axes.legend(loc="upper left", fontsize=text - 1)


def _heat(figure: Figure, left: float, top: float, side: float, text: float) -> None:
    axes = panel(figure, left, top, side, side)
    plane = np.asarray(EFFECTIVE.read["plane"])
    half = CELL * len(plane) / 2
    axes.imshow(plane, cmap="inferno", extent=(-half, half, half, -half), aspect="auto")
    axes.set_xticks([-100, 0, 100])
    axes.set_yticks([-100, 0, 100])
    axes.tick_params(labelsize=text)
    axes.set_xlabel("pixels", fontsize=text)
    scale = panel(figure, left + side + 8, top, 10, side)
    scale.imshow(np.linspace(1, 0, 64)[:, np.newaxis], cmap="inferno", extent=(0, 1, 0, 1), aspect="auto")
    scale.yaxis.tick_right()
    scale.set(xticks=[], yticks=[0, 1])
    scale.tick_params(labelsize=text)
    scale.spines[:].set(visible=True, color=INK)


CAPTION = f"""Receptive field size by layer for VGG-16 and two variants of ResNet-50, and the effective
receptive field of VGG-16's last pooling before training: the mean of the squared gradient over {SEEDS} seeds
and {PHOTOGRAPHS} photographs each, in parts of the largest, over the theoretical field, {THEORY.field} pixels
a side.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    ends = ", ".join(f"{each.full_name} {each.last}" for each in GROWTHS)
    return (
        f"Three rising lines against the layer with a legend, ending at: {ends}. Beside them a heat map of "
        f"{THEORY.field} pixels a side, black but for a bright round spot in the middle."
    )
