"""A valid question to put mistakes into, and the problems of a file or folder with it."""

from __future__ import annotations

import re
from pathlib import Path

from selfcheck.quiz_text import read_quiz
from selfcheck.site import Site
from tests.selfcheck.cases import quiz_of
from tests.selfcheck.samples import sample
from tests.selfcheck.sites import draw

QUESTION = sample("example")


def problems(text: str, *require: str) -> list[str]:
    """What is told about the file `quizzes/quiz.yml` with this text."""
    quiz = read_quiz("quiz", "quizzes/quiz.yml", text, require or ["explanation"])
    return [str(problem).removeprefix("quizzes/quiz.yml:") for problem in quiz.problems]


def problems_on_disk(root: Path, files: dict[str, str | bytes]) -> list[str]:
    """What is told about the question files of a site."""
    return [str(problem) for problem in Site(draw(root, files)).bank().problems]


def without(field: str) -> str:
    """The sample without one of its fields."""
    return re.sub(rf"^{field}:.*\n", "", QUESTION, flags=re.MULTILINE)


def line_of(field: str) -> int:
    """The line of a field of the sample in a file that holds it alone."""
    return 2 + QUESTION[: QUESTION.index(f"{field}:")].count("\n")


def colon_told(question: str) -> bool:
    """Whether a question has one problem: that a colon has made a mapping of a text."""
    (problem,) = problems(quiz_of(question))
    return problem.endswith("example: a colon and a space stand inside a text; put quotes round the text")


def example(question_type: str, *fields: str) -> str:
    """A question of a type with these fields, and those that every type has."""
    return "\n".join(("id: example", f"type: {question_type}", "stem: So.", "explanation: e", *fields, ""))
