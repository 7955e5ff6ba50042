"""Regions of a picture: outlines, overlaps and units."""

from __future__ import annotations

import math
import random
from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

import pytest
from matplotlib.path import Path as Outline

from selfcheck.question_types.hotspot import geometry
from selfcheck.question_types.hotspot.geometry import Ring, Rings
from selfcheck.question_types.hotspot.model import Hotspot
from selfcheck.quiz_text import read_quiz
from tests.selfcheck.cases import quiz_of
from tests.selfcheck.sites import build, draw

Exact: TypeAlias = list[tuple[Fraction, Fraction]]


def question(*lines: str) -> str:
    head = ["id: example", "type: hotspot", "stem: Where?", "picture: images/mask.svg", "alt: a picture"]
    return "\n".join([*head, *lines, "explanation: because", ""])


def item(*lines: str) -> Hotspot:
    (entry,) = read_quiz("quiz", "quiz.yml", quiz_of(question(*lines))).entries
    assert isinstance(entry.item, Hotspot)
    return entry.item


def test_a_region_is_the_same_in_percent_pixels_and_cells() -> None:
    second = "  - {name: that, %s}"
    percent = item(
        "regions:",
        "  - {name: this, polygon: [[0, 0], [50, 0], [50, 25], [0, 25]], correct: true}",
        second % "polygon: [[50, 75], [100, 75], [100, 100], [50, 100]]",
    )
    pixels = item(
        "size: {width: 640, height: 480}",
        "regions:",
        "  - {name: this, polygon: [[0, 0], [320, 0], [320, 120], [0, 120]], correct: true}",
        second % "polygon: [[320, 360], [640, 360], [640, 480], [320, 480]]",
    )
    cells = item(
        "grid: {columns: 4, rows: 4}",
        "regions:",
        "  - {name: this, cells: [[2, 1], [1, 1]], correct: true}",
        second % "cells: [[3, 4], [4, 4]]",
    )
    assert percent.rings == pixels.rings
    assert [set(ring) for (ring,) in cells.rings] == [set(ring) for (ring,) in percent.rings]
    assert cells.key["grid"] == [4, 4]


def test_a_circle_is_as_high_as_it_is_wide_in_the_unit_of_its_picture() -> None:
    wide = item(
        "size: {width: 200, height: 50}",
        "regions:",
        "  - {name: this, circle: {x: 100, y: 25, r: 10}, correct: true}",
        "  - {name: that, circle: {x: 20, y: 25, r: 10}}",
    )
    assert wide.outlines[0] == [[50, 50, 5, 20]]


def test_the_fingerprint_depends_on_regions_and_not_on_feedback() -> None:
    regions = [
        "regions:",
        "  - {name: this, circle: {x: 30, y: 30, r: 9}, correct: true}",
        "  - {name: that, circle: {x: 70, y: 70, r: 9}}",
    ]
    first = item(*regions).fingerprint
    assert item(*regions, "elsewhere: look again").fingerprint == first
    assert item(*regions[:2], regions[2].replace("r: 9", "r: 8")).fingerprint != first
    assert item(*regions[:2], regions[2].replace("that", "the other")).fingerprint != first
    moved = [
        regions[0],
        regions[1].replace(", correct: true", ""),
        regions[2].replace("}}", "}, correct: true}"),
    ]
    assert item(*moved).fingerprint != first


def test_a_strict_build_reports_a_missing_picture(tmp_path: Path) -> None:
    lines = ["regions:", "  - {name: this, circle: {x: 30, y: 30, r: 9}, correct: true}"]
    text = quiz_of(question(*lines, "  - {name: that, circle: {x: 70, y: 70, r: 9}}"))
    page = {"docs/index.md": "# Page\n\n```quiz\nquiz\n```\n", "quizzes/quiz.yml": text}
    outcome = build(draw(tmp_path, page), strict=True)
    assert outcome.exit_code != 0
    assert "images/mask.svg" in outcome.said
    picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"/>'
    outcome = build(draw(tmp_path, {**page, "docs/images/mask.svg": picture}), strict=True)
    assert outcome.exit_code == 0, outcome.said


@pytest.mark.parametrize(
    ("alt", "is_told"),
    [
        ("the THIN bar is broken", True),
        ("a thin-bar and more", True),
        ("a thin bar, a thick bar", False),
        ("a thick bar", False),
        ("thin barbed wire", False),
        ("bars, one of them thin", False),
    ],
)
def test_alternative_text_may_name_all_regions_or_no_right_one(alt: str, is_told: bool) -> None:
    regions = ["regions:", "  - {name: thin bar, circle: {x: 30, y: 30, r: 9}, correct: true}"]
    text = question(*regions, "  - {name: thick bar, circle: {x: 70, y: 70, r: 9}}")
    quiz = read_quiz("quiz", "quiz.yml", quiz_of(text.replace("alt: a picture", f"alt: {alt}")))
    assert bool(quiz.problems) == is_told


# Whether two triangles overlap, by cutting one along the sides of the other in exact numbers.


def area(ring: Exact) -> Fraction:
    return sum((a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*ring, ring[0]])), Fraction(0)) / 2


def cut(ring: Exact, a: tuple[Fraction, Fraction], b: tuple[Fraction, Fraction]) -> Exact:
    """What of a convex ring lies to the left of the line from a to b."""

    def side(p: tuple[Fraction, Fraction]) -> Fraction:
        return (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])

    kept: Exact = []
    for p, q in pairwise([*ring, ring[0]] if ring else []):
        if side(p) >= 0:
            kept.append(p)
        if side(p) * side(q) < 0:
            part = side(p) / (side(p) - side(q))
            kept.append((p[0] + part * (q[0] - p[0]), p[1] + part * (q[1] - p[1])))
    return kept


def common_area(one: Exact, other: Exact) -> Fraction:
    counterclockwise = other if area(other) > 0 else other[::-1]
    for a, b in pairwise([*counterclockwise, counterclockwise[0]]):
        one = cut(one, a, b)
    return abs(area(one)) if one else Fraction(0)


def test_triangles_overlap_when_they_share_an_area() -> None:
    chance = random.Random(1)
    seen = {True: 0, False: 0}
    while sum(seen.values()) < 3000:
        corners = [(chance.randint(0, 6), chance.randint(0, 6)) for _ in range(6)]
        one, other = ([(Fraction(x), Fraction(y)) for x, y in part] for part in (corners[:3], corners[3:]))
        if not area(one) or not area(other):
            continue
        expected = common_area(one, other) > 0
        rings: list[Rings] = [(tuple(corners[:3]),), (tuple(corners[3:]),)]
        assert geometry.overlap(*rings) == expected, corners
        assert geometry.overlap(*reversed(rings)) == expected, corners
        seen[expected] += 1
    assert min(seen.values()) > 500


def test_a_region_inside_another_overlaps_it_and_a_neighbour_does_not() -> None:
    square: Rings = (((0, 0), (10, 0), (10, 10), (0, 10)),)
    assert geometry.overlap(square, square)
    assert geometry.overlap(square, geometry.circle(5, 5, 2))
    assert geometry.overlap(square, (((0, 0), (10, 0), (0, 10)),))
    assert not geometry.overlap(square, (((10, 0), (20, 0), (20, 10), (10, 10)),))
    assert not geometry.overlap(square, geometry.circle(15, 5, 5))
    ring_of_cells = geometry.cells([(1, 1), (2, 1), (3, 1), (1, 2), (3, 2), (1, 3), (2, 3), (3, 3)])
    assert len(ring_of_cells) == 2
    assert not geometry.overlap(ring_of_cells, geometry.cells([(2, 2)]))


@pytest.mark.parametrize(
    ("ring", "crosses"),
    [
        (((0, 0), (4, 0), (4, 4), (0, 4)), False),
        (((0, 0), (4, 4), (4, 0), (0, 4)), True),  # a bow tie
        (((0, 0), (4, 0), (2, 1), (4, 4)), False),  # concave
        (((0, 0), (4, 0), (8, 0), (4, 4)), False),  # a corner on a straight line
        (((0, 0), (8, 0), (4, 0), (4, 4)), True),  # a spike
        (((4, 0), (4, 4), (0, 0), (8, 0)), True),  # the same, its tip at the ends of the list
        (((0, 0), (8, 0), (8, 4), (4, 0), (0, 4)), True),  # a corner that touches a side
        (((0, 0), (2, 2), (4, 0), (4, 4), (2, 2), (0, 4)), True),  # two pieces that meet in a point
        (((0, 0), (4, 0), (0, 0)), True),
        (((0, 0), (6, 0), (6, 6), (4, 6), (4, 2), (2, 2), (2, 6), (0, 6)), False),  # a staple
    ],
)
def test_an_outline_that_meets_itself_is_found(ring: Ring, crosses: bool) -> None:
    for shift in range(len(ring)):
        turned = ring[shift:] + ring[:shift]
        assert geometry.crosses_itself(turned) == crosses
        assert geometry.crosses_itself(turned[::-1]) == crosses


def star(chance: random.Random) -> Ring:
    """A ring with corners all round the middle of the picture, which cannot cross itself."""
    turns = sorted(chance.uniform(0, 2 * math.pi) for _ in range(chance.randint(3, 12)))
    reach = [chance.uniform(5, 45) for _ in turns]
    return tuple((50 + r * math.cos(t), 50 + r * math.sin(t)) for t, r in zip(turns, reach, strict=True))


def is_within(region: Iterable[Ring], x: float, y: float) -> bool:
    """As another library sees it."""
    return sum(Outline(ring).contains_point((x, y)) for ring in region) % 2 == 1


def test_lines_run_inside_a_region_where_another_library_says_so() -> None:
    chance = random.Random(2)
    for _ in range(200):
        region = (star(chance),)
        y = chance.uniform(0, 100)
        found = geometry.spans(region, y)
        for x in (chance.uniform(0, 100) for _ in range(20)):
            assert any(left < x < right for left, right in found) == is_within(region, x, y)


def test_a_letter_stands_inside_its_region() -> None:
    chance = random.Random(3)
    for _ in range(300):
        region = (star(chance),)
        assert is_within(region, *geometry.middle(region))
    corners = geometry.cells([(1, 1), (6, 4), (6, 3)])
    assert is_within(corners, *geometry.middle(corners))


def test_cells_are_outlined_together() -> None:
    chance = random.Random(4)
    for _ in range(200):
        everything = [(column, row) for column in range(1, 6) for row in range(1, 5)]
        chosen = chance.sample(everything, chance.randint(1, len(everything)))
        outline = geometry.cells(chosen)
        for column, row in everything:
            assert is_within(outline, column - 0.5, row - 0.5) == ((column, row) in chosen)
    assert geometry.cells([(1, 1), (2, 1)]) == (((0, 0), (2, 0), (2, 1), (0, 1)),)


def test_a_picture_that_is_missing_is_told_at_its_line(tmp_path: Path) -> None:
    square = "polygon: [[%d, 0], [%d, 0], [%d, 9]]"
    first, second = (square % (at, at + 9, at + 9) for at in (0, 50))
    regions = (f"  - {{name: left, {first}, correct: true}}", f"  - {{name: right, {second}}}")
    quiz = quiz_of(question("regions:", *regions))
    draw(tmp_path, {"docs/index.md": "```quiz\na\n```\n", "quizzes/a.yml": quiz})
    told = 'quizzes/a.yml:5:14: example: there is no file "images/mask.svg"; '
    assert told in build(tmp_path).said
