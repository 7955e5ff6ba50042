"""A site built with a review: the fence, the pages that it names, and the questions that it may ask."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from markdown import Markdown

from selfcheck.build import Build
from selfcheck.extension import SelfCheckExtension
from selfcheck.pages.page import Page
from selfcheck.site import Site
from tests.selfcheck.course.test_course_build import course, serve_once
from tests.selfcheck.sites import build, build_apart, draw

REVIEW = "# Review\n\n```review\n```\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A course whose pages are partly drafts, left out or changed by a hook, with a review in a folder."""
    return draw_review(course(tmp_path))


def draw_review(root: Path) -> Path:
    (root / "docs/again").mkdir()
    (root / "docs/again/review.md").write_text(REVIEW, "utf-8")
    return root


def questions(root: Path) -> dict[str, list[Any]]:
    """What is told of each question, by the name of its file."""
    folder = root / "site/assets/selfcheck/course/questions"
    texts = {file.name: file.read_text("utf-8") for file in sorted(folder.glob("*"))}
    calls = {name: re.fullmatch(r'SelfCheckCourse\("block",(.*)\);\n', text) for name, text in texts.items()}
    return {name: json.loads(call[1])[0] for name, call in calls.items() if call}


def element(root: Path, page: str = "again/review/index.html") -> str:
    html = (root / "site" / page).read_text("utf-8")
    (found,) = re.findall(r"<self-check-review .*?</self-check-review>", html, re.DOTALL)
    return str(found)


def test_questions_in_clear_stand_in_a_file_each_with_what_they_need(root: Path) -> None:
    outcome = build(root)
    assert outcome.exit_code == 0, outcome.said
    told = questions(root)
    assert list(told) == ["one.js", "two.js"]
    name, fingerprint, address, html, parts = told["one.js"]
    assert (name, address) == ("one", "last/")
    page = (root / "site/last/index.html").read_text("utf-8")
    assert html in page
    assert f'data-fingerprint="{fingerprint}' in html
    assert [part.partition(".")[0] for part in parts] == ["frame", "frame", "true-false"]
    assert all((root / "site/assets/selfcheck" / part).is_file() for part in parts)


def test_without_script_the_review_names_the_pages_that_ask(root: Path) -> None:
    assert build(root).exit_code == 0
    found = element(root)
    assert re.findall('<a href="([^"]*)">([^<]*)</a>', found) == [
        ("../../last/", "Last"),
        ("../../deep/er/page/", "Deep"),
    ]
    assert "Questions that you have answered come back here" in found


def test_a_page_of_a_review_loads_its_script_and_no_frame(root: Path) -> None:
    assert build(root).exit_code == 0
    html = (root / "site/again/review/index.html").read_text("utf-8")
    names = re.findall(r"assets/selfcheck/(\w+)\.", html)
    assert sorted(names) == ["course", "course", "review", "review"]


def test_without_a_review_no_question_stands_in_a_file_and_one_that_stood_is_removed(root: Path) -> None:
    assert build(root).exit_code == 0
    assert questions(root)
    (root / "docs/again/review.md").write_text("# Nothing\n", "utf-8")
    assert build(root, dirty=True).exit_code == 0
    assert questions(root) == {}


def test_a_dirty_build_keeps_the_review_of_a_page_that_it_leaves_alone(root: Path) -> None:
    assert build(root).exit_code == 0
    (root / "docs/last.md").write_text("# Last, renamed\n\n## The passage\n\n```quiz\ntwo\n```\n", "utf-8")
    assert build(root, dirty=True).exit_code == 0
    assert questions(root)["two.js"][2] == "last/"
    assert '<a href="../../last/">Last, renamed</a>' in element(root)


def test_while_a_site_is_served_the_review_follows_and_asks_no_draft(root: Path) -> None:
    for _ in range(2):
        serve_once(root)
        assert list(questions(root)) == ["one.js", "two.js"]
        assert element(root).count("<li>") == 2


def test_nothing_of_a_review_is_in_the_search(root: Path) -> None:
    file = root / "mkdocs.yml"
    file.write_text(file.read_text("utf-8").replace("plugins:", "plugins:\n  - search"), "utf-8")
    assert build(root).exit_code == 0
    index = json.loads((root / "site/search/search_index.json").read_text("utf-8"))
    (found,) = [each for each in index["docs"] if each["location"] == "again/review/"]
    assert (found["title"], found["text"]) == ("Review", "Review")


def test_a_page_in_another_language_has_its_words(root: Path) -> None:
    (root / "docs/again/review.md").write_text(f"---\nlanguage: de\n---\n{REVIEW}", "utf-8")
    outcome = build(root)
    assert outcome.exit_code == 0, outcome.said
    assert 'data-words="de"' in element(root)
    assert "Fragen, die du beantwortet hast" in element(root)


MISTAKES = {
    "```review\nall\n```\n": "1: a review is told nothing, and this fence is not empty; leave it empty",
    "```review now\n```\n": '1: the fence says "review now"; write ```review and nothing behind it',
    "```review\n": "1: this fence is never closed; close it with the same sign",
    "```review\n```\n\n```review\n```\n": "4: this page has a review already; remove this fence",
    "<div>\n```review\n```\n</div>\n": "2: this fence stands inside raw HTML",
    "```review\n```\n\n```quiz\none\n```\n": "1: a review asks questions of other pages",
}


@pytest.mark.parametrize("markdown", MISTAKES)
def test_a_fence_that_is_none_is_told_at_its_line(tmp_path: Path, markdown: str) -> None:
    root = draw(course(tmp_path), {"docs/page.md": markdown})
    (problem,) = converted(root, markdown, course=True)
    assert problem.startswith(f"docs/page.md:{MISTAKES[markdown]}")


def converted(root: Path, markdown: str, *, course: bool) -> list[str]:
    """What is told about `docs/page.md` with this text."""
    build = Build(Site(root, cache="", course=course))
    build.turn_to(Page("page.md", "page/", root / "docs/page.md", "docs/page.md"))
    Markdown(extensions=[SelfCheckExtension(build=build)]).convert(markdown)
    return [str(problem) for problem in build.problems]


def test_without_a_course_the_fence_is_refused(tmp_path: Path) -> None:
    root = draw(course(tmp_path), {"docs/page.md": "text\n\n```review\n```\n"})
    assert converted(root, "text\n\n```review\n```\n", course=False) == [
        "docs/page.md:3: a review asks questions of a whole course, and the option `course` is not on; "
        "write `course: true` below the plugin in the configuration"
    ]


def test_without_a_course_code_of_that_name_stays_code(tmp_path: Path) -> None:
    root = draw(course(tmp_path), {"docs/page.md": ""})
    assert converted(root, "```review\nsome: code\n```\n", course=False) == []


def test_while_a_site_is_served_a_draft_of_the_review_asks(root: Path) -> None:
    configuration = (root / "mkdocs.yml").read_text("utf-8")
    drafts = "draft_docs: |\n  draft.md\n  again/"
    (root / "mkdocs.yml").write_text(configuration.replace("draft_docs: draft.md", drafts), "utf-8")
    serve_once(root)
    assert list(questions(root)) == ["one.js", "two.js"]
    assert element(root).count("<li>") == 2
    assert build(root).exit_code == 0
    assert questions(root) == {}


def test_a_site_without_spaces_between_attributes_is_asked_the_same(root: Path) -> None:
    assert build(root).exit_code == 0
    parts = {name: told[4] for name, told in questions(root).items()}
    hook = (root / "hook.py").read_text("utf-8")
    shorter = 'return re.sub(r\'(?<=[\\w"]") (?=[\\w-]+=")\', "", ' + "cut(output, page))"
    cut = hook.replace("def on_post_page(output, page, config)", "def cut(output, page)")
    (root / "hook.py").write_text(f"{cut}\ndef on_post_page(output, page, config):\n    {shorter}\n", "utf-8")
    assert build_apart(root).exit_code == 0  # MkDocs loads a hook once a process
    html = (root / "site/last/index.html").read_text("utf-8")
    assert re.search(r'data-fingerprint="\w+"[a-z]', html)
    assert html.count("frame.") == 2
    assert {name: told[4] for name, told in questions(root).items()} == parts
    assert element(root).count("<li>") == 2
