"""How many minutes a page takes, by its words and its questions."""

from __future__ import annotations

import pytest

from selfcheck.course.reading_time import reading_time

BLOCK = '<self-check id="check-one"><p>many words that are no text</p></self-check>'


@pytest.mark.parametrize(
    ("content", "minutes"),
    [
        ("", 0),
        ("<p>one</p>", 1),
        ("<p>" + "word " * 200 + "</p>", 1),
        ("<p>" + "word " * 201 + "</p>", 2),
        ("<p>" + "\u6c34" * 301 + "</p>", 2),
        ("<p>" + "word " * 100 + "\u6c34" * 150 + "</p>", 1),
        ("<p>" + "\u2013 " * 500 + "</p>", 0),
        ("<svg>" + "<text>word</text>" * 300 + "</svg><p>one</p>", 1),
        ("<svg><svg></svg>" + "<text>word</text>" * 300 + "<svg></svg></svg><p>one</p>", 1),
        (f"<p>one</p>{BLOCK}{BLOCK}", 3),
    ],
)
def test_words_signs_and_questions_take_time(content: str, minutes: int) -> None:
    assert reading_time(content) == minutes
