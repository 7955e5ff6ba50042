"""The cases of every type: accepted ones render as recorded, rejected ones give exactly their problem."""

from __future__ import annotations

from pathlib import Path

import pytest

from selfcheck.question_types import QuestionType, discover
from selfcheck.quiz_text import read_quiz
from tests.selfcheck import golden
from tests.selfcheck.cases import Accepted, Rejected, accepted, all_accepted, all_rejected, quiz_of


@pytest.mark.parametrize("case", all_accepted(), ids=str)
def test_an_accepted_question_has_no_problem(case: Accepted) -> None:
    quiz = read_quiz("quiz", "quiz.yml", quiz_of(case.question), ["explanation"])
    assert [str(problem) for problem in quiz.problems] == []
    assert [entry.item.id for entry in quiz.entries] == [case.id]


@pytest.mark.parametrize("case", all_accepted(), ids=str)
def test_an_accepted_question_renders_as_recorded(case: Accepted, tmp_path: Path) -> None:
    recorded = golden.file_of(case)
    assert recorded.exists(), "record it by `make golden` and read it"
    assert golden.rendered(case, tmp_path) == recorded.read_text("utf-8")


@pytest.mark.parametrize("kind", discover().values(), ids=lambda kind: kind.name)
def test_every_recorded_block_belongs_to_a_case(kind: QuestionType) -> None:
    known = {golden.file_of(case) for case in accepted(kind)}
    assert golden.files_of(kind) == known


@pytest.mark.parametrize("case", all_rejected(), ids=str)
def test_a_rejected_question_gives_its_one_problem_at_its_line(case: Rejected) -> None:
    quiz = read_quiz("quiz", "quiz.yml", quiz_of(case.question), ["explanation"])
    found = [(problem.line, problem.item, f"{problem.message}; {problem.hint}") for problem in quiz.problems]
    assert found == [(case.line + 1, "example", case.problem)]
    assert quiz.entries == ()


def test_the_ids_of_all_accepted_questions_differ() -> None:
    ids = [case.id for case in all_accepted()]
    assert len(ids) == len(set(ids))
