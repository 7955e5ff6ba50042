"""Two tabs of a browser, and two devices: neither loses what was answered in the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import Block
from tests.selfcheck.browser.built import Built
from tests.selfcheck.browser.small_site import choice, small_site
from tests.selfcheck.browser.test_my_answers import load, saved, says


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    with small_site(tmp_path_factory.mktemp("joining"), choice("one"), choice("two")) as site:
        yield site


def tabs(visits: Visits, site: Built, *, deaf: bool = True) -> tuple[Page, Page]:
    """Two tabs of one browser; the second hears of the first only when it looks, as one in the background."""
    reader = visits.reader()
    first, second = reader.new_page(), reader.new_page()
    if deaf:
        second.add_init_script("addEventListener('storage', event => event.stopImmediatePropagation(), true)")
    for page in (first, second):
        page.goto(site.page("lesson"))
        Block(page, "one").expect_state("open")
    return first, second


# Both in one turn of the page, before what is picked is stored.
PICK_TWO = """root => root.querySelector('[value="2"]').click()"""
PICK_TWO_AND_PRESS = """root => {
  root.querySelector('[value="2"]').click();
  root.querySelector(".self-check__button").click();
}"""


@pytest.mark.parametrize("last", ["a mere pick", "a wrong answer"])
def test_a_settled_answer_is_not_lost_to_a_stale_tab(visits: Visits, site: Built, last: str) -> None:
    first, second = tabs(visits, site)
    one, stale = Block(first, "one"), Block(second, "one")
    stale.fill({"response": "3"})
    # From here on the tab has nothing to store, and so learns of nothing, until the next pick.
    second.wait_for_function("() => Object.values(localStorage).some(text => text.includes('\"3\"'))")
    one.give({"response": "1"})
    one.expect_state("right")
    stale.root.evaluate(PICK_TWO if last == "a mere pick" else PICK_TWO_AND_PRESS)
    # What it stores tells it what has happened elsewhere.
    stale.expect_state("right")
    assert stale.response() == {"response": "1"}
    for block in (one, stale):
        block.page.reload()
        block.expect_state("right")
    assert one.record is not None
    assert (one.record["first"], one.record["response"]) == ("right", {"response": "1"})
    assert [deed[1] for deed in one.record["deeds"]] == [
        "right",
        *(["wrong"] if last != "a mere pick" else []),
    ]


def test_a_tab_whose_control_has_the_focus_learns_that_the_question_is_settled(
    visits: Visits, site: Built
) -> None:
    first, second = tabs(visits, site, deaf=False)
    stale = Block(second, "one")
    stale.field("response", "3").check()
    expect(stale.field("response", "3")).to_be_focused()
    Block(first, "one").give({"response": "1"})
    stale.expect_state("right")
    assert stale.response() == {"response": "1"}


def test_a_tab_that_is_edited_learns_of_the_attempts_of_another(visits: Visits, site: Built) -> None:
    first, second = tabs(visits, site, deaf=False)
    mine, other = Block(second, "one"), Block(first, "one")
    mine.field("response", "3").check()
    other.give({"response": "2"})
    other.expect_state("wrong")
    second.evaluate("() => new Promise(done => setTimeout(done, 100))")
    assert mine.response() == {"response": "3"}
    mine.button.click()
    mine.expect_state("wrong")
    assert mine.record is not None
    assert (mine.record["attempts"], [deed[1] for deed in mine.record["deeds"]]) == (2, ["wrong", "wrong"])


def test_what_is_cleared_in_one_tab_does_not_come_back_from_another(visits: Visits, site: Built) -> None:
    first, second = tabs(visits, site, deaf=False)
    one, other = Block(first, "one"), Block(second, "one")
    one.give({"response": "2"})
    other.expect_state("wrong")
    other.field("response", "2").focus()
    one.clear()
    other.expect_state("open")
    second.reload()
    other.expect_state("open")
    assert other.record is None


def test_a_new_attempt_survives_a_reload_and_goes_to_the_other_tab(visits: Visits, site: Built) -> None:
    first, second = tabs(visits, site, deaf=False)
    one, other = Block(first, "one"), Block(second, "one")
    one.give({"response": "1"})
    other.expect_state("right")
    one.answer_again()
    one.fill({"response": "3"})
    first.reload()
    one.expect_state("open")
    assert one.response() == {"response": "3"}
    other.expect_state("open")
    assert one.record is not None
    assert (one.record["first"], len(one.record["deeds"])) == ("right", 1)


def test_two_devices_and_a_file_are_joined(visits: Visits, site: Built, tmp_path: Path) -> None:
    page = visits.open(site.page("lesson"))
    Block(page, "one").give({"response": "1"})
    Block(page, "two").give({"response": "2"})
    saved(page, tmp_path / "first.json")
    page = visits.open(site.page("lesson"))
    one, two = Block(page, "one"), Block(page, "two")
    one.give({"response": "2"})
    two.give({"response": "1"})
    load(page, tmp_path / "first.json", tmp_path)
    says(page, "loaded", loaded=2, left=0)
    # Drafts and wrong answers give way, however late; settled ones stay.
    one.expect_state("right")
    two.expect_state("right")
    for block in (one, two):
        assert block.record is not None
        assert sorted(deed[1] for deed in block.record["deeds"]) == ["right", "wrong"]
    load(page, tmp_path / "first.json", tmp_path)
    says(page, "loaded", loaded=0, left=2)


@pytest.mark.parametrize("at", [2**53, 1e300, "9e99", -5, 4_102_444_800_000])
def test_a_time_that_no_clock_shows_holds_no_answer_back(visits: Visits, site: Built, at: Any) -> None:
    page = visits.open(site.page("lesson"))
    one = Block(page, "one")
    one.give({"response": "3"})
    one.expect_state("wrong")
    page.evaluate(
        """at => {
          const place = Object.keys(localStorage).find(key => key.endsWith(":one"));
          const record = JSON.parse(localStorage.getItem(place));
          localStorage.setItem(place, JSON.stringify({ ...record, at, deeds: [[at, "wrong", 0]] }));
        }""",
        at,
    )
    page.reload()
    one.expect_state("wrong")
    for response, state in (("2", "wrong"), ("1", "right")):
        one.fill({"response": response})
        one.button.click()
        one.expect_state(state)
        page.reload()
        one.expect_state(state)
        assert one.response() == {"response": response}
