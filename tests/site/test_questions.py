"""The questions of this site have no flaw, but for those that are kept on purpose and say why."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from selfcheck.bank import Bank
from selfcheck.configuration import site_of
from selfcheck.lint.linter import findings, lint
from selfcheck.lint.question import Question
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
