"""The best probability for pixels that are object only sometimes: the chance itself, or no and yes."""

from collections.abc import Callable
from itertools import product

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from panels import panel
from pixel_losses import Values
from scipy import optimize

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREY, NARROW_PX, ORANGE, WIDE_PX

CHANCES: Values = np.asarray(np.arange(1, 20) / 20, np.float64)
"""How often the pixels of each group are object; all groups are of one size."""


def best_for_cross_entropy() -> Values:
    """The probability that costs least, found for each group by trying."""

    def cost(p: float, chance: float) -> float:
        return float(-chance * np.log(p) - (1 - chance) * np.log(1 - p))

    found = [
        optimize.minimize_scalar(
            cost, (1e-6, 1 - 1e-6), args=(c,), method="bounded", bounds=(1e-6, 1 - 1e-6)
        ).x
        for c in CHANCES
    ]
    return np.asarray(found, np.float64)


def expected_dice(p: Values) -> float:
    """2 Σpq / (Σp + Σq): the soft Dice of large groups, whose share of object is their chance."""
    return float(2 * np.sum(p * CHANCES) / (np.sum(p) + np.sum(CHANCES)))


def best_for(score: Callable[[Values], float]) -> Values:
    """The probabilities with the highest expected score, found from several starts."""
    random = np.random.default_rng(3)
    runs = [
        optimize.minimize(
            lambda p: -score(p),
            random.random(len(CHANCES)),
            bounds=[(0, 1)] * len(CHANCES),
            method="L-BFGS-B",
            options={"ftol": 1e-15, "gtol": 1e-12, "maxiter": 5000},
        )
        for _ in range(5)
    ]
    return np.asarray(max(runs, key=lambda run: -run.fun).x, np.float64)


def expected_squared_dice(p: Values) -> float:
    """2 Σpq / (Σp² + Σq): the same with squares below the line, where the truth, 0 or 1, stays as it is."""
    return float(2 * np.sum(p * CHANCES) / (np.sum(p**2) + np.sum(CHANCES)))


FOR_CROSS_ENTROPY = best_for_cross_entropy()
FOR_DICE, FOR_SQUARED_DICE = best_for(expected_dice), best_for(expected_squared_dice)
DICE, SQUARED_DICE = expected_dice(FOR_DICE), expected_squared_dice(FOR_SQUARED_DICE)
THRESHOLD = DICE / 2
PAINTED = CHANCES[FOR_DICE > 0.5]


def every_choice() -> float:
    """The highest expected Dice of all ways to say yes or no to a few of the groups, the others fixed."""
    near = np.argsort(np.abs(CHANCES - THRESHOLD))[:8]
    best = 0.0
    for choice in product((0.0, 1.0), repeat=len(near)):
        p = (CHANCES > THRESHOLD).astype(np.float64)
        p[near] = choice
        best = max(best, expected_dice(p))
    return best


def draw() -> Figure:
    figure = canvas(WIDE_PX, 300)
    _chart(panel(figure, 150, 34, 330, 212), 13)
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 300)
    _chart(panel(figure, 34, 32, 268, 212), 12)
    return figure


def _chart(axes: Axes, text: float) -> None:
    axes.set(xlim=(0, 1), ylim=(-0.03, 1.03))
    axes.set_xticks([0, 0.5, 1], ["0", "0.5", "1"], fontsize=text)
    axes.set_yticks([0, 0.5, 1], ["0", "0.5", "1"], fontsize=text)
    axes.set_xlabel("chance of being object", fontsize=text)
    axes.annotate(
        "best probability to give",
        (0, 1),
        (-22, 12),
        xycoords="axes fraction",
        textcoords="offset points",
        fontsize=text,
    )
    axes.axvline(THRESHOLD, color=GREY, linewidth=1, linestyle=":")
    axes.plot(
        CHANCES, FOR_CROSS_ENTROPY, color=BLUE, marker="o", markersize=5, linewidth=1.6, label="cross-entropy"
    )
    # The line is broken at the step, where it has no marks.
    axes.plot(
        [*CHANCES[FOR_DICE < 0.5], THRESHOLD, THRESHOLD, THRESHOLD, *PAINTED],
        [*FOR_DICE[FOR_DICE < 0.5], 0, np.nan, 1, *FOR_DICE[FOR_DICE > 0.5]],
        color=ORANGE,
        marker="s",
        markersize=5,
        markevery=[place + 3 * int(best > 0.5) for place, best in enumerate(FOR_DICE)],
        linestyle="--",
        linewidth=1.6,
        label="Dice",
        clip_on=False,
    )
    axes.legend(loc="lower right", fontsize=text, borderpad=0.2, handlelength=1.8)


CAPTION = f"""Groups of pixels that are object with chances from {CHANCES[0]:.2f} to {CHANCES[-1]:.2f}, and
the probability for each group with which each loss is lowest, found by minimising it. For
cross-entropy it is the chance itself. For Dice it is 0 or 1, with the step at half the Dice that is
reached, {THRESHOLD:.2f} (dotted), below one half.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    return (
        "A chart of the best probability against the chance of being object. Cross-entropy follows the "
        "diagonal. Dice is 0 up to a chance of "
        f"{CHANCES[FOR_DICE < 0.5].max():.2f} and 1 from {PAINTED.min():.2f} on; a dotted line stands at "
        f"{THRESHOLD:.2f}."
    )
