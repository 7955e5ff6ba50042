"""An explorer that waits for a prediction: when its result is shown, and to whom it is said."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browsing.visits import Visits
from tests.explorers.parts import explorer, panel, result, slider
from tests.selfcheck.browser.built import Built

LATER = """
window.later = 0;
(function look() {
  const settled = document.querySelector("self-check:is([data-state=wrong], [data-state=right])");
  if (settled && document.querySelector(".explorer:defined:not([data-revealed])")) later += 1;
  requestAnimationFrame(look);
})();
"""
"""Counts the frames in which a question is settled and an explorer, whose script is there, still waits."""


ANNOUNCED = """() => {
  window.announced = [];
  const output = document.querySelector(".explorer output");
  const note = () => output.offsetHeight && announced.push(output.textContent);
  new MutationObserver(note).observe(output, { childList: true });
}"""
"""Notes what the visible result has become, each time that it changes."""


@pytest.mark.parametrize("name", ["waiting", "field-waiting", "masks-waiting"])
def test_who_comes_back_to_an_answer_sees_the_page_move_once_with_its_block_and_not_again(
    visits: Visits, material: Built, name: str
) -> None:
    """The block grows by its verdict once its script is there; the explorer follows in the same frame."""
    page = visits.open(material.page(name), width=375, script=LATER)
    page.get_by_role("textbox").fill("3")
    page.get_by_role("button", name="Check").click()
    expect(result(page)).to_be_visible()
    page.reload()
    expect(result(page)).to_be_visible()
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("() => later") == 0


def test_an_explorer_waits_for_the_verdict_on_its_question(visits: Visits, plain: Built) -> None:
    page = visits.open(plain.page("waiting"))
    expect(panel(page)).to_be_visible()
    expect(result(page)).to_be_hidden()
    expect(explorer(page).locator("svg")).to_be_hidden()
    expect(slider(page, "Kernel")).to_be_disabled()
    page.get_by_role("textbox").fill("3")
    page.get_by_role("button", name="Check").click()
    expect(result(page)).to_have_text("12 pixels give 4 outputs. Never read: pixels 2, 5, 8 and 11.")
    expect(result(page)).to_be_visible()
    expect(panel(page)).to_be_hidden()
    expect(slider(page, "Kernel")).to_be_enabled()


def test_the_verdict_on_another_question_reveals_nothing(visits: Visits, plain: Built) -> None:
    page = visits.open(plain.page("waiting"))
    tell = """id => document.dispatchEvent(new CustomEvent("self-check-graded", { detail: { id } }))"""
    page.evaluate(tell, "another-question")
    expect(result(page)).to_be_hidden()
    page.evaluate(tell, "pixels-never-read")
    expect(result(page)).to_be_visible()


def test_who_asks_sees_the_result_at_once_and_goes_on_with_the_controls(visits: Visits, plain: Built) -> None:
    page = visits.open(plain.page("waiting"))
    page.get_by_role("button", name="Show it now").press("Enter")
    expect(result(page)).to_be_visible()
    expect(slider(page, "Size")).to_be_focused()


def test_the_result_is_announced_to_who_asks_and_not_over_a_verdict(visits: Visits, plain: Built) -> None:
    page = visits.open(plain.page("waiting"))
    page.evaluate(ANNOUNCED)
    page.get_by_role("button", name="Show it now").click()
    said = "12 pixels give 4 outputs. Never read: pixels 2, 5, 8 and 11."
    page.wait_for_function("said => announced.includes(said)", arg=said)
    assert page.evaluate("() => announced") == ["", said]
    page.reload()
    page.evaluate(ANNOUNCED)
    page.get_by_role("textbox").fill("4")
    page.get_by_role("button", name="Check").click()
    expect(result(page)).to_be_visible()
    page.wait_for_timeout(200)
    assert page.evaluate("() => announced") == []


def test_an_answer_that_was_shown_reveals_the_result(visits: Visits, plain: Built) -> None:
    page = visits.open(plain.page("waiting"))
    page.get_by_role("button", name="Show the answer").click()
    expect(result(page)).to_be_visible()


def test_a_question_that_was_answered_before_reveals_at_once(visits: Visits, plain: Built) -> None:
    page = visits.reader().new_page()
    page.goto(plain.page("waiting"))
    page.get_by_role("textbox").fill("4")
    page.get_by_role("button", name="Check").click()
    expect(result(page)).to_be_visible()
    page.reload()
    expect(result(page)).to_be_visible()
    expect(panel(page)).to_be_hidden()


def test_what_was_revealed_stays_so_while_the_reader_goes_from_page_to_page(
    visits: Visits, material: Built
) -> None:
    page = visits.open(material.page("waiting"))
    page.evaluate("() => { window.same = true; }")
    page.get_by_role("button", name="Show it now").click()
    page.get_by_role("link", name="Home").last.click()
    expect(page.get_by_role("heading", name="Home")).to_be_visible()
    page.get_by_role("article").get_by_role("link", name="Waiting").click()
    expect(result(page)).to_be_visible()
    assert page.evaluate("() => window.same")
