"""What a course reads in the front matter of a page."""

from __future__ import annotations

from typing import Any

import pytest

from selfcheck.course.lesson import lesson_complaints, lesson_of, line_in_front_matter
from selfcheck.page_index import Lesson

WORDS = "<p>" + "word " * 500 + "</p>"


@pytest.mark.parametrize("minutes", [20, "20"])
def test_a_page_says_itself_how_long_it_takes_and_what_it_aims_at(minutes: object) -> None:
    metadata = {"minutes": minutes, "objective": "Say\n why."}
    assert lesson_of("Water", metadata, WORDS) == Lesson("Water", 20, "Say why.")
    assert list(lesson_complaints(metadata)) == []


def test_otherwise_its_words_are_counted() -> None:
    assert lesson_of("Water", {}, WORDS) == Lesson("Water", 3, "")


@pytest.mark.parametrize("value", [True, 0, -3, 2.5, "soon", "20 min", 99_999, [20]])
def test_what_is_no_number_of_minutes_is_told(value: Any) -> None:
    (complaint,) = lesson_complaints({"minutes": value})
    assert str(complaint) == f'"{value}" is no number of minutes; write a whole number, as in `minutes: 20`'


def test_an_objective_with_a_colon_is_told() -> None:
    (complaint,) = lesson_complaints({"objective": {"say": "why"}})
    assert complaint.path == ("objective",)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\ntitle: Water\nminutes: soon\n---\n", 3),
        ("Minutes: soon\n\n# Water\n", 1),
        ("---\ntitle: Water\n---\n\nminutes: soon\n", None),
    ],
)
def test_the_line_is_looked_for_in_the_front_matter_alone(text: str, line: int | None) -> None:
    assert line_in_front_matter(text, "minutes") == line
