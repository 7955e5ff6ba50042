"""answered-above: a key that the passage above the question says in its words."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from selfcheck.catalogue import explanation
from selfcheck.lint.page_rules import page_findings
from selfcheck.lint.question import Question
from selfcheck.lint.wording import Wording
from tests.selfcheck.lint.mutations import distractor, key
from tests.selfcheck.lint.questions import found_in, own_choices, quiz_with

PASSAGE = "The strides of all layers multiply, so that three of 2 make one of 8."


def found_below(passage: str, question: dict[str, Any], language: str = "en") -> set[str]:
    (entry,) = quiz_with(question).entries
    return {rule.name for rule, _ in page_findings(Question(entry.item, language), Wording(passage))}


def test_the_bad_example_is_answered_above_and_the_good_one_not() -> None:
    bad, good = (yaml.safe_load(getattr(explanation("answered-above"), name)) for name in ("bad", "good"))
    assert PASSAGE in explanation("answered-above").bad
    assert found_below(PASSAGE, bad) == {"answered-above"}
    assert (found_below(PASSAGE, good), found_in(good)) == (set(), set())
    assert found_below(PASSAGE, {**bad, "lint-ok": {"answered-above": "to begin with"}}) == set()
    assert found_below(PASSAGE, bad, "eo") == set()


def test_a_key_of_our_own_bank_is_found_once_it_stands_above() -> None:
    told = 0
    for question in own_choices():
        text = key(question)["text"]
        assert found_below(f"{question['stem']} {question['explanation']}", question) == set()
        told += "answered-above" in found_below(f"As we have seen: {text}. That is all.", question)
        both = f"As we have seen: {text}. Or: {distractor(question)['text']}."
        assert found_below(both, question) == set()
    assert told > 8


@pytest.mark.parametrize(
    ("passage", "is_answered"),
    [
        ("We saw that strides of several layers are multiplied.", False),
        ("In it, the strides of all these layers multiply.", True),
        ("The strides of all layers. They multiply.", True),
        ("The strides multiply.", False),
        ("", False),
    ],
)
def test_words_count_whatever_their_ending_and_stand_side_by_side(passage: str, is_answered: bool) -> None:
    question = yaml.safe_load(explanation("answered-above").bad)
    assert (found_below(passage, question) == {"answered-above"}) == is_answered


@pytest.mark.parametrize(("answer", "is_answered"), [(True, True), (False, False)])
def test_a_true_statement_is_a_key_as_well(answer: bool, is_answered: bool) -> None:
    statement = {
        "id": "a", "type": "true-false", "stem": "The strides of all layers multiply in such a network.",
        "answer": answer, "explanation": "So.",
    }  # fmt: skip
    passage = "Mind this: the strides of all layers multiply in such a network."
    assert (found_below(passage, statement) == {"answered-above"}) == is_answered
