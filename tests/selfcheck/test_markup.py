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
