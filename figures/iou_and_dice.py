"""Dice against IoU: one curve, which puts single masks in the same order and their means in another."""

from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from panels import panel

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREY, INK, NARROW_PX, ORANGE, WIDE_PX


def dice_of(iou: float) -> float:
    """2J / (1 + J)."""
    return 2 * iou / (1 + iou)


@dataclass(frozen=True)
class Network:
    """The IoU that a network reaches on each of two images."""

    name: str
    ious: tuple[float, float]

    @property
    def mean_iou(self) -> float:
        return sum(self.ious) / len(self.ious)

    @property
    def mean_dice(self) -> float:
        return sum(map(dice_of, self.ious)) / len(self.ious)


UNEVEN = Network("uneven", (0.24, 1.0))
STEADY = Network("steady", (0.55, 0.65))
LOOKS = {UNEVEN: (ORANGE, "s"), STEADY: (BLUE, "o")}


def draw() -> Figure:
    figure = canvas(WIDE_PX, 330)
    _chart(panel(figure, 150, 34, 380, 250), 13)
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 310)
    _chart(panel(figure, 36, 32, NARROW_PX - 36 - 14, 234), 12)
    return figure


def _chart(axes: Axes, text: float) -> None:
    axes.set(xlim=(0, 1.02), ylim=(0, 1.04))
    axes.set_xticks([0, 0.5, 1], ["0", "0.5", "1"], fontsize=text)
    axes.set_yticks([0, 0.5, 1], ["0", "0.5", "1"], fontsize=text)
    axes.set_xlabel("IoU", fontsize=text)
    axes.annotate(
        "Dice", (0, 1), (-22, 12), xycoords="axes fraction", textcoords="offset points", fontsize=text
    )
    scale = np.linspace(0, 1, 101)
    axes.plot(scale, scale, color=GREY, linewidth=0.8)
    axes.plot(scale, 2 * scale / (1 + scale), color=INK, linewidth=1.6)
    for network, (colour, marker) in LOOKS.items():
        dices = [dice_of(iou) for iou in network.ious]
        axes.plot(network.ious, dices, color=colour, linestyle="--", linewidth=1.2)
        axes.plot(network.ious, dices, color=colour, marker=marker, linestyle="", markersize=8, clip_on=False)
        axes.plot(network.mean_iou, network.mean_dice, color=colour, marker="X", markersize=10, linestyle="")
    low = UNEVEN.ious[0]
    axes.annotate(
        "uneven", (low, dice_of(low)), (-8, 8), textcoords="offset points", ha="right", fontsize=text
    )
    axes.annotate(
        "steady",
        (STEADY.ious[0], dice_of(STEADY.ious[0])),
        (-8, 9),
        textcoords="offset points",
        ha="right",
        fontsize=text,
    )
    axes.annotate(
        "× mean", (UNEVEN.mean_iou, UNEVEN.mean_dice), (12, -34), textcoords="offset points", fontsize=text
    )


CAPTION = f"""Dice as a function of IoU. For one mask the two say the same: whoever is further right is
further up. For a mean they need not. *Uneven* has IoU {UNEVEN.ious[0]:.2f} on one image and
{UNEVEN.ious[1]:.2f} on the other, *steady* {STEADY.ious[0]:.2f} and {STEADY.ious[1]:.2f}. By mean IoU
uneven is ahead, {UNEVEN.mean_iou:.2f} to {STEADY.mean_iou:.2f}; by mean Dice steady is,
{STEADY.mean_dice:.2f} to {UNEVEN.mean_dice:.2f}. Both networks are made up.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    said = "; ".join(
        f"{each.name}, "
        + " and ".join(f"IoU {iou:.2f} with Dice {dice_of(iou):.2f}" for iou in each.ious)
        + f", mean {each.mean_iou:.2f} and {each.mean_dice:.2f}"
        for each in LOOKS
    )
    return (
        "A curve of Dice against IoU, from 0 to 1, bulging upward above the diagonal. On it two pairs of "
        "points, "
        f"each joined by a dashed line whose middle is marked: {said}. The middle of the long dashed line "
        "lies "
        "further below the curve than that of the short one."
    )
