"""Multiple response: boxes to tick, credit for a part, feedback to what was chosen and what was missed."""

from __future__ import annotations

import random

import pytest
from playwright.sync_api import expect

from selfcheck.frame.words import words
from selfcheck.question_types import discover
from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import SAYS, Block
from tests.selfcheck.browser.built import Built
from tests.selfcheck.browser.grading import grade
from tests.selfcheck.browser.test_keyboard import tab_to
from tests.selfcheck.cases import accepted

CASES = {case.name: case for case in accepted(discover()["multiple-response"])}
WIDER = CASES["first-question"]
OWN = words("en").types["multiple-response"]


def witness(chosen: set[int], key: list[bool]) -> tuple[bool, float]:
    """Whether it is right, and the credit: rights less wrongs, of all that are right, never below zero."""
    rights = {number for number, applies in enumerate(key, 1) if applies}
    net = len(chosen & rights) - len(chosen - rights)
    return chosen == rights, max(net, 0) / len(rights)


def test_credit_is_rights_less_wrongs_and_never_below_zero(visits: Visits, plain: Built) -> None:
    page = visits.open(plain.page(WIDER))
    block = Block(page, WIDER)
    block.expect_state("open")
    draw = random.Random(4)
    drawn: list[tuple[set[int], list[bool]]] = []
    for _ in range(3000):
        key = [True] + [draw.random() < 0.4 for _ in range(draw.randint(1, 25))]
        draw.shuffle(key)
        drawn.append(({n for n in range(1, len(key) + 1) if draw.random() < 0.5}, key))
    given = [({f"option-{number}": "on" for number in chosen}, key) for chosen, key in drawn]
    graded = grade(page, "multiple-response", given)
    for (chosen, key), result in zip(drawn, graded, strict=True):
        assert (result["correct"], result["score"]) == (
            witness(chosen, key)[0],
            pytest.approx(witness(chosen, key)[1]),
        )
        marks = {str(n): "right" if key[n - 1] else "wrong" for n in chosen}
        missed = {str(n): "key" for n, applies in enumerate(key, 1) if applies and n not in chosen}
        assert result["marks"] == marks | missed


def test_what_was_missed_is_told_only_when_the_answer_is_shown(visits: Visits, plain: Built) -> None:
    block = Block(page := visits.open(plain.page(WIDER)), WIDER)
    block.expect_state("open")
    block.give({"option-1": "on", "option-2": "on"})
    block.expect_state("wrong")
    expect(block.part("verdict")).to_have_text(OWN["found_and_wrong"].format(found=1, total=3, extra=1))
    expect(block.marked("right")).to_have_attribute("data-option", "1")
    expect(block.marked("wrong")).to_have_attribute("data-option", "2")
    expect(block.marked("key")).to_have_count(0)
    said = "It mixes channels at one position. Its window is a single pixel of its input."
    expect(block.row("2")).to_contain_text(said)
    assert block.root.locator("[data-feedback$=not-chosen]").filter(visible=True).count() == 0
    block.show_answer.click()
    block.expect_state("shown")
    expect(block.row("2")).to_contain_text(said)
    block.show_answer.click()
    for missed in ("3-if-not-chosen", "5-if-not-chosen"):
        expect(block.root.locator(f'[data-feedback="{missed}"]')).to_be_visible()
    assert [row.get_attribute("data-option") for row in block.marked("key").all()] == ["3", "5"]
    page.reload()
    block.expect_state("shown")
    expect(block.row("2")).to_contain_text(said)


def test_ticks_stay_to_be_checked_again_and_everything_goes_by_keyboard(visits: Visits, plain: Built) -> None:
    block = Block(page := visits.open(plain.page(WIDER)), WIDER)
    block.expect_state("open")
    asked = "Which of these changes makes a unit of the last layer see more pixels of the image?"
    expect(block.root.locator("fieldset")).to_have_accessible_name(f"{asked} {OWN['choose_all']}")
    expect(block.field("option-1")).to_have_accessible_name("a further 3 × 3 convolution")
    for name in ("option-1", "option-4", "option-5"):
        tab_to(page, block.field(name))
        page.keyboard.press("Space")
    page.keyboard.press("Enter")
    block.expect_state("wrong")
    expect(block.field("option-5")).to_be_focused()
    why = block.row("4").locator("[data-feedback]").inner_text()
    expect(block.field("option-4")).to_have_accessible_description(f"{SAYS['mark_wrong']} {why}")
    assert block.response() == {"option-1": "on", "option-4": "on", "option-5": "on"}
    tab_to(page, block.field("option-4"), "Shift+Tab")
    page.keyboard.press("Space")
    tab_to(page, block.field("option-3"), "Shift+Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    block.expect_state("right")
    expect(block.marked("right")).to_have_count(3)


def test_a_finger_ticks_a_row_anywhere_on_it(visits: Visits, plain: Built) -> None:
    case = CASES["the-reader-is-told-how-many"]
    page = visits.open(plain.page(case), width=375, has_touch=True, is_mobile=True)
    block = Block(page, case)
    block.expect_state("open")
    expect(block.part("demand")).to_have_text(OWN["choose_count"].format(count=2))
    for option in ("1", "2"):
        box = block.row(option).bounding_box()
        assert box is not None
        assert box["height"] >= 44
        block.row(option).tap(position={"x": box["width"] - 6, "y": box["height"] - 6})
    block.button.tap()
    block.expect_state("right")


def test_shuffled_the_reasons_follow_the_rows_by_their_texts(visits: Visits, plain: Built) -> None:
    case = CASES["shuffled-options"]
    block = Block(visits.open(plain.page(case)), case)
    block.expect_state("open")
    block.give({"option-2": "on"})
    block.show_answer.click()
    block.expect_state("shown")
    shown = block.root.locator("[data-shuffle] > *").evaluate_all(
        "rows => rows.map(row => row.dataset.option)"
    )
    block.show_answer.click()
    called = block.part("called").filter(visible=True)
    texts = block.root.locator("[data-shuffle] .self-check__letter + *").all_text_contents()
    # That of the row she chose stands in the row.
    expect(called).to_have_text([text for option, text in zip(shown, texts, strict=True) if option != "2"])


def test_ticks_of_a_question_that_has_changed_are_gone(visits: Visits, plain: Built) -> None:
    block = Block(page := visits.open(plain.page(WIDER)), WIDER)
    block.expect_state("open")
    block.give(WIDER.wrong)
    page.evaluate(
        """() => {
          const [place] = Object.keys(localStorage).filter(name => name.endsWith("what-widens-the-view"));
          const record = JSON.parse(localStorage[place]);
          localStorage[place] = JSON.stringify({ ...record, fingerprint: "of before" });
        }"""
    )
    page.reload()
    block.expect_state("open")
    expect(block.status).to_have_text(SAYS["changed"])
    assert block.response() == {}
