"""Everything by keyboard alone, and one always sees where one is."""

from __future__ import annotations

import itertools

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import SAYS, Block
from tests.selfcheck.browser.built import ANY, FIRST, Built
from tests.selfcheck.browser.states import has_hints, has_steps
from tests.selfcheck.cases import Accepted

SHOWN = """() => {
  const focus = document.activeElement;
  // The row stands for its radio button.
  const seen = focus.closest("[data-option]") ?? focus;
  return [focus, seen].some((one) => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && !/, 0\\)$/.test(outlineColor);
  });
}"""


def tab_to(page: Page, target: Locator, key: str = "Tab") -> None:
    """Press Tab until the target has the focus, and see it there."""
    for _ in range(60):
        page.keyboard.press(key)
        if target.evaluate("node => node === document.activeElement"):
            assert page.evaluate(SHOWN), "the focus cannot be seen"
            return
    raise AssertionError(f"Tab never reaches {target}")


def fill_by_keyboard(block: Block, response: dict[str, str]) -> None:
    """Put a response in with Tab, arrows, Space and letters."""
    page = block.page
    # What was ticked before may still be.
    for name in sorted(block.ticked() - response.keys()):
        tab_to(page, block.field(name))
        page.keyboard.press("Space")
    for name, value in response.items():
        kind = block.field(name).first.evaluate("field => field.type")
        if kind == "radio":
            _choose(block, name, value)
        elif kind == "checkbox":
            if block.field(name).is_visible() and not block.field(name).is_checked():
                tab_to(page, block.field(name))
                page.keyboard.press("Space")
        elif kind == "select-one":
            _pick(block, name, value)
        elif kind == "hidden":
            # The control that stands for it is worked in the type's own tests.
            block.fill({name: value})
        elif block.field(name).is_editable() and block.field(name).input_value() != value:
            tab_to(page, block.field(name))
            # What was typed before may still be there.
            page.keyboard.press("ControlOrMeta+A")
            page.keyboard.type(value)


def _choose(block: Block, name: str, value: str) -> None:
    """Tab enters a group of radio buttons at the chosen one, or the first; arrows lead on."""
    page, group = block.page, block.field(name)
    chosen = group.and_(page.locator(":checked"))
    tab_to(page, chosen if chosen.count() else group.first)
    if not chosen.count():
        page.keyboard.press("Space")
    for _ in range(group.count()):
        if block.field(name, value).is_checked():
            break
        page.keyboard.press("ArrowDown")
    expect(block.field(name, value)).to_be_focused()
    assert page.evaluate(SHOWN), "the focus cannot be seen"


def _pick(block: Block, name: str, value: str) -> None:
    """Arrows lead through a menu without opening it; what is picked already stays."""
    page, menu = block.page, block.field(name)
    if menu.input_value() == value:
        return
    tab_to(page, menu)
    page.keyboard.press("Home")
    for _ in range(menu.locator("option").count()):
        if menu.input_value() == value:
            break
        page.keyboard.press("ArrowDown")
    expect(menu).to_have_value(value)
    expect(menu).to_be_focused()


def give_by_keyboard(block: Block, response: dict[str, str], case: Accepted) -> None:
    """Answer; from wherever the focus is, the question is reached by going round the page."""
    for _ in range(2 if has_steps(case) else 1):
        block.page.evaluate("() => document.activeElement.blur()")
        fill_by_keyboard(block, response)
        tab_to(block.page, block.button)
        block.page.keyboard.press("Enter")
        expect(block.button).to_be_focused()


@pytest.mark.parametrize("case", FIRST, ids=str)
def test_a_question_is_answered_by_keyboard_alone(visits: Visits, plain: Built, case: Accepted) -> None:
    block = Block(page := visits.open(plain.page(case)), case)
    expect(block.button).to_be_visible()
    if has_hints(case):
        tab_to(page, block.offered_hint)
        page.keyboard.press("Enter")
        expect(block.hints.first).to_have_attribute("open", "")
    give_by_keyboard(block, dict(case.wrong), case)
    block.expect_state("wrong")
    if has_steps(case):
        page.keyboard.press("Space")
        block.expect_state("open")
    give_by_keyboard(block, dict(case.right), case)
    block.expect_state("right")


@pytest.mark.one_type
@pytest.mark.parametrize("case", [case for case in FIRST if not has_steps(case)], ids=str)
def test_the_answer_is_shown_by_keyboard_alone(visits: Visits, plain: Built, case: Accepted) -> None:
    block = Block(page := visits.open(plain.page(case)), case)
    expect(block.button).to_be_visible()
    give_by_keyboard(block, dict(case.wrong), case)
    tab_to(page, block.show_answer)
    page.keyboard.press("Enter")
    block.expect_state("shown")
    # The control that was pressed stays, so that the focus does not fall out of the question.
    assert block.root.evaluate("root => root.contains(document.activeElement)")


def test_answers_are_cleared_by_keyboard_alone(visits: Visits, plain: Built) -> None:
    case = ANY
    block = Block(page := visits.open(plain.page(case)), case)
    expect(block.button).to_be_visible()
    block.give(case.right)
    tab_to(page, page.get_by_text(SAYS["menu"], exact=True))
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=SAYS["clear"])).to_be_visible()
    tab_to(page, page.get_by_role("button", name=SAYS["clear"]))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("button", name=SAYS["clear_yes"], exact=True))
    page.keyboard.press("Enter")
    block.expect_state("open")
    expect(page.get_by_text(SAYS["cleared"])).to_be_visible()
    assert page.evaluate("() => document.activeElement.localName") == "self-check-summary"


@pytest.mark.each_control
@pytest.mark.parametrize("case", FIRST, ids=str)
def test_tab_reaches_every_control_once_and_in_the_order_of_the_page(
    visits: Visits, plain: Built, case: Accepted
) -> None:
    block = Block(page := visits.open(plain.page(case)), case)
    expect(block.button).to_be_visible()
    block.give(case.wrong)
    # A fresh page begins at its top.
    page.reload()
    block.expect_state("wrong")
    tops: list[float] = []
    order = "() => document.activeElement.getBoundingClientRect().top + scrollY"
    inside = "() => !!document.activeElement.closest('self-check')"
    page.keyboard.press("Tab")
    while page.evaluate(inside):
        tops.append(page.evaluate(order))
        page.keyboard.press("Tab")
    assert len(tops) >= 3
    # Controls of two kinds in one line of text differ by a fraction of a pixel.
    assert all(below > above - 1 for above, below in itertools.pairwise(tops)), tops
