"""How sure she is: said before she checks, kept, and compared with what came of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browsing.accessibility import faults
from tests.browsing.fit import overflow, spilled
from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import SAYS, Block
from tests.selfcheck.browser.built import Built
from tests.selfcheck.browser.small_site import WRITTEN, choice, small_site
from tests.selfcheck.browser.test_keyboard import tab_to

HEAD = "confidence: true\n"
QUESTIONS = (choice("one"), choice("two"), choice("three"), choice("unasked", "confidence: false"))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    with small_site(tmp_path_factory.mktemp("sure"), *QUESTIONS, WRITTEN, head=HEAD) as site:
        yield site


def level(block: Block, percent: int) -> Locator:
    return block.part("sure").get_by_label(SAYS[f"sure_{percent}"], exact=True)


def summary(page: Page) -> Locator:
    return page.locator("self-check-summary")


def test_it_is_asked_where_the_author_says_and_not_required(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("lesson"))
    one, unasked = Block(page, "one"), Block(page, "unasked")
    one.expect_state("open")
    expect(one.part("sure")).to_be_visible()
    expect(one.part("sure")).to_have_accessible_name(SAYS["sure"])
    expect(unasked.part("sure")).to_have_count(0)
    one.give({"response": "1"})
    one.expect_state("right")
    assert page.evaluate("() => 'confidence' in graded[0]") is False
    assert one.record is not None
    assert "confidence" not in one.record
    expect(summary(page)).not_to_contain_text(SAYS["calibration"])


def test_what_she_said_is_no_part_of_the_response(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("lesson"))
    one = Block(page, "one")
    level(one, 75).check()
    one.button.click()
    expect(one.status).to_have_text(SAYS["empty"])
    one.give({"response": "1"})
    (detail,) = page.evaluate("() => graded")
    assert (detail["response"], detail["confidence"]) == ({"response": "1"}, 75)


def test_it_is_said_before_the_verdict_and_stays(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("lesson"))
    one = Block(page, "one")
    level(one, 50).check()
    page.reload()
    expect(level(one, 50)).to_be_checked()
    level(one, 75).check()
    one.give({"response": "2"})
    one.expect_state("wrong")
    for _ in range(2):
        expect(level(one, 75)).to_have_attribute("aria-disabled", "true")
        level(one, 95).click(force=True)
        expect(level(one, 75)).to_be_checked()
        one.button.click()
    page.reload()
    expect(level(one, 75)).to_be_checked()
    assert one.record is not None
    assert one.record["confidence"] == 75


def test_it_cannot_be_said_once_the_answer_has_been_shown(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("lesson"))
    one = Block(page, "one")
    one.show_answer.click()
    one.expect_state("shown")
    one.answer_again()
    expect(level(one, 95)).to_have_attribute("aria-disabled", "true")
    level(one, 95).click(force=True)
    expect(level(one, 95)).not_to_be_checked()
    one.give({"response": "1"})
    one.expect_state("right")
    assert page.evaluate("() => 'confidence' in graded[0]") is False
    expect(summary(page)).not_to_contain_text(SAYS["calibration"])


def test_a_confident_error_is_marked_until_she_comes_back_to_it(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("lesson"))
    one, two = Block(page, "one"), Block(page, "two")
    again = page.get_by_role("button", name=SAYS["retry"].format(count=1))
    level(two, 75).check()
    two.give({"response": "2"})
    expect(two.status).not_to_contain_text(SAYS["come_back"])
    two.give({"response": "1"})
    level(one, 95).check()
    one.give({"response": "2"})
    expect(one.status).to_contain_text(SAYS["come_back"])
    one.give({"response": "1"})
    one.expect_state("right")
    page.reload()
    expect(one.status).to_contain_text(SAYS["come_back"])
    again.click()
    one.expect_state("open")
    two.expect_state("right")
    one.give({"response": "1"})
    expect(one.status).not_to_contain_text(SAYS["come_back"])
    expect(again).to_be_hidden()


def test_the_summary_sets_what_she_said_against_what_was_right(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("lesson"))
    for name, percent, answer in (("one", 95, "1"), ("two", 95, "2"), ("three", 50, "1")):
        level(Block(page, name), percent).check()
        Block(page, name).give({"response": answer})
    written = Block(page, "written")
    level(written, 50).check()
    written.give({"text": "So."})
    low = SAYS["calibration_level"].format(level=SAYS["sure_50"], right=1, count=2)
    high = SAYS["calibration_level"].format(level=SAYS["sure_95"], right=1, count=2)
    expect(summary(page)).to_contain_text(f"{SAYS['calibration']} {low} · {high}")
    # What comes right at a later try does not change how well she judged the first.
    Block(page, "two").button.click()
    Block(page, "two").give({"response": "1"})
    expect(summary(page)).to_contain_text(f"{SAYS['calibration']} {low} · {high}")


def test_it_is_asked_before_she_compares(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("lesson"))
    written = Block(page, "written")
    expect(written.part("sure")).to_be_visible()
    written.field("text").fill("So.")
    written.button.click()
    expect(written.part("model")).to_be_visible()
    expect(written.part("sure")).to_be_hidden()


def test_enter_in_what_is_asked_no_more_leads_to_the_button(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("lesson"))
    written = Block(page, "written")
    written.fill({"text": "So."})
    level(written, 75).focus()
    page.keyboard.press("Enter")
    expect(level(written, 75)).not_to_be_visible()
    expect(written.button).to_be_focused()


def test_by_keyboard_and_for_a_screen_reader(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("lesson"), width=320)
    one = Block(page, "one")
    one.expect_state("open")
    assert faults(page, "#check-one") == []
    assert (overflow(page), spilled(one.root)) == (0, [])
    heights = one.part("level").evaluate_all("all => all.map(node => node.getBoundingClientRect().height)")
    assert min(heights) >= 24
    tab_to(page, one.field("response", "1"))
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    expect(level(one, 50)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(level(one, 75)).to_be_checked()
    page.keyboard.press("Enter")
    one.expect_state("right")
    expect(level(one, 75)).to_be_focused()
    assert faults(page, "#check-one") == []


def test_without_script_nobody_asks(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("lesson"), java_script_enabled=False)
    expect(page.get_by_text(SAYS["sure"])).to_have_count(0)


def test_the_site_may_ask_of_every_question(visits: Visits, tmp_path_factory: pytest.TempPathFactory) -> None:
    root = tmp_path_factory.mktemp("sure-site")
    with small_site(root, choice("one"), choice("two"), options={"confidence": True}) as site:
        page = visits.open(site.page("lesson"))
        expect(page.get_by_text(SAYS["sure"])).to_have_count(2)
