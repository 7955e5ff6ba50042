"""The picture of the explorer as SVG; `drawing.js` draws the same.

Field and columns each have an `svg` of their own, in which a pixel is one unit wide: so numbers are whole
or halves.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import groupby

from explorers.receptive_field.arithmetic import Outcome, shades
from explorers.receptive_field.wording import picture
from explorers.wording import short_number

SIDE_PX, HEIGHT_PX = 272, 344
_COLUMNS_Y, _COLUMNS_PX = 280, 64
_HIDDEN = 'aria-hidden="true"'  # or each would be an image of its own within the image
NUMBERED_UP_TO = 9
"""In the pixels of wider fields there is no room for numbers."""


def svg(outcome: Outcome) -> str:
    """The picture: the field of one output, and the paths of its columns below."""
    return (
        f'<svg class="explorer__picture explorer__picture--field" role="img" aria-label="{picture(outcome)}" '
        f'width="{SIDE_PX}" height="{HEIGHT_PX}">{parts(outcome)}</svg>'
    )


def parts(outcome: Outcome) -> str:
    """What stands inside the picture."""
    field = outcome.field
    cells = _cells(shades(outcome.paths, outcome.pixels_drawn))
    side = short_number(field / outcome.pixels_drawn)
    return (
        f'<svg {_HIDDEN} width="{SIDE_PX}" height="{SIDE_PX}" viewBox="0 0 {side} {side}">{cells}</svg>'
        f"{_numbers(outcome)}{_frames(outcome)}"
        f'<svg {_HIDDEN} y="{_COLUMNS_Y}" width="{SIDE_PX}" height="{_COLUMNS_PX}" viewBox="0 0 {field} 100" '
        f'preserveAspectRatio="none"><path class="explorer__columns" d="{_columns(outcome.paths)}"/></svg>'
    )


def _cells(rows: Sequence[Sequence[int]]) -> str:
    """One path a shade: the pixels that have it, neighbours of a row in one stroke; holes are dots."""
    strokes: dict[int, list[str]] = {}
    for y, row in enumerate(rows):
        for shade, x, length in _runs(row):
            strokes.setdefault(shade, []).append(f"M{x} {y}.5h{length}")
    holes = strokes.pop(0, None)
    dots = f'<path class="explorer__hole" d="{_dots(rows)}"/>' if holes else ""
    return dots + "".join(
        f'<path class="explorer__shade" stroke-opacity="0.{12 + 6 * shade}" d="{"".join(strokes[shade])}"/>'
        for shade in sorted(strokes)
    )


def _runs(row: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Each shade that stands in neighbouring pixels: the shade, the first pixel, and how many."""
    x = 0
    for shade, same in groupby(row):
        length = len(list(same))
        yield shade, x, length
        x += length


def _dots(rows: Sequence[Sequence[int]]) -> str:
    return "".join(
        f"M{x}.4 {y}.5h.2" for y, row in enumerate(rows) for x, shade in enumerate(row) if not shade
    )


def _numbers(outcome: Outcome) -> str:
    """How many paths each pixel has, where there is room."""
    field = outcome.field
    if field > NUMBERED_UP_TO:
        return ""
    return "".join(
        f'<text class="explorer__count" x="{_place(2 * x + 1, field)}" y="{_place(2 * y + 1, field)}" '
        f'text-anchor="middle" dominant-baseline="central">{row * column}</text>'
        for y, row in enumerate(outcome.paths)
        for x, column in enumerate(outcome.paths)
        if row * column
    )


def _frames(outcome: Outcome) -> str:
    """The field, and within it the squares that hold half and 95 % of the paths."""
    field = outcome.field
    sides = (("", field), ("explorer__frame--most", outcome.most), ("explorer__frame--half", outcome.half))
    return "".join(_frame(f"explorer__frame {name}".rstrip(), side, field) for name, side in sides)


def _frame(name: str, middle: int, field: int) -> str:
    start, side = _place(field - middle, field), _place(2 * middle, field)
    return f'<rect class="{name}" x="{start}" y="{start}" width="{side}" height="{side}"/>'


def _columns(paths: Sequence[int]) -> str:
    """A bar a column, as high as its share of the highest; one outline round all of them."""
    most = max(paths)
    tops = (100 - math.ceil(100 * (count / most)) for count in paths)
    return f"M0 100{''.join(f'V{top}h1' for top in tops)}V100z"


def _place(twice: int, field: int) -> int:
    """A place in the field, given by twice its distance from the first pixel's rim, in pixels of the page."""
    return math.floor(SIDE_PX * twice / (2 * field) + 0.5)
