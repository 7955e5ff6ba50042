"""A block that waits for its script has the room that it will take, and can be read should none come."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import Block
from tests.selfcheck.browser.built import ANY, Built
from tests.selfcheck.browser.states import traits
from tests.selfcheck.cases import Accepted, all_accepted

FRAME = "**/selfcheck/frame*.js"
ROUNDING_PX = 1
WRAPPING_PX = 60
"""How much higher the names of classes make the tools of a mask, which wrap where they find no room."""


@pytest.mark.each_type
@pytest.mark.parametrize("case", all_accepted(), ids=str)
@pytest.mark.parametrize(("width", "is_touched"), [(375, True), (1280, False)])
def test_neither_label_nor_what_stands_below_a_block_moves_when_its_script_comes(
    visits: Visits, material: Built, case: Accepted, width: int, is_touched: bool
) -> None:
    page = visits.open(material.page("empty"), width=width, has_touch=is_touched, is_mobile=is_touched)
    _hold_scripts(page)
    page.goto(material.page(case))
    block = Block(page, case)
    assert block.state is None
    before, label = _height(block), _label(block)
    page.unroute(FRAME)
    page.goto(material.page(case))
    block.expect_state("open")
    most = WRAPPING_PX if traits(case).controls == "pointing" else ROUNDING_PX
    assert _height(block) == pytest.approx(before, abs=most)
    assert _label(block) == pytest.approx(label, abs=ROUNDING_PX)


def test_what_can_be_read_without_a_script_comes_where_none_does(visits: Visits, material: Built) -> None:
    page = visits.open(material.page("empty"))
    _hold_scripts(page)
    page.goto(material.page(ANY))
    block = Block(page, ANY)
    expect(block.answer.locator("> summary")).to_be_hidden()
    page.evaluate("() => document.getAnimations().map((each) => each.finish())")
    block.answer.locator("> summary").click()
    expect(block.explanation).to_be_visible()


def _hold_scripts(page: Page) -> None:
    """Let an empty file come in place of the script, for this visit alone."""
    headers = {"Content-Type": "text/javascript", "Cache-Control": "no-store"}
    page.route(FRAME, lambda route: route.fulfill(body="", headers=headers))


def _height(block: Block) -> float:
    height: float = block.root.evaluate("node => node.getBoundingClientRect().height")
    return height


def _label(block: Block) -> float:
    """Where the words of the label begin, within the block."""
    left: float = block.part("label").evaluate(
        """label => {
          const words = document.createRange();
          words.selectNodeContents([...label.childNodes].find((node) => node.nodeType === Node.TEXT_NODE));
          const left = (box) => box.getBoundingClientRect().left;
          return left(words) - left(label.closest("self-check"));
        }"""
    )
    return left
