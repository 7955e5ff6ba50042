"""Four variants in three settings: where skips decide, where they lead, and where they do not matter."""

import json
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean, stdev
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from panels import panel
from trained.two_shapes import VARIANTS

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREY, INK, NARROW_PX, ORANGE, WIDE_PX

DATA = [
    "experiments/results/two-shapes.json",
    "experiments/results/four-shapes.json",
    "experiments/results/noisy-discs-shallow.json",
]
LOWEST = 0.1
SKIPS = ("add", "concat")


@dataclass(frozen=True)
class Setting:
    """One setting: what it is called, what sets it apart, and the mean IoU of each variant, one a seed."""

    title: str
    words: str
    reached: dict[str, list[float]]

    def mean(self, variant: str) -> str:
        return f"{fmean(self.reached[variant]):.3f}"

    def written(self, variant: str) -> str:
        values = self.reached[variant]
        return f"{fmean(values):.3f} ± {stdev(values):.3f}"


def setting(path: str, title: str, words: str) -> Setting:
    stored: dict[str, Any] = json.loads(Path(path).read_text("utf-8"))
    poolings = len(stored["settings"]["widths"]) - 1
    reached = {
        variant: [run["scores"]["mean_iou"] for run in stored["runs"] if run["variant"] == variant]
        for variant in VARIANTS
    }
    return Setting(title, f"{words}, {poolings} pooling{'s' * (poolings > 1)}", reached)


TITLES = (
    ("two shapes", "thin arms"),
    ("four shapes", "stopped early"),
    ("noisy discs", "no thin parts"),
)
SETTINGS = [setting(path, *title) for path, title in zip(DATA, TITLES, strict=True)]
SEEDS = len(SETTINGS[0].reached["none"])


def draw() -> Figure:
    width, gap = 196, 40
    figure = canvas(WIDE_PX, 280)
    for place, each in enumerate(SETTINGS):
        _chart(panel(figure, 10 + place * (width + gap), 48, width, 200), each, 13)
    return figure


def draw_narrow() -> Figure:
    height, gap = 172, 82
    figure = canvas(NARROW_PX, 3 * (height + gap))
    for place, each in enumerate(SETTINGS):
        _chart(panel(figure, 10, 44 + place * (height + gap), NARROW_PX - 22, height), each, 12)
    return figure


def _chart(axes: Axes, each: Setting, text: float) -> None:
    """A row a variant: its name and its numbers, and under them a dot a seed and a line at the mean."""
    _, height = axes.get_window_extent().size
    row = height / len(VARIANTS)
    axes.set(xlim=(LOWEST - 0.02, 1.02), ylim=(height, 0), yticks=[])
    axes.spines["left"].set_visible(False)
    axes.spines["bottom"].set_bounds(LOWEST, 1)
    ticks = (LOWEST, 0.4, 0.7, 1)
    axes.set_xticks(ticks, [f"{tick:g}" for tick in ticks], fontsize=text)
    for line, words in enumerate((each.words, each.title)):
        weight = "bold" if line else "normal"
        place = {"xycoords": "axes fraction", "textcoords": "offset points"}
        offset = (0, 9 + 1.4 * text * line)
        axes.annotate(words, (0, 1), offset, fontsize=text, fontweight=weight, **place)  # type: ignore[arg-type]
    for number, variant in enumerate(VARIANTS):
        across = axes.get_yaxis_transform()
        top, values = number * row + 0.95 * text, each.reached[variant]
        axes.text(0, top, SHORT[variant], fontsize=text, transform=across)
        axes.text(1, top, each.written(variant), fontsize=text, ha="right", transform=across)
        middle = number * row + 0.68 * row
        axes.axhline(middle, color=GREY, linewidth=0.6)
        axes.plot([fmean(values)] * 2, [middle - 7, middle + 7], color=INK, linewidth=1.6)
        heights = middle + 2 * (np.arange(len(values)) - (len(values) - 1) / 2)
        with_skips = variant in SKIPS
        look: dict[str, Any] = {"color": BLUE if with_skips else ORANGE, "marker": "o" if with_skips else "s"}
        axes.plot(values, heights, linestyle="", markersize=5.5, clip_on=False, **look)


SHORT = {"none": "none", "wider": "none, wider", "add": "added", "concat": "concatenated"}

THIN, EARLY, NOISY = SETTINGS
CAPTION = f"""Mean IoU of the four variants in three settings, a dot for each of {SEEDS} seeds, squares
without skips and circles with; the upright line is the mean, the number mean ± standard deviation. Where
thin arms are to be drawn and training has time, skips decide. Stopped early, they lead by less, and the
nearest dots all but touch. Where the shapes are compact, the edges lost in noise, and the narrowest map
hardly coarser than the picture, all four do the same: {NOISY.mean("none")} and {NOISY.mean("wider")}
without skips, {NOISY.mean("add")} and {NOISY.mean("concat")} with.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    charts = [
        f"{each.title}, {each.words}: "
        + "; ".join(
            f"{VARIANTS[variant]} " + ", ".join(f"{value:.3f}" for value in each.reached[variant])
            for variant in VARIANTS
        )
        for each in SETTINGS
    ]
    return (
        f"Three charts of mean IoU on one scale, each with four rows of {SEEDS} dots. "
        + ". ".join(charts)
        + "."
    )
