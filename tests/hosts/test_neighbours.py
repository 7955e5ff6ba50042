"""Plugins and extensions that many sites use stand beside selfcheck without harm to either."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.hosts.host import Build, Host
from tests.hosts.installation import once
from tests.pages.tree import Draw, write_tree

QUIZZES = {
    f"quizzes/{name}.yml": f"""
        questions:
          - id: in-{name}
            type: true-false
            section: index.md#home
            stem: Is a *label* a number?
            answer: true
            explanation: See [home](index.md).
    """
    for name in ("snippet", "post", "excerpt", "lesson")
}
POST = "---\ndate: 2026-01-0{day}\ntags: [grids]\n---\n# Post {day}\n\n{text}\n"
FOLD = "\n<!-- more -->\n"
PAGES = {
    "docs/index.md": '# Home\n\n!!! note\n\n    --8<-- "parts/ask.md"\n',
    "parts/ask.md": "```quiz\nsnippet\n```\n",
    "docs/guide/lesson.md": "# Lesson\n\n/// details | More\n```quiz\nlesson\n```\n///\n",
    "docs/blog/index.md": "# Blog\n",
    "docs/blog/posts/first.md": POST.format(day=1, text=f"Intro.\n{FOLD}\n```quiz\npost\n```"),
    "docs/blog/posts/second.md": POST.format(day=2, text=f"```quiz\nexcerpt\n```\n{FOLD}\nRest."),
    "docs/tags.md": "# Tags\n\n<!-- material/tags -->\n",
}
MATERIAL: dict[str, Any] = {"name": "material", "font": False}
SETTINGS = {
    "site_url": "https://example.org/under/",
    "theme": {**MATERIAL, "features": ["navigation.instant", "navigation.instant.prefetch"]},
    # The order in which plugins stand must not matter to search.
    "plugins": ["selfcheck", "blog", "tags", "search"],
    "markdown_extensions": [
        "admonition",
        "pymdownx.blocks.details",
        "pymdownx.superfences",
        "pymdownx.snippets",
    ],
}


@pytest.fixture(scope="module", params=["lowest", "newest", "properdocs"])
def built(request: pytest.FixtureRequest, shared: Path, host_named: Callable[[str], Host]) -> Build:
    """A site with snippets, blocks, a blog, tags and instant navigation."""
    host = host_named(request.param)

    def build(folder: Path) -> None:
        write_tree(folder, {**PAGES, **QUIZZES})
        host.build(folder, SETTINGS, strict=True).checked()

    return Build(0, "", once(shared / f"neighbours-{host.name}", build) / f"site-{host.name}")


def test_a_quiz_in_a_snippet(built: Build) -> None:
    assert 'id="check-in-snippet"' in built.page("index.html")


def test_a_quiz_in_a_block_of_pymdownx(built: Build) -> None:
    page = built.page("guide/lesson/index.html")

    assert re.search(
        r"<details>\s*<summary>More</summary>.*id=\"check-in-lesson\".*</details>", page, re.DOTALL
    )


def test_a_question_in_a_blog_post(built: Build) -> None:
    page = built.page("blog/2026/01/01/post-1/index.html")

    assert 'id="check-in-post"' in page
    assert_assets_are_found(built, "blog/2026/01/01/post-1")
    block = page[page.index("<self-check") : page.index("</self-check>")]
    assert set(re.findall(r'href="([^"]*)"', block)) == {"../../../../../#home", "../../../../../"}


def test_the_beginning_of_a_post_brings_its_question_and_no_other(built: Build) -> None:
    for view in ("blog", "blog/archive/2026"):
        assert re.findall(r'<self-check [^>]*id="([^"]*)"', built.page(f"{view}/index.html")) == [
            "check-in-excerpt"
        ]
        assert_assets_are_found(built, view)


def test_search_reads_stems_only_wherever_the_plugin_stands(built: Build) -> None:
    entries = json.loads(built.page("search/search_index.json"))["docs"]
    text = " ".join(entry["text"] for entry in entries)

    assert "label" in text
    assert "See" not in text


def test_scripts_stand_in_the_content_where_instant_navigation_runs_them(built: Build) -> None:
    page = built.page("guide/lesson/index.html")
    article = page[page.index("<article") : page.index("</article>")]

    named = re.findall(r'(?:href|src)="[^"]*selfcheck/[^"]*"', page)
    assert named
    assert all(address in article[: article.index("<self-check")] for address in named)


def test_a_problem_in_a_snippet_names_the_page(host_named: Callable[[str], Host], draw: Draw) -> None:
    root = draw({**PAGES, **QUIZZES, "parts/ask.md": "```quiz\nsnipet\n```\n"})
    built = host_named("newest").build(root, {**SETTINGS, "theme": MATERIAL})

    assert built.status == 1
    assert '\ndocs/index.md: there is no quiz "snipet"; did you mean "snippet"?' in built.output
    assert "Traceback" not in built.output


def assert_assets_are_found(built: Build, page: str) -> None:
    """Every script and style of ours that a page in a folder of its own names is there."""
    named = re.findall(r'(?:href|src)="([^"]*selfcheck/[^"]*)"', built.page(f"{page}/index.html"))
    assert named
    assert [address for address in named if not (built.site / page / address).is_file()] == []
