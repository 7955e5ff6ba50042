"""A label map and grey values as SVG paths, one unit a pixel."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from selfcheck.question_types.mask.masks import Labels

MARKS = (("25", "75", "l.5-.5"), ("25", "5", "h.5"), ("25", "25", "l.5.5"), ("5", "25", "v.5"))
"""For each class where in a pixel a stroke begins, and its path: it tells the class without colour."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One class of a label map: its colour, its stroke, and its pixels, their sides and their strokes."""

    colour: str
    mark: str
    area: str
    outline: str
    marks: str


@dataclass(frozen=True, slots=True)
class Raster:
    """A label map in the colours of its classes, and the grey picture under it, if there is one."""

    labels: Labels
    colours: tuple[str, ...]
    pixels: Sequence[str]

    @property
    def layers(self) -> list[Layer]:
        """The classes in order."""
        return [
            Layer(
                colour,
                _mark(0, 0, label),
                area(self.labels, label),
                outline(self.labels, label),
                marks(self.labels, label),
            )
            for label, colour in enumerate(self.colours, 1)
        ]

    @property
    def greys(self) -> list[tuple[str, str]]:
        """For each grey that occurs its colour, and its pixels as horizontal lines one unit wide."""
        values = sorted({value for row in self.pixels for value in row})
        return [
            (f"#{value * 3}", "".join(f"M{x} {y}.5h{length}" for x, y, length in _runs(self.pixels, value)))
            for value in values
        ]

    @property
    def lines(self) -> str:
        """The lines between the pixels."""
        width, height = len(self.labels[0]), len(self.labels)
        down = "".join(f"M{x} 0v{height}" for x in range(width + 1))
        return down + "".join(f"M0 {y}h{width}" for y in range(height + 1))

    @property
    def scale(self) -> int:
        """The side of a pixel in CSS pixels, if there is room."""
        return max(7, min(36, 432 // max(len(self.labels[0]), len(self.labels))))

    @property
    def small_scale(self) -> int:
        """The side of a pixel in CSS pixels for two pictures beside each other."""
        return max(4, 264 // max(len(self.labels[0]), len(self.labels)))


def area(labels: Labels, label: int) -> str:
    """The pixels of a label, as closed runs."""
    return "".join(f"M{x} {y}h{length}v1h-{length}z" for x, y, length in _runs(labels, label))


def outline(labels: Labels, label: int) -> str:
    """The sides at which a label's pixels meet others; the picture's border closes what it cuts."""
    width, height = len(labels[0]), len(labels)

    def inside(x: int, y: int) -> bool:
        return 0 <= x < width and 0 <= y < height and labels[y][x] == label

    across = (
        f"M{x} {y}h1" for y in range(height + 1) for x in range(width) if inside(x, y - 1) != inside(x, y)
    )
    down = (
        f"M{x} {y}v1" for y in range(height) for x in range(width + 1) if inside(x - 1, y) != inside(x, y)
    )
    return "".join((*across, *down))


def marks(labels: Labels, label: int) -> str:
    """A label's stroke in each of its pixels."""
    places = ((x, y) for y, row in enumerate(labels) for x, each in enumerate(row) if each == label)
    return "".join(_mark(x, y, label) for x, y in places)


def _mark(x: int, y: int, label: int) -> str:
    right, down, stroke = MARKS[label - 1]
    return f"M{x}.{right} {y}.{down}{stroke}"


def _runs(rows: Sequence[Sequence[object]], value: object) -> Iterator[tuple[int, int, int]]:
    """The runs of `value` along rows, as x, y and length."""
    for y, row in enumerate(rows):
        x = 0
        for each, run in groupby(row):
            length = len(list(run))
            if each == value:
                yield x, y, length
            x += length
