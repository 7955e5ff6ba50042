"""What a build leaves out is known: which questions wait there, and what others may point to."""

from __future__ import annotations

from pathlib import Path

import pytest

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


@pytest.mark.parametrize("left_out", ["draft_docs", "exclude_docs"])
def test_a_question_that_is_shown_may_point_to_a_page_that_waits(tmp_path: Path, left_out: str) -> None:
    quiz = quiz_of(pointing("shown", "later.md#a-passage"))
    front = "```quiz\nlater\n```\n"
    files = {"docs/index.md": front, "docs/later.md": "# Later\n\n## A passage\n", "quizzes/later.yml": quiz}
    draw(tmp_path, {"mkdocs.yml": f"{CONFIGURATION}{left_out}: later.md\n", **files})
    built = build_apart(tmp_path, "--strict")
    assert (built.exit_code, built.problems) == (0, [])
    assert 'questions point to the page "later.md", which this build leaves out' in built.said
    html = (tmp_path / "site/index.html").read_text("utf-8")
    assert 'id="check-shown"' in html
    assert "later/" not in html, "a link that would lead nowhere"
    draw(tmp_path, files)
    assert build(tmp_path, strict=True).exit_code == 0
    assert '<a href="later/#a-passage">' in (tmp_path / "site/index.html").read_text("utf-8")


def test_a_page_that_is_nowhere_is_still_told(tmp_path: Path) -> None:
    quiz = quiz_of(pointing("shown", "latr.md"))
    front = "```quiz\nlater\n```\n"
    draw(tmp_path, {**DRAFT, "docs/index.md": front, "docs/later.md": LATER, "quizzes/later.yml": quiz})
    (problem,) = build(tmp_path, strict=True).problems
    assert 'shown: there is no page "latr.md"; ' in problem


def test_a_draft_of_pages_outside_the_folder_of_the_configuration_counts(tmp_path: Path) -> None:
    outside = DRAFT["mkdocs.yml"] + "docs_dir: ../pages\n"
    draw(tmp_path / "site", {"mkdocs.yml": outside, "quizzes/later.yml": quiz_of(sample("later"))})
    pages = draw(tmp_path / "pages", {"index.md": "# Home\n", "later.md": LATER})
    assert (pages / "later.md").is_file()
    assert build(tmp_path / "site", strict=True).exit_code == 0
