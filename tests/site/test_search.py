"""The search works, and its index is fetched only by readers who turn to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Request, expect

from tests.browsing.visits import Visits
from tests.site.themed_site import themed_site


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    pages = {"docs/pooling.md": "# Pooling\n\nA window keeps its maximum.\n"}
    with themed_site(tmp_path_factory.mktemp("search"), pages) as address:
        yield address


def opened(visits: Visits, address: str, width: int = 1280) -> tuple[Page, list[str]]:
    """A page, and the addresses of the index that it asks for."""
    page = visits.reader(width=width).new_page()
    asked: list[str] = []

    def note(request: Request) -> None:
        if "search_index" in request.url:
            asked.append(request.url)

    page.on("request", note)
    page.goto(address, wait_until="networkidle")
    return page, asked


@pytest.mark.parametrize("width", [375, 1280])
def test_a_reader_who_turns_to_the_search_finds_what_she_seeks(
    visits: Visits, address: str, width: int
) -> None:
    page, asked = opened(visits, address, width)
    assert asked == []
    if width == 375:
        page.locator("label.md-header__button[for=__search]").click()
    page.get_by_role("textbox", name="Search").press_sequentially("maximum")
    found = page.locator(".md-search-result__item a").first
    expect(found).to_contain_text("Pooling")
    assert len(asked) == 1
    found.click()
    expect(page).to_have_url(re.compile(r"/pooling/\?h=maximum"))
    expect(page.locator(".md-content article mark")).to_have_text("maximum")


def test_the_keyboard_leads_to_the_search_too(visits: Visits, address: str) -> None:
    page, _ = opened(visits, address)
    page.keyboard.press("/")
    page.keyboard.type("maximum")
    expect(page.locator(".md-search-result__item a").first).to_contain_text("Pooling")


def test_a_link_with_words_to_mark_has_them_marked(visits: Visits, address: str) -> None:
    page, asked = opened(visits, f"{address}pooling/?h=maximum")
    expect(page.locator(".md-content article mark")).to_have_text("maximum")
    assert len(asked) == 1
