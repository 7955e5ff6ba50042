"""Feeds, descriptions and exports of other plugins: the stem of a question as text, and no more of it."""

import csv
import json
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from tests.hosts.host import Host
from tests.hosts.installation import once
from tests.pages.tree import write_tree

FEED = {
    "match_path": "blog/posts/.*",
    "use_git": False,
    "date_from_meta": {"as_creation": "date.created"},
}
EXPORT = '''
    """Writes what each page says into one file, as exports for language models do."""

    import re
    from pathlib import Path

    said = []


    def on_page_content(html, page, **more):
        said.append(html)
        page.meta["description"] = " ".join(re.sub("<[^<>]*>", "", html).split())
        return html


    def on_page_context(context, page, **more):
        said.append(page.content)


    def on_post_build(config):
        Path(config.site_dir, "llms.txt").write_text("\\\\n".join(said), "utf-8")
'''
PAGES = {
    "export.py": EXPORT,
    "docs/index.md": "# Home\n\n```quiz\nlesson\n```\n\nAfter it.\n",
    "docs/blog/index.md": "# Blog\n",
    "docs/blog/posts/first.md": "---\ndate: 2025-01-02\n---\n# First\n\nBefore.\n\n```quiz\nlesson\n```\n\n"
    "<!-- more -->\n\nAfter.\n",
    "docs/blog/posts/sheet.md": "---\ndate: 2025-01-03\n---\n# Second\n\n"
    "```quiz\nquiz: lesson\nas: answer-key\n```\n",
    "quizzes/lesson.yml": """
        questions:
          - id: a-choice
            type: single-choice
            section: index.md
            stem: |
              Which call *returns* `a < b`? See [the page](index.md) & ![a picture](picture.svg).

              | x |
              |---|
              | y |
            options:
              - {text: wordkey, correct: true, feedback: wordfeedback}
              - {text: wordwrong}
            hints: [wordhint]
            explanation: wordexplanation
          - id: a-cloze
            type: cloze
            stem: Fill it in.
            text: The sky is [_colour_] today.
            gaps:
              colour: {answers: [wordblue]}
            explanation: wordexplanation
    """,
    "docs/picture.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>\n',
}
SECRETS = ("wordkey", "wordfeedback", "wordwrong", "wordhint", "wordexplanation", "wordblue", "check-a-")
MARKS = ("self-check", "<script", "<link", "<img", "../", "data-", "quiz")
STEM = "Which call returns a &lt; b? See the page &amp; . x y"


def settings(chars: int, **more: Any) -> dict[str, Any]:
    return {
        "site_url": "https://example.org/x/",
        "theme": {"name": "material", "font": False},
        "markdown_extensions": ["tables"],
        "plugins": ["selfcheck", "blog", {"rss": {**FEED, "abstract_chars_count": chars}}],
        **more,
    }


LLMSTXT = {
    "full_output": "llms-full.txt",
    "sections": {"Lessons": ["index.md"], "Posts": ["blog/posts/*.md"]},
}
SITES = {
    "whole-posts": settings(-1),
    "beginnings": settings(30),
    "excerpts": settings(0),
    "hook": settings(-1, plugins=[{"selfcheck": {"exports": ["export.py"]}}, "blog"], hooks=["export.py"]),
    "llmstxt": settings(-1, plugins=["selfcheck", "blog", {"llmstxt": LLMSTXT}]),
    # Before selfcheck, since the order must not matter.
    "descriptions": settings(-1, plugins=[{"meta-descriptions": {"export_csv": True}}, "blog", "selfcheck"]),
}


@pytest.fixture(scope="module")
def sites(host_named: Callable[[str], Host], shared: Path) -> dict[str, Path]:
    """The folders of the sites."""
    root = shared / "feeds"

    def build(folder: Path) -> None:
        write_tree(folder, PAGES)
        host_named("neighbours").build_many(folder, SITES)

    once(root, build)
    return {name: root / f"site-{name}" for name in SITES}


@pytest.mark.parametrize("name", ["whole-posts", "beginnings", "excerpts"])
def test_a_feed_has_nothing_of_a_question_but_its_stem(name: str, sites: dict[str, Path]) -> None:
    items = json.loads((sites[name] / "feed_json_created.json").read_text("utf-8"))["items"]
    said = {item["title"]: item["content_html"] for item in items}

    assert "Before." in said["First"]
    assert [word for word in (*SECRETS, *MARKS) if word in said["First"] + said["Second"]] == []


def test_a_feed_of_whole_posts_has_stems_as_text(sites: dict[str, Path]) -> None:
    feed = json.loads((sites["whole-posts"] / "feed_json_created.json").read_text("utf-8"))
    (said,) = (item["content_html"] for item in feed["items"] if item["title"] == "First")

    assert f"<p>{STEM}</p>" in said
    assert "<p>Fill it in. The sky is … today.</p>" in said
    assert "After." in said


def test_a_hook_that_a_site_calls_an_export_reads_stems_as_text(sites: dict[str, Path]) -> None:
    exported = (sites["hook"] / "llms.txt").read_text("utf-8")
    page = (sites["hook"] / "index.html").read_text("utf-8")
    (description,) = re.findall(r'<meta name="description" content="([^"]*)"', page)

    assert exported.count(f"<p>{STEM}</p>") >= 4
    assert [
        word for word in (*SECRETS, "<self-check", "<script", "<link") if word in exported + description
    ] == []
    assert description.startswith("Home Which call returns")


def test_files_for_language_models_have_stems_as_text_and_nothing_else_of_a_question(
    sites: dict[str, Path],
) -> None:
    site = sites["llmstxt"]
    pages = {file.relative_to(site).as_posix(): file.read_text("utf-8") for file in site.rglob("*.md")}
    whole = (site / "llms-full.txt").read_text("utf-8")
    said = "".join([whole, (site / "llms.txt").read_text("utf-8"), *pages.values()])

    assert [word for word in (*SECRETS, *MARKS) if word in said] == []
    stems = f"{unescape(STEM)}\n\nFill it in. The sky is … today."
    assert whole.count(stems) == 2
    assert pages == {
        "index.md": f"# Home\n\n{stems}\n\nAfter it.\n",
        "blog/2025/01/02/first/index.md": f"# First\n\nBefore.\n\n{stems}\n\nAfter.\n",
        "blog/2025/01/03/second/index.md": "# Second\n",
    }


def test_the_description_of_a_page_that_begins_with_a_question_is_its_stem_as_text(
    sites: dict[str, Path],
) -> None:
    site = sites["descriptions"]
    with (site / "meta-descriptions.csv").open(encoding="utf-8", newline="") as file:
        exported = {said for _, said in csv.reader(file)}
    described = {
        page: re.findall(r'<meta name="description" content="([^"]*)"', (site / page).read_text("utf-8"))
        for page in ("index.html", "blog/2025/01/02/first/index.html", "blog/2025/01/03/second/index.html")
    }

    assert exported == {"Meta description", unescape(STEM), "Before.", ""}
    assert list(described.values()) == [[STEM], ["Before."], []]


@pytest.mark.parametrize("name", SITES)
def test_a_page_that_is_exported_keeps_its_questions(name: str, sites: dict[str, Path]) -> None:
    for page in ("index.html", "blog/2025/01/02/first/index.html", "blog/index.html"):
        text = (sites[name] / page).read_text("utf-8")
        assert re.findall(r'<self-check [^>]*id="([^"]*)"', text) == ["check-a-choice", "check-a-cloze"]
        assert "wordexplanation" in text
