"""Marked terms in the browser: pointed at, focused and tapped, under the strictest policy."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import course_pages
from course_pages.glossary import Marker, Term
from tests.browsing.server import serve
from tests.browsing.visits import Visits

CODE = Path(course_pages.__file__).parent
TERM = Term(("IoU",), "iou", "Overlap by union.", "lessons/scores.md", "counts")
TEXT = "<p>Before it.</p><p>The longest words of a line end with IoU</p><p><a href='#'>After it</a></p>"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = tmp_path_factory.mktemp("terms")
    for name in ("terms.js", "terms.css"):
        (root / name).write_text((CODE / name).read_text("utf-8"), "utf-8")
    head = (
        "<!doctype html><html lang='en'><meta name='viewport' content='width=device-width'>"
        "<title>Maps</title><link rel='icon' href='data:,'><link rel='stylesheet' href='terms.css'>"
    )
    text = Marker([TERM], "glossary.html").marked(TEXT, "lessons/maps.md")
    page = f"{head}<body class='md-typeset'><h1>Maps</h1>{text}<script src='terms.js'></script>"
    (root / "index.html").write_text(page, "utf-8")
    (root / "glossary.html").write_text(
        "<!doctype html><link rel='icon' href='data:,'><p id='iou'>IoU</p>", "utf-8"
    )
    with serve(root, policy="default-src 'self'; img-src 'self' data:") as served:
        yield served


def shows(page: Page) -> None:
    note = page.get_by_role("tooltip")
    expect(note).to_have_text(TERM.meaning)
    expect(note).to_be_visible()
    expect(page.locator("a.term")).to_have_accessible_description(TERM.meaning)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def shows_nothing(page: Page) -> None:
    expect(page.locator("#term-meaning:not([hidden])")).to_have_count(0)
    expect(page.locator("a.term[aria-describedby]")).to_have_count(0)


def test_pointing_at_a_term_shows_its_meaning_until_the_pointer_has_left_both(
    visits: Visits, address: str
) -> None:
    page = visits.reader().new_page()  # no window that others get: its clock stays another one
    page.clock.install()
    page.goto(address)
    page.locator("a.term").hover()
    shows(page)
    page.get_by_role("tooltip").hover()
    page.clock.fast_forward(2000)
    shows(page)
    page.get_by_role("heading").hover()
    shows_nothing(page)


def test_the_tab_key_shows_it_escape_puts_it_away_and_return_leads_to_the_glossary(
    visits: Visits, address: str
) -> None:
    page = visits.open(address)
    page.keyboard.press("Tab")
    shows(page)
    page.keyboard.press("Escape")
    shows_nothing(page)
    expect(page.locator("a.term")).to_be_focused()
    page.keyboard.press("Tab")
    shows_nothing(page)
    page.keyboard.press("Shift+Tab")
    shows(page)
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}/glossary.html#iou")


@pytest.mark.parametrize("width", [320, 375])
def test_a_tap_shows_it_a_tap_elsewhere_puts_it_away_and_a_second_tap_follows_the_link(
    visits: Visits, address: str, width: int
) -> None:
    page = visits.open(address, width=width, has_touch=True)
    page.locator("a.term").tap()
    shows(page)
    page.get_by_role("heading").tap()
    shows_nothing(page)
    page.locator("a.term").tap()
    shows(page)
    page.locator("a.term").tap()
    expect(page).to_have_url(f"{address}/glossary.html#iou")


def test_a_meaning_leaves_with_its_term_where_a_page_changes_without_loading(
    visits: Visits, address: str
) -> None:
    page = visits.open(address)
    page.locator("a.term").hover()
    shows(page)
    page.locator("p").filter(has=page.locator("a.term")).evaluate("text => text.remove()")
    shows_nothing(page)


def test_without_script_a_term_is_a_link_to_its_entry(visits: Visits, address: str) -> None:
    page = visits.open(address, java_script_enabled=False)
    page.locator("a.term").click()
    expect(page).to_have_url(f"{address}/glossary.html#iou")
