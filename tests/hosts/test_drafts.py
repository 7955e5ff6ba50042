"""A question may wait on a page that is not published: a draft, an excluded page, a draft of a blog."""

from collections.abc import Callable

import pytest

from tests.hosts.host import Host, Settings
from tests.pages.tree import Draw

SITE: Settings = {"theme": {"name": "material", "font": False}, "plugins": ["search", "selfcheck"]}
TOLD = "shows questions that no page of this build shows"


def quiz(name: str, more: str = "") -> str:
    return f"""
        questions:
          - id: {name}
            type: true-false
            stem: Does water boil at 100 degrees?
            answer: false
            explanation: It depends on the pressure.{more}
    """


def page(name: str) -> str:
    return f"# A page\n\n```quiz\n{name}\n```\n"


@pytest.mark.parametrize("name", ["lowest", "newest", "properdocs"])
def test_questions_of_drafts_excluded_and_hidden_pages_pass_a_strict_build(
    name: str, host_named: Callable[[str], Host], draw: Draw
) -> None:
    settings = {
        **SITE,
        "draft_docs": "draft.md\n",
        "exclude_docs": "gone.md\n",
        "not_in_nav": "hidden.md\n",
        "nav": ["index.md"],
    }
    waiting = ("draft", "hidden", "gone")
    root = draw(
        {
            "docs/index.md": "# Home\n",
            **{f"docs/{each}.md": page(each) for each in waiting},
            **{f"quizzes/{each}.yml": quiz(f"a-{each}") for each in waiting},
        }
    )
    built = host_named(name).build(root, settings, strict=True).checked()
    assert "<self-check" in built.page("hidden/index.html")
    for each in ("draft", "gone"):
        assert f"docs/{each}.md {TOLD}" in built.output
    assert "WARNING" not in built.output


@pytest.mark.parametrize("name", ["lowest", "newest", "properdocs"])
def test_a_course_names_no_question_that_waits(
    name: str, host_named: Callable[[str], Host], draw: Draw
) -> None:
    settings = {
        **SITE,
        "plugins": ["search", "blog", {"selfcheck": {"course": True}}],
        "draft_docs": "draft.md\n",
        "exclude_docs": "gone.md\n",
    }
    waiting = ("draft", "gone", "later")
    root = draw(
        {
            "docs/index.md": page("open"),
            "docs/draft.md": page("draft"),
            "docs/gone.md": page("gone"),
            "docs/review.md": "# Review\n\n```review\n```\n",
            "docs/blog/index.md": "# Blog\n",
            "docs/blog/posts/draft.md": f"---\ndate: 2026-01-02\ndraft: true\n---\n{page('later')}",
            **{f"quizzes/{each}.yml": quiz(f"a-{each}") for each in (*waiting, "open")},
        }
    )
    site = host_named(name).build(root, settings).checked().site
    assert "a-open " in (site / "assets/selfcheck/course/pages.js").read_text("utf-8")
    questions = site / "assets/selfcheck/course/questions"
    assert [file.name for file in questions.iterdir()] == ["a-open.js"]
    files = [file.read_bytes() for file in site.rglob("*") if file.is_file()]
    assert [each for each in waiting if any(f"a-{each}".encode() in file for file in files)] == []


@pytest.mark.parametrize("name", ["newest", "properdocs"])
def test_questions_of_draft_posts_pass_a_strict_build(
    name: str, host_named: Callable[[str], Host], draw: Draw
) -> None:
    root = draw(
        {
            "docs/index.md": "# Home\n",
            "docs/blog/index.md": "# Blog\n",
            "docs/blog/posts/now.md": f"---\ndate: 2026-01-01\n---\n{page('now')}",
            "docs/blog/posts/draft.md": f"---\ndate: 2026-01-02\ndraft: true\n---\n{page('later')}",
            "docs/blog/posts/future.md": f"---\ndate: 2999-01-01\n---\n{page('future')}",
            **{f"quizzes/{each}.yml": quiz(f"a-{each}") for each in ("now", "later", "future")},
        }
    )
    blog = {"blog": {"draft_if_future_date": True}}
    built = host_named(name).build(root, {**SITE, "plugins": ["search", blog, "selfcheck"]}, strict=True)
    built.checked()
    for post in ("draft", "future"):
        assert f"docs/blog/posts/{post}.md {TOLD}" in built.output
