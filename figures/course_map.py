"""What builds on what: an arrow leads from a lesson to each one that needs it."""

from pathlib import Path
from textwrap import wrap

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyArrowPatch
from matplotlib.path import Path as Outline
from panels import whole_panel

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, INK, NARROW_PX, WIDE_PX
from course_pages.lesson import lesson_of

DATA = [
    "docs/lessons/label-map.md",
    "docs/lessons/downsampling.md",
    "docs/lessons/receptive-field.md",
    "docs/lessons/fcn.md",
    "docs/lessons/upsampling.md",
    "docs/lessons/encoder-decoder.md",
    "docs/lessons/skip-connections.md",
    "docs/lessons/dilated-convolution.md",
    "docs/lessons/metrics.md",
    "docs/lessons/losses.md",
]

LESSONS = [lesson_of(Path("docs"), file.removeprefix("docs/")) for file in DATA]
NUMBERS = {lesson.name: number for number, lesson in enumerate(LESSONS, 1)}
"""Each lesson's place in the course, from 1."""
NEEDS = {
    NUMBERS[lesson.name]: sorted(NUMBERS[name] for name in lesson.before if name in NUMBERS)
    for lesson in LESSONS
}
"""For each lesson, those that it builds on."""
TITLES = [lesson.title.partition(":")[0] for lesson in LESSONS]

_RADIUS_PX = 12.0


def draw() -> Figure:
    """One lesson a row, with arrows at the left."""
    figure = canvas(WIDE_PX, 44 * len(LESSONS))
    _map(whole_panel(figure), row=44, across=23, letters=60, text=15)
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 48 * len(LESSONS))
    _map(whole_panel(figure), row=48, across=13, letters=23, text=14)
    return figure


def _map(axes: Axes, row: float, across: float, letters: int, text: float) -> None:
    """An arrow over n rows swings out n times `across` pixels; `letters` fit into a line of a title."""
    spans = [number - needed for number, all_needed in NEEDS.items() for needed in all_needed]
    x = max(spans) * across * 0.75 + 2 * _RADIUS_PX + 4
    for number, title in enumerate(TITLES, 1):
        y = (number - 0.5) * row
        axes.add_patch(Circle((x, y), _RADIUS_PX, fill=False, edgecolor=BLUE, linewidth=1.8))
        axes.text(x, y, str(number), ha="center", va="center_baseline", fontsize=13)
        lines = wrap(title, letters)
        for at, line in enumerate(lines):
            lower = (at - (len(lines) - 1) / 2) * text * 1.25
            axes.text(x + _RADIUS_PX + 9, y + lower, line, va="center_baseline", fontsize=text)
        for needed in NEEDS[number]:
            _arrow(axes, x, (needed - 0.5) * row, y, (number - needed) * across)


def _arrow(axes: Axes, x: float, top: float, bottom: float, out: float) -> None:
    """From the left of the circle at `top` to that of the circle at `bottom`."""
    start, end = (x - _RADIUS_PX - 1, top + 4), (x - _RADIUS_PX - 2, bottom - 4)
    way = Outline(
        [start, (x - out - 2 * _RADIUS_PX, top + 6), (x - out - 2 * _RADIUS_PX, bottom - 6), end],
        [1, 4, 4, 4],
    )
    axes.add_patch(FancyArrowPatch(path=way, arrowstyle="-|>", mutation_scale=9, color=INK, linewidth=1.1))


def _needs(number: int) -> str:
    needed = [str(each) for each in NEEDS[number]]
    return f"builds on {' and '.join(needed)}" if needed else "builds on none of them"


ALT = (
    "The lessons in their order, with arrows from each one to those that build on it. "
    + ". ".join(f"{number}, {title}: {_needs(number)}" for number, title in enumerate(TITLES, 1))
    + "."
)
