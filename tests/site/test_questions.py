"""The questions of this site have no flaw, but for those that are kept on purpose and say why."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from selfcheck.bank import Bank
from selfcheck.configuration import site_of
from selfcheck.lint.linter import findings, lint
from selfcheck.lint.question import Question
from selfcheck.question_types import discover
from selfcheck.quiz import Entry

ROOT = Path(__file__).parents[2]


@cache
def bank() -> Bank:
    return site_of(ROOT / "mkdocs.yml").bank()


def test_no_question_has_a_flaw_that_nobody_has_looked_at() -> None:
    assert [str(problem) for problem in lint(bank(), ROOT, "en", "quizzes")] == []


WAIVED = [(entry, rule) for entry in bank().entries.values() for rule in entry.item.lint_ok or ()]


@pytest.mark.parametrize(("entry", "rule"), WAIVED)
def test_what_is_waived_is_there_and_has_a_reason_of_a_sentence(entry: Entry, rule: str) -> None:
    assert rule in {each.name for each, _ in findings(Question(entry.item))}
    assert len((entry.item.lint_ok or {})[rule].split()) >= 6


LESSONS = sorted(file.stem for file in (ROOT / "docs" / "lessons").glob("*.md") if file.stem != "index")


def asked_in(lesson: str) -> list[Entry]:
    return [entry for entry in bank().entries.values() if Path(entry.location.path).stem == lesson]


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_asks_six_questions_of_five_types_or_more(lesson: str) -> None:
    types = [entry.item.type for entry in asked_in(lesson)]
    assert len(types) >= 6
    assert len(set(types)) >= 5
    # The last one needs the whole lesson, which no key can hold.
    assert types[-1] == "short-answer"


def test_each_type_is_asked_in_a_lesson() -> None:
    assert {entry.item.type for lesson in LESSONS for entry in asked_in(lesson)} == set(discover())
