"""Question files that are no YAML: the problem is told where the mistake stands, and its cure leads out."""

from __future__ import annotations

import re

import pytest

from tests.selfcheck.faulty import problems

QUOTES = "put quotes round the text, or start it on a new line after `|`"
OPEN_QUOTE = (
    "the quote that opens here is never closed; "
    "add the closing quote, or start a text with this sign on a new line after `|`"
)
BEHIND_QUOTE = (
    "the text goes on behind its closing quote; "
    "start the text on a new line after `|`, where quotes are plain signs"
)
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
COMMENT = (
    "a comment ends the text before it; "
    "move it out of the text; to keep it there, start the text on a new line after `|` and indent all alike"
)
FURTHER_IN = (
    "this line is further in than the fields around it, and not as far in as what stands above it; "
    "indent it like one of the two"
)
CLOSES_NOTHING = "this sign closes nothing; remove it, or write the bracket that it was to close"
ONE_TOO_MANY = "this sign is one too many; remove it"
AMONG_FIELDS = "an entry of a list stands among fields; "
LIST_NAME = f"{AMONG_FIELDS}write the name of its list above it, as `questions:`"
LIST_FIELD = f"{AMONG_FIELDS}write it right below the field that has the list, and each entry with a hyphen"
LIST_BEHIND = (
    "a list cannot begin behind the name of its field; "
    "write each entry on a line of its own below; put quotes round a text that begins with a hyphen"
)
NO_COLON = (
    "this line has no colon, and so it is no field; "
    "write `name: value`, or indent it further than the field whose text it goes on with"
)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('id: a\nstem: "Say?\nanswers: [x]\nhint: "E"', f"2:7: {OPEN_QUOTE}"),
        ("id: a\nstem: 'Say?\nhint: that's", f"2:7: {OPEN_QUOTE}"),
        ('- stem: "Say?\n  hint: "E"', f"1:9: {OPEN_QUOTE}"),
        ('- id: "a\n- id: "b"', f"1:7: {OPEN_QUOTE}"),
        ('- "one\n- "two"', f"1:3: {OPEN_QUOTE}"),
        ('answers: ["x, y]\nhint: "E"', f"1:11: {OPEN_QUOTE}"),
        ('- {text: "a, correct: true}\n- {text: "b"}', f"1:10: {OPEN_QUOTE}"),
        ('[\n  {text: "a, correct: true},\n  {text: "b"}\n]', f"2:10: {OPEN_QUOTE}"),
        ('{\n"id": "a,\n"type": "b"\n}', f"2:7: {OPEN_QUOTE}"),
        ('stem: "Say?\nhint: ""', f"1:7: {OPEN_QUOTE}"),
        ('stem: "Say?\nhint: $\\sigma$', f"1:7: {OPEN_QUOTE}"),
        ('stem: "Say?\\', f"1:7: {OPEN_QUOTE}"),
        ('id: a\nstem: "Say\nit \\', f"2:7: {OPEN_QUOTE}"),
        ('stem: "Note:\n  id: and so" on', f"2:15: {BEHIND_QUOTE}"),
        ('- stem: "Note:\n    - and so" on', f"2:15: {BEHIND_QUOTE}"),
        ('stem:\n  "Note\n  id: and so" on', f"3:15: {BEHIND_QUOTE}"),
        ('- "one" or two\n- three', f"1:9: {BEHIND_QUOTE}"),
    ],
)
def test_a_quote_that_is_closed_by_the_next_one(text: str, problem: str) -> None:
    assert problems(text) == [problem]


@pytest.mark.parametrize(
    ("text", "place", "cure"),
    [
        ("stem: |4\n  one\n  two\nanswer: true", "1:8: this 4", 2),
        ("stem: >-6\n  one: two\nanswer: true", "1:9: this 6", 2),
        ("stem: |3- # why\r\n   one\r\n\r\n  Größe: two\r\n", "1:8: this 3", 2),
        ("hints:\n  - |5\n    - one\n  - two", "2:6: this 5", 2),
        ("- stem: |4\n    | a | b |\n    |---|---|\n  answer: true", "1:10: this 4", 2),
        ("- - |9\n         one\n     two\n", "1:6: this 9", 3),
    ],
)
def test_a_text_that_stands_less_far_in_than_its_number_says(text: str, place: str, cure: int) -> None:
    said = "says how far in the text below stands, and a line of it stands less far in"
    assert problems(text) == [f"{place} {said}; write {cure}"]
    mended = re.sub(r"(?<=[|>])([-+]?)\d", rf"\g<1>{cure}", text)
    assert not any("far in" in each for each in problems(mended))


@pytest.mark.parametrize("text", ["      one\n", "      one\n        two\n\n      three\n", ""])
@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("answer: [a\n    explanation: b", "the bracket that opens here is never closed"),
        ("answer: a: b", "a colon and a space stand inside a text"),
        ("answer true\n    explanation: b", "this line has no colon"),
    ],
)
def test_a_number_that_is_right_hides_no_mistake_behind_the_text(text: str, field: str, told: str) -> None:
    (problem,) = problems(f"questions:\n  - stem: |2\n{text}    {field}\n")
    assert told in problem


def test_a_text_that_stands_no_further_in_than_its_field_needs_no_number() -> None:
    (told,) = problems("- stem: |4\n one\n")
    assert told.startswith("1:10: this 4 says how far in the text below stands")
    assert told.endswith("; indent the text further than its field")


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
        ("- {text: ], correct: true}", f"1:10: {BRACKETS}"),
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
        ("answers: [}", f"1:10: the bracket that opens here {NEVER_CLOSED}"),
        ("answers: [1, }", f"1:10: the bracket that opens here {NEVER_CLOSED}"),
        ("- {]", f"1:3: the brace that opens here {NEVER_CLOSED}"),
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
        ("- stem: |\n    a\n  # note\n    b", f"3:3: {COMMENT}"),
        ("- stem: >\n    a\n\n  # note\n\n    - b", f"4:3: {COMMENT}"),
        ("- stem: |\n    # a\n  # note\n    b", f"3:3: {COMMENT}"),
        ("- stem: Which # note\n    is it?", f"1:15: {COMMENT}"),
        ("- stem: Which\n  # note\n    is it?", f"2:3: {COMMENT}"),
        ("- Which # note\n  is it?", f"1:9: {COMMENT}"),
        ("- id: a # note\n    stem: b", f"2:5: {FURTHER_IN}"),
        ("- stem: |\n    a\n  # note\n    type: b", f"4:5: {FURTHER_IN}"),
        ("- stem: |\n      a\n  # note\n    b", f"4:5: {FURTHER_IN}"),
    ],
)
def test_a_comment_that_ends_a_text(text: str, problem: str) -> None:
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
        (
            '{"id": "a"} {"id": "b"}',
            "1:13: the YAML goes on behind its first value; put this into it, or remove it",
        ),
        (
            '{"id": "a"}, {"id": "b"}',
            "1:12: the YAML goes on behind its first value; put this into it, or remove it",
        ),
        ("[q](q)", f"1:4: a text cannot begin with [ or {{; {QUOTES}"),
    ],
)
def test_what_stands_behind_the_end_of_the_document(text: str, problem: str) -> None:
    assert problems(text) == [problem]


@pytest.mark.parametrize("fence", ["```yaml", "~~~yaml", "\n```", "# comment\n````yml"])
def test_a_markdown_fence_round_the_file(fence: str) -> None:
    line = fence.count("\n") + 1
    assert problems(f"{fence}\nquestions:\n  - id: a\n```\n") == [
        f"{line}:1: this line belongs to Markdown; remove it, and the one that closes it"
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("title: T\n- id: a\n  type: b", f"2:1: {LIST_NAME}"),
        ("title: T\n  - id: a\n    type: b", f"2:3: {LIST_NAME}"),
        ("passages:\n  p: |\n    text\n- id: a", f"4:1: {LIST_NAME}"),
        ("- hints: one\n  - two", f"2:3: {LIST_FIELD}"),
        ("- options:\n    text: a\n    - text: b", f"3:5: {LIST_FIELD}"),
        ("- stem: |\n      a\n    - b", f"3:5: {FURTHER_IN}"),
        ("questions: - id: a", f"1:12: {LIST_BEHIND}"),
        ("- hints: - one\n  - two", f"1:10: {LIST_BEHIND}"),
        ("- hints: - one\n- id: b", f"1:10: a text cannot begin with - and a space; {QUOTES}"),
        ("questions\n- id: a\n  type: b", f"1:1: {NO_COLON}"),
        ("# comment\nquestions\n  - id: a\n    type: b", f"2:1: {NO_COLON}"),
        ("id: a\nquestions", f"2:1: {NO_COLON}"),
    ],
)
def test_a_list_that_does_not_stand_below_its_name(text: str, problem: str) -> None:
    assert problems(text) == [problem]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (": [", "1:1"),
        (": a", "1:1"),
        ("id: a\n: [b", "2:1"),
        ("- : a", "1:3"),
        ("answers: [: a]", "1:11"),
        ("- {text: a, : b}", "1:13"),
    ],
)
def test_a_colon_before_which_no_name_stands(text: str, place: str) -> None:
    assert problems(text) == [
        f"{place}: no name of a field stands before this colon; "
        "write the name before it, or put quotes round a text that begins with a colon"
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("%", "1:1"),
        ("id: a\n% of all", "2:1"),
        ("stem: |\n  a\n%of all", "3:1"),
        ("%a, b", "1:1"),
        ("%YAML 2.0\n---\nid: a", "1:1"),
        ("%YAML x\n---\nid: a", "1:1"),
        ("%YAML 1\n---\nid: a", "1:1"),
        ("%YAML 1.1111111111\n---\nid: a", "1:1"),
        ("%YAML 1.1\n%YAML 1.1\n---\nid: a", "2:1"),
        ("%YAML 1.1\nid: a", "1:1"),
        ("%TAG a", "1:1"),
        ("%TAG !", "1:1"),
        ("%TAG ! a:b\n%TAG ! a:c\n---\nid: a", "2:1"),
    ],
)
def test_a_line_that_begins_with_a_percent_sign(text: str, place: str) -> None:
    assert problems(text) == [
        f"{place}: a line that begins with % is no text to YAML; "
        "indent it like the text that it belongs to, or remove it"
    ]


@pytest.mark.parametrize(
    "text", ["!<5 and 3", "!<> is it", "!<%zz> is it", "!%ff is it", "!%", "!x!y is it", "!(x)[y] is it"]
)
def test_a_text_that_begins_with_an_exclamation_mark(text: str) -> None:
    assert problems(f"stem: {text}") == [f"1:7: a text cannot begin with !; {QUOTES}"]


@pytest.mark.parametrize("text", [">0.5", "|0|", ">5 and <7", "|x|"])
def test_a_text_that_begins_with_a_sign_of_long_texts(text: str) -> None:
    assert problems(f"stem: {text}") == [f"1:7: a text cannot begin with > or |; {QUOTES}"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("- &a }", "1:6: this belongs to nothing around it; remove it, or put quotes round the text"),
        ("id: &a }", "1:8: this belongs to nothing around it; remove it, or put quotes round the text"),
        ('? a\n"b" c', f"2:1: {NO_COLON}"),
    ],
)
def test_signs_that_hardly_any_author_writes(text: str, problem: str) -> None:
    assert problems(text) == [problem]


NO_QUOTE = 'is no quote to YAML: write " before the text and behind it'


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("stem: “Recall: what is it?”", f"1:14: a colon and a space stand inside a text; “ {NO_QUOTE}"),
        ("- text: «Note: this»", f"1:14: a colon and a space stand inside a text; « {NO_QUOTE}"),
        ("{a: b, c: “so: it is”}", f"1:14: a colon and a space stand inside a text; “ {NO_QUOTE}"),
        ("[“a [b]”, c]", f"1:5: a text with brackets needs quotes here; “ {NO_QUOTE}"),
        ("stem: He said, “so: it is”", f"1:19: a colon and a space stand inside a text; {QUOTES}"),
    ],
)
def test_quotes_of_a_word_processor_are_none_to_yaml(text: str, problem: str) -> None:
    assert problems(text) == [problem]


@pytest.mark.parametrize(
    "versions", [("answer: true", "answer: false"), ("stem: |", "stem: Is it?"), ("", "- b")]
)
@pytest.mark.parametrize("margin", ["", "  "])
def test_a_merge_that_git_left_undone(versions: tuple[str, str], margin: str) -> None:
    ours, theirs = (f"{margin}{line}" for line in versions)
    text = f"- id: a\n  type: true-false\n<<<<<<< HEAD\n{ours}\n=======\n{theirs}\n>>>>>>> other\n"
    assert problems(text) == [
        "3:1: git has left two versions of these lines; "
        "keep one, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>"
    ]
