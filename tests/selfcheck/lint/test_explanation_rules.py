"""Phrasings in which rules find the flaws of explanations and hints, and in which they find none."""

from __future__ import annotations

from typing import Any

import pytest

from tests.selfcheck.lint.questions import choice, found_in


def explained(explanation: str, key: str = "It halves both sides when asked", **fields: Any) -> bool:
    question = choice(
        key, "It halves the channels", "It doubles both sides", stem="What does a stride of 2 do?"
    )
    return "explanation-restates" in found_in(question | fields | {"explanation": explanation})


@pytest.mark.parametrize(
    "explanation",
    [
        "A stride of 2 halves both sides when asked.",
        "Correct. A stride halves both sides.",
        "It halves both sides of every map.",
        "Explanation: It halves both sides of every map.",
        "**Correct answer:** a stride of 2 halves both sides.",
        "It is known as the stride that halves both sides.",
        "A stride of 2 serves as a way of halving both sides.",
    ],
)
def test_an_explanation_that_says_the_key_again(explanation: str) -> None:
    assert explained(explanation)


@pytest.mark.parametrize(
    "explanation",
    [
        "A stride of 2 halves both sides when asked, because each second place is left out.",
        "Every second place is left out. So both sides halve.",
        "Each step skips a place. Both sides are halved.",
        "The sides have places, neighbours, kernels and borders.",
        "Explanation: both sides are halved, because each second place is left out.",
        "It halves both sides, as the kernel skips each second place.",
    ],
)
def test_an_explanation_that_gives_a_reason(explanation: str) -> None:
    assert not explained(explanation)


@pytest.mark.parametrize(
    ("explanation", "restates"),
    [
        ("The `ls` command lists files.", True),
        ("ls lists the files of a folder.", True),
        ("`ls` is short for list.", False),
        ("`ls` lists files, since `cd` only changes the folder.", False),
        ("`ls` lists files. Both letters stand in that word.", False),
        ("`cd` lists no files.", False),
    ],
)
def test_an_explanation_that_says_a_key_of_two_signs_again(explanation: str, restates: bool) -> None:
    question = choice("`ls`", "`cd`", "`rm`", stem="Which command lists files?", explanation=explanation)
    assert ("explanation-restates" in found_in(question)) is restates


@pytest.mark.parametrize(
    ("explanation", "restates"),
    [
        ("True. A stride of two halves the sides of a map.", True),
        ("A stride of two halves the sides of a map.", True),
        ("Every second place of the map is skipped.", False),
        ("That is what makes it a stride.", False),
    ],
)
def test_an_explanation_of_a_true_statement_that_says_it_again(explanation: str, restates: bool) -> None:
    question = {"id": "q", "type": "true-false", "stem": "A stride of two halves the sides of a map.",
                "answer": True, "explanation": explanation}  # fmt: skip
    assert ("explanation-restates" in found_in(question)) is restates


@pytest.mark.parametrize(
    ("fields", "is_told"),
    [
        ({"answer": "4", "hints": ["The row has 8 pixels, so the answer is 4."]}, True),
        ({"answer": "1234567", "hints": ["It is 1234567."]}, True),
        ({"answer": "1000000", "hints": ["The answer is 1000000."]}, True),
        ({"answer": 3.1415927, "tolerance": 0.01, "hints": ["Pi is 3.1415927."]}, True),
        ({"answer": "4", "hints": ["Four steps of 2, with a kernel of 4×4, fit into the row."]}, False),
    ],
)
def test_a_hint_that_says_a_number(fields: dict[str, Any], is_told: bool) -> None:
    question = {"id": "q", "type": "numeric", "stem": "How many?", "explanation": "8 / 2 = 4.", **fields}
    assert ("hint-holds-key" in found_in(question)) == is_told


@pytest.mark.parametrize(
    ("feedback", "is_key", "contradicts"),
    [
        ("Correct, the channels are halved.", False, True),
        ("That's right!", False, True),
        ("Richtig, die Kanäle.", False, True),
        ("Bravo !", False, True),
        ("Not quite. The sides stay.", True, True),
        ("Sorry, wrong.", True, True),
        ("Leider falsch.", True, True),
        ("Correct, both sides are halved.", True, False),
        ("Wrong, the channels stay.", False, False),
        ("Right, but for rows alone.", False, False),
        ("Right for a pooling.", False, False),
        ("Right, unless a border is added.", False, False),
        ("Richtig, wenn es Zeilen sind.", False, False),
        ("Exact, sauf au bord.", False, False),
        ("Correct: it halves both sides.", False, False),
        ("Exactly half of the rows are left.", False, False),
        ("Right: a stride is meant, not a rate.", False, False),
        ("Wrong answers forget the sides.", True, False),
    ],
)
def test_a_feedback_that_contradicts_the_key(feedback: str, is_key: bool, contradicts: bool) -> None:
    question = choice("It halves both sides", "It halves the channels", "It doubles both sides")
    question["options"][0 if is_key else 1]["feedback"] = feedback
    assert ("feedback-contradicts" in found_in(question)) is contradicts


def test_a_verdict_that_is_the_name_of_an_option_contradicts_nothing() -> None:
    question = choice("right", "left", "straight on", stem="From which side does it come?")
    question["options"][1]["feedback"] = "Right, as the kernel runs that way."
    assert "feedback-contradicts" not in found_in(question)


def test_what_is_said_of_an_option_that_was_passed_over_is_judged_the_other_way_round() -> None:
    question = choice("It halves both sides", "It halves the channels", "It doubles both sides")
    question |= {"type": "multiple-response"}
    question["options"][1]["feedback"] = {"if-chosen": "Wrong.", "if-not-chosen": "Right, the channels stay."}
    assert "feedback-contradicts" not in found_in(question)
    question["options"][1]["feedback"] = {
        "if-chosen": "The sides stay.",
        "if-not-chosen": "Wrong, they stay.",
    }
    assert "feedback-contradicts" in found_in(question)


def test_a_verdict_on_a_statement_is_judged_by_its_answer() -> None:
    statement = {
        "id": "q", "type": "true-false", "stem": "A stride adds weights.", "answer": False,
        "feedback": {"if-true": "Correct, they are learned.", "if-false": "The kernel stays as it is."},
        "explanation": "A stride is a step, so it has nothing to learn.",
    }  # fmt: skip
    assert found_in(statement) == {"feedback-contradicts"}
    assert found_in({**statement, "answer": True}) == set()
