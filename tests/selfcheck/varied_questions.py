"""A question with variants, and what is read of such questions."""

from __future__ import annotations

from selfcheck.expressions import Functions
from selfcheck.item import Varied
from selfcheck.quiz_text import read_quiz
from tests.selfcheck.cases import quiz_of

ROWS = """id: rows
type: numeric
stem: A map of [=n] rows meets a kernel of [=k]. How many are left?
parameters:
  n: {from: 8, to: 64, step: 8}
  k: [3, 5, 7]
answer: n - k + 1
mistakes:
  - {value: n - k, feedback: "One more than [=n - k]."}
explanation: because
"""


def item(question: str, functions: Functions | None = None) -> Varied:
    """The item of a sound question, with its variants."""
    quiz = read_quiz("quiz", "quiz.yml", quiz_of(question), ["explanation"], None, functions)
    assert [str(problem) for problem in quiz.problems] == []
    found = quiz.entries[0].item
    assert isinstance(found, Varied)
    return found


def problems(question: str, functions: Functions | None = None) -> list[str]:
    """What is told of a question."""
    quiz = read_quiz("quiz", "quiz.yml", quiz_of(question), ["explanation"], None, functions)
    return [str(problem) for problem in quiz.problems]
