"""Letters that a sentence begins with: options for certain, options or names of something, and names."""

from __future__ import annotations

import pytest

from selfcheck.checks.positions import letters_in_doubt
from tests.selfcheck.test_positions import OPTIONS, told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ans: C", "Ans: C"),
        ("Ans. (c)", "Ans. (c)"),
        ("**Ans:** B, which halves it.", "**Ans:** B"),
        ("Correct Answer - C", "Correct Answer - C"),
        ("Answer = (b)", "Answer = (b)"),
        ("Key: D", "Key: D"),
        ("Solution: B. It halves both sides.", "Solution: B"),
        ("It keeps the size.\nCorrect: A and C", "Correct: A and C"),
        ("A) is too large.", "A) is"),
        ("(a) describes a kernel, (c) a rate.", "(a) describes"),
        ("A padding keeps it. c) has no padding.", "c) has"),
        ("A. Incorrect. It keeps the size.", "A. Incorrect"),
        ("B. Wrong because it keeps the size.", "B. Wrong"),
    ],
)
def test_a_letter_that_is_an_option_without_doubt_is_told(text: str, words: str) -> None:
    assert told(feedback=text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "A. Einstein has nothing to do with it.",
        "E. coli has no kernel.",
        "A and B cells have nothing to do with it.",
        "A and D are kept in fat.",
        "In step (a) the map is read, and in step (b) it is halved.",
        "Vitamin C is no kernel.",
        "Two parts: a) the kernel; b) the stride. a) is learned.",
        "A. Right angles stay right.\nB. Correct sizes stay so.",
        "Correct. A, B and C are sizes.",
        "Correct: A stride of two halves it.",
        "Key: C major has no signs.",
        "Key: C-sharp",
        "Answer: 3",
        "Ans. 4",
        "Solution: 2",
        "The key is a map. Its solution - a sum - is C.",
    ],
)
def test_a_letter_that_is_something_else_is_left_alone(text: str) -> None:
    assert told(feedback=text) == []


@pytest.mark.parametrize(
    ("stem", "feedback"),
    [
        ("Server A and server B answer. Which is nearer?", "Ans: B"),
        ("Server A and server B answer. Which is nearer?", "A. Wrong, for it is far away."),
        ("A layer (a) stands before a layer (b). Which one halves?", "(a) is the first."),
        ("![Two maps](maps.png)\n\nWhich map is halved?", "(a) is the input, (b) has half of its rows."),
    ],
)
def test_letters_of_things_in_the_stem_or_its_picture_begin_sentences(stem: str, feedback: str) -> None:
    assert told(stem=stem, feedback=feedback) == []


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("A and C are too slow.", ["A and C"]),
        ("It halves. B or D would not.", ["B or D"]),
        ("A, B and C may keep it.", ["A, B and C"]),
        ("A) changes the size, C) keeps it.", ["A)"]),
        ("A and B cells do it.", []),
        ("1 and 3 are too slow.", []),
        ("A and E are too slow.", []),
        ("Let A and B be maps. A and B are of one size.", []),
        ("A and B are of one size if the sum of A is that of B.", []),
        ("The A and C maps are halved.", []),
    ],
)
def test_letters_that_may_be_names_are_in_doubt(text: str, letters: list[str]) -> None:
    parts = {"stem": "What halves?", "options": [{"text": each} for each in OPTIONS], "explanation": text}
    assert [said for _, said in letters_in_doubt(parts)] == letters
    assert told(feedback=text) == []


def test_letters_that_the_stem_names_are_in_no_doubt() -> None:
    parts = {"stem": "Server A and server B answer. Which?", "options": list(OPTIONS)}
    assert list(letters_in_doubt({**parts, "explanation": "A and B are near."})) == []
