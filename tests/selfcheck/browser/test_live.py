"""After a wrong answer the response stays live, and what still holds of the verdict stays too."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import SAYS, Block
from tests.selfcheck.browser.built import FIRST, Built
from tests.selfcheck.browser.small_site import choice, small_site
from tests.selfcheck.browser.states import bring, has_steps
from tests.selfcheck.cases import Accepted

CHECKED = [case for case in FIRST if not has_steps(case)]
first_of_a_type = pytest.mark.parametrize("case", CHECKED, ids=str)

SEVERAL = """id: several
type: multiple-response
stem: Which?
options:
  - text: first
    correct: true
  - text: second
    feedback: Why not the second.
  - text: third
    correct: true
  - text: fourth
    feedback: Why not the fourth.
explanation: because
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    with small_site(tmp_path_factory.mktemp("live"), SEVERAL, choice("one"), choice("two")) as site:
        yield site


def verdicts(page: Page) -> int:
    count: int = page.evaluate("() => graded.length")
    return count


@pytest.mark.one_type
@first_of_a_type
def test_a_wrong_answer_is_changed_and_checked_again(visits: Visits, plain: Built, case: Accepted) -> None:
    block = bring(Block(page := visits.open(plain.page(case)), case), case, "edited")
    expect(block.button).to_have_text(SAYS["check_again"])
    expect(block.button).to_have_attribute("type", "submit")
    expect(block.root).to_have_attribute("data-edited", "")
    block.button.click()
    block.expect_state("right")
    expect(block.root).not_to_have_attribute("data-edited", "")
    assert verdicts(page) == 2


@pytest.mark.one_type
@first_of_a_type
def test_the_same_answer_is_told_and_counts_as_no_attempt(
    visits: Visits, plain: Built, case: Accepted
) -> None:
    block = bring(Block(page := visits.open(plain.page(case)), case), case, "the same")
    expect(block.status).to_contain_text(SAYS["same"])
    expect(block.part("verdict")).to_be_visible()
    assert verdicts(page) == 1
    assert block.record is not None
    assert block.record["attempts"] == 1
    block.button.click()
    expect(block.status.get_by_text(SAYS["same"])).to_have_count(1)


def test_a_change_clears_the_sign_of_its_part_alone(visits: Visits, site: Built) -> None:
    block = Block(visits.open(site.page("lesson")), "several")
    block.give({"option-1": "on", "option-2": "on", "option-4": "on"})
    expect(block.part("verdict")).to_have_text("1 of 2 found, 2 wrong.")
    # No credit, and yet not all is wrong.
    expect(block.status).to_have_attribute("data-verdict", "partial")
    for option, feedback in (("2", "Why not the second."), ("4", "Why not the fourth.")):
        expect(block.row(option)).to_contain_text(feedback)
    block.field("option-2").uncheck()
    expect(block.row("2").locator(".self-check__sign")).to_have_count(0)
    expect(block.row("2")).not_to_contain_text("Why not the second.")
    expect(block.row("4")).to_contain_text("Why not the fourth.")
    expect(block.marked("right")).to_have_count(1)
    expect(block.part("verdict")).to_have_text("1 of 2 found, 2 wrong.")
    # As it was checked, it has its sign again.
    block.field("option-2").check()
    expect(block.row("2")).to_contain_text("Why not the second.")
    expect(block.root).not_to_have_attribute("data-edited", "")


def test_what_was_checked_and_what_was_changed_survive_a_reload(visits: Visits, site: Built) -> None:
    block = Block(page := visits.open(site.page("lesson")), "several")
    block.give({"option-1": "on", "option-2": "on"})
    block.field("option-2").uncheck()
    page.reload()
    block.expect_state("wrong")
    expect(block.root).to_have_attribute("data-edited", "")
    expect(block.part("verdict")).to_have_text("1 of 2 found, 1 wrong.")
    expect(block.marked("wrong")).to_have_count(0)
    expect(block.marked("right")).to_have_count(1)
    assert block.response() == {"option-1": "on"}
    assert block.record is not None
    assert block.record["checked"] == {"option-1": "on", "option-2": "on"}


def test_an_emptied_answer_is_told_what_it_lacks_and_keeps_its_verdict(visits: Visits, site: Built) -> None:
    block = Block(page := visits.open(site.page("lesson")), "several")
    block.give({"option-2": "on"})
    block.field("option-2").uncheck()
    block.button.click()
    expect(block.status).to_contain_text(SAYS["empty"])
    block.expect_state("wrong")
    assert verdicts(page) == 1
    block.field("option-1").check()
    expect(block.status).not_to_contain_text(SAYS["empty"])
    expect(block.part("verdict")).to_be_visible()
    page.reload()
    block.expect_state("wrong")


def test_an_answer_of_an_earlier_version_stays_live_too(visits: Visits, site: Built) -> None:
    block = Block(page := visits.open(site.page("lesson")), "one")
    block.give({"response": "2"})
    record = block.record
    assert record is not None
    del record["checked"]
    page.evaluate("record => localStorage.setItem('self-check:/:one', record)", json.dumps(record))
    page.reload()
    expect(block.marked("wrong")).to_have_attribute("data-option", "2")
    block.field("response", "3").check()
    expect(block.root).to_have_attribute("data-edited", "")
    expect(block.status).to_contain_text("why number 2")
    block.field("response", "1").check()
    block.button.click()
    block.expect_state("right")
    expect(block.part("verdict")).to_have_text(SAYS["verdict_right_later"].format(attempt=2))


def test_another_tab_shows_what_was_checked_here(visits: Visits, site: Built) -> None:
    here = visits.open(site.page("lesson"))
    there = here.context.new_page()
    there.goto(site.page("lesson"))
    one, same = Block(here, "several"), Block(there, "several")
    same.expect_state("open")
    one.give({"option-1": "on", "option-2": "on"})
    same.expect_state("wrong")
    expect(same.part("verdict")).to_have_text("1 of 2 found, 1 wrong.")
    expect(same.marked("wrong")).to_have_count(1)
    there.close()


def test_a_change_is_not_read_aloud(visits: Visits, site: Built) -> None:
    block = Block(visits.open(site.page("lesson")), "one")
    block.give({"response": "2"})
    expect(block.status).not_to_have_attribute("aria-live", "off")
    block.field("response", "3").check()
    expect(block.status).to_have_attribute("aria-live", "off")
    block.button.click()
    expect(block.status).not_to_have_attribute("aria-live", "off")
