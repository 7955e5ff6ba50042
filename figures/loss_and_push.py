"""Three losses of one pixel, and how strongly each pushes its score."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from panels import panel
from pixel_losses import (
    Values,
    cross_entropy,
    cross_entropy_slope,
    focal,
    focal_slope,
    squared,
    squared_slope,
)

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREEN, NARROW_PX, ORANGE, WIDE_PX

GAMMA = 2
P: Values = np.asarray(np.arange(1, 1000) / 1000, np.float64)
LOSSES: dict[str, Values] = {
    "cross-entropy": cross_entropy(P),
    "focal": focal(P, GAMMA),
    "squared error": squared(P),
}
PUSHES: dict[str, Values] = {
    "cross-entropy": -cross_entropy_slope(P),
    "focal": -focal_slope(P, GAMMA),
    "squared error": -squared_slope(P),
}
LOOKS = {"cross-entropy": (BLUE, "-"), "focal": (ORANGE, "--"), "squared error": (GREEN, ":")}
SHOWN_AT = (0.01, 0.5, 0.9)


def push(name: str, p: float) -> float:
    """The push of a loss at one of the plotted probabilities."""
    return float(PUSHES[name][round(p * 1000) - 1])


def draw() -> Figure:
    figure = canvas(WIDE_PX, 268)
    _chart(panel(figure, 34, 36, 280, 184), "loss", LOSSES, 4, 13)
    _chart(panel(figure, 394, 36, 280, 184), "push on the score", PUSHES, 1.3, 13)
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 490)
    _chart(panel(figure, 30, 34, 270, 160), "loss", LOSSES, 4, 12)
    _chart(panel(figure, 30, 276, 270, 160), "push on the score", PUSHES, 1.3, 12)
    return figure


def _chart(axes: Axes, title: str, lines: dict[str, Values], top: float, text: float) -> None:
    axes.set(xlim=(0, 1), ylim=(0, top))
    axes.set_xticks([0, 0.5, 1], ["0", "0.5", "1"], fontsize=text)
    steps = range(int(top) + 1) if top > 2 else (0, 0.5, 1)
    axes.set_yticks(list(steps), [f"{step:g}" for step in steps], fontsize=text)
    axes.set_xlabel("probability of the true class", fontsize=text)
    axes.annotate(
        title, (0, 1), (-22, 12), xycoords="axes fraction", textcoords="offset points", fontsize=text
    )
    for name, (colour, line) in LOOKS.items():
        axes.plot(P, lines[name], line, color=colour, linewidth=2, label=name)
    axes.legend(loc="upper right", fontsize=text - 1, borderpad=0, handlelength=1.8)


CAPTION = f"""Two classes, one pixel: its loss, and the *push* on its score, which is by how much the loss
falls if the score of the true class rises by a little. Where the pixel is wrong for sure, probability
{SHOWN_AT[0]}, cross-entropy pushes with {push("cross-entropy", SHOWN_AT[0]):.2f}, squared error with
{push("squared error", SHOWN_AT[0]):.2f}, although its loss is near its highest. Where the pixel is right at
{SHOWN_AT[2]}, cross-entropy still pushes with {push("cross-entropy", SHOWN_AT[2]):.2f}, focal loss
(γ&nbsp;=&nbsp;{GAMMA}, [more below](lessons/losses.md#focal)) with {push("focal", SHOWN_AT[2]):.3f}.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    said = "; ".join(
        f"{name}: " + ", ".join(f"{push(name, p):.3f} at {p}" for p in SHOWN_AT) for name in LOOKS
    )
    return (
        "Two charts against the probability of the true class. Losses: cross-entropy and focal loss rise "
        "without bound towards 0, squared error ends at 1; all "
        f"are 0 at 1. Pushes: {said}. That of squared error falls to 0 at both ends."
    )
