"""Questions to put flaws into, and what the linter finds in a question."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

from selfcheck.lint.linter import findings
from selfcheck.lint.question import Question
from selfcheck.quiz import Quiz
from selfcheck.quiz_text import read_quiz

OWN = Path(__file__).parents[3] / "quizzes"

CLEAN = ("A step", "A weight", "A border")
"""Options without a flaw, the key first."""


def own_choices() -> list[dict[str, Any]]:
    """The single choices of this project's own bank, without their passages, in the order of its files."""
    listed = [yaml.safe_load(file.read_text("utf-8"))["questions"] for file in sorted(OWN.glob("*.yml"))]
    all_of_them = [question for questions in listed for question in questions]
    chosen = [question for question in all_of_them if question.get("type") == "single-choice"]
    return [{name: value for name, value in each.items() if name != "passage"} for each in chosen]


def quiz_with(*questions: dict[str, Any]) -> Quiz:
    """These questions as a quiz, which must be valid."""
    quiz = read_quiz("quiz", "quiz.yml", json.dumps({"questions": questions}, ensure_ascii=False, indent=1))
    assert quiz.problems == ()
    return quiz


def found_in(question: dict[str, Any], language: str = "en") -> set[str]:
    """The names of the rules that find something in a question, whatever it waives."""
    (entry,) = quiz_with(question).entries
    return {rule.name for rule, _ in findings(Question(entry.item, language))}


def choice(*options: str, stem: str = "What is a stride?", **fields: Any) -> dict[str, Any]:
    """A single choice whose first option is the key."""
    texts: list[dict[str, Any]] = [{"text": option} for option in options]
    texts[0]["correct"] = True
    why = "The kernel moves on by it, because it is a step."
    return {
        "id": "q", "type": "single-choice", "stem": stem, "options": texts, "explanation": why, **fields
    }  # fmt: skip
