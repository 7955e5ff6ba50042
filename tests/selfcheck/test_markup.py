"""An answer is the text that a reader would type: Markdown in it is asked about."""

from __future__ import annotations

import re

import pytest

from selfcheck.course.lesson import lesson_complaints
from selfcheck.question_types import discover
from selfcheck.typed.markup import markup_in, without_markup
from tests.selfcheck.cases import quiz_of
from tests.selfcheck.faulty import problems

CURE = "if the signs are meant, tell by `mistakes` what is wrong without them"


def told(*fields: str) -> list[str]:
    lines = "".join(f"    {field}\n" for field in fields)
    return problems(
        f"questions:\n  - id: word\n    type: text-entry\n    stem: Which?\n    explanation: e\n{lines}"
    )


@pytest.mark.parametrize(
    ("answer", "found", "meant"),
    [
        ("`ReLU`", "`ReLU`", "ReLU"),
        ("the ``a`` call", "``a``", "the a call"),
        ("**fast**", "**fast**", "fast"),
        ("very *fast*", "*fast*", "very fast"),
        ("***fast***", "***fast***", "fast"),
        ("_fast_", "_fast_", "fast"),
        ("__very fast__", "__very fast__", "very fast"),
        (r"$\alpha$", r"$\alpha$", r"\alpha"),
        (r"$$\alpha$$", r"$$\alpha$$", r"\alpha"),
        ("~~slow~~", "~~slow~~", "slow"),
        ("very ==fast==", "==fast==", "very fast"),
        ("[ReLU](relu.md)", "[ReLU](relu.md)", "ReLU"),
        (r"$\mu$m", r"$\mu$", r"\mum"),
        ("H~2~O", "~2~", "H2O"),
        ("x^2^", "^2^", "x2"),
        ("<code>x</code>", "<code>x</code>", "x"),
        ("CO<sub>2</sub>", "<sub>2</sub>", "CO2"),
        (r"\(n^2\)", r"\(n^2\)", "n^2"),
        ("“very fast”", "“very fast”", "very fast"),
        ("„fast“", "„fast“", "fast"),
        ("« fast »", "« fast »", "fast"),
    ],
)
def test_markdown_in_an_answer_is_told_with_the_text_alone(answer: str, found: str, meant: str) -> None:
    assert told(f"answers: ['{answer}']") == [
        f"6:15: word: readers would have to type {found} with all its signs, since an answer is no Markdown; "
        f"write {meant}; {CURE}"
    ]


@pytest.mark.parametrize(
    "answer",
    [
        "__init__",
        "a * b * c",
        "a*b*c",
        "2**3**4",
        "**kwargs",
        "f(*args, **kwargs)",
        "snake_case_name",
        "_private",
        "$PATH",
        "a == b == c",
        "2^3^4",
        "x^2 + y^2",
        "~user~",
        "a<b>c</d>",
        "<br>",
        "$$",
        "~/a and ~/b",
        "costs $5 or $6",
        "a[0](x y)",
        "[](int x)",
        "`",
        r"\*not\*",
        r"\\(n\\)",
        "don’t",
        "“a” or “b”",
        "_ _",
    ],
)
def test_signs_that_are_no_markdown_pass(answer: str) -> None:
    assert markup_in(answer) == ""
    assert told(f"answers: ['{answer}']") == []


def test_a_question_about_markdown_says_what_is_wrong_without_its_signs() -> None:
    assert told("answers: ['**fast**']", "mistakes: [{text: fast, feedback: This is not bold.}]") == []


def test_an_answer_may_be_given_both_with_its_signs_and_without() -> None:
    assert told("answers: [ReLU, '`ReLU`']") == []
    assert told("answers: [self.__init__, '`self`.__init__']") == []


def test_markdown_in_the_answer_of_a_gap_is_told() -> None:
    (problem,) = problems(
        """\
questions:
  - id: gap
    type: cloze
    stem: Fill in.
    text: "[_x_]"
    gaps:
      x: {answers: [{text: "`ReLU`"}]}
    explanation: e
"""
    )
    assert problem.startswith("7:28: gap: readers would have to type `ReLU` with all its signs")


def test_a_text_without_its_markup() -> None:
    assert without_markup("`a`, *b* and [c](d)") == "a, b and c"
    assert without_markup("`self`.__init__") == "self.__init__"


@pytest.mark.parametrize(("unit", "found"), [(r"$\mu$m", r"$\mu$"), ("m^2^", "^2^"), ("**m**", "**m**")])
def test_markdown_in_a_unit_is_told(unit: str, found: str) -> None:
    question = "{id: n, type: numeric, stem: How far?, answer: 1, explanation: e, unit: 'UNIT'}"
    assert problems(f"questions:\n  - {question.replace('UNIT', unit)}\n") == [
        f"2:77: n: readers would see {found} with all its signs, since a unit is no Markdown; "
        "write it in plain signs, as in µm or m²"
    ]


@pytest.mark.parametrize("unit", ["m²", "m^2", "kg*m^2/s^2", "N·m", "°C", "$", "%", "m**2", '"'])
def test_a_unit_in_plain_signs_passes(unit: str) -> None:
    question = "{id: n, type: numeric, stem: How far?, answer: 1, explanation: e, unit: 'UNIT'}"
    assert problems(f"questions:\n  - {question.replace('UNIT', unit)}\n") == []


def test_markdown_in_a_mistake_is_told_where_answers_are_plain_words() -> None:
    mistakes = "mistakes: [{text: '`relu`', feedback: no}, {text: [tanh, '**tanh**'], feedback: no}]"
    assert told("answers: [sigmoid]", mistakes) == [
        "7:23: word: readers would have to type `relu` with all its signs, since a mistake is no Markdown; "
        "write relu; if the signs are meant, list both texts"
    ]
    assert told("answers: [$(date)]", "mistakes: [{text: '`date`', feedback: no}]") == []


PLAIN = {
    "cloze": "text: '[_x_]'\ngaps: {x: {options: [ONE, {text: TWO, correct: true}]}}\n",
    "numeric": (
        "answer: 1\nmistakes: [{value: 2, name: ONE, feedback: f}, {value: 3, name: TWO, feedback: f}]\n"
    ),
    "hotspot": (
        "picture: a.svg\nalt: Two halves.\ngrid: {columns: 2, rows: 1}\nregions:\n"
        "  - {name: ONE, cells: [[1, 1]]}\n  - {name: TWO, cells: [[2, 1]], correct: true}\n"
    ),
    "mask": (
        "mask: |\n" + "  aaaabbbb\n" * 8 + "classes:\n"
        "  - {name: ONE, symbol: a}\n  - {name: TWO, symbol: b}\n"
        "thresholds: {iou: 0.9, boundary-f1: 0.9, tolerance: 0.1}\n"
    ),
}
"""Questions with two texts that are shown as they are written."""
SHOWING = sorted(PLAIN.keys() & discover().keys())
"""Those of their types that there are: a type can be taken out, with its own tests alone."""


def told_of(kind: str, one: str, two: str) -> list[str]:
    fields = PLAIN[kind].replace("ONE", f"'{one}'").replace("TWO", f"'{two}'")
    question = f"id: shown\ntype: {kind}\nstem: Which?\nexplanation: e\n{fields}"
    return [each for each in problems(quiz_of(question)) if "readers would see" in each]


@pytest.mark.parametrize("kind", SHOWING)
def test_markdown_in_a_text_that_is_shown_as_it_is_written_is_told(kind: str) -> None:
    (problem,) = told_of(kind, "layer", "the `conv` layer")
    assert re.search(
        r"readers would see `conv` with all its signs, since an? \w+ is no Markdown; "
        "write it in plain words and signs$",
        problem,
    )


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("*fast*", "**fast**"),
        ("$(date)", "`date`"),
        ("*.txt", "*txt*"),
        ("snake_case", "a*b*c"),
        ("red", "<b>blue</b>"),
        ("__init__", "x"),
    ],
)
@pytest.mark.parametrize("kind", SHOWING)
def test_signs_that_are_shown_on_purpose_pass(kind: str, one: str, two: str) -> None:
    assert told_of(kind, one, two) == []


def test_markdown_in_a_unit_or_a_name_hides_nothing_that_is_wrong_with_the_number() -> None:
    fields = "unit: '**m**'\nmistakes: [{value: 2/3, name: the `rest`, feedback: f}]\n"
    question = f"id: n\ntype: numeric\nstem: How far?\nanswer: 2/3\nexplanation: e\n{fields}"
    assert [each.split(": ", 2)[2].split(";")[0] for each in problems(quiz_of(question))] == [
        '"tolerance" is missing',
        "readers would see **m** with all its signs, since a unit is no Markdown",
        "the mistake gives 0.666667, which counts as right",
        "readers would see `rest` with all its signs, since a name is no Markdown",
    ]


@pytest.mark.parametrize("kind", sorted({"hotspot", "mask"} & discover().keys()))
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A **cup** on a table", "**cup**"),
        ("Where `y` is $x$", "`y`"),
        ("C*, A* and a_b", ""),
        ("a <b>b", ""),
    ],
)
def test_markdown_in_an_alternative_text_is_told(kind: str, text: str, found: str) -> None:
    fields = PLAIN[kind].replace("alt: Two halves.\n", "").replace("ONE", "'Left'").replace("TWO", "'Right'")
    picture = "" if kind == "hotspot" else "picture: a.svg\n"
    question = f"id: shown\ntype: {kind}\nstem: Which?\nexplanation: e\n{fields}{picture}alt: {text}\n"
    told = [each.partition(" ")[2] for each in problems(quiz_of(question)) if "readers would see" in each]
    expected = f"shown: readers would see {found} with all its signs, since `alt` is no Markdown; "
    assert told == ([f"{expected}write it in plain words and signs"] if found else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("say what `argmax` does", "`argmax`"),
        ("tell *mean* from median", "*mean*"),
        ("use a[i] and 3 * 4", ""),
    ],
)
def test_markdown_in_an_objective_is_told(text: str, found: str) -> None:
    question = "{id: n, type: numeric, stem: How far?, answer: 1, explanation: e, objective: 'OBJECTIVE'}"
    said = f"readers would see {found} with all its signs, since an objective is no Markdown; "
    cure = "write it in plain words and signs"
    assert problems(f"questions:\n  - {question.replace('OBJECTIVE', text)}\n") == (
        [f"2:82: n: {said}{cure}"] if found else []
    )
    of_page = [str(each) for each in lesson_complaints({"objective": text})]
    assert len(of_page) == bool(found)
    assert all(said in each for each in of_page)


def test_a_cure_has_no_space_at_its_end() -> None:
    assert without_markup("**a**\n") == "a"
