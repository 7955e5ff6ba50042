"""Ordering: the row in hand and the tools that move it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browsing.visits import Visits
from tests.selfcheck.browser.built import Built
from tests.selfcheck.browser.rows import STEPS, Rows, opened, start
from tests.selfcheck.browser.test_keyboard import tab_to


def test_only_the_row_in_hand_shows_what_moves_it(visits: Visits, plain: Built) -> None:
    page, block = opened(visits, plain)
    order = start()
    tools = block.part("move").filter(visible=True)
    # The first one, so that nobody has to find out.
    assert block.held() == order[:1]
    expect(block.row(order[0]).locator(".self-check__move")).to_have_count(3)
    expect(tools).to_have_count(3)
    expect(block.press(order[0], "up")).to_have_attribute("aria-disabled", "true")
    block.row(order[3]).locator(".self-check__text").click()
    assert block.held() == [order[3]]
    expect(block.press(order[3], "up")).to_have_attribute("aria-disabled", "false")
    expect(tools).to_have_count(3)
    # Nothing has been answered by that, and on goes the keyboard from there.
    assert block.response() == {}
    page.keyboard.press("Tab")
    expect(block.press(order[3], "up")).to_be_focused()
    tab_to(page, block.field(order[4]))
    assert block.held() == [order[4]]
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(block.press(order[4], "down")).to_be_focused()
    page.keyboard.press("Enter")
    expect(block.press(order[4], "down")).to_be_focused()
    assert block.held() == [order[4]]
    page.reload()
    block.expect_state("open")
    assert block.held() == block.lists()[0][:1]


def test_after_a_verdict_no_row_is_in_hand_until_one_is_taken(visits: Visits, plain: Built) -> None:
    page, block = opened(visits, plain)
    block.give(STEPS.wrong)
    block.expect_state("wrong")
    assert block.held() == []
    page.reload()
    block.expect_state("wrong")
    assert block.held() == []
    block.take("row-2")
    expect(block.marked("wrong")).to_have_attribute("data-option", "row-2")
    for place in (2, 3):
        block.press("row-2", "down").click()
        assert block.lists()[0].index("row-2") == place - 1
        assert block.held() == ["row-2"]
    assert block.lists()[1] == ["row-6"]


def test_a_row_put_down_where_it_was_is_no_answer(visits: Visits, plain: Built) -> None:
    page, block = opened(visits, plain, height=1000)
    order = start()
    x, y = block.grip(order[2])
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, y + 60, steps=2)
    page.mouse.move(x, y + 3, steps=2)
    page.mouse.up()
    assert block.held() == [order[2]]
    assert (block.lists(), block.response()) == ([order, []], {})


COVERED = """root => {
  const strip = root.querySelector(".self-check__moves");
  const { top, bottom, left, right } = strip.getBoundingClientRect();
  const room = parseFloat(getComputedStyle(strip, "::before").top);
  const texts = [...root.querySelectorAll(".self-check__text, .self-check__order + .self-check__caption")];
  return texts.filter(text => {
    const range = document.createRange();
    range.selectNodeContents(text);
    return [...range.getClientRects()].some(line =>
      line.bottom > top + room && line.top < bottom - room && line.right > left && line.left < right);
  }).map(text => text.textContent);
}"""

ROOM = """root => [...root.querySelectorAll(".self-check__row, .self-check__text")]
  .map(node => node.getBoundingClientRect()).flatMap(({x, y, width, height}) => [x, y, width, height])
  .map(side => Math.round(side * 10) / 10)"""


@pytest.mark.parametrize("width", [320, 375, 1280])
def test_the_tools_take_no_room_and_cover_no_text(visits: Visits, material: Built, width: int) -> None:
    page = visits.open(material.page(STEPS), width=width, height=1200)
    block = Rows(page, STEPS)
    block.expect_state("open")
    room = block.root.evaluate(ROOM)
    for name in start():
        block.field(name).focus()
        assert block.held() == [name]
        assert block.root.evaluate(ROOM) == room
        assert block.root.evaluate(COVERED) == []
        sizes = block.root.evaluate(
            """root => [...root.querySelectorAll(".self-check__order :is(select, button)")]
              .map(node => parseFloat(getComputedStyle(node).fontSize))"""
        )
        assert min(sizes) >= 14


@pytest.mark.parametrize("width", [320, 375, 1280])
def test_no_row_moves_when_the_script_comes(visits: Visits, plain: Built, width: int) -> None:
    page = visits.open(plain.page("empty"), width=width)
    page.route("**/ordering*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(plain.page(STEPS))
    block = Rows(page, STEPS)
    box = block.part("ordering")
    expect(block.field("row-1")).to_be_visible()
    assert block.state is None
    before = (block.root.evaluate(ROOM), box.bounding_box())
    page.unroute("**/ordering*.js")
    page.goto(plain.page(STEPS))
    block.expect_state("open")
    assert (block.root.evaluate(ROOM), box.bounding_box()) == before
