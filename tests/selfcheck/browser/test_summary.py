"""The line below the questions of a page: what she missed, all answers at once, and the menu."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Route, expect

from tests.browsing.accessibility import faults
from tests.browsing.visits import Look, Visits, look_at
from tests.selfcheck.browser.block import SAYS, Block, open_menu
from tests.selfcheck.browser.built import FIRST, Built
from tests.selfcheck.browser.small_site import WRITTEN, choice, small_site
from tests.selfcheck.browser.summary import HINTS, button, count, told
from tests.selfcheck.browser.test_keyboard import tab_to

PUT = """
window.put = 0;
new MutationObserver((list) => {
  for (const { addedNodes } of list)
    for (const node of addedNodes) if (node.localName === "self-check-summary") window.put++;
}).observe(document, { childList: true, subtree: true });
"""
"""Counts how often the line is put into the page."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    questions = (choice("one", HINTS), choice("two"), WRITTEN)
    with small_site(tmp_path_factory.mktemp("summary"), *questions, theme="material") as site:
        yield site


def test_the_missed_ones_come_back_and_nothing_else(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("lesson"))
    one, two, written = (Block(page, name) for name in ("one", "two", "written"))
    one.give({"response": "1"})
    expect(button(page, "retry", count=0)).to_be_hidden()
    two.give({"response": "2"})
    two.show_answer.click()
    two.expect_state("shown")
    written.give({"text": "My own words."})
    written.expect_state("wrong")
    button(page, "retry", count=2).click()
    one.expect_state("right")
    two.expect_state("open")
    written.expect_state("open")
    assert two.response() == {}
    expect(two.signs).to_have_count(0)
    expect(two.explanation).to_be_hidden()
    expect(written.field("text")).to_have_value("My own words.")
    # Pressed, it leads to the first of them.
    expect(two.part("question")).to_be_focused()
    expect(two.root).to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(two.field("response", "1")).to_be_focused()
    assert two.part("question").get_attribute("tabindex") is None
    two.give({"response": "1"})
    assert two.record is not None
    assert two.record["first"] == "shown"


def test_all_answers_are_shown_after_a_second_press(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("lesson"))
    one, two, written = (Block(page, name) for name in ("one", "two", "written"))
    one.give({"response": "1"})
    open_menu(page)
    button(page, "reveal").dblclick()
    two.expect_state("open")
    if button(page, "reveal_no").is_visible():
        button(page, "reveal_no").click()
    button(page, "reveal").click()
    asked = page.get_by_text(SAYS["reveal_confirm"])
    expect(asked).to_be_visible()
    # Each stands clear of what stands before it.
    edges = [
        each.evaluate("e => e.getClientRects()[0].toJSON()") for each in (asked, button(page, "reveal_yes"))
    ]
    assert edges[1]["left"] - edges[0]["right"] > 8
    button(page, "reveal_no").click()
    expect(page.get_by_text(SAYS["reveal_confirm"])).to_be_hidden()
    two.expect_state("open")
    button(page, "reveal").click()
    button(page, "reveal_yes").click()
    one.expect_state("right")
    for block in (two, written):
        block.expect_state("shown")
        expect(block.explanation).to_be_visible()
        expect(block.part("verdict")).to_contain_text(SAYS["verdict_shown"])
        # One sentence tells it, not every block.
        assert block.status.get_attribute("aria-live") == "off"
    expect(two.marked("key")).to_be_visible()
    expect(written.part("model")).to_be_visible()
    expect(page.get_by_text(SAYS["revealed"])).to_be_visible()
    expect(button(page, "reveal")).to_be_hidden()
    expect(count(page)).to_have_text(told(1, ("first", 1)))
    page.reload()
    two.expect_state("shown")
    written.expect_state("shown")
    assert page.evaluate("() => graded") == []
    two.answer_again()
    two.give({"response": "1"})
    assert two.record is not None
    assert (two.record["state"], two.record["first"]) == ("right", "shown")


def test_everything_in_the_menu_by_keyboard_and_for_a_screen_reader(
    visits: Visits, site: Built, looks: list[Look]
) -> None:
    page = visits.open(site.page("lesson"), width=375)
    Block(page, "two").give({"response": "2"})
    tab_to(page, page.get_by_text(SAYS["menu"], exact=True))
    page.keyboard.press("Enter")
    expect(button(page, "reveal")).to_be_visible()
    for name in ("reveal", "save", "load", "clear"):
        tab_to(page, button(page, name))
    tab_to(page, button(page, "reveal"), "Shift+Tab")
    page.keyboard.press("Enter")
    for look in looks:
        look_at(page, look)
        assert (look, faults(page, "self-check-summary")) == (look, [])
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    tab_to(page, button(page, "reveal_yes"))
    page.keyboard.press("Enter")
    Block(page, "one").expect_state("shown")
    expect(page.locator("self-check-summary")).to_be_focused()
    tab_to(page, button(page, "retry", count=3))


def test_a_menu_that_cannot_be_fetched_says_so_and_can_be_opened_again(visits: Visits, site: Built) -> None:
    reader = visits.reader()
    page = reader.new_page()
    visits.allowed = ("Failed to load resource",)
    page.route("**/menu.*.js", lambda route: route.abort())
    page.goto(site.page("lesson"))
    open_menu(page)
    expect(page.get_by_text(SAYS["menu_missing"])).to_be_visible()
    page.unroute("**/menu.*.js")
    page.get_by_text(SAYS["menu"], exact=True).click()
    open_menu(page)
    expect(button(page, "load")).to_be_visible()
    expect(page.get_by_text(SAYS["menu_missing"])).to_be_hidden()


def test_only_the_menu_fetches_its_script_and_only_once(visits: Visits, site: Built) -> None:
    reader = visits.reader()
    page = reader.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site.page("lesson"))
    Block(page, "one").give({"response": "1"})
    assert not [address for address in asked if "/menu." in address]
    open_menu(page)
    expect(button(page, "load")).to_be_visible()
    page.get_by_text(SAYS["menu"], exact=True).click()
    open_menu(page)
    expect(button(page, "load")).to_have_count(1)
    assert len([address for address in asked if "/menu." in address]) == 1


def test_a_question_of_any_type_can_be_shown_without_an_answer(visits: Visits, plain: Built) -> None:
    page = visits.open(plain.page("lesson"))
    open_menu(page)
    button(page, "reveal").click()
    button(page, "reveal_yes").click()
    for case in FIRST:
        block = Block(page, case)
        block.expect_state("shown")
        expect(block.part("verdict")).to_contain_text(SAYS["verdict_shown"])
        expect(block.explanation).to_be_visible()
        # Who has given nothing has made no mistake.
        expect(block.root.locator('[data-mark="wrong"], [data-mark="partial"]')).to_have_count(0)
        expect(block.status.locator("[data-feedback]")).to_have_count(0)
    page.reload()
    for case in FIRST:
        Block(page, case).expect_state("shown")
    button(page, "retry", count=len(FIRST)).click()
    for case in FIRST:
        Block(page, case).expect_state("open")


def test_the_menu_opens_from_the_disk(visits: Visits, tmp_path_factory: pytest.TempPathFactory) -> None:
    root = tmp_path_factory.mktemp("disk")
    with small_site(root, choice("one"), use_directory_urls=False) as site:
        page = visits.open(site.file("lesson"))
        Block(page, "one").give({"response": "1"})
        open_menu(page)
        expect(button(page, "load")).to_be_visible()


def test_the_line_is_put_below_all_blocks_once_although_a_script_comes_late(
    visits: Visits, tmp_path: Path
) -> None:
    with small_site(tmp_path, WRITTEN, choice("one"), choice("two"), theme="material") as site:
        page = visits.reader().new_page()
        page.add_init_script(PUT)
        held: list[Route] = []
        page.route("**/single-choice.*.js", lambda route: held.append(route))
        page.goto(site.page("lesson"), wait_until="commit")
        Block(page, "written").expect_state("open")
        expect(page.locator("self-check-summary")).to_be_attached()
        held[0].continue_()
        expect(count(page)).to_have_text(told(0))
        assert page.evaluate("() => put") == 1
        assert page.locator("#check-two ~ self-check-summary").count() == 1
