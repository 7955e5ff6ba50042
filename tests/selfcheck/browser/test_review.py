"""The review: what is due, from the whole site, asked one at a time and answered there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browsing.accessibility import faults
from tests.browsing.visits import SHIFTS, Visits
from tests.selection import each_look
from tests.selfcheck.browser.block import SAYS, Block
from tests.selfcheck.browser.built import Built
from tests.selfcheck.browser.course_site import STRICT
from tests.selfcheck.browser.review_site import (
    days_pass,
    reader,
    review,
    review_site,
    settle,
    status,
)
from tests.selfcheck.browser.reviewing import answer, asked, expect_due, expect_next, go_on, put_off


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    with review_site(tmp_path_factory.mktemp("review"), policy=STRICT) as built:
        yield built


@pytest.fixture(scope="module")
def material_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    with review_site(tmp_path_factory.mktemp("review"), "material", fields=("hints: [think]",)) as built:
        yield built


@pytest.fixture
def page(visits: Visits, site: Built) -> Page:
    return reader(visits, site.page("lesson"))


def test_without_script_it_is_a_sentence_and_the_pages_that_ask(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("review"), java_script_enabled=False)
    expect(review(page).locator("p")).to_have_text(SAYS["review_static"])
    links = review(page).get_by_role("link")
    expect(links).to_have_text(["Lesson", "Other", "Again", "Written"])
    links.nth(1).click()
    assert page.url == site.page("deep/other")


def test_a_new_reader_is_told_where_to_begin_and_fetches_nothing(visits: Visits, site: Built) -> None:
    page = visits.reader().new_page()
    fetched = asked(page, "/course/")
    page.goto(site.page("review"))
    expect(status(page)).to_have_text(SAYS["review_empty"])
    expect(review(page).get_by_role("link")).to_have_text(["Lesson", "Other", "Again", "Written"])
    page.wait_for_load_state("networkidle")
    assert fetched == []
    assert faults(page, "self-check-review") == []


@pytest.mark.parametrize("is_new", [True, False], ids=["a new reader", "one who comes back"])
def test_nothing_moves_while_it_loads(visits: Visits, material_site: Built, is_new: bool) -> None:
    for width in (375, 1280):
        page = reader(visits, material_site.page("lesson"))
        page.set_viewport_size({"width": width, "height": 800})
        page.add_init_script(SHIFTS)
        if not is_new:
            settle(page, material_site, "one", "two")
            days_pass(page, 30)
        page.goto(material_site.page("review"))
        expect(review(page).locator("self-check")).to_have_count(0 if is_new else 1)
        expect(status(page)).not_to_have_text("")
        page.clock.run_for(200)
        assert page.evaluate("shifts") == 0


def test_what_is_due_is_asked_one_at_a_time_until_nothing_is(page: Page, site: Built) -> None:
    settle(page, site, "one", "two")
    page.goto(site.page("review"))
    expect_next(page, "in 2 days")
    days_pass(page, 2)
    page.goto(site.page("review"))
    expect_due(page, 2)
    first = Block(page, "one")
    expect(first.part("label")).to_have_text("Lesson")
    expect(review(page).locator("self-check")).to_have_count(1)
    answer(first, "1")
    first.expect_state("right")
    expect(first.status).to_contain_text("Comes back in 11 days.")
    expect(first.button).to_have_text(SAYS["review_next"])
    expect(first.button).to_be_focused()
    expect_due(page, 1)
    go_on(first)
    second = Block(page, "two")
    expect_due(page, 1)
    expect(review(page).locator("self-check")).to_have_count(1)
    expect(second.part("question")).to_be_focused()
    answer(second, "1")
    expect(second.button).to_have_text(SAYS["review_end"])
    second.row("2").click()  # settled: nothing changes
    expect(second.button).to_have_text(SAYS["review_end"])
    expect(second.part("verdict")).to_contain_text("in ")
    go_on(second)
    expect_next(page, "in 11 days")
    expect(status(page)).to_be_focused()


def test_a_double_press_on_check_does_not_pass_over_the_verdict(visits: Visits, site: Built) -> None:
    page = visits.reader(in_a_hurry=True).new_page()
    page.goto(site.page("lesson"))
    settle(page, site, "one")
    make_due(page)
    page.goto(site.page("review"))
    one = Block(page, "one")
    one.fill({"response": "1"})
    one.button.dblclick()
    expect(one.status).to_contain_text("Right.")


def make_due(page: Page) -> None:
    """Let everything be from long ago."""
    page.evaluate(
        """() => { for (const [place, text] of Object.entries(localStorage)) {
          const record = JSON.parse(text);
          if (record.deeds) localStorage[place] = JSON.stringify(
            { ...record, due: undefined, deeds: record.deeds.map(([at, ...more]) => [at - 1e10, ...more]) });
        } }"""
    )


def test_what_was_missed_shown_or_wrongly_sure_comes_first(visits: Visits, tmp_path: Path) -> None:
    with review_site(tmp_path, fields=("confidence: true",)) as site:
        page = reader(visits, site.page("deep/other"))
        Block(page, "pictured").give({"value": "4"})
        page.goto(site.page("lesson"))
        one, two = Block(page, "one"), Block(page, "two")
        two.root.get_by_label("95 % or more").check()
        two.give({"response": "2"})
        two.expect_state("wrong")
        one.give({"response": "1"})
        one.expect_state("right")
        days_pass(page, 1)
        page.goto(site.page("review"))
        expect_due(page, 1)
        expect(Block(page, "two").root).to_be_visible()
        days_pass(page, 1)
        page.goto(site.page("review"))
        expect_due(page, 3)
        expect(Block(page, "two").root).to_be_visible()
        # How sure she is, she is asked again.
        Block(page, "two").root.get_by_label("95 % or more").check()
        answer(Block(page, "two"), "1")
        expect(Block(page, "two").status).to_contain_text("Comes back")
        record = Block(page, "two").record
        assert record is not None
        assert record["deeds"][-1][1:] == ["review-right", 0, {"sure": 95}]


def test_a_question_with_variants_comes_back_with_another_one(page: Page, site: Built) -> None:
    page.goto(site.page("deep/other"))
    on_page = Block(page, "pictured")
    expect(on_page.part("stem")).to_contain_text("What is 3 plus 1?")
    on_page.give({"value": "4"})
    on_page.expect_state("right")
    days_pass(page, 2)
    for number, value in (("2", "3"), ("4", "5")):
        page.goto(site.page("review"))
        block = Block(page, "pictured")
        expect(block.part("stem")).to_contain_text(f"What is {number} plus 1?")
        block.fill({"value": value})
        block.button.click()
        block.expect_state("right")
        expect(block.part("another")).to_be_hidden()
        days_pass(page, 200)
    record = on_page.record
    assert record is not None
    assert [deed[2] for deed in record["deeds"]] == [1, 2, 3]
    assert record["variant"] == 1


def test_a_question_can_be_put_off_and_asked_after_all(page: Page, site: Built) -> None:
    settle(page, site, "one", "two")
    days_pass(page, 2)
    page.goto(site.page("review"))
    put_off(page)
    two = Block(page, "two")
    answer(two, "1")
    two.expect_state("right")
    expect(review(page).get_by_role("button", name="Later")).to_have_count(0)
    go_on(two)
    expect(status(page)).to_have_text("You have put off 1 question.")
    record = Block(page, "one").record
    assert record is not None
    assert len(record["deeds"]) == 1
    review(page).get_by_role("button", name=SAYS["review_again"]).click()
    Block(page, "one").expect_state("open")
    expect_due(page, 1)


def test_a_question_that_has_changed_comes_back_no_more_and_is_named(page: Page, site: Built) -> None:
    settle(page, site, "one", "two")
    page.evaluate(
        """() => {
          const place = Object.keys(localStorage).find(key => key.endsWith(":one"));
          localStorage[place] = localStorage[place].replace(/"fingerprint":"\\w+"/, '"fingerprint":"0"');
        }"""
    )
    days_pass(page, 2)
    page.goto(site.page("review"))
    expect_due(page, 1)
    expect(Block(page, "two").root).to_be_visible()
    told = page.locator(".self-check-review__changed")
    expect(told.first).to_contain_text("1 question has changed since you answered it")
    expect(told.first.get_by_role("link")).to_have_text(["Lesson"])


def test_there_is_no_summary_and_no_menu_on_the_page_of_a_review(page: Page, site: Built) -> None:
    settle(page, site, "one")
    days_pass(page, 2)
    page.goto(site.page("review"))
    one = Block(page, "one")
    answer(one, "1")
    one.expect_state("right")
    expect(page.locator("self-check-summary")).to_have_count(0)


def test_everything_can_be_done_by_keyboard(page: Page, site: Built) -> None:
    settle(page, site, "one", "two")
    days_pass(page, 2)
    page.goto(site.page("review"))
    one, two = Block(page, "one"), Block(page, "two")
    one.expect_state("open")
    one.field("response", "1").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    one.expect_state("right")
    # She has seen the verdict.
    page.clock.fast_forward(1000)
    if not one.button.evaluate("button => button === document.activeElement"):
        one.button.focus()
    page.keyboard.press("Enter")
    expect(two.part("question")).to_be_focused()
    page.keyboard.press("Tab")
    expect(two.field("response").first).to_be_focused()
    review(page).get_by_role("button", name="Later").focus()
    page.clock.fast_forward(1000)
    page.keyboard.press("Enter")
    expect(status(page)).to_have_text("You have put off 1 question.")
    expect(status(page)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(two.part("question")).to_be_focused()


@each_look
def test_every_state_can_be_read_and_touched(
    visits: Visits, material_site: Built, scheme: Any, width: int
) -> None:
    page = reader(visits, material_site.page("lesson"))
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    settle(page, material_site, "one", "two")
    page.goto(material_site.page("review"))
    expect_next(page, "in 2 days")
    assert faults(page, "self-check-review") == []
    days_pass(page, 2)
    page.goto(material_site.page("review"))
    one = Block(page, "one")
    one.expect_state("open")
    assert faults(page, "self-check-review") == []
    low = "all => all.filter(one => one.offsetParent && one.getBoundingClientRect().height < 44).length"
    assert page.locator(".self-check-review__later").evaluate_all(low) == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    answer(one, "1")
    one.expect_state("right")
    assert faults(page, "self-check-review") == []
    go_on(one)
    put_off(page)
    expect(status(page)).to_have_text("You have put off 1 question.")
    assert faults(page, "self-check-review") == []


def test_under_instant_navigation_it_leaves_nothing_behind(visits: Visits, material_site: Built) -> None:
    page = reader(visits, material_site.page("lesson"))
    settle(page, material_site, "one", "two")
    days_pass(page, 2)
    page.evaluate("window.isSame = true")
    menu = page.locator(".md-nav--primary a.md-nav__link")
    menu.filter(has_text="Review").first.click()
    one = Block(page, "one")
    one.expect_state("open")
    assert page.evaluate("window.isSame")
    answer(one, "1")
    one.expect_state("right")
    menu.filter(has_text="Other").first.click()
    expect(page.locator("#check-pictured")).to_be_visible()
    expect(page.locator("[data-review], .self-check-review__status")).to_have_count(0)
    menu.filter(has_text="Review").first.click()
    expect_due(page, 1)
    Block(page, "two").expect_state("open")
    assert page.evaluate("window.isSame")
    # Its own page shows the answer of that page.
    menu.filter(has_text="Lesson").first.click()
    expect(page.locator("self-check")).to_have_count(2)
    one.expect_state("right")
    assert one.response() == {"response": "1"}


def test_an_element_that_is_taken_away_is_as_the_build_made_it(page: Page, site: Built) -> None:
    page.goto(site.page("review"))
    written = review(page).evaluate("element => fetch('').then(answer => answer.text())")
    left = review(page).evaluate("element => { element.remove(); return element.innerHTML; }")
    assert left in written


def test_a_text_that_she_has_compared_herself_comes_back_too(page: Page, site: Built) -> None:
    page.goto(site.page("written"))
    on_page = Block(page, "written")
    on_page.give({"text": "so it is", "idea-1": "on"})
    on_page.expect_state("right")
    days_pass(page, 2)
    page.goto(site.page("review"))
    block = Block(page, "written")
    block.give({"text": "no idea"})
    block.expect_state("wrong")
    expect(block.status).to_contain_text("Comes back")
    expect(block.button).to_have_text(SAYS["review_end"])
    go_on(block)
    expect_next(page, "tomorrow")
    page.goto(site.page("written"))
    on_page.expect_state("right")
    assert on_page.response()["text"] == "so it is"


def test_a_page_in_another_language_speaks_it(visits: Visits, tmp_path: Path) -> None:
    with review_site(tmp_path, front="---\nlanguage: de\n---\n") as site:
        page = reader(visits, site.page("lesson"))
        settle(page, site, "one")
        page.goto(site.page("review"))
        expect(status(page)).to_have_text("Nichts ist fällig. Die nächste Frage kommt übermorgen wieder.")
        days_pass(page, 2)
        page.reload()
        expect(status(page)).to_have_text("1 Frage ist fällig")
        expect(review(page).get_by_role("button", name="Später")).to_be_visible()
        # The block speaks the language of its own page.
        expect(Block(page, "one").button).to_have_text("Check")


def test_a_review_does_not_print(page: Page, site: Built) -> None:
    page.goto(site.page("review"))
    expect(review(page)).to_be_visible()
    page.emulate_media(media="print")
    expect(review(page)).to_be_hidden()


def test_a_question_can_be_answered_again_at_once(page: Page, site: Built) -> None:
    settle(page, site, "one")
    days_pass(page, 2)
    page.goto(site.page("review"))
    one = Block(page, "one")
    answer(one, "1")
    one.expect_state("right")
    one.answer_again()
    one.expect_state("open")
    answer(one, "1")
    one.expect_state("right")
    expect(one.status).to_contain_text("Comes back")
    expect(one.button).to_have_text(SAYS["review_end"])
