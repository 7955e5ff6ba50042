"""An answer is the text that a reader would type: Markdown in it is asked about."""

from __future__ import annotations

import pytest

from selfcheck.typed.markup import markup_in, without_markup
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
