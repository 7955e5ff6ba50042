"""A field without a value is told wherever it stands, since something may have been cut off there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from selfcheck.checks.validation import field_names
from selfcheck.directive import read_directive
from selfcheck.pages.fence import fences_of
from selfcheck.question_types import discover
from selfcheck.quiz_text import read_quiz
from selfcheck.site import Site
from selfcheck.source import read
from tests.selfcheck.cases import Accepted, accepted, all_accepted, quiz_of
from tests.selfcheck.faulty import QUESTION, problems, problems_on_disk
from tests.selfcheck.yaml_text import NOTHING, block, braces

WRITE_IT = "write it behind the colon, or indented below it, or remove the field"
QUOTING = "inside {…} a comma ends a value: put quotes round a text that has one, and write 1.5, not 1,5"

QUESTION_IN_BRACES = "id: t, type: true-false, stem: Is it?, answer: true, explanation: So."

SPACE = "write a colon and a space behind the name, or put quotes round a text that has a comma"


def fields(node: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path of every field, at any depth."""
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for step, value in items:
        if isinstance(step, str):
            yield (*path, step)
        yield from fields(value, (*path, step))


def without_value(question: Any, path: tuple[str | int, ...]) -> Any:
    node = copy = deepcopy(question)
    for step in path[:-1]:
        node = node[step]
    node[path[-1]] = NOTHING
    return copy


def every_field() -> Iterator[tuple[Accepted, Any, tuple[str | int, ...]]]:
    """Every field that some accepted case of a type has, once a type, and those that no case has."""
    met: set[tuple[str, ...]] = set()
    for case in all_accepted():
        question = read(case.question).data
        for path in fields(question):
            kept = (case.type, *(step for step in path if isinstance(step, str)))
            if kept not in met:
                met.add(kept)
                yield case, question, path
    for kind in discover().values():
        case = accepted(kind)[0]
        question = read(case.question).data
        assert isinstance(question, dict)
        yield from ((case, question, (name,)) for name in field_names(kind.model) if name not in question)


def test_every_field_of_every_type_that_has_no_value() -> None:
    count = 0
    for case, question, path in every_field():
        text = quiz_of(block(without_value(question, path)))
        line, _ = read(text).name_place(("questions", 0, *path))
        told = [
            each
            for each in read_quiz("quiz", "quiz.yml", text, ["explanation"]).problems
            if each.line == line
        ]
        assert len(told) == 1, (str(case), path, [*map(str, told)])
        assert re.match(rf'"{path[-1]}" (has no value|is missing)', told[0].message)
        count += 1
    assert count > 150


def test_every_field_of_every_type_that_a_comma_has_left_behind() -> None:
    for case, question, path in every_field():
        text = f"questions:\n  - {braces(without_value(question, path))}\n"
        place = read(text).name_place(("questions", 0, *path))
        told = read_quiz("quiz", "quiz.yml", text, ["explanation"]).problems
        found = [each for each in told if (each.line, each.column) == place]
        assert [(each.message, each.hint) for each in found] == [(f'"{path[-1]}" has no value', QUOTING)], (
            str(case),
            path,
            [*map(str, told)],
        )


def test_a_comma_inside_braces_cuts_a_text_and_a_number() -> None:
    text = """\
questions:
  - id: colours
    type: single-choice
    stem: Which list is complete?
    options:
      - {text: red, green and blue, correct: true}
      - {text: cyan and green}
    explanation: because
  - id: half
    type: cloze
    stem: What is half of three?
    text: It is [_x_].
    gaps:
      x: {number: 1,5}
    explanation: because
"""
    assert problems(text) == [
        f'6:21: colours: "green and blue" has no value; {QUOTING}',
        f'14:21: half: "5" has no value; {QUOTING}',
    ]


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("answer: 1,5, tolerance: 0,1", ["5", "1"]),
        ("answer: 2, tolerance: 0,5, mistakes: [{value: 1,5, feedback: Yes, indeed}]", ["5", "5", "indeed"]),
        ("answer: 1, mistakes: [{value: 1,5, feedback: 0,5}]", ["5", "5"]),
    ],
)
def test_nothing_else_is_told_of_what_a_comma_has_cut(field: str, told: list[str]) -> None:
    cut = f"{{id: cut, type: numeric, stem: How many?, {field}, explanation: So.}}"
    said = [each.partition(" ")[2].removeprefix("cut: ") for each in problems(f"questions: [{cut}]\n")]
    assert said == [f'"{name}" has no value; {QUOTING}' for name in told]


def test_a_comma_in_a_passage_is_no_name_of_another() -> None:
    text = f"passages: {{p: one map, two kernels}}\nquestions:\n  - {{passage: p, {QUESTION_IN_BRACES}}}\n"
    assert problems(text) == [f'1:24: "two kernels" has no value; {QUOTING}']


def in_braces(question: str) -> list[str]:
    """What is told about a file with this question in braces, without line and column."""
    return [each.split(" ", 1)[1] for each in problems(f"questions:\n  - {question}\n")]


def test_names_and_values_in_braces_with_no_space_between_them_are_told_and_nothing_else() -> None:
    assert in_braces('{id:a, type:numeric, stem:S, answer:"1", explanation：x}') == [
        f'"{each}" has no value; {SPACE}'
        for each in ("id:a", "type:numeric", "stem:S", 'answer:"1"', "explanation：x")
    ]


def test_a_name_and_its_value_in_braces_with_no_space_between_them_where_there_is_no_type() -> None:
    told = in_braces("{id:strides, stem:Which stride?, explanation: x}")
    assert told[1:] == [f'"{each}" has no value; {SPACE}' for each in ("id:strides", "stem:Which stride?")]
    assert told[0].startswith('"type" is missing; ')


@pytest.mark.parametrize(
    "option", ["text:a, correct: true", "text： a, correct: true", "text: a, correct:true"]
)
def test_nothing_is_missing_that_stands_in_braces_without_a_space(option: str) -> None:
    head = "id: a, type: single-choice, stem: S, explanation: x"
    (name,) = (each for each in option.split(", ") if ": " not in each)
    assert in_braces(f"{{{head}, options: [{{{option}}}, {{text: b}}]}}") == [
        f'a: "{name}" has no value; {SPACE}'
    ]


def test_a_space_of_another_kind_behind_a_colon_in_braces_is_told_alone() -> None:
    assert in_braces("{id: a, type: numeric, stem:\u00a0S, answer: 1, explanation: x}") == [
        "what looks like a space here is another character (U+00A0); write a space"
    ]


def test_an_address_and_a_path_behind_a_comma_are_no_fields() -> None:
    for text in ("see, http://a.b", "use, std::sort"):
        (problem,) = in_braces(f"{{id: a, type: numeric, stem: {text}, answer: 1, explanation: x}}")
        assert problem.endswith(QUOTING)


@pytest.mark.parametrize(
    ("title", "name", "cure"), [("title: a, b", "b", QUOTING), ("title:a", "title:a", SPACE)]
)
def test_a_file_in_braces(title: str, name: str, cure: str) -> None:
    question = "{id: a, type: numeric, stem: S, answer: 1, explanation: x}"
    (problem,) = problems(f"{{{title}, questions: [{question}]}}")
    assert problem.endswith(f'"{name}" has no value; {cure}')


def test_a_misspelt_field_with_nothing_below_it() -> None:
    line = 2 + QUESTION.count("\n")
    (problem,) = problems(quiz_of(f"{QUESTION}hnts:\n"))
    assert problem == (
        f'{line}:5: example: "hnts" has no value; '
        "write it behind the colon, or indented below it, or remove the field"
    )


@pytest.mark.parametrize("field", ["title", "confidence", "language"])
def test_a_field_of_the_file_without_a_value(field: str) -> None:
    (problem,) = problems(f"{field}:\n{quiz_of(QUESTION)}")
    assert problem.startswith(f'1:1: "{field}" has no value; write it')


@pytest.mark.parametrize("null", ["null", "~", "Null", "NULL"])
@pytest.mark.parametrize("field", ["stem", "objective"])
def test_a_field_that_is_null_may_be_meant_as_a_text(field: str, null: str) -> None:
    question = re.sub(rf"^{field}:.*\n", "", QUESTION, flags=re.MULTILINE) + f"{field}: {null}\n"
    (problem,) = problems(quiz_of(question))
    assert problem.endswith(
        f'example: "{field}" has no value; {null} means nothing to YAML: '
        "put it in quotes if you mean the text, or remove the field"
    )


def test_an_option_and_an_answer_that_are_null() -> None:
    text = """\
questions:
  - id: nothing
    type: single-choice
    stem: What does a function without `return` give in C#?
    options:
      - text: null
        correct: true
      - text: "null"
    explanation: because
  - {id: typed, type: text-entry, stem: And here?, answers: [null], explanation: because}
"""
    first, second = problems(text)
    assert first.startswith('6:9: nothing: "text" has no value; null means nothing to YAML: put it in quotes')
    assert second == (
        '10:62: typed: null means nothing to YAML; put it in quotes if you mean the text: "null"'
    )


def test_all_that_is_empty_is_told_in_one_run() -> None:
    told = problems(
        f"title:\n{quiz_of(QUESTION + 'hints:' + chr(10) + 'objective: ~' + chr(10) + 'sectio:' + chr(10))}"
    )
    assert [re.findall(r'"(\w+)" has no value', each) for each in told] == [
        ["title"],
        ["hints"],
        ["objective"],
        ["sectio"],
    ]


@pytest.mark.parametrize("body", ["quiz: a\nonly:", "quiz: a\nas:", "quiz:", "{quiz: a, only}"])
def test_a_field_of_a_fence_without_a_value(body: str, tmp_path: Path) -> None:
    (tmp_path / "quizzes").mkdir()
    (tmp_path / "quizzes" / "a.yml").write_text(quiz_of(QUESTION), "utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: S\n", "utf-8")
    (fence,) = fences_of("quiz", ["```quiz", *body.split("\n"), "```"])
    assert read_directive(fence, Site(tmp_path).bank()).complaints


def test_a_field_of_a_translation_without_a_value(tmp_path: Path) -> None:
    original = """\
questions:
  - id: one
    type: single-choice
    stem: Which?
    options:
      - {text: red, correct: true}
      - {text: blue}
    explanation: because
"""
    german = """\
title:
questions:
  - id: one
    stamp:
    stem: Welche?
    options:
      - {text: rot, grün und blau}
      - {text: ~}
"""
    told = problems_on_disk(tmp_path, {"quizzes/a.yml": original, "quizzes/a.de.yml": german})
    assert [each.removeprefix("quizzes/a.de.yml:") for each in told if "has no value" in each] == [
        f'1:1: "title" has no value; {WRITE_IT}',
        f'4:5: one: "stamp" has no value; {WRITE_IT}',
        f'7:21: one: "grün und blau" has no value; {QUOTING}',
        '8:10: one: "text" has no value; ~ means nothing to YAML: '
        "put it in quotes if you mean the text, or remove the field",
    ]


def test_a_comma_in_quotes_of_a_word_processor() -> None:
    told = problems(
        "questions:\n  - id: a\n    type: single-choice\n    stem: b\n    explanation: c\n"
        "    options:\n      - {text: “red, green”, correct: true}\n      - {text: “blue”}\n"
    )
    cure = '” is no quote to YAML: write " before the text and behind it'
    assert told == [f'7:22: a: "green”" has no value; {cure}']
