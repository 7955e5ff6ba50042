"""Question files that are no YAML: the problem is told where the mistake stands, and its cure leads out."""

from __future__ import annotations

import pytest

from tests.selfcheck.faulty import problems

QUOTES = "put quotes round the text, or start it on a new line after `|`"
NO_COMMA = (
    "a value goes on behind its end; "
    "write a comma between two values; in a text between single quotes, write '' for one of them"
)
NEVER_CLOSED = "is never closed; close it, or put quotes round a text that begins with this sign"
BRACKETS = "a text with brackets needs quotes here; put quotes round the text"
COLON = (
    "a colon and a space stand inside a text; "
    "put quotes round the text, or a comma before the name of the next field"
)
CUT = "the text ends before #, which begins a comment to YAML; put quotes round the text"
NO_VALUE = "a value is missing here; write it, or put quotes round a text with commas"
CLOSES_NOTHING = "this sign closes nothing; remove it, or write the bracket that it was to close"
ONE_TOO_MANY = "this sign is one too many; remove it"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("- {text: $x^{2}$, correct: true}\n- {text: b}", f"1:13: {BRACKETS}"),
        ("answers: [f(x), a[0]]", f"1:18: {BRACKETS}"),
        ("- {text: see [this](a.md), correct: true}", f"1:14: {BRACKETS}"),
        ("- {text: in [0, 1), correct: true}", f"1:13: {BRACKETS}"),
        ("- {text: in (0, 1], correct: true}", f"1:18: {BRACKETS}"),
        ("- {text: [this](a.md), correct: true}", f"1:16: a text cannot begin with [ or {{; {QUOTES}"),
        ("[\n  {text: a, correct: true}\n  {text: b}\n]", f"3:3: {NO_COMMA}"),
        ('{\n"id": "a"\n"type": "b"\n}', f"3:1: {NO_COMMA}"),
        ("- {text: a correct: true}", f"1:19: {COLON}"),
        ("- {text: a\n   correct: true}", f"2:11: {COLON}"),
        ("- {text: Now: what, correct: true}", f"1:13: {COLON}"),
        ("- {text: 赤， correct: true}", '1:11: "，" is no comma to YAML; write , and a space'),
        ("- {text: 赤、\n   correct: true}", '1:11: "、" is no comma to YAML; write , and a space'),
        ("- {text: a، correct: true}", '1:11: "،" is no comma to YAML; write , and a space'),
        ('- {"text": "赤"，"correct": true}', '1:15: "，" is no comma to YAML; write , and a space'),
        ("- {text: 赤，青: 色, correct: true}", f"1:13: {COLON}"),
        ("- {text: [a]], correct: true}", f"1:13: {CLOSES_NOTHING}"),
        ('[\n  "text": "b"},\n  {"text": "c"}\n]', f"2:14: {CLOSES_NOTHING}"),
    ],
)
def test_brackets_that_are_closed_are_not_told_as_open(text: str, problem: str) -> None:
    assert problems(text) == [problem]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("id: a\nanswers: [a, b\nhint: E", f"2:10: the bracket that opens here {NEVER_CLOSED}"),
        ("answers: [a,\nhint: E", f"1:10: the bracket that opens here {NEVER_CLOSED}"),
        ("answers: [", f"1:10: the bracket that opens here {NEVER_CLOSED}"),
        ("answers: [a, b}", f"1:10: the bracket that opens here {NEVER_CLOSED}"),
        ("- {text: a, correct: true\n- {text: b}", f"1:3: the brace that opens here {NEVER_CLOSED}"),
        ("- {text: a,\n- {text: b}", f"1:3: the brace that opens here {NEVER_CLOSED}"),
        ("- {text: [a, correct: true}\n- {text: b}", f"1:10: the bracket that opens here {NEVER_CLOSED}"),
        ('{\n"n": [1, 2\n}', f"2:6: the bracket that opens here {NEVER_CLOSED}"),
        ('[{"a": [1, "b": 2}]', f"1:8: the bracket that opens here {NEVER_CLOSED}"),
        ("[\n  {text: a\n  {text: b}\n]", f"2:3: the brace that opens here {NEVER_CLOSED}"),
    ],
)
def test_brackets_that_are_never_closed(text: str, problem: str) -> None:
    assert problems(text) == [problem]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("answers: [#fff, #000]", f"1:11: {CUT}"),
        ("answers: [#fff, #000]\n", f"1:11: {CUT}"),
        ("answers: [x,#fff]\nhint: E", f"1:13: {CUT}"),
        ("- {text: #fff, correct: true}\n- {text: b}", f"1:10: {CUT}"),
        ("- {text: #fff,\n   correct: true}\n- {text: b}", f"1:10: {CUT}"),
        ("- {id: a, stem: What is #1?, answers: [x]}", f"1:25: {CUT}"),
        ("- {text: see #1 and [2], x: y}\n- {text: b}", f"1:14: {CUT}"),
        ('answers: [x, "y"#, z]', f"1:17: {CUT}"),
        ("answers: [a, # first\n  b\nhint: E", f"1:10: the bracket that opens here {NEVER_CLOSED}"),
        ("[\n  {text: a}\n  # {text: b},\n  {text: c}\n]", f"4:3: {NO_COMMA}"),
        ("[\n  '#1, #2]',\n  {text: b},, c\n]", f"3:13: {NO_VALUE}"),
    ],
)
def test_a_comment_inside_brackets(text: str, problem: str) -> None:
    assert problems(text) == [problem]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("- {text: a, correct: true},\n- {text: b}", f"1:27: {ONE_TOO_MANY}"),
        ('- text: "a",\n  correct: true', f"1:12: {ONE_TOO_MANY}"),
        ("answers: [x]]  # all\nhint: E", f"1:13: {ONE_TOO_MANY}"),
        ('{"questions": []}}', f"1:18: {ONE_TOO_MANY}"),
    ],
)
def test_a_sign_behind_the_end_of_a_value(text: str, problem: str) -> None:
    assert problems(text) == [problem]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            " title: T\nquestions:\n  - id: a",
            "2:1: the first line stands further in than this one; indent both alike",
        ),
        (
            "# comment\n---\n  - id: a\n- id: b",
            "4:1: the first line stands further in than this one; indent both alike",
        ),
        (
            "{title: T}\nquestions:",
            "2:1: the YAML goes on behind its first value; put this into it, or remove it",
        ),
        ("[q](q)", f"1:4: a text cannot begin with [ or {{; {QUOTES}"),
    ],
)
def test_what_stands_behind_the_end_of_the_document(text: str, problem: str) -> None:
    assert problems(text) == [problem]
