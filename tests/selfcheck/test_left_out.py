"""Questions that only pages show which a build leaves out."""

from __future__ import annotations

from pathlib import Path

from selfcheck.bank import Bank
from selfcheck.page_questions import questions_on
from tests.selfcheck.cases import quiz_of
from tests.selfcheck.samples import sample
from tests.selfcheck.sites import CONFIGURATION, build, build_apart, draw

QUIZ = {"quizzes/strides.yml": quiz_of(sample("first"), sample("second"))}
FENCE = "# Page\n\n```quiz\nstrides\n```\n"
EXCLUDING = f"{CONFIGURATION}exclude_docs: later.md\n"


def test_a_question_waits_on_a_page_that_the_build_leaves_out(tmp_path: Path) -> None:
    draw(tmp_path, {"mkdocs.yml": EXCLUDING, "docs/later.md": FENCE, **QUIZ})
    done = build(tmp_path, strict=True)
    assert (done.exit_code, done.said) == (0, "")


def test_a_question_waits_where_a_hook_leaves_its_fence_out_of_a_page(tmp_path: Path) -> None:
    hook = 'def on_page_markdown(markdown, page, **more):\n    return "Soon." if page.meta else markdown\n'
    page = f"---\ndraft: true\n---\n{FENCE}"
    draw(
        tmp_path,
        {"mkdocs.yml": f"{CONFIGURATION}hooks: [soon.py]\n", "soon.py": hook, "docs/later.md": page, **QUIZ},
    )
    done = build_apart(tmp_path, "--strict")
    assert done.exit_code == 0, done.said
    assert "docs/later.md:6: this fence has questions that no page of this build shows" in done.said


def test_a_question_that_such_a_page_does_not_show_is_warned_about(tmp_path: Path) -> None:
    page = "```quiz\nquiz: strides\nonly: [first]\n```\n"
    draw(tmp_path, {"mkdocs.yml": EXCLUDING, "docs/later.md": page, **QUIZ})
    done = build(tmp_path)
    assert "second: no page shows this question" in done.said
    assert "first: " not in done.said


def test_a_sample_and_what_is_hidden_or_installed_or_built_show_nothing(tmp_path: Path) -> None:
    draw(
        tmp_path,
        {
            "README.md": f"How to show a quiz:\n\n````markdown\n{FENCE}````\n\n<!--\n{FENCE}-->\n",
            "docs/index.md": f"# Home\n\n<!--\n{FENCE}-->\n",
            ".venv/notes.md": FENCE,
            "node_modules/thing/README.md": FENCE,
            "site/page.md": FENCE,
            **QUIZ,
        },
    )
    assert "no page shows this quiz" in build(tmp_path).said


def test_a_link_that_leads_nowhere_is_no_page(tmp_path: Path) -> None:
    """Editors make such links beside a page that has not been saved."""
    draw(tmp_path, {"docs/later.md": FENCE, "mkdocs.yml": EXCLUDING, **QUIZ})
    (tmp_path / "docs/.#index.md").symlink_to("author@machine.1234")
    (tmp_path / "notes.md").symlink_to("gone.md")
    done = build(tmp_path)
    assert (done.exit_code, done.said) == (0, "")


def test_a_page_that_is_gone_once_it_is_read_shows_nothing(tmp_path: Path) -> None:
    assert questions_on([tmp_path / "gone.md"], Bank({})) == {}
