"""Multiple response: feedback to chosen and missed options, and required feedback."""

from __future__ import annotations

from selfcheck.item import Choice
from selfcheck.question_types import discover
from selfcheck.quiz_text import read_quiz
from tests.selfcheck.cases import accepted, quiz_of

CASES = {case.name: case for case in accepted(discover()["multiple-response"])}


def problems(question: str) -> list[str]:
    found = read_quiz("quiz", "quiz.yml", quiz_of(question), ["feedback"]).problems
    return [f"{problem.line}: {problem.message}" for problem in found]


def test_one_text_is_feedback_to_both_and_a_mapping_to_each() -> None:
    (entry,) = read_quiz("quiz", "quiz.yml", quiz_of(CASES["first-question"].question)).entries
    asked = entry.item.interaction
    assert isinstance(asked, Choice)
    assert asked.many
    third, fourth = asked.options[2:4]
    assert (third.correct, fourth.correct) == (True, False)
    assert third.feedback == "Every later step now covers twice as many pixels."
    assert third.feedback_if_not_chosen is not None
    assert third.feedback_if_not_chosen.startswith("A stride spreads")
    assert fourth.feedback == fourth.feedback_if_not_chosen


def test_required_feedback_is_that_to_a_wrong_choice_and_to_a_missed_one() -> None:
    question = """\
id: example
type: multiple-response
stem: Which ones?
options:
  - text: right, and silent
    correct: true
  - text: right, and silent to those who miss it
    correct: true
    feedback: {if-chosen: Yes.}
  - text: wrong, and silent to those who choose it
    feedback: {if-not-chosen: Indeed.}
  - text: wrong, and nothing said
    feedback:
      if-chosen:
  - text: wrong, with a reason
    feedback: {if-chosen: "It is not."}
"""
    assert problems(question) == [
        '6: "feedback" is missing',
        '10: "if-not-chosen" is missing',
        '12: "if-chosen" is missing',
        '15: "if-chosen" has no value',
    ]


def test_feedback_may_be_mended_without_voiding_answers() -> None:
    (entry,) = read_quiz("quiz", "quiz.yml", quiz_of(CASES["first-question"].question)).entries
    edited = CASES["first-question"].question.replace("It mixes channels", "It only mixes channels")
    (other,) = read_quiz("quiz", "quiz.yml", quiz_of(edited)).entries
    assert other.item.fingerprint == entry.item.fingerprint
