"""Whose push it is: the share of the spoon in all pushes while a classifier learns by gradient descent."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from panels import panel
from panels.words import percent
from pixel_losses import Values
from pixel_losses.fits import BALANCE, FEATURES, SHARE, SPOON, weighted
from scipy.special import expit

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREY, NARROW_PX, ORANGE, WIDE_PX

STEPS = 1000
RATE = 0.7
WEIGHTS = {"cross-entropy": 1.0, "weighted": BALANCE}
LOOKS = {"cross-entropy": (BLUE, "-"), "weighted": (ORANGE, "--")}


def descent(weight: float) -> tuple[Values, Values]:
    """Share of the spoon in the sum of all pushes, and the mean probability of spoon, before each step."""
    truth = SPOON.ravel().astype(np.float64)
    loss, found = weighted(weight), np.zeros(FEATURES.shape[1])
    shares, means = [], []
    for _ in range(STEPS + 1):
        scores = FEATURES @ found
        _, slope = loss(scores, truth)
        shares.append(np.abs(slope[truth > 0]).sum() / np.abs(slope).sum())
        means.append(expit(scores).mean())
        found -= RATE * FEATURES.T @ slope
    return np.array(shares), np.array(means)


COURSE = {name: descent(weight) for name, weight in WEIGHTS.items()}
START = {name: float(shares[0]) for name, (shares, _) in COURSE.items()}
END = {name: float(shares[-1]) for name, (shares, _) in COURSE.items()}
MEAN = {name: float(means[-1]) for name, (_, means) in COURSE.items()}


def draw() -> Figure:
    figure = canvas(WIDE_PX, 262)
    _chart(panel(figure, 42, 36, 270, 176), "the spoon's share of all pushes", 0, 0.6, 13)
    _chart(panel(figure, 400, 36, 270, 176), "mean probability of spoon", 1, 0.6, 13)
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 470)
    _chart(panel(figure, 42, 34, 256, 150), "the spoon's share of all pushes", 0, 0.6, 12)
    _chart(panel(figure, 42, 268, 256, 150), "mean probability of spoon", 1, 0.6, 12)
    return figure


def _chart(axes: Axes, title: str, which: int, top: float, text: float) -> None:
    axes.set(xscale="log", xlim=(1, STEPS + 1), ylim=(0, top))
    axes.set_xticks([1, 10, 100, 1000], ["1", "10", "100", "1,000"], fontsize=text)
    axes.minorticks_off()
    axes.set_yticks([0, 0.25, 0.5], [percent(0), percent(0.25), percent(0.5)], fontsize=text)
    axes.set_xlabel("step", fontsize=text)
    axes.annotate(
        title, (0, 1), (-30, 12), xycoords="axes fraction", textcoords="offset points", fontsize=text
    )
    axes.axhline(0.5, color=GREY, linewidth=0.7)
    if which == 1:
        axes.axhline(SHARE, color=GREY, linewidth=1, linestyle=":")
    for name, (colour, line) in LOOKS.items():
        axes.plot(np.arange(STEPS + 1) + 1, COURSE[name][which], line, color=colour, linewidth=2, label=name)
    # In the second chart it stands between the two lines.
    axes.legend(
        loc="lower right",
        bbox_to_anchor=(1, 0.12 * which),
        fontsize=text - 1,
        borderpad=0.2,
        handlelength=1.8,
    )


PLAIN, BALANCED = WEIGHTS
CAPTION = f"""A classifier of single pixels by colour learns the spoon, {percent(SHARE)} of the photograph,
by gradient descent from weights of 0. Under cross-entropy its pixels make {percent(START[PLAIN])} of all
pushes at the first step and {percent(END[PLAIN])} at the last. What the many ground pixels do at first is
to lower the mean probability of spoon from {percent(0.5)} to {percent(MEAN[PLAIN])}, the spoon's true share
(dotted line); then they have nothing more to say than the few. With weights that balance the classes, the
shares are equal from the start, and the mean probability ends at {percent(MEAN[BALANCED])}.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    said = "; ".join(
        f"{name}: share of pushes {percent(START[name])} at first and {percent(END[name])} at last, mean "
        f"probability {percent(MEAN[name])} at last"
        for name in WEIGHTS
    )
    rise = "Under cross-entropy the share rises within the first hundred steps."
    return f"Two charts against the step, from 1 to {STEPS:,}. {said}. {rise}"
