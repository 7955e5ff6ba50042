"""Parameters as authors write them: numbers, texts and ranges, and what is told of those that are none."""

from __future__ import annotations

import pytest

from tests.selfcheck.varied_questions import ROWS, item, problems


@pytest.mark.parametrize(
    "number", ["０．５", "１２％", "－3", "—3", "−3", "–3", "３２", "1 000", "1,5", "5 px"]
)
def test_a_number_in_other_signs_is_told_as_a_number(number: str) -> None:
    (problem,) = problems(f"id: a\ntype: numeric\nstem: How many?\nanswer: {number}\nexplanation: because\n")
    assert f'"{number}" is no number that can be computed with; write digits and a point alone' in problem


@pytest.mark.parametrize("number", ['"1,5"', "'-2,75'"])
def test_a_text_with_a_decimal_comma_that_is_to_be_a_number_is_told_with_that_number(number: str) -> None:
    fields = f"parameters: {{n: [2, {number}]}}\nanswer: n\nexplanation: because\n"
    (problem,) = problems(f"id: a\ntype: numeric\nstem: What is [=n]?\n{fields}")
    meant = number[1:-1]
    assert f"a number is expected, not '{meant}'" in problem
    assert problem.endswith(f"; write {meant.replace(',', '.')} among the parameters, without quotes")


def test_a_number_with_a_decimal_comma_in_a_list_with_hyphens_is_told() -> None:
    listed = "\n    - 1,5\n    - 2\n    - '2,5'"
    (problem,) = problems(ROWS.replace("[3, 5, 7]", listed).replace("answer: n", "answer: 3"))
    assert 'a number or a text is expected, not "1,5"; write it as in 12 or 0.5, or put quotes' in problem


@pytest.mark.parametrize("number", ["1_000", "0x10", "010", "+3", "5.", ".5", ".nan", "-.inf"])
def test_a_value_that_other_programs_read_as_a_number_is_told(number: str) -> None:
    (problem,) = problems(ROWS.replace("[3, 5, 7]", f"[3, {number}]"))
    said = "write it as in 12 or 0.5, or put quotes round a text"
    assert problem.endswith(f'a number or a text is expected, not "{number}"; {said}')


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("answer:", "where: [d == n]\nanswer:"),  # which says what it is
        ("kernel of [=k]", "kernel of [=k + 0 * d]"),
        ("d: [8, 16]", "d: [8]"),  # which the stem may say as it is
    ],
)
def test_a_parameter_may_follow_from_what_a_reader_sees(old: str, new: str) -> None:
    hidden = ROWS.replace("answer: n", "answer: n + 0 * d").replace("  k: [", "  d: [8, 16]\n  k: [")
    assert problems(hidden) == [
        'quiz.yml:7:10: rows: the answer depends on "d", which no reader sees; show it in the stem by [=d]'
    ]
    assert problems(hidden.replace(old, new)) == []


def test_a_value_that_is_given_twice_may_be_what_a_decimal_comma_has_left() -> None:
    (problem,) = problems(ROWS.replace("[3, 5, 7]", "[1,5, 2,5]"))
    assert problem.endswith(
        '"5" is given twice; remove one of the two; where a comma was to stand inside a number, write a point'
    )


def test_a_number_with_a_decimal_comma_in_a_list_of_values_is_told() -> None:
    said = "is two numbers in a list; write"
    assert problems(ROWS.replace("[3, 5, 7]", "[1,5, -2,7, 3]")) == [
        f"quiz.yml:7:11: rows: 1,5 {said} 1.5, or a space behind each comma",
        f"quiz.yml:7:16: rows: -2,7 {said} -2.7, or a space behind each comma",
    ]


@pytest.mark.parametrize("values", ["[3,5,7]", "[3, 5, 7]", "[3,\n    5, 7]", "['1,5', '2,7']", "[1.5, 3]"])
def test_values_with_commas_of_one_kind_are_taken_as_they_stand(values: str) -> None:
    assert not any("two numbers" in each for each in problems(ROWS.replace("[3, 5, 7]", values)))


def test_ranges_are_exact_and_their_whole_numbers_are_ints() -> None:
    question = ROWS.replace("{from: 8, to: 64, step: 8}", "{from: 0.1, to: 0.7, step: 0.1}")
    assert item(question.replace("n - k", "10 * n - k")).parameters["n"] == (
        0.1,
        0.2,
        0.3,
        0.4,
        0.5,
        0.6,
        0.7,
    )
    values = item(ROWS).parameters["n"]
    assert values == (8, 16, 24, 32, 40, 48, 56, 64)
    assert all(type(value) is int for value in values)
