"""One small network with and without skip connections, after a short training and after a long one."""

from dataclasses import dataclass
from statistics import fmean
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from panels import panel
from panels.dots import LOOKS, dots
from panels.label_maps import outline, painted
from trained.stored import GROUND, VARIANTS, Labels
from trained.two_shapes import LONG, SHORT, SHOWN

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREY, NARROW_PX, ORANGE, WIDE_PX

SHAPES = LONG.settings["shapes"]
SIDE = LONG.settings["side"]
COLOURS = dict(enumerate((BLUE, ORANGE), 1))
MEASURE = "iou.cross"
NAMED_AT = {"disc": (15.2, 6.5), "cross": (27.5, 12)}  # Free ground beside a shape of that name.
RUNS = {"short": SHORT, "long": LONG}
STEPS = {name: run.lengths[-1] for name, run in RUNS.items()}


@dataclass(frozen=True)
class Picture:
    """A label map of the drawn scene, and what it is called."""

    title: str
    labels: Labels

    @property
    def wrong(self) -> int:
        """Pixels with another label than the true one."""
        return int((self.labels != TRUTH).sum())

    @property
    def confused(self) -> int:
        """Pixels of one shape that got the label of another."""
        return int(((self.labels != TRUTH) & (self.labels != GROUND) & (TRUTH != GROUND)).sum())

    def counted(self) -> str:
        return f"{self.wrong} pixels wrong, {self.confused} of them confused"


TRUTH = SHORT.scene("truth", SHOWN)
PICTURES = [
    Picture(f"no skips, {STEPS['short']:,} steps", SHORT.scene("none", SHOWN)),
    Picture(f"no skips, {STEPS['long']:,} steps", LONG.scene("none", SHOWN)),
    Picture(f"added, {STEPS['short']:,} steps", SHORT.scene("add", SHOWN)),
    Picture(f"added, {STEPS['long']:,} steps", LONG.scene("add", SHOWN)),
]


def draw() -> Figure:
    side, gap, row = 214, 21, 62
    figure = canvas(WIDE_PX, 40 + 4 * row + 40 + 2 * (side + 62))
    _chart(figure, Axis(left=4, top=40, width=WIDE_PX - 8, row=row, text=13))
    _pictures(figure, 40 + 4 * row + 48, side, gap, columns=3, text=13)
    return figure


def draw_narrow() -> Figure:
    side, gap, row = 150, 18, 62
    figure = canvas(NARROW_PX, 54 + 4 * row + 36 + 3 * (side + 60))
    _chart(figure, Axis(left=6, top=54, width=NARROW_PX - 14, row=row, text=12))
    _pictures(figure, 54 + 4 * row + 44, side, gap, columns=2, text=12)
    return figure


@dataclass(frozen=True)
class Axis:
    """Where the chart stands and how large its rows are, in CSS pixels."""

    left: float
    top: float
    width: float
    row: float
    text: float


def _chart(figure: Figure, place: Axis) -> None:
    """A row a variant: its name and numbers, and under them both runs, a dot a seed."""
    height = len(VARIANTS) * place.row
    axes = panel(figure, place.left, place.top, place.width, height)
    margin = 8 / place.width
    axes.set(xlim=(-margin, 1 + margin), ylim=(height, 0), yticks=[])
    axes.spines["left"].set_visible(False)
    axes.spines["bottom"].set_bounds(0, 1)
    ticks = np.linspace(0, 1, 6)
    axes.set_xticks(ticks, [f"{tick:.1f}" for tick in ticks], fontsize=place.text)
    titles = [f"IoU of crosses: hollow after {STEPS['short']:,} steps,", f"filled after {STEPS['long']:,}"]
    if place.width > NARROW_PX:
        titles = [" ".join(titles)]
    for line, words in enumerate(reversed(titles)):
        axes.text(0, -12 - 1.35 * place.text * line, words, fontsize=place.text, weight="bold")
    for number, variant in enumerate(VARIANTS):
        top = number * place.row + 1.1 * place.text
        means = {name: fmean(run.reached(variant, MEASURE)) for name, run in RUNS.items()}
        axes.text(0, top, VARIANTS[variant], fontsize=place.text)
        axes.text(1, top, f"{means['short']:.2f} → {means['long']:.2f}", fontsize=place.text, ha="right")
        for line, (name, run) in enumerate(RUNS.items()):
            middle = top + 14 + 17 * line
            axes.hlines(middle, 0, 1, color=GREY, linewidth=0.6)
            dots(axes, run.reached(variant, MEASURE), middle, hollow=name == "short", **LOOKS[variant])


def _pictures(figure: Figure, top: float, side: float, gap: float, columns: int, text: float) -> None:
    half = len(PICTURES) // 2
    drawn: list[Picture | str] = ["scene", "truth", *PICTURES]
    if columns > half:  # What belongs together then stands in one row.
        drawn = ["scene", *PICTURES[:half], "truth", *PICTURES[half:]]
    for place, each in enumerate(drawn):
        row, column = divmod(place, columns)
        at = column * (side + gap) + 1, top + 16 + row * (side + 58)
        axes = panel(figure, *at, side, side)
        axes.set(xticks=[], yticks=[])
        axes.spines[:].set(visible=True, color=GREY, linewidth=0.8)
        if each == "scene":
            axes.imshow(SHORT.scene("scenes", SHOWN), cmap="gray", vmin=0, vmax=255, extent=_FRAME)
            lines = ["scene", f"{SIDE} × {SIDE} pixels"]
        elif each == "truth":
            axes.imshow(painted(TRUTH, COLOURS), extent=_FRAME)
            lines = ["truth", f"{(TRUTH != GROUND).sum()} pixels of shapes"]
            for name, at in NAMED_AT.items():
                axes.text(*at, name, fontsize=text)
        else:
            assert isinstance(each, Picture)
            axes.imshow(painted(each.labels, COLOURS), extent=_FRAME)
            for label in COLOURS:
                outline(axes, np.equal(TRUTH, label))
            lines = [each.title, f"{each.wrong} wrong, {each.confused} confused"]
        axes.set(xlim=(0, SIDE), ylim=(SIDE, 0))
        _write(axes, lines, text)


_FRAME = (0, SIDE, SIDE, 0)


def _write(axes: Axes, lines: list[str], text: float) -> None:
    where: dict[str, Any] = {"xycoords": "axes fraction", "textcoords": "offset points", "fontsize": text}
    axes.annotate(lines[0], (0, 1), (0, 6), **where)
    axes.annotate(lines[1], (0, 0), (0, -1.4 * text), **where)


def _mean(run: str, variant: str) -> str:
    return f"{fmean(RUNS[run].reached(variant, MEASURE)):.2f}"


CAPTION = f"""Discs and thin-armed crosses on textured ground, told apart by shape alone. Each dot is a
network, trained from one of {LONG.seeds} seeds; an upright line is a mean. After {STEPS["short"]:,} steps
the crosses seem to need skips: IoU {_mean("short", "none")} without, {_mean("short", "concat")} with skips
that are concatenated. After {STEPS["long"]:,} steps of a training whose rate is kept up, the networks
without skips draw them too, to {_mean("long", "none")} and {_mean("long", "wider")}. Skips, added or
concatenated, bring {_mean("long", "add")} and {_mean("long", "concat")}. Below, a scene that no network has
seen in training, and the networks of the first seed; the thin line is the truth. A wrong pixel is any that
differs from it, a confused one has the label of the other shape.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    rows = [
        f"{label}: "
        + "; ".join(
            f"after {STEPS[name]:,} steps "
            + ", ".join(f"{value:.3f}" for value in run.reached(variant, MEASURE))
            for name, run in RUNS.items()
        )
        for variant, label in VARIANTS.items()
    ]
    samples = [f"{each.title}: {each.counted()}" for each in PICTURES]
    return (
        f"A chart of the IoU of crosses with one dot for each of {LONG.seeds} seeds. "
        + ". ".join(rows)
        + ". Below, a scene of bright discs and crosses, its true label map, and what four networks drew: "
        + "; ".join(samples)
        + "."
    )
