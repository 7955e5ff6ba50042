"""Narrow screens, large text, other directions, and targets that a finger can hit."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browsing.fit import overflow, spilled
from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import Block
from tests.selfcheck.browser.built import FIRST, Built
from tests.selfcheck.browser.states import bring, choice, has_steps, is_choice
from tests.selfcheck.cases import Accepted, all_accepted

NARROW = 320
every_case = pytest.mark.parametrize("case", all_accepted(), ids=str)

# What is large enough for a finger is so for a mouse, unless a style tells them apart: one type shows it.
POINTED_AT = [
    *(pytest.param(case, True, marks=pytest.mark.each_control, id=f"{case}-touch") for case in FIRST),
    *(pytest.param(case, False, marks=pytest.mark.one_type, id=f"{case}-mouse") for case in FIRST),
]

# What is smaller than 24 px a finger misses (WCAG 2.2, 2.5.8); links in running text are exempt.
SMALL = """root => [...root.querySelectorAll("button, summary, input, textarea")]
  .filter(node => node.checkVisibility() && !node.closest(".tabbed-set, .md-code__nav, .highlight"))
  .map(node => (/radio|checkbox/.test(node.type) && node.closest("[data-option]")) || node)
  .map(node => [node.className || node.tagName, node.getBoundingClientRect()])
  .filter(([, {width, height}]) => width < 24 || height < 24)
  .map(([name, {width, height}]) => `${name}: ${width} x ${height}`)"""


@pytest.mark.each_type
@every_case
def test_at_320_pixels_no_state_overflows(visits: Visits, material: Built, case: Accepted) -> None:
    page = visits.open(material.page(case), width=NARROW)
    block = Block(page, case)
    block.expect_state("open")
    assert (overflow(page), spilled(block.root)) == (0, [])
    for _ in block.hints.all():
        block.offered_hint.click()
    assert (overflow(page), spilled(block.root)) == (0, [])
    for state in ("wrong", "right") if has_steps(case) else ("empty press", "wrong", "right"):
        if block.state != "open":
            block.answer_again()
        bring(block, case, state)
        assert (state, overflow(page), spilled(block.root)) == (state, 0, [])


@pytest.mark.one_type
@every_case
def test_a_plain_page_does_not_overflow_either(visits: Visits, plain: Built, case: Accepted) -> None:
    page = visits.open(plain.page(case), width=NARROW)
    bring(block := Block(page, case), case, "right")
    assert (overflow(page), spilled(block.root)) == (0, [])


@pytest.mark.each_control
@pytest.mark.parametrize("case", FIRST, ids=str)
def test_text_of_twice_the_size_loses_nothing(visits: Visits, material: Built, case: Accepted) -> None:
    page = visits.open(material.page(case), width=640)
    page.evaluate("() => { document.documentElement.style.fontSize = '250%'; }")
    # Then every feedback and the explanation can be seen as well.
    block = bring(Block(page, case), case, "right")
    assert (overflow(page), spilled(block.root)) == (0, [])
    cut = block.root.evaluate(
        """root => [...root.querySelectorAll("label, legend, button, p, summary")].filter(node =>
          node.checkVisibility() && node.scrollHeight > node.clientHeight + 4 && node.clientHeight &&
          getComputedStyle(node).overflowY === "hidden").map(node => node.outerHTML)"""
    )
    assert cut == []


@pytest.mark.one_type
@every_case
def test_a_page_from_right_to_left_does_not_overflow(visits: Visits, material: Built, case: Accepted) -> None:
    page = visits.open(material.page(case), width=NARROW)
    page.evaluate("() => { document.documentElement.dir = document.body.dir = 'rtl'; }")
    block = bring(Block(page, case), case, "wrong")
    assert (overflow(page), spilled(block.root)) == (0, [])
    # What stood at the left stands at the right now.
    expect(block.root).to_have_css("border-left-width", "0px")
    row = block.root.locator("[data-option]").filter(visible=True).first
    for control in row.locator("input:is([type=radio], [type=checkbox])").all()[:1]:
        assert middle(control) > middle(row)


def middle(place: Locator) -> float:
    """How far from the left the middle of it is."""
    box = place.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2


@pytest.mark.parametrize(("case", "touch"), POINTED_AT)
def test_every_target_is_large_enough(visits: Visits, material: Built, case: Accepted, touch: bool) -> None:
    page = visits.open(material.page(case), width=375, has_touch=touch, is_mobile=touch)
    block = Block(page, case)
    block.expect_state("open")
    assert block.root.evaluate(SMALL) == []
    if touch:
        rows = block.root.locator("[data-option]").filter(visible=True).all()
        rows += block.root.locator("summary").filter(visible=True).all()
        assert all((row.bounding_box() or {"height": 0})["height"] >= 44 for row in rows)
    bring(block, case, "wrong")
    assert block.root.evaluate(SMALL) == []
    assert page.locator("self-check-summary").evaluate(SMALL) == []


@pytest.mark.each_type
@pytest.mark.parametrize("case", [case for case in all_accepted() if is_choice(case)], ids=str)
def test_rows_of_text_are_one_target_each(visits: Visits, material: Built, case: Accepted) -> None:
    block = Block(visits.open(material.page(case), width=375), case)
    block.expect_state("open")
    row = block.row(case.right[choice(case)])
    box = row.bounding_box()
    assert box is not None
    row.click(position={"x": box["width"] - 4, "y": box["height"] - 4})
    assert block.response() == case.right
