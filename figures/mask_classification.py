"""Masks as products: a query's numbers times those of each pixel say where, and its class says what."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from panels import whole_panel
from panels.grids import Look, grid
from panels.words import percent
from queries import COLUMNS, FEATURES, LABELS, LOOKS, MASKS, QUERIES, ROWS, SEGMENTS

from computed_figures.canvas import canvas
from computed_figures.style import BLUE, GREEN, GREY, NARROW_PX, ORANGE, PURPLE, WIDE_PX

COLOURS = dict(zip(QUERIES, (BLUE, GREEN, ORANGE), strict=True))
CLASS_COLOURS = {"cat": PURPLE, "sofa": ORANGE}


def draw() -> Figure:
    figure = canvas(WIDE_PX, 424)
    _all(whole_panel(figure), cell=25, gap=34, left=70, text=13, number=12)
    return figure


def draw_narrow() -> Figure:
    figure = canvas(NARROW_PX, 316)
    _all(whole_panel(figure), cell=17, gap=7, left=0, text=11.5, number=11)
    return figure


def _all(axes: Axes, cell: float, gap: float, left: float, text: float, number: float) -> None:
    across, down = COLUMNS * cell + gap, ROWS * cell + 3.7 * text

    def at(row: int, place: float) -> tuple[float, float]:
        return left + place * across, 1.5 * text + row * down

    for place, (name, values) in enumerate(FEATURES.items()):
        words = [[_signed(value) for value in line] for line in values]
        _titled(axes, at(0, place), cell, words, name, text, number)
    for place, (name, query) in enumerate(QUERIES.items()):
        words = [[f"{round(100 * value):d}" for value in line] for line in MASKS[name]]
        numbers = " ".join(_signed(weight) for weight in query.embedding)
        corner = at(1, place)
        _titled(axes, corner, cell, words, f"{name}: {numbers}", text, number, _mask_look(name))
        said = f"{query.best} {percent(max(query.classes.values()))}"
        axes.text(corner[0], corner[1] + ROWS * cell + 1.35 * text, said, fontsize=text)
    _titled(axes, at(2, 0), cell, _initials(LABELS), "classes", text, number, _of(LABELS, CLASS_COLOURS))
    _titled(axes, at(2, 1), cell, _initials(SEGMENTS), "segments", text, number, _of(SEGMENTS, COLOURS))


def _titled(
    axes: Axes,
    corner: tuple[float, float],
    cell: float,
    words: Sequence[Sequence[str]],
    title: str,
    text: float,
    number: float,
    look: LOOKS = lambda row, column: ("none", 1),
) -> None:
    axes.text(corner[0], corner[1] - 0.5 * text, title, fontsize=text, fontweight="bold")
    grid(axes, *corner, cell, words, look, number)


def _mask_look(name: str) -> LOOKS:
    def look(row: int, column: int) -> Look:
        return (COLOURS[name], 0.55) if MASKS[name][row, column] > 1 / 2 else ("none", 1)

    return look


def _of(names: Sequence[Sequence[str]], colours: dict[str, str]) -> LOOKS:
    def look(row: int, column: int) -> Look:
        return colours.get(names[row][column], GREY), 0.55

    return look


def _initials(names: Sequence[Sequence[str]]) -> list[list[str]]:
    return [[name if len(name) == 1 else name[0] for name in line] for line in names]


def _signed(value: float) -> str:
    return f"{value:g}".replace("-", "−")


CAPTION = f"""Made-up numbers, real arithmetic. *Above*: the features of a picture of
{COLUMNS}×{ROWS} pixels, three numbers each. *Middle*: three queries, A, B and C, with three numbers
each. Every
number of a query times that of the pixel, added up and put through a sigmoid, is the mask, here in per cent;
filled where it is over one half. Below it stands the query's most likely class. *Below*: what follows
for each
pixel, by first letters. The two cats touch. They are one area in the map of classes, and two segments, A
and B.
"""

ALT = (
    "Grids of numbers in three rows. Features: fur is 1 on two touching rectangles and −1 elsewhere, "
    "side runs from −2 on "
    "the left to 2 on the right. Masks: "
    + "; ".join(
        f"query {name}, {query.best}, covers {int(np.sum(MASKS[name] > 1 / 2))} pixels"
        for name, query in QUERIES.items()
    )
    + ". Results: a map of classes in which both rectangles are one area of cat, and a map of segments in "
    "which they are A and B."
)
