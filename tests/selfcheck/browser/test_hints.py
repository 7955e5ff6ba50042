"""A hint that waits for an attempt."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import SAYS, Block
from tests.selfcheck.browser.built import Built
from tests.selfcheck.browser.small_site import choice, small_site

HELD = "last-hint-after-attempt: true"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    two = choice("two", "hints: [first nudge, second nudge]", HELD)
    one = choice("one", "hints: [the only one]", HELD)
    with small_site(tmp_path_factory.mktemp("hints"), two, one) as site:
        yield site


def test_the_last_hint_comes_after_an_attempt_and_stays(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("lesson"))
    two, one = Block(page, "two"), Block(page, "one")
    shown = two.hints.filter(visible=True)
    expect(one.offered_hint).to_be_hidden()
    two.offered_hint.click()
    expect(page.get_by_text("first nudge")).to_be_visible()
    expect(shown).to_have_count(1)
    two.button.click()  # an empty press is no attempt
    expect(two.offered_hint).to_be_hidden()
    two.give({"response": "2"})
    two.expect_state("wrong")
    expect(two.offered_hint).to_have_text(SAYS["another_hint"])
    two.offered_hint.click()
    expect(page.get_by_text("second nudge")).to_be_visible()
    expect(page.locator("self-check-summary")).to_contain_text("hints used: 2")  # it is stored
    page.reload()
    expect(shown).to_have_count(2)
    assert two.record is not None
    assert two.record["hints"] == 2
    one.give({"response": "2"})
    expect(one.offered_hint).to_be_visible()


def test_without_script_every_hint_can_be_opened(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("lesson"), java_script_enabled=False)
    expect(Block(page, "two").hints.filter(visible=True)).to_have_count(2)
    expect(Block(page, "one").hints.filter(visible=True)).to_have_count(1)


def test_a_block_that_leaves_the_page_offers_every_hint_again(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("lesson"))
    Block(page, "two").expect_state("open")
    hidden = page.evaluate(
        """() => {
          const block = document.getElementById("check-two");
          block.remove();
          return [...block.querySelectorAll(".self-check__hint")].map(hint => hint.hidden);
        }"""
    )
    assert hidden == [False, False]
