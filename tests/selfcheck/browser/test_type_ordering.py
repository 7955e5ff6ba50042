"""Ordering: rows that are moved by buttons, by number and by dragging."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browsing.visits import Visits
from tests.selfcheck.browser.built import Built
from tests.selfcheck.browser.rows import SAYS, STEPS, middle, opened, start
from tests.selfcheck.browser.test_keyboard import tab_to


def test_what_has_not_been_moved_is_no_answer(visits: Visits, plain: Built) -> None:
    _, block = opened(visits, plain)
    first, second = start()[:2]
    assert block.lists() == [start(), []]
    # The numbers are there to be read, and yet nothing is answered.
    shown = block.root.evaluate(
        "root => [...root.querySelectorAll('select')].map(s => s.selectedOptions[0].text)"
    )
    assert shown == [str(place) for place in range(1, 7)]
    assert block.response() == {}
    block.button.click()
    expect(block.status).to_have_text(SAYS["untouched"])
    expect(block.field(first)).to_have_attribute("aria-invalid", "true")
    block.use(second, "up")
    expect(block.status).to_have_text(block.says(second, 1, 6))
    # Said alone: nothing is drawn over the button.
    assert block.status.evaluate("node => getComputedStyle(node, '::before').display") == "none"
    assert block.response() == {
        name: str(place) for place, name in enumerate([second, first, *start()[2:]], 1)
    }
    expect(block.field(first)).not_to_have_attribute("aria-invalid", "true")
    block.use(first, "up")
    # As at the start again, but by her will.
    assert list(block.response()) == start()
    block.button.click()
    block.expect_state("wrong")


def test_rows_are_moved_by_keyboard_and_the_focus_goes_along(visits: Visits, plain: Built) -> None:
    page, block = opened(visits, plain)
    order = start()
    last = order[-1]
    up = block.press(last, "up")
    tab_to(page, block.field(last))
    tab_to(page, up)
    for place in range(5, 0, -1):
        page.keyboard.press("Enter")
        order.insert(place - 1, order.pop(place))
        assert block.lists()[0] == order
        expect(up).to_be_focused()
        expect(block.status).to_have_text(block.says(last, place, 6))
    expect(block.status).not_to_have_attribute("aria-live", "off")
    # At the top the button stays, says that it can do no more, and does nothing.
    expect(up).to_have_attribute("aria-disabled", "true")
    page.keyboard.press("Space")
    assert block.lists()[0] == order
    tab_to(page, block.press(last, "down"))
    page.keyboard.press("Space")
    order[:2] = order[1::-1]
    assert block.lists()[0] == order
    out = block.leaver(last)
    tab_to(page, out)
    page.keyboard.press("Enter")
    expect(out).to_be_focused()
    expect(out).to_have_text(SAYS["put_back"])
    assert block.lists() == [[name for name in order if name != last], [last]]
    expect(block.status).to_contain_text(SAYS["out"])
    expect(block.field(last)).to_have_value("out")
    page.keyboard.press("Enter")
    expect(out).to_be_focused()
    assert block.lists() == [[*(name for name in order if name != last), last], []]
    expect(block.status).to_have_text(block.says(last, 6, 6))


def test_a_number_moves_its_row_and_the_others_close_up(visits: Visits, plain: Built) -> None:
    page, block = opened(visits, plain)
    order = start()
    menu = block.field(order[4])
    tab_to(page, menu)
    page.keyboard.press("Home")
    order.insert(0, order.pop(4))
    assert block.lists()[0] == order
    page.keyboard.press("ArrowDown")
    order[:2] = order[1::-1]
    assert block.lists()[0] == order
    expect(menu).to_be_focused()
    expect(menu).to_have_accessible_name(
        f"{SAYS['place_of']} {block.row(order[1]).locator('.self-check__text').inner_text()}"
    )
    expect(block.status).to_have_text(block.says(order[1], 2, 6))
    block.field(order[0]).select_option("out")
    block.field(order[1]).select_option("6")  # of five that are left
    order = [*order[2:], order[1], order[0]]
    assert block.lists() == [order[:-1], order[-1:]]
    assert block.response() == {
        **{name: str(place) for place, name in enumerate(order[:-1], 1)},
        order[-1]: "out",
    }
    page.reload()
    block.expect_state("open")
    assert block.lists() == [order[:-1], order[-1:]]


def test_a_row_is_dragged_by_its_grip_with_the_mouse(visits: Visits, plain: Built) -> None:
    page, block = opened(visits, plain, height=1000)
    order = start()

    def drag(name: str, goal: tuple[float, float]) -> None:
        page.mouse.move(*block.grip(name))
        page.mouse.down()
        page.mouse.move(goal[0], goal[1] - 30, steps=2)
        page.mouse.move(*goal, steps=2)
        expect(block.root.locator("[data-drop]")).to_have_count(1)
        page.mouse.up()
        expect(block.root.locator("[data-drop], [data-dragged]")).to_have_count(0)

    x, y = block.grip(order[3])
    drag(order[0], (x, y + 5))
    order.insert(3, order.pop(0))
    assert block.lists()[0] == order
    expect(block.status).to_have_text(block.says(order[3], 4, 6))
    x, y = block.grip(order[0])
    drag(order[5], (x, y - 5))
    order.insert(0, order.pop(5))
    assert block.lists()[0] == order
    drag(order[2], middle(block.root.locator(".self-check__order").last))
    left = order.pop(2)
    assert block.lists() == [order, [left]]
    x, y = block.grip(order[1])
    drag(left, (x, y - 5))
    order.insert(1, left)
    assert block.lists() == [order, []]
    # What does not end in a drop moves nothing.
    page.mouse.move(*block.grip(order[0]))
    page.mouse.down()
    page.mouse.move(x, y + 100)
    block.row(order[0]).evaluate("row => row.releasePointerCapture(1)")
    page.mouse.up()
    assert block.lists() == [order, []]
    assert block.row(order[0]).evaluate("row => row.style.translate") == ""


@pytest.mark.parametrize("end", ["drop", "escape"])
def test_a_row_is_dragged_past_the_end_of_the_window_and_escape_puts_it_back(
    visits: Visits, plain: Built, end: str
) -> None:
    """The list is higher than the window: the page scrolls under the row until the last place is in reach."""
    page, block = opened(visits, plain, height=260)
    order = start()
    first, last = block.row(order[0]), block.row(order[-1])
    first.locator(".self-check__handle").scroll_into_view_if_needed()
    expect(last).not_to_be_in_viewport()
    x, y = block.grip(order[0])
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, 250, steps=4)
    # Looked at in every frame: the page scrolls as long as the pointer stays there.
    is_seen = "row => row.getBoundingClientRect().bottom <= innerHeight"
    page.wait_for_function(is_seen, arg=last.element_handle())
    page.mouse.move(x, 150)
    # The row is still at the pointer.
    assert abs(block.grip(order[0])[1] - 150) < 48
    if end == "escape":
        page.keyboard.press("Escape")
        expect(block.root.locator("[data-drop], [data-dragged]")).to_have_count(0)
        page.mouse.up()
        assert block.lists() == [order, []]
    else:
        page.mouse.up()
        assert block.lists()[0][0] != order[0]


def test_fingers_press_choose_and_drag(visits: Visits, plain: Built) -> None:
    page, block = opened(visits, plain, width=375, height=1000, has_touch=True, is_mobile=True)
    order = start()
    for target in block.root.locator(".self-check__order :is(select, button, .self-check__handle)").all():
        box = target.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 44
    block.row(order[1]).locator(".self-check__text").tap()
    block.press(order[1], "up").tap()
    order[:2] = order[1::-1]
    assert block.lists()[0] == order
    block.row(order[0]).get_by_role("button").last.tap()
    left = order.pop(0)
    assert block.lists() == [order, [left]]
    client = page.context.new_cdp_session(page)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        told = [{"x": round(x), "y": round(y)} for x, y in points]
        client.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": told})

    x, y = block.grip(order[1])
    goal = block.grip(order[0])[1] - 5
    scrolled = page.evaluate("() => scrollY")
    touch("touchStart", (x, y))
    for way in (0.3, 0.6, 1):
        touch("touchMove", (x, y + (goal - y) * way))
    touch("touchEnd")
    order[:2] = order[1::-1]
    expect(block.status).to_have_text(block.says(order[0], 1, 5))
    assert block.lists() == [order, [left]]
    assert page.evaluate("() => scrollY") == scrolled


def test_her_order_is_mended_and_clearing_brings_the_first(visits: Visits, plain: Built) -> None:
    page, block = opened(visits, plain)
    block.give(STEPS.wrong)
    mine = block.lists()
    assert mine == [list(STEPS.wrong)[:5], ["row-6"]]
    expect(block.marked("wrong")).to_have_attribute("data-option", "row-2")
    expect(block.field("row-2")).to_have_accessible_description(re.compile("your answer, not right"))
    expect(block.part("verdict")).to_contain_text(SAYS["none_held"])
    block.use("row-2", "down")
    expect(block.status).to_contain_text(block.says("row-2", 2, 5))
    expect(block.part("verdict")).to_contain_text(SAYS["none_held"])
    expect(block.signs).to_have_count(0)
    block.button.click()
    block.expect_state("right")
    # Settled, nothing moves by whatever means.
    block.field("row-1").focus()
    block.row("row-3").locator(".self-check__text").click()
    expect(block.part("moves")).to_have_count(0)
    assert block.held() == []
    block.field("row-1").focus()
    page.keyboard.press("ArrowDown")
    page.mouse.move(*block.grip("row-1"))
    page.mouse.down()
    page.mouse.move(*block.grip("row-4"))
    page.mouse.up()
    assert block.lists() == [[f"row-{number}" for number in range(1, 6)], ["row-6"]]
    expect(block.field("row-1")).to_have_value("1")
    block.clear()
    assert block.lists() == [start(), []]
    assert block.response() == {}


def test_the_text_of_a_row_that_is_left_out_stands_below_the_others(visits: Visits, plain: Built) -> None:
    _, block = opened(visits, plain)
    block.fill(STEPS.right)
    assert block.lists()[1]
    begins = "texts => texts.map(text => Math.round(text.getBoundingClientRect().left))"
    assert len(set(block.part("text").evaluate_all(begins))) == 1


def test_a_block_that_leaves_is_as_the_build_made_it(visits: Visits, plain: Built) -> None:
    _, block = opened(visits, plain)
    block.fill(STEPS.right)
    left, built = block.root.evaluate(
        """async root => {
          root.remove();
          const html = await (await fetch(location.href)).text();
          const built = new DOMParser().parseFromString(html, "text/html").querySelector("self-check");
          const order = (block) => [...block.querySelectorAll(".self-check__ordering *")].map(node =>
            [node.tagName, node.className, node.hidden, node.id, node.dataset.option, node.textContent]);
          return [order(root), order(built)];
        }"""
    )
    assert left == built


def test_on_paper_an_untouched_list_has_boxes_to_write_numbers_into(visits: Visits, plain: Built) -> None:
    page, block = opened(visits, plain)
    page.emulate_media(media="print")
    menu = block.field("row-1")
    seen = "node => getComputedStyle(node).color !== 'rgba(0, 0, 0, 0)'"
    assert not menu.evaluate(seen)
    assert menu.evaluate("node => getComputedStyle(node).borderTopStyle") == "solid"
    for button in block.part("move").all():
        expect(button).to_be_hidden()
    assert {row.evaluate("row => getComputedStyle(row).boxShadow") for row in block.part("row").all()} == {
        "none"
    }
    page.emulate_media(media="screen")
    block.fill(STEPS.right)
    page.emulate_media(media="print")
    assert menu.evaluate(seen)


def test_on_paper_nothing_stands_for_rows_that_nobody_has_left_out(visits: Visits, plain: Built) -> None:
    page, block = opened(visits, plain)
    rest = block.root.locator("ul.self-check__order, .self-check__ordering > .self-check__caption")
    expect(rest).to_have_count(2)
    for part in rest.all():
        expect(part).to_be_visible()
    page.emulate_media(media="print")
    for part in rest.all():
        expect(part).to_be_hidden()


@pytest.mark.each_scheme
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_show_every_control_and_the_focus(visits: Visits, plain: Built, scheme: Any) -> None:
    page, block = opened(visits, plain, forced_colors="active", color_scheme=scheme)
    block.give(STEPS.wrong)
    expect(block.marked("wrong").locator(".self-check__sign")).to_be_visible()
    solid = "(node, part) => getComputedStyle(node, part).borderTopStyle === 'solid'"
    tab_to(page, block.field("row-3"))
    assert block.field("row-3").evaluate(solid)
    assert block.part("moves").evaluate(solid, "::before")
    for control in block.row("row-3").locator("button").all():
        tab_to(page, control)
        assert control.evaluate("node => getComputedStyle(node).outlineStyle") == "solid"


def test_a_double_click_moves_one_row_once(visits: Visits, plain: Built) -> None:
    page, block = opened(visits, plain, in_a_hurry=True)
    first, second, *rest = start()
    pause = "() => new Promise(done => setTimeout(done, 600))"
    # Whoever is quick presses what has come up elsewhere.
    block.take(second)
    block.press(second, "up").dblclick()
    # What had come under the pointer was another row.
    assert block.lists() == [[second, first, *rest], []]
    assert block.held() == [second]
    page.evaluate(pause)
    x, y = middle(block.leaver(second))
    page.mouse.dblclick(x, y)
    assert block.lists() == [[first, *rest], [second]]
    page.evaluate(pause)
    # Of two presses on a row where its tools will be, the second is not meant for them.
    box = block.row(rest[1]).bounding_box()
    assert box is not None
    page.mouse.dblclick(box["x"] + box["width"] - 30, box["y"] + box["height"] - 8)
    assert block.held() == [rest[1]]
    assert block.lists() == [[first, *rest], [second]]
    page.evaluate(pause)
    # By keyboard the focus goes with the row, and each press is meant.
    block.field(rest[-1]).focus()
    block.press(rest[-1], "up").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert block.lists()[0].index(rest[-1]) == len(rest) - 2
