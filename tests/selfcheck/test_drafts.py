"""What a build leaves out is known: which questions wait there, and what others may point to."""

from __future__ import annotations

from pathlib import Path

from tests.selfcheck.cases import quiz_of
from tests.selfcheck.samples import sample
from tests.selfcheck.sites import CONFIGURATION, build, build_apart, draw

DRAFT = {"mkdocs.yml": f"{CONFIGURATION}draft_docs: |\n  later.md\n  more.md\n"}
LATER = "# Later\n\n## A passage\n\n```quiz\nlater\n```\n"


def pointing(name: str, section: str) -> str:
    """A question that points to a passage."""
    question = sample(name)
    return question.replace("stem:", f"section: {section}\nstem:", 1)


def test_a_question_of_a_draft_may_point_into_it(tmp_path: Path) -> None:
    quiz = quiz_of(pointing("waits", "later.md#a-passage"))
    draw(tmp_path, {**DRAFT, "docs/later.md": LATER, "quizzes/later.yml": quiz})
    assert build(tmp_path, strict=True).exit_code == 0


def test_a_question_that_is_shown_may_not_point_to_a_draft(tmp_path: Path) -> None:
    quiz = quiz_of(pointing("shown", "later.md#a-passage"))
    front = "```quiz\nlater\n```\n"
    draw(tmp_path, {**DRAFT, "docs/index.md": front, "docs/later.md": LATER, "quizzes/later.yml": quiz})
    (problem,) = build(tmp_path, strict=True).problems
    told = 'shown: the page "later.md" is left out of this build; publish it, or name another passage'
    assert problem.endswith(told)


def test_a_question_that_no_page_shows_is_told_beside_one_that_waits(tmp_path: Path) -> None:
    only = "```quiz\nquiz: later\nonly: [first]\n```\n"
    quiz = quiz_of(sample("first"), sample("second"))
    draw(tmp_path, {**DRAFT, "docs/later.md": only, "docs/more.md": only, "quizzes/later.yml": quiz})
    said = build_apart(tmp_path).said
    assert "first: no page of this build shows this question; " in said
    assert "it waits on later.md, more.md, which are left out of it" in said
    assert "second: no page shows this question; name it in a fence, or remove it" in said


def test_a_file_behind_a_dot_is_no_page_to_wait_on(tmp_path: Path) -> None:
    draw(tmp_path, {"docs/.trash/later.md": LATER, "quizzes/later.yml": quiz_of(sample("first"))})
    assert "no page shows this quiz" in build(tmp_path).said
