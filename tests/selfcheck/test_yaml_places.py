"""The node of a YAML text that a line and column lie in."""

from __future__ import annotations

import time

import pytest

from selfcheck.source import compose
from selfcheck.yaml_places import Places

TEXT = """\
questions:
  - id: a
    options: &them
      - text: one

      - {text: two, correct: true}
    more: *them
    stem: |
      Some lines
      of text

  - id: b
"""


@pytest.mark.parametrize(
    ("position", "path", "is_name", "end"),
    [
        ((1, 1), ("questions",), True, (1, 10)),
        ((2, 5), ("questions", 0, "id"), True, (2, 7)),
        ((2, 9), ("questions", 0, "id"), False, (2, 10)),
        ((4, 15), ("questions", 0, "options", 0, "text"), False, (4, 18)),
        ((6, 10), ("questions", 0, "options", 1, "text"), True, (6, 14)),
        ((9, 3), ("questions", 0, "stem"), False, (10, 14)),
        ((12, 9), ("questions", 1, "id"), False, (12, 10)),
    ],
)
def test_the_innermost_node_is_found(
    position: tuple[int, int], path: tuple[str | int, ...], is_name: bool, end: tuple[int, int]
) -> None:
    document = compose(TEXT)
    spot = Places(document).at(position)
    assert spot is not None
    assert (spot.path, spot.is_name, spot.end(document.lines)) == (path, is_name, end)


def test_what_stands_below_an_alias_is_found_in_a_list() -> None:
    spot = Places(compose("- &a {x: 1}\n- y: 2\n- *a\n- z: 3\n")).at((2, 6))
    assert spot is not None
    assert spot.path == (1, "y")


def test_nothing_stands_in_an_empty_text_or_above_the_first_node() -> None:
    assert Places(compose("")).at((1, 1)) is None
    assert Places(compose("\n  - a\n")).at((1, 1)) is None


def test_thousands_of_places_are_found_in_a_moment() -> None:
    document = compose("".join(f"- id: a{number}\n  text: |\n    b\n" for number in range(3000)))
    places = Places(document)
    begun = time.process_time()
    for line in range(1, 9001):
        spot = places.at((line, 9))
        assert spot is not None
        spot.end(document.lines)
    assert time.process_time() - begun < 1
