"""Four variants in three settings as papers usually show them: bars of means with error bars on one scale."""

from statistics import fmean, stdev
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from panels import panel
from three_settings import SHORT_NAMES, reached
from trained.settings import SETTINGS
from trained.stored import VARIANTS

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, INK, NARROW_PX, ORANGE, WIDE_PX

LOOKS: dict[str, dict[str, Any]] = {
    "none": {"color": ORANGE},
    "wider": {"color": ORANGE, "hatch": "///"},
    "add": {"color": BLUE},
    "concat": {"color": BLUE, "hatch": "///"},
}


def draw() -> Figure:
    figure = canvas(WIDE_PX, 300)
    _bars(panel(figure, 44, 52, WIDE_PX - 60, 216), 13, columns=4)
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 300)
    _bars(panel(figure, 36, 70, NARROW_PX - 46, 198), 12, columns=2)
    return figure


def _bars(axes: Axes, text: float, columns: int) -> None:
    for place, variant in enumerate(VARIANTS):
        values = [reached(setting, variant) for setting in SETTINGS]
        axes.bar(
            np.arange(len(SETTINGS)) + 0.2 * (place - 1.5),
            [fmean(each) for each in values],
            0.18,
            yerr=[stdev(each) for each in values],
            ecolor=INK,
            capsize=3,
            label=SHORT_NAMES[variant],
            **LOOKS[variant],
        )
    axes.set_xticks(range(len(SETTINGS)), [setting.title for setting in SETTINGS], fontsize=text)
    axes.set_yticks([0, 0.5, 1], ["0", "0.5", "1"], fontsize=text)
    axes.legend(loc="lower left", bbox_to_anchor=(-0.1, 1), ncols=columns, fontsize=text, columnspacing=1.2)


CAPTION = """Mean IoU of the four variants in three settings: bars are means over the seeds, the whiskers
one standard deviation to each side.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    groups = [
        f"{setting.title}: "
        + ", ".join(f"{SHORT_NAMES[variant]} {fmean(reached(setting, variant)):.3f}" for variant in VARIANTS)
        for setting in SETTINGS
    ]
    return "Three groups of four bars with error bars, mean IoU from 0 to 1. " + "; ".join(groups) + "."
