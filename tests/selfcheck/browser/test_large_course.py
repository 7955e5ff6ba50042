"""A course of more than 500 questions: its data come in parts, and only those that a reader has use for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browsing.server import serve
from tests.browsing.visits import Visits
from tests.selfcheck.browser.built import Built, rebuild
from tests.selfcheck.cases import quiz_of
from tests.selfcheck.sites import draw

FOLDERS = ("earth", "water")
PAGES, QUESTIONS = range(26), range(10)


def question(name: str) -> str:
    return f"id: {name}\ntype: true-false\nstem: Is it?\nanswer: true\nexplanation: It is.\n"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """Two sections of 26 pages with ten questions each, in the menu of Material, the second folded."""
    root = tmp_path_factory.mktemp("large")
    names = {(folder, n): f"{folder}-{n}" for folder in FOLDERS for n in PAGES}
    pages = {f"docs/{at}/{n}.md": f"# {at} {n}\n\n```quiz\n{name}\n```\n" for (at, n), name in names.items()}
    quizzes = {
        f"quizzes/{name}.yml": quiz_of(*(question(f"{name}-{m}") for m in QUESTIONS))
        for name in names.values()
    }
    draw(root, {"docs/index.md": "# Home\n", **pages, **quizzes})
    folder = root / "site"
    folder.mkdir()
    with serve(folder) as address:
        nav = [{at: [f"{at}/{n}.md" for n in PAGES]} for at in FOLDERS]
        rebuild(
            root,
            "material",
            site_url=f"{address}/",
            nav=["index.md", *nav],
            plugins=["search", {"selfcheck": {"course": True}}],
        )
        yield Built(address, folder)


def answered(visits: Visits, large: Built) -> tuple[Page, list[str]]:
    """A page of the second section, opened again after a right answer, and what it asks for then."""
    page = visits.open(f"{large.address}/water/1/", width=1280)
    block = page.locator("#check-water-1-0")
    block.get_by_label("True").check()
    block.locator(".self-check__button").first.click()
    expect(block).to_have_attribute("data-state", "right")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/course/")[2]))
    page.reload()
    return page, asked


def data_of(asked: list[str]) -> list[str]:
    return sorted({name for name in asked if name.startswith(("pages", "outline"))})


def test_the_part_of_the_open_section_alone_is_fetched_at_first(visits: Visits, large: Built) -> None:
    page, asked = answered(visits, large)
    marks = page.locator(".md-nav--primary a .self-check-mark")
    expect(marks).to_have_text(["1/10"])
    page.wait_for_load_state("networkidle")
    assert data_of(asked) == ["pages-1.js", "pages.js"]


def test_another_part_is_fetched_once_its_section_is_unfolded(visits: Visits, large: Built) -> None:
    page, asked = answered(visits, large)
    page.evaluate(
        """() => { const key = Object.keys(localStorage).find((key) => key.endsWith(":water-1-0"));
        localStorage[key.replace("water-1-0", "earth-3-0")] = localStorage[key]; }"""
    )
    # Both questions say the same, so that one record does for either.
    expect(page.locator(".md-nav--primary a .self-check-mark")).to_have_count(1)
    page.locator(".md-nav--primary label", has_text="earth").first.click()
    expect(page.locator(".md-nav--primary a .self-check-mark")).to_have_text(["1/10", "1/10"])
    assert data_of(asked) == ["pages-0.js", "pages-1.js", "pages.js"]


def test_the_pages_of_all_parts_come_in_the_order_of_the_navigation(visits: Visits, large: Built) -> None:
    page = visits.open(f"{large.address}/water/1/")
    found = page.evaluate("SelfCheckCourse.whenKnown().then((pages) => pages.map((page) => page.address))")
    assert found == [f"{at}/{n}/" for at in FOLDERS for n in PAGES]
    told = page.evaluate("SelfCheckCourse.whenKnown(['earth/4/'], 'outline')")
    assert {address.partition("/")[0] for address, *_ in told} == {"earth"}
