"""The way out of a question: a hint while one may be opened, else the answer; after a wrong attempt both."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import SAYS, Block
from tests.selfcheck.browser.built import Built
from tests.selfcheck.browser.small_site import WRITTEN, choice, small_site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    questions = (
        choice("plain"),
        choice("two-hints", "hints: [first nudge, second nudge]"),
        choice("late-hint", "hints: [only nudge]", "last-hint-after-attempt: true"),
        choice("sure", "confidence: true"),
        WRITTEN,
    )
    with small_site(tmp_path_factory.mktemp("help"), *questions) as site:
        yield site


def test_the_answer_is_offered_at_once_where_there_is_no_hint(visits: Visits, site: Built) -> None:
    block = Block(visits.open(site.page("lesson")), "plain")
    expect(block.show_answer).to_be_visible()
    expect(block.explanation).to_be_hidden()


def test_an_answer_that_was_asked_for_counts_as_shown_and_not_as_an_attempt(
    visits: Visits, site: Built
) -> None:
    block = Block(page := visits.open(site.page("lesson")), "plain")
    block.show_answer.click()
    expect(block.explanation).to_be_visible()
    expect(block.part("verdict")).to_have_text(SAYS["verdict_shown"])
    record = block.record
    assert record
    assert (record["state"], record["first"], record["attempts"]) == ("shown", "shown", 0)
    assert page.evaluate("graded") == []
    page.reload()
    expect(block.part("verdict")).to_have_text(SAYS["verdict_shown"])


def test_hints_come_before_the_answer(visits: Visits, site: Built) -> None:
    block = Block(visits.open(site.page("lesson")), "two-hints")
    for _ in block.hints.all():
        expect(block.show_answer).to_be_hidden()
        block.offered_hint.click()
    expect(block.show_answer).to_be_visible()


def test_after_a_wrong_attempt_hint_and_answer_are_offered(visits: Visits, site: Built) -> None:
    block = Block(visits.open(site.page("lesson")), "two-hints")
    block.give({"response": "2"})
    expect(block.offered_hint).to_be_visible()
    expect(block.show_answer).to_be_visible()


def test_a_hint_that_waits_for_an_attempt_keeps_no_answer_back(visits: Visits, site: Built) -> None:
    block = Block(visits.open(site.page("lesson")), "late-hint")
    expect(block.offered_hint).to_be_hidden()
    expect(block.show_answer).to_be_visible()


def test_the_model_answer_comes_by_comparing_alone(visits: Visits, site: Built) -> None:
    block = Block(visits.open(site.page("lesson")), "written")
    expect(block.button).to_be_visible()
    expect(block.show_answer).to_be_hidden()


def test_asking_for_the_answer_drops_how_sure_she_said_she_was(visits: Visits, site: Built) -> None:
    block = Block(visits.open(site.page("lesson")), "sure")
    block.root.locator(".self-check__sure input").last.check()
    block.show_answer.click()
    expect(block.explanation).to_be_visible()
    record = block.record
    assert record
    assert "confidence" not in record


@pytest.mark.parametrize("is_wrong", [False, True])
def test_an_address_that_leads_into_an_answer_is_no_request_for_it(
    visits: Visits, site: Built, is_wrong: bool
) -> None:
    block = Block(page := visits.open(site.page("lesson")), "plain")
    expect(block.button).to_be_visible()
    if is_wrong:
        block.give({"response": "2"})
    page.evaluate(
        """() => {
          document.querySelector("#check-plain .self-check__explanation").id = "deep";
          location.hash = "#deep";
        }"""
    )
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    expect(block.answer).not_to_have_attribute("open", "")
    expect(block.explanation).to_be_hidden()
    assert (block.record or {"state": "open"})["state"] == ("wrong" if is_wrong else "open")
    block.show_answer.press("Enter")
    expect(block.explanation).to_be_visible()
    expect(block.button).to_be_focused()
    assert (block.record or {})["state"] == "shown"


def test_the_verdict_stands_below_the_question_how_sure_she_is(visits: Visits, site: Built) -> None:
    block = Block(visits.open(site.page("lesson")), "sure")
    block.give({"response": "2"})
    sure = block.root.locator(".self-check__sure").bounding_box()
    status, button = block.status.bounding_box(), block.button.bounding_box()
    assert sure
    assert status
    assert button
    assert sure["y"] < status["y"] < button["y"]
