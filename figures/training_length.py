"""Scores by the length of training, and a loss that flattens because its learning rate ends."""

from dataclasses import dataclass
from statistics import fmean
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from panels import panel
from panels.dots import LOOKS
from trained.stored import VARIANTS
from trained.two_shapes import LONG, SHORT

from computed_figures.canvas import canvas
from computed_figures.style import GREY, INK, NARROW_PX, PURPLE, WIDE_PX

LOOK = {**LOOKS, "coarse": {"color": PURPLE, "marker": "v"}}
NAMES = {**VARIANTS, "add": "skips added", "concat": "concatenated", "coarse": "skips averaged over cells"}
LABELS = {
    ("add", "concat"): (90, 0.86),
    ("coarse",): (90, 0.7),
    ("wider",): (90, 0.55),
    ("none",): (2900, 0.26),
}
"""Where lines are named, in steps and IoU."""
MEASURE = "iou.cross"
SEED = 0
VARIANT = "none"


@dataclass(frozen=True)
class Curve:
    """Mean losses over equal stretches of training, each at its last step."""

    steps: list[int]
    losses: list[float]


def curve(run: Any) -> Curve:
    losses = run.curve(VARIANT, SEED)
    stretch = run.lengths[-1] // len(losses)
    return Curve([stretch * (place + 1) for place in range(len(losses))], losses)


BRIEF, WHOLE = curve(SHORT), curve(LONG)
TRUNK = round(LONG.lengths[-1] * (1 - LONG.settings["cool_down"]))
"""Where the rate of the long training begins to fall."""

MEANS = {
    variant: [fmean(LONG.reached(variant, MEASURE, steps)) for steps in LONG.lengths]
    for variant in LONG.settings["variants"]
}
EARLIER, LAST = BRIEF.losses[-2:]
AT_SAME = WHOLE.losses[WHOLE.steps.index(SHORT.lengths[-1])]


def draw() -> Figure:
    figure = canvas(WIDE_PX, 560)
    _losses(panel(figure, 36, 34, WIDE_PX - 64, 170), 13, LONG.lengths)
    _scores(panel(figure, 36, 272, WIDE_PX - 64, 240), 13, LONG.lengths)
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 562)
    _losses(panel(figure, 32, 30, NARROW_PX - 58, 170), 12, LONG.lengths[::2])
    _scores(panel(figure, 32, 256, NARROW_PX - 58, 258), 12, LONG.lengths[::2])
    return figure


def _losses(axes: Axes, text: float, ticks: list[int]) -> None:
    """Both trainings of one network over the same steps."""
    axes.plot(WHOLE.steps, WHOLE.losses, color=INK, linewidth=1.6)
    axes.plot(BRIEF.steps, BRIEF.losses, "o-", color=LOOK[VARIANT]["color"], markersize=4, linewidth=1.6)
    axes.axvline(TRUNK, color=GREY, linewidth=0.8, linestyle=":")
    _steps(axes, text, ticks)
    axes.set(ylim=(0, 0.42))
    axes.set_yticks([0, 0.2, 0.4], ["0", "0.2", "0.4"], fontsize=text)
    title = [f"loss in training, {NAMES[VARIANT]}, seed {SEED}"]
    _title(axes, title, text)
    axes.annotate(
        f"its rate ends at {SHORT.lengths[-1]:,} steps",
        (BRIEF.steps[-1], LAST),
        (720, 0.34),
        va="center",
        fontsize=text,
        arrowprops={"arrowstyle": "-", "color": INK, "linewidth": 0.8, "shrinkB": 3},
    )
    at = len(WHOLE.steps) // 3
    axes.annotate(
        "rate kept up",
        (WHOLE.steps[at], WHOLE.losses[at]),
        (WHOLE.steps[at] * 1.1, 0.2),
        va="center",
        ha="center",
        fontsize=text,
        arrowprops={"arrowstyle": "-", "color": INK, "linewidth": 0.8, "shrinkB": 3},
    )


def _scores(axes: Axes, text: float, ticks: list[int]) -> None:
    """A line a variant through the means over its seeds, and the seeds as dots."""
    _steps(axes, text, ticks)
    axes.set_xlabel("steps of training", fontsize=text)
    axes.set(ylim=(-0.03, 1.03))
    axes.set_yticks([0, 0.5, 1], ["0", "0.5", "1"], fontsize=text)
    for variant, means in MEANS.items():
        look = LOOK[variant]
        axes.plot(LONG.lengths, means, color=look["color"], linewidth=1.6)
        for steps in LONG.lengths:
            values = LONG.reached(variant, MEASURE, steps)
            axes.plot([steps] * len(values), values, linestyle="", markersize=4, clip_on=False, **look)
    _title(axes, ["IoU of crosses, each dot a finished training"], text)
    for variants, place in LABELS.items():
        at = LONG.lengths[2], MEANS[variants[-1]][2]
        axes.annotate(
            ", ".join(NAMES[variant] for variant in variants),
            at,
            place,
            va="center",
            fontsize=text,
            arrowprops={"arrowstyle": "-", "color": INK, "linewidth": 0.8, "shrinkB": 4},
        )


def _steps(axes: Axes, text: float, ticks: list[int]) -> None:
    axes.set_xscale("log")
    axes.set_xlim(80, LONG.lengths[-1] * 1.08)
    axes.set_xticks([100, *ticks], [f"{steps:,}" for steps in (100, *ticks)], fontsize=text)
    axes.minorticks_off()


def _title(axes: Axes, lines: list[str], text: float) -> None:
    for line, words in enumerate(lines):
        axes.annotate(
            words,
            (0, 1),
            (-28, 12 + 1.35 * text * line),
            xycoords="axes fraction",
            textcoords="offset points",
            fontsize=text,
            fontweight="bold",
        )


def _mean(variant: str, steps: int) -> str:
    return f"{fmean(LONG.reached(variant, MEASURE, steps)):.2f}"


(FIRST, SECOND), (HALF, FULL) = LONG.lengths[:2], LONG.lengths[-2:]
CAPTION = f"""Above, one network without skips, trained twice on the same scenes; each dot of the short
training is the mean loss of {SHORT.lengths[-1] // len(BRIEF.steps)} steps. Its learning rate falls to
zero by step {SHORT.lengths[-1]:,}, and its loss flattens. Where the rate is kept up, the loss goes on
falling; right of the dotted line that rate falls too. Below, the networks of {LONG.seeds} seeds, each
training finished by a falling rate of its own; the lines join the means. From {FIRST:,} to {SECOND:,} steps
the score of crosses without skips hardly moves ({_mean("none", FIRST)} to {_mean("none", SECOND)}), then it
doubles; from {HALF:,} to {FULL:,} it gains little more ({_mean("none", HALF)} to {_mean("none", FULL)}).
Whole skips are ahead at every length. Skips whose maps were first averaged over the cells of the narrowest
grid bring much less: {_mean("coarse", FULL)} beside {_mean("none", FULL)} at the end.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    losses = ", ".join(f"{value:.2f}" for value in BRIEF.losses)
    scores = "; ".join(
        f"{NAMES[variant]} "
        + ", ".join(f"{mean:.2f} after {steps:,}" for steps, mean in zip(LONG.lengths, means, strict=True))
        for variant, means in MEANS.items()
    )
    return (
        "Two charts over the steps of training, on a logarithmic scale. Above, losses of one network "
        f"without skips: in the short training {losses}, level at its end; in the long one {AT_SAME:.2f} at "
        f"the same step and {WHOLE.losses[-1]:.2f} at the end. Below, mean IoU of crosses by variant and "
        f"length: {scores}."
    )
