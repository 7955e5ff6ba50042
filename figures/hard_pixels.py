"""Who pushes under focal loss: the wrong pixels more and more, and with them the wrong labels."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from panels import panel
from panels.words import percent
from pixel_losses import focal_slope
from pixel_losses.fits import TRUTHS, fit, weighted

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREEN, NARROW_PX, ORANGE, WIDE_PX

GAMMAS = (0, 1, 2, 3, 4, 5)
FLIPPED = 0.01
EASY = 0.9
TRUTH = TRUTHS["saucer"]
FIT = fit(weighted(1), TRUTH)
_FLIPS = np.random.default_rng(0).random(TRUTH.shape) < FLIPPED
P = np.where(TRUTH ^ _FLIPS, FIT.probabilities, 1 - FIT.probabilities)
"""Probability of the label that each pixel has once some labels are flipped."""

GROUPS = {"wrong side": P < 0.5, "flipped labels": _FLIPS, f"easy, above {EASY}": P > EASY}
LOOKS = dict(zip(GROUPS, ((ORANGE, "-", "s"), (GREEN, "--", "^"), (BLUE, ":", "o")), strict=True))


def share(group: str, gamma: float) -> float:
    """Share of a group of pixels in the sum of all pushes."""
    pushes = np.abs(focal_slope(P, gamma))
    return float(pushes[GROUPS[group]].sum() / pushes.sum())


SHARES = {group: [share(group, gamma) for gamma in GAMMAS] for group in GROUPS}
PART = {group: float(mask.mean()) for group, mask in GROUPS.items()}


def draw() -> Figure:
    figure = canvas(WIDE_PX, 276)
    _chart(panel(figure, 60, 30, 360, 196), 13)
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 300)
    _chart(panel(figure, 44, 28, 150, 216), 11.5)
    return figure


def _chart(axes: Axes, text: float) -> None:
    axes.set(xlim=(GAMMAS[0] - 0.1, GAMMAS[-1] + 0.1), ylim=(0, 1), xticks=list(GAMMAS))
    axes.set_yticks([0, 0.5, 1], [percent(0), percent(0.5), percent(1)], fontsize=text)
    axes.tick_params(labelsize=text)
    axes.set_xlabel("γ", fontsize=text)
    axes.annotate(
        "share of all pushes",
        (0, 1),
        (-30, 12),
        xycoords="axes fraction",
        textcoords="offset points",
        fontsize=text,
    )
    for group, (colour, line, marker) in LOOKS.items():
        values = SHARES[group]
        axes.plot(GAMMAS, values, line, color=colour, marker=marker, markersize=5, linewidth=2, clip_on=False)
        raised = 3 if group.startswith("flipped") else 1 if group.startswith("easy") else 0
        axes.annotate(
            group,
            (GAMMAS[-1], values[-1]),
            (9, -0.36 * text + raised),
            textcoords="offset points",
            fontsize=text,
        )


WRONG, WRONG_LABELS, FAMILIAR = GROUPS
AT_2 = GAMMAS.index(2)
CAPTION = f"""A classifier by colour was fitted to the saucer with cross-entropy; then {percent(FLIPPED)} of
the labels were flipped. Of all pushes, γ = 0 (cross-entropy) leaves {percent(SHARES[FAMILIAR][0])} to
pixels that are right above {EASY}, which are {percent(PART[FAMILIAR])} of all; γ = 2 leaves them
{percent(SHARES[FAMILIAR][AT_2], 1)}. The share of pixels on the wrong side of one half rises from
{percent(SHARES[WRONG][0])} to {percent(SHARES[WRONG][AT_2])}, and with them that of the flipped labels,
from {percent(SHARES[WRONG_LABELS][0])} to {percent(SHARES[WRONG_LABELS][AT_2])}, and to
{percent(SHARES[WRONG_LABELS][-1])} at γ = {GAMMAS[-1]}.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    said = "; ".join(
        f"{group}: "
        + ", ".join(f"{_said(value)} at {gamma}" for gamma, value in zip(GAMMAS, values, strict=True))
        for group, values in SHARES.items()
    )
    return f"A chart of shares of all pushes against γ from {GAMMAS[0]} to {GAMMAS[-1]}. {said}."


def _said(share: float) -> str:
    """A share in whole per cent; what would round to none of it is said to be little."""
    return percent(share) if share >= 0.005 else f"less than {percent(0.01)}"
