"""Regions of a picture as closed rings of points: how they run, and whether they get in each other's way.

A region is one ring or several; a point belongs to it if it lies inside an odd number of them. Points are
(x, y) in any unit, x to the right and y down.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations, pairwise, product
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
Ring: TypeAlias = tuple[Point, ...]
Rings: TypeAlias = tuple[Ring, ...]
Span: TypeAlias = tuple[float, float]
Cell: TypeAlias = tuple[int, int]

_CORNERS = 64
"""A circle is drawn and graded as a polygon that lies inside it, nowhere further off than r / 800."""

_NOTHING = 1e-9


def circle(x: float, y: float, radius: float) -> Rings:
    """The circle round (x, y)."""
    turns = (2 * math.pi * corner / _CORNERS for corner in range(_CORNERS))
    return (tuple((x + radius * math.cos(turn), y + radius * math.sin(turn)) for turn in turns),)


def cells(places: Collection[Cell]) -> Rings:
    """The outline of cells (column, row), counted from 1; the first one reaches from (0, 0) to (1, 1)."""
    steps: dict[Cell, list[Cell]] = {}
    for column, row in places:
        corners = [(column - 1, row - 1), (column, row - 1), (column, row), (column - 1, row)]
        beyond = [(column, row - 1), (column + 1, row), (column, row + 1), (column - 1, row)]
        for (start, end), neighbour in zip(pairwise([*corners, corners[0]]), beyond, strict=True):
            if neighbour not in places:
                steps.setdefault(start, []).append(end)
    return tuple(_rings(steps))


def _rings(steps: dict[Cell, list[Cell]]) -> Iterator[Ring]:
    """Join steps from corner to corner into rings, without the corners that lie on a straight line."""
    while steps:
        start = here = next(iter(steps))
        ring = []
        while here in steps:
            ring.append(here)
            there = steps[here].pop()
            if not steps[here]:
                del steps[here]
            here = there
            if here == start:
                break
        around = zip([ring[-1], *ring[:-1]], ring, [*ring[1:], ring[0]], strict=True)
        yield tuple(corner for before, corner, after in around if _turn(before, corner, after))


def spans(region: Rings, y: float) -> list[Span]:
    """The intervals of the horizontal line at `y` that lie inside the region, from left to right."""
    crossings = sorted(
        ax + (y - ay) * (bx - ax) / (by - ay)
        for ring in region
        for (ax, ay), (bx, by) in _edges(ring)
        if (ay > y) != (by > y)
    )
    return list(zip(crossings[::2], crossings[1::2], strict=True))


def overlap(one: Rings, other: Rings) -> bool:
    """Whether two regions share more than a border.

    Between two heights at which an edge ends or edges cross, the order of the edges does not change; so one
    line through the middle of each such slab tells for all of it.
    """
    edges, others = ([edge for ring in region for edge in _edges(ring)] for region in (one, other))
    heights = {y for edge in (*edges, *others) for _, y in edge}
    heights.update(y for pair in product(edges, others) for y in _crossing(*pair))
    return any(
        min(right, end) - max(left, start) > _NOTHING
        for above, below in pairwise(sorted(heights))
        if below - above > _NOTHING
        for left, right in spans(one, (above + below) / 2)
        for start, end in spans(other, (above + below) / 2)
    )


def crosses_itself(ring: Ring) -> bool:
    """Whether two edges of the ring meet anywhere but at the corner between them."""
    edges = list(_edges(ring))
    last = len(edges) - 1
    for (here, (a, b)), (there, (c, d)) in combinations(enumerate(edges), 2):
        if (here, there) == (0, last) and last > 1:
            a, b, c, d = c, d, a, b
        if there - here == 1 or (here, there) == (0, last):
            if not _turn(a, b, d) and _along(a, b, d) < _along(a, b, b):
                return True
        elif _meet(a, b, c, d):
            return True
    return False


def middle(region: Rings) -> Point:
    """A point well inside the largest part of the region, to write its letter at."""
    tops = ((min(y for _, y in ring), max(y for _, y in ring)) for ring in region)
    top, bottom = max(tops, key=lambda ends: ends[1] - ends[0])
    lines = [top + (bottom - top) * part / 16 for part in range(1, 16)]
    found = [(right - left, (left + right) / 2, y) for y in lines for left, right in spans(region, y)]
    wide = 0.9 * max(width for width, _, _ in found)
    # Of the lines that are about as wide as any, the one nearest to the middle.
    best = min((one for one in found if one[0] >= wide), key=lambda one: abs(one[2] - (top + bottom) / 2))
    return best[1:]


def _edges(ring: Ring) -> Iterator[tuple[Point, Point]]:
    return pairwise((*ring, ring[0]))


def _turn(a: Point, b: Point, c: Point) -> int:
    """1 or -1 for the side of the line from a to b on which c lies; 0 if it lies on the line."""
    area = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
    return 0 if abs(area) <= _NOTHING else int(math.copysign(1, area))


def _along(a: Point, b: Point, c: Point) -> float:
    return (c[0] - a[0]) * (b[0] - a[0]) + (c[1] - a[1]) * (b[1] - a[1])


def _meet(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether the edges a-b and c-d have a point in common."""
    turns = _turn(a, b, c), _turn(a, b, d), _turn(c, d, a), _turn(c, d, b)
    if turns[0] * turns[1] < 0 and turns[2] * turns[3] < 0:
        return True
    corners: Sequence[tuple[Point, Point, Point]] = ((a, b, c), (a, b, d), (c, d, a), (c, d, b))
    return any(
        turn == 0 and 0 <= _along(start, end, corner) <= _along(start, end, end)
        for turn, (start, end, corner) in zip(turns, corners, strict=True)
    )


def _crossing(one: tuple[Point, Point], other: tuple[Point, Point]) -> Iterator[float]:
    """The height at which two edges cross; edges that are parallel do not."""
    (ax, ay), (bx, by) = one
    (cx, cy), (dx, dy) = other
    area = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx)
    if abs(area) > _NOTHING:
        part = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / area
        if 0 <= part <= 1:
            yield ay + part * (by - ay)
