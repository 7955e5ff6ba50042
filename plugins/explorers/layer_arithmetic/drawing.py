"""The picture of an explorer as SVG; `drawing.js` draws the same.

Across, places are shares of the width, so that the picture takes any width and its text keeps its size.
"""

from __future__ import annotations

from collections.abc import Iterator

from explorers.layer_arithmetic.arithmetic import Outcome
from explorers.layer_arithmetic.wording import NUMBERED_UP_TO, Look, picture
from explorers.wording import counted, short_number

CELL_PX = 36
HEIGHT_PX = 192
_INPUT, _OUTPUT, _CELL_HEIGHT = 38, 118, 32
_MOST_SHADE = 0.6


def svg(outcome: Outcome, look: Look) -> str:
    """The picture, at most `CELL_PX` a position wide."""
    width = CELL_PX * outcome.fine
    return (
        f'<svg class="explorer__picture" role="img" aria-label="{picture(outcome, look)}" '
        f'width="{width}" height="{HEIGHT_PX}">{"".join(_parts(outcome, look))}</svg>'
    )


def _parts(outcome: Outcome, look: Look) -> Iterator[str]:
    each = outcome.settings
    fine_is_input = not each.transposed or bool(outcome.refusal)
    yield _title(13, f"Input: {counted(each.size, 'pixel')}")
    outputs = "No output" if outcome.refusal else f"Output: {counted(outcome.outputs, 'position')}"
    yield _title(186, outputs)
    yield from _links(outcome, look)
    yield from _fine_row(outcome, _INPUT if fine_is_input else _OUTPUT)
    if not outcome.refusal:
        yield from _coarse_row(outcome, _INPUT if each.transposed else _OUTPUT)
        yield from _chosen(outcome, look)


def _fine_row(outcome: Outcome, top: int) -> Iterator[str]:
    size = outcome.settings.size if top == _INPUT else outcome.outputs
    counts = [] if outcome.refusal else outcome.counts
    most = max(counts, default=0) or 1
    for at in range(outcome.first, outcome.first + outcome.fine):
        x, width = _share(outcome, 2 * at), _share(outcome, 2 * outcome.first + 2)
        if not 0 <= at < size:
            yield _rect("explorer__cell explorer__cell--padding", x, top, width)
            continue
        shade = short_number(_MOST_SHADE * counts[at] / most) if counts else "0"
        yield _rect("explorer__cell", x, top, width, f' fill-opacity="{shade}"')
        if counts and not counts[at]:
            yield _cross(outcome, at, top)
        elif counts and outcome.fine <= NUMBERED_UP_TO:
            yield _text("explorer__count", _share(outcome, 2 * at + 1), top + 21, counts[at])
    yield from _indices(outcome, top, [(at, 2 * at + 1) for at in range(size)], outcome.fine)


def _coarse_row(outcome: Outcome, top: int) -> Iterator[str]:
    size = outcome.outputs if top == _OUTPUT else outcome.settings.size
    places = [(at, _twice_middle(outcome, at)) for at in range(size)]
    for _, twice in places:
        x, width = _share(outcome, twice - 1), _share(outcome, 2 * outcome.first + 2)
        yield _rect("explorer__cell", x, top, width, ' fill-opacity="0"')
    yield from _indices(outcome, top, places, outcome.fine / outcome.settings.stride)


def _indices(outcome: Outcome, top: int, places: list[tuple[int, int]], length: float) -> Iterator[str]:
    """Numbers of positions above the input and below the output, as many as there is room for.

    `length` is how many positions of this row would fill the width.
    """
    step = 1 if length <= 20 else 5 if length <= 60 else 10
    for at, twice in places:
        if at % step == 0:
            y = top - 6 if top == _INPUT else top + _CELL_HEIGHT + 15
            yield _text("explorer__index", _share(outcome, twice), y, at)


def _links(outcome: Outcome, look: Look) -> Iterator[str]:
    """A line from each input to each output that reads it; those of what is looked at stand out."""
    chosen = [link for link in outcome.links if _is_chosen(link, look)]
    for link in (*(each for each in outcome.links if each not in chosen), *chosen):
        name = "explorer__link" + (" explorer__link--chosen" if link in chosen else "")
        ends = (_share(outcome, _twice_place(outcome, side, link[side])) for side in (0, 1))
        x1, x2 = ends
        yield f'<line class="{name}" x1="{x1}" y1="{_INPUT + _CELL_HEIGHT}" x2="{x2}" y2="{_OUTPUT}"/>'


def _chosen(outcome: Outcome, look: Look) -> Iterator[str]:
    """A frame round what is looked at, and round everything that it is linked with."""
    cells = {(0 if look.side == "input" else 1, look.at)}
    for link in outcome.links:
        if _is_chosen(link, look):
            cells |= {(0, link[0]), (1, link[1])}
    for side, at in sorted(cells):
        x = _share(outcome, _twice_place(outcome, side, at) - 1)
        width = _share(outcome, 2 * outcome.first + 2)
        is_itself = (side, at) == (0 if look.side == "input" else 1, look.at)
        name = "explorer__frame" + (" explorer__frame--itself" if is_itself else "")
        yield _rect(name, x, _OUTPUT if side else _INPUT, width)


def _is_chosen(link: tuple[int, int], look: Look) -> bool:
    return link[0 if look.side == "input" else 1] == look.at


def _twice_place(outcome: Outcome, side: int, at: int) -> int:
    """Twice the middle of an input (side 0) or an output (side 1), in positions of the fine row."""
    is_fine = (side == 1) == outcome.settings.transposed
    return 2 * at + 1 if is_fine else _twice_middle(outcome, at)


def _twice_middle(outcome: Outcome, at: int) -> int:
    """The same of a window, by its place in the coarse row: half of what it spans lies on either side."""
    each = outcome.settings
    return 2 * (at * each.stride - each.padding) + each.span


def _share(outcome: Outcome, twice: int) -> str:
    """A place, given by twice its position in the fine row, as a share of the width."""
    return short_number(50 * (twice - 2 * outcome.first) / outcome.fine) + "%"


def _rect(name: str, x: str, y: int, width: str, more: str = "") -> str:
    return f'<rect class="{name}" x="{x}" y="{y}" width="{width}" height="{_CELL_HEIGHT}"{more}/>'


def _cross(outcome: Outcome, at: int, top: int) -> str:
    left, right, bottom = _share(outcome, 2 * at), _share(outcome, 2 * at + 2), top + _CELL_HEIGHT
    lines = ((left, right), (right, left))
    return "".join(
        f'<line class="explorer__cross" x1="{x1}" y1="{top}" x2="{x2}" y2="{bottom}"/>' for x1, x2 in lines
    )


def _text(name: str, x: str, y: int, text: object) -> str:
    return f'<text class="{name}" x="{x}" y="{y}" text-anchor="middle">{text}</text>'


def _title(y: int, text: str) -> str:
    return f'<text class="explorer__title" x="0" y="{y}">{text}</text>'
