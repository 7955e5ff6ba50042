"""Every state of every accepted case, reached as a reader reaches it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import SAYS, Block
from tests.selfcheck.browser.built import Built
from tests.selfcheck.browser.states import (
    before_comparing,
    bring,
    cases_in,
    choice,
    has_hints,
    has_steps,
    is_choice,
    traits,
)
from tests.selfcheck.cases import Accepted


def graded(page: Page) -> list[dict[str, Any]]:
    """The details of the events that reached the window."""
    details: list[dict[str, Any]] = page.evaluate("() => graded")
    return details


def ending(words: str) -> re.Pattern[str]:
    """The words after the sign that the style puts in front."""
    return re.compile(f"{re.escape(words)}$")


def in_state(state: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", cases_in(state), ids=str)


@pytest.mark.each_control
@in_state("unanswered")
def test_an_unanswered_question_offers_check_and_a_first_hint_only(
    visits: Visits, plain: Built, case: Accepted
) -> None:
    block = bring(Block(visits.open(plain.page(case)), case), case, "unanswered")
    expect(block.button).to_be_visible()
    expect(block.status).to_be_attached()
    expect(block.status).to_have_attribute("role", "status")
    expect(block.status).to_be_empty()
    expect(block.answer).to_be_hidden()
    expect(block.part("section")).to_be_hidden()
    expect(block.signs).to_have_count(0)
    expect(block.offered_hint).to_be_visible(visible=has_hints(case))
    expect(block.hints.filter(visible=True)).to_have_count(0)
    assert block.response() == {}
    assert block.record is None


@pytest.mark.each_type
@in_state("empty press")
def test_an_empty_response_is_an_error_and_not_a_wrong_answer(
    visits: Visits, plain: Built, case: Accepted
) -> None:
    block = bring(Block(page := visits.open(plain.page(case)), case), case, "empty press")
    expect(block.part("notice")).to_be_visible()
    expect(block.status).not_to_have_attribute("data-verdict", "wrong")
    expect(block.button).to_be_focused()
    # Where all fields are hidden, the type's own tests look at what stands for them.
    seen = block.controls.filter(visible=True)
    control = (seen if seen.count() else block.controls).first
    expect(control).to_have_attribute("aria-invalid", "true")
    expect(control).to_have_accessible_description(block.status.inner_text())
    assert (block.state, graded(page)) == ("open", [])
    expect(block.answer).to_be_hidden()
    notice = block.status.inner_text()
    block.fill(case.right)
    expect(block.part("notice").filter(has_text=notice)).to_have_count(0)
    expect(control).not_to_have_attribute("aria-invalid", "true")


@pytest.mark.each_type
@in_state("wrong")
def test_a_wrong_answer_gets_its_reason_and_the_key_stays_a_secret(
    visits: Visits, plain: Built, case: Accepted
) -> None:
    block = bring(Block(page := visits.open(plain.page(case)), case), case, "wrong")
    expect(block.button).to_have_text(SAYS["answer_again" if has_steps(case) else "check_again"])
    expect(block.button).to_be_focused()
    expect(block.marked("key")).to_have_count(0)
    for row in block.marked("right").all():
        # What she has right may say so; what she has not chosen may say nothing.
        expect(row.locator(":checked, select, input:not([type=checkbox], [type=radio])")).not_to_have_count(0)
    expect(block.part("section")).to_be_visible(visible="section:" in case.question)
    (detail,) = graded(page)
    assert detail == {
        "id": case.id,
        "type": case.type,
        "response": detail["response"],
        "correct": False,
        "score": detail["score"],
        "attempt": 1,
        **({"variant": 1} if "\nparameters:" in case.question else {}),
    }
    assert detail["response"].items() >= {name: value for name, value in case.wrong.items() if value}.items()
    assert 0 <= detail["score"] < 1
    assert block.record is not None
    assert (block.record["state"], block.record["first"]) == ("wrong", "")


@pytest.mark.each_type
@pytest.mark.parametrize("case", [case for case in cases_in("wrong") if is_choice(case)], ids=str)
def test_after_a_wrong_answer_only_the_feedback_to_that_choice_shows(
    visits: Visits, plain: Built, case: Accepted
) -> None:
    block = bring(Block(visits.open(plain.page(case)), case), case, "wrong")
    chosen = case.wrong[choice(case)]
    expect(block.part("verdict")).to_have_text(SAYS["verdict_wrong"])
    expect(block.marked("wrong")).to_have_attribute("data-option", chosen)
    expect(block.field(choice(case), chosen)).to_have_accessible_description(ending(SAYS["mark_wrong"]))
    expect(block.show_answer).to_be_visible()
    expect(block.explanation).to_be_hidden()
    visible = block.root.locator("[data-feedback]").filter(visible=True)
    for feedback in visible.all():
        assert feedback.get_attribute("data-feedback") == chosen
    own = f'[data-feedback="{chosen}"]'
    expect(block.status.locator(own)).to_have_count(block.root.locator(own).count())


@pytest.mark.each_control
@in_state("again")
def test_to_answer_again_gives_a_fresh_question_and_keeps_what_was_written(
    visits: Visits, plain: Built, case: Accepted
) -> None:
    block = bring(Block(visits.open(plain.page(case)), case), case, "again")
    expect(block.status).to_be_empty()
    expect(block.signs).to_have_count(0)
    expect(block.answer).to_be_hidden()
    expect(block.root.locator("[data-feedback]").filter(visible=True)).to_have_count(0)
    kept = block.response().items()
    assert kept <= case.wrong.items() if traits(case).keeps_response else not kept


@pytest.mark.each_control
@in_state("hint")
def test_hints_open_one_by_one_and_stay_offered(visits: Visits, plain: Built, case: Accepted) -> None:
    block = bring(Block(page := visits.open(plain.page(case)), case), case, "hint")
    expect(block.hints.first.locator("> :not(summary)")).to_be_visible()
    expect(block.hints.filter(visible=True)).to_have_count(1)
    expect(block.hints.first.locator("summary")).to_be_focused()
    assert (block.state, graded(page)) == ("open", [])
    page.reload()
    expect(block.hints.filter(visible=True)).to_have_count(1)


@pytest.mark.each_control
@in_state("shown")
def test_what_was_shown_first_is_recorded_as_shown(visits: Visits, plain: Built, case: Accepted) -> None:
    block = bring(Block(page := visits.open(plain.page(case)), case), case, "shown")
    expect(block.part("verdict")).to_have_text(SAYS["verdict_shown"])
    if is_choice(case):
        expect(block.marked("key")).to_have_attribute("data-option", case.right[choice(case)])
        expect(block.marked("wrong")).to_have_attribute("data-option", case.wrong[choice(case)])
    expect(block.explanation).to_be_visible()
    assert len(graded(page)) == 1
    block.answer_again()
    block.give(case.right)
    block.expect_state("right")
    assert block.record is not None
    assert block.record["first"] == "shown"


@pytest.mark.each_type
@in_state("right")
def test_right_at_the_first_try(visits: Visits, plain: Built, case: Accepted) -> None:
    block = bring(Block(page := visits.open(plain.page(case)), case), case, "right")
    expect(block.status).to_have_attribute("data-verdict", "right")
    expect(block.status.locator(".self-check__verdict")).to_be_visible()
    expect(block.button).to_be_focused()
    expect(block.explanation).to_be_visible()
    expect(block.marked("wrong")).to_have_count(0)
    (detail,) = graded(page)
    assert (detail["id"], detail["type"], detail["correct"]) == (case.id, case.type, True)
    assert (detail["score"], detail["attempt"]) == (1, 1)
    assert detail["response"].items() >= {name: value for name, value in case.right.items() if value}.items()
    assert block.record is not None
    assert (block.record["state"], block.record["first"]) == ("right", "right")


@pytest.mark.each_control
@in_state("right later")
def test_right_at_a_later_try(visits: Visits, plain: Built, case: Accepted) -> None:
    block = bring(Block(page := visits.open(plain.page(case)), case), case, "right later")
    if not has_steps(case):
        expect(block.part("verdict")).to_have_text(SAYS["verdict_right_later"].format(attempt=2))
    assert [(one["correct"], one["attempt"]) for one in graded(page)] == [(False, 1), (True, 2)]
    assert block.record is not None
    assert block.record["first"] == "later"


@pytest.mark.each_type
@in_state("comparing")
def test_before_it_is_compared_no_model_answer_is_seen(visits: Visits, plain: Built, case: Accepted) -> None:
    block = Block(visits.open(plain.page(case)), case)
    expect(block.part("model")).to_be_hidden()
    bring(block, case, "comparing")
    expect(block.part("model")).to_be_visible()
    expect(block.part("rubric")).to_be_visible()
    expect(block.explanation).to_be_hidden()
    expect(block.button).to_be_focused()
    expect(block.status).not_to_be_empty()
    assert block.response() == {name: value for name, value in before_comparing(case).items() if value}
    assert block.state == "open"
