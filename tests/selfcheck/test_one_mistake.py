"""One mistake gives one problem; its consequences are not reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from selfcheck.directive import read_directive
from selfcheck.pages.fence import fences_of
from selfcheck.problems import Problem
from selfcheck.question_types import discover
from selfcheck.quiz_text import read_quiz
from selfcheck.site import Site
from tests.selfcheck.cases import Accepted, all_accepted, quiz_of
from tests.selfcheck.samples import sample
from tests.selfcheck.sites import draw

EVERYTHING = ["explanation", "feedback", "hints", "objective", "section"]


def told(question: str, *require: str) -> list[Problem]:
    return list(read_quiz("quiz", "quiz.yml", quiz_of(question), require or ["explanation"]).problems)


def fields(case: Accepted) -> list[str]:
    """The fields of a question beside its id and type."""
    names = [line.split(":")[0] for line in case.question.splitlines() if line[:1].isalpha()]
    return [name for name in names if name not in ("id", "type")]


def with_field(case: Accepted, name: str, *instead: str) -> tuple[str, int]:
    """The question with these lines in place of a field, and the line in its file where they begin."""
    lines = case.question.splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith(f"{name}:"))
    end = next((n for n in range(start + 1, len(lines)) if lines[n][:1].isalpha()), len(lines))
    return "\n".join([*lines[:start], *instead, *lines[end:]]) + "\n", start + 2


@pytest.mark.parametrize("case", all_accepted(), ids=str)
def test_a_misspelt_field_is_not_missing_too(case: Accepted) -> None:
    for name in fields(case):
        misspelt = f"{name}{name[-1]}"
        (problem,) = told(case.question.replace(f"\n{name}:", f"\n{misspelt}:"))
        assert (problem.message, problem.hint) == (f'unknown field "{misspelt}"', f'did you mean "{name}"?')


@pytest.mark.parametrize("case", all_accepted(), ids=str)
def test_a_missing_field_is_told_once_at_the_id(case: Accepted) -> None:
    declared = discover()[case.type].model.model_fields.items()
    needed = {field.alias or name for name, field in declared if field.is_required()} | {"explanation"}
    for name in fields(case):
        question, _ = with_field(case, name)
        # What the field allows is told where it stands, and the cure is the field.
        problems = [problem for problem in told(question) if f"`{name}: " not in problem.hint]
        assert all(problem.message == f'"{name}" is missing' for problem in problems)
        lines = [problem.line for problem in problems]
        assert lines == [2] if name in needed else lines in ([], [2]), name


@pytest.mark.parametrize("case", all_accepted(), ids=str)
@pytest.mark.parametrize("wrong", ["{surely: not this}", "[[surely], [not this]]"])
def test_a_field_of_the_wrong_shape_gives_problems_of_its_own_only(case: Accepted, wrong: str) -> None:
    before = {problem.message for problem in told(case.question, *EVERYTHING)}
    for name in fields(case):
        question, line = with_field(case, name, f"{name}: {wrong}")
        problems = [each for each in told(question, *EVERYTHING) if each.message not in before]
        assert {problem.line for problem in problems} == {line}, name


@pytest.mark.parametrize("case", all_accepted(), ids=str)
def test_required_feedback_is_asked_for_once_a_place(case: Accepted) -> None:
    problems = told(case.question, "feedback")
    assert all(problem.message.endswith("is missing") for problem in problems)
    places = {(problem.line, problem.column, problem.message) for problem in problems}
    assert len(places) == len(problems)


def test_an_id_given_twice_is_not_also_shown_twice(tmp_path: Path) -> None:
    bank = Site(draw(tmp_path, {"quizzes/a.yml": quiz_of(sample("one"), sample("one"))})).bank()
    (fence,) = fences_of("quiz", ["```quiz", "a", "```"])
    directive = read_directive(fence, bank)
    assert len(bank.problems) == 1
    assert [entry.item.id for entry in directive.entries] == ["one"]
    assert directive.complaints == ()
