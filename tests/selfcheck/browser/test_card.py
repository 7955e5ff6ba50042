"""The card at the end of a page: how far she is, how each question stands, and the ways on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browsing.accessibility import faults
from tests.browsing.visits import Look, Visits, look_at
from tests.selfcheck.browser.block import SAYS, Block
from tests.selfcheck.browser.built import Built, rebuild
from tests.selfcheck.browser.small_site import WRITTEN, choice, small_site
from tests.selfcheck.browser.summary import HINTS, button, count, told
from tests.selfcheck.browser.test_navigation import follow

COURSE = """() => {
  window.waiting = [];
  window.pagesBefore = (next) => [{ key: "" }, { key: next, address: next }];
  const wait = () => new Promise((resolve) => waiting.push(resolve));
  const whenKnown = async () => (window.isLoaded ? pagesBefore("latest/") : wait());
  const hasRecords = () => true;
  window.SelfCheckCourse = { addressOf: () => "", data: new Map(), hasRecords, root: "/", whenKnown };
}"""
"""A course whose list of pages comes only once `isLoaded` is set, or `waiting` is answered."""

TAUGHT = ("say what a stride is", "tell a kernel from a window")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    questions = (choice("one", HINTS), choice("two"), WRITTEN)
    with small_site(tmp_path_factory.mktemp("card"), *questions, theme="material") as site:
        yield site


@pytest.fixture(scope="module")
def taught(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    questions = [
        choice(name, f"objective: {text}") for name, text in zip(("one", "two"), TAUGHT, strict=True)
    ]
    root = tmp_path_factory.mktemp("taught")
    with small_site(root, *questions, choice("three"), theme="material") as site:
        yield site


def card(page: Page, name: str) -> Locator:
    return page.locator(f".self-check-summary__{name}")


def expect_states(page: Page, *states: str) -> None:
    """The marks follow after the frame that holds the verdict."""
    marks = card(page, "marks").locator("[data-standing]")
    expect(marks).to_have_count(len(states))
    for mark, state in zip(marks.all(), states, strict=True):
        expect(mark).to_have_attribute("data-standing", state)


def test_it_counts_answers_first_tries_and_hints(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("lesson"))
    one, two, written = (Block(page, name) for name in ("one", "two", "written"))
    expect(count(page)).to_have_text(told(0))
    for _ in one.hints.all():
        one.offered_hint.click()
    one.give({"response": "1"})
    expect(count(page)).to_have_text(told(1, ("first", 1), ("hints", 2)))
    two.give({"response": "2"})
    two.give({"response": "1"})
    expect(count(page)).to_have_text(told(2, ("first", 1), ("end", 2), ("hints", 2)))
    assert count(page).get_attribute("aria-live") == "off"
    written.give({"text": "So.", "idea-1": "on"})
    expect(count(page)).to_have_text(told(3, ("first", 2), ("end", 3), ("hints", 2)))
    # Read aloud when the last one has its answer, while the focus stays with her.
    assert count(page).get_attribute("aria-live") is None
    expect(written.button).to_be_focused()
    page.reload()
    expect(count(page)).to_have_text(told(3, ("first", 2), ("end", 3), ("hints", 2)))
    assert count(page).get_attribute("aria-live") == "off"


def test_each_question_has_a_mark_that_says_how_it_stands_and_leads_there(
    visits: Visits, taught: Built
) -> None:
    page = visits.open(taught.page("lesson"))
    one, two = Block(page, "one"), Block(page, "two")
    expect(card(page, "title")).to_have_text(SAYS["left"].format(count=3))
    one.give({"response": "1"})
    two.give({"response": "2"})
    expect(card(page, "title")).to_have_text(SAYS["left"].format(count=2))
    expect_states(page, "first", "tried", "open")
    expect(card(page, "legend").locator("li")).to_have_text(
        [SAYS["state_first"], SAYS["state_tried"], SAYS["state_open"]]
    )
    two.button.click()
    two.give({"response": "1"})
    expect_states(page, "first", "later", "open")
    link = page.get_by_role("link", name=f"3: {SAYS['state_open']}", exact=True)
    link.click()
    expect(page).to_have_url(f"{taught.page('lesson')}#check-three")
    expect(Block(page, "three").root).to_be_in_viewport()


def test_the_primary_way_on_is_the_first_question_that_is_left(visits: Visits, taught: Built) -> None:
    page = visits.open(taught.page("lesson"))
    Block(page, "one").give({"response": "1"})
    primary = page.locator("self-check-summary [data-primary]")
    expect(primary).to_have_text(SAYS["go_to"].format(number=2))
    primary.press("Enter")
    expect(Block(page, "two").root).to_be_in_viewport()
    for name in ("two", "three"):
        Block(page, name).give({"response": "1"})
    expect(card(page, "title")).to_have_text(SAYS["done"])
    expect(page.get_by_role("link", name=SAYS["go_to"].format(number=2))).to_have_count(0)
    expect(button(page, "retry", count=0)).to_be_hidden()


def test_objectives_are_told_as_met_or_worth_another_look(visits: Visits, taught: Built) -> None:
    page = visits.open(taught.page("lesson"))
    expect(card(page, "heading")).to_have_count(0)
    Block(page, "one").give({"response": "1"})
    Block(page, "two").give({"response": "2"})
    expect(card(page, "heading")).to_have_text([SAYS["can_now"], SAYS["another_look"]])
    expect(card(page, "met")).to_have_text(TAUGHT[0])
    expect(card(page, "weak").get_by_role("link", name=TAUGHT[1])).to_have_attribute("href", "#check-two")


def test_it_tells_when_questions_come_back_only_where_that_is_known(visits: Visits, taught: Built) -> None:
    page = visits.open(taught.page("lesson"))
    one = Block(page, "one")
    one.give({"response": "1"})
    expect(card(page, "back")).to_have_count(0)
    page.evaluate("""() => {
      const key = Object.keys(localStorage).find((each) => each.endsWith(":one"));
      const due = Math.floor(Date.now() / 86400000) + 1;
      localStorage[key] = JSON.stringify({ ...JSON.parse(localStorage[key]), due });
    }""")
    page.reload()
    expect(card(page, "back")).to_have_text(f"{SAYS['comes_back']} tomorrow: 1")


def test_a_page_with_one_question_has_no_card_and_a_menu_once_there_is_an_answer(
    visits: Visits, tmp_path: Path
) -> None:
    with small_site(tmp_path, choice("one"), theme="material") as site:
        page = visits.open(site.page("lesson"))
        menu = page.get_by_text(SAYS["menu"], exact=True)
        block = Block(page, "one")
        block.expect_state("open")
        expect(menu).to_be_hidden()
        block.give({"response": "1"})
        expect(menu).to_be_visible()
        expect(card(page, "card")).to_have_count(0)
        assert not page.evaluate("() => !!document.querySelector('script[src*=\"/card.\"]')")


@pytest.mark.parametrize("width", [375, 1280])
def test_the_card_can_be_read_and_touched(
    visits: Visits, taught: Built, looks: list[Look], width: int
) -> None:
    page = visits.open(taught.page("lesson"), width=width)
    Block(page, "one").give({"response": "1"})
    two = Block(page, "two")
    two.give({"response": "2"})
    two.show_answer.click()
    expect(button(page, "retry", count=1)).to_be_visible()
    expect_states(page, "first", "shown", "open")
    # In one reading, since the marks are written anew when a count changes.
    targets = card(page, "card").locator(".self-check-summary__marks a, .self-check-summary__button")
    boxes = "all => all.map(one => one.getBoundingClientRect()).map(({ width, height }) => [width, height])"
    sides = [side for sides in targets.filter(visible=True).evaluate_all(boxes) for side in sides]
    assert len(sides) >= 2 * 5
    assert min(sides) >= 44
    for look in looks:
        look_at(page, look)
        assert (look, faults(page, "self-check-summary")) == (look, [])
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_counts_are_read_aloud_for_an_answer_and_not_on_arriving(visits: Visits, tmp_path: Path) -> None:
    page_of = "# {title}\n\n[{link}]({link}.md)\n\n```quiz\nquiz: lesson\nonly: [{only}]\n```\n"
    with small_site(tmp_path, *map(choice, ("one", "two", "three", "four"))) as site:
        for title, link, only in (("lesson", "other", "one, two"), ("other", "lesson", "three, four")):
            text = page_of.format(title=title, link=link, only=only)
            (tmp_path / f"docs/{title}.md").write_text(text, "utf-8")
        rebuild(tmp_path, "material", site_url=f"{site.address}/")
        page = visits.open(site.page("other"))
        for name in ("three", "four"):
            Block(page, name).give({"response": "1"})
        expect(count(page)).not_to_have_attribute("aria-live", "off")
        follow(page, "lesson")
        expect(count(page)).to_contain_text("0 of 2")
        follow(page, "other")
        expect(count(page)).to_contain_text("2 of 2")
        expect(count(page)).to_have_attribute("aria-live", "off")


def test_a_list_of_pages_that_comes_late_changes_no_link_of_a_later_one(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("lesson"))
    expect(count(page)).to_have_text(told(0))
    page.evaluate(COURSE)
    Block(page, "one").give({"response": "1"})
    page.wait_for_function("() => waiting[0]")
    page.evaluate("() => { window.isLoaded = true; }")
    Block(page, "two").give({"response": "1"})
    way = page.get_by_role("link", name=SAYS["next_page"], exact=True)
    expect(way).to_have_attribute("href", "/latest/")
    page.evaluate("() => { for (const resolve of waiting) resolve(pagesBefore('older/')); }")
    page.evaluate("() => new Promise(requestAnimationFrame)")
    expect(way).to_have_attribute("href", "/latest/")


def test_the_next_page_is_the_one_of_the_theme(visits: Visits, tmp_path: Path) -> None:
    nav = [{"Lesson": "lesson.md"}, {"Home": "index.md"}]
    with small_site(tmp_path, choice("one"), choice("two"), theme="material", nav=nav) as site:
        page = visits.open(site.page("lesson"))
        way = page.get_by_role("link", name=SAYS["next_page"], exact=True)
        expect(way).not_to_have_attribute("data-primary", "")
        for name in ("one", "two"):
            Block(page, name).give({"response": "1"})
        expect(way).to_have_attribute("data-primary", "")
        way.click()
        expect(page.get_by_role("heading", name="Home")).to_be_visible()
