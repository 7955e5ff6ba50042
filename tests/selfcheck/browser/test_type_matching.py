"""Matching: a menu a row, targets that can be dragged as well, and credit for every right row."""

from __future__ import annotations

import random
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from selfcheck.frame.words import words
from selfcheck.question_types import discover
from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import SAYS, Block
from tests.selfcheck.browser.built import Built
from tests.selfcheck.browser.grading import grade
from tests.selfcheck.browser.test_keyboard import tab_to
from tests.selfcheck.browser.test_states import ending
from tests.selfcheck.cases import Accepted, accepted

CASES = {case.name: case for case in accepted(discover()["matching"])}
JOBS = CASES["first-question"]
LETTERED = CASES["code-table-picture-and-math"]
OWN = words("en").types["matching"]


def opened(visits: Visits, site: Built, case: Accepted = JOBS, **settings: Any) -> tuple[Page, Block]:
    """A fresh page with the question of a case."""
    page = visits.open(site.page(case), **settings)
    block = Block(page, case)
    block.expect_state("open")
    return page, block


def target(block: Block, number: str) -> Locator:
    """A target in the list above the rows."""
    return block.root.locator(f'[data-target="{number}"]')


def middle(place: Locator) -> tuple[float, float]:
    """The middle of what is seen there, in pixels of the window."""
    box = place.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


class Finger:
    """A finger on the screen, as the browser itself feels it."""

    def __init__(self, page: Page) -> None:
        self.client = page.context.new_cdp_session(page)

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Put down, move in steps, lift."""
        self._send("touchStart", *start)
        for step in range(1, 9):
            self._send("touchMove", *(a + (b - a) * step / 8 for a, b in zip(start, end, strict=True)))
        self.client.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    def _send(self, kind: str, x: float, y: float) -> None:
        self.client.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})


def test_credit_is_the_share_of_right_rows(visits: Visits, plain: Built) -> None:
    page, _ = opened(visits, plain)
    draw = random.Random(7)
    drawn: list[tuple[list[str], list[str]]] = []
    for _ in range(3000):
        rows, targets = draw.randint(2, 12), draw.randint(2, 26)
        key, chosen = ([str(draw.randint(1, targets)) for _ in range(rows)] for _ in range(2))
        mixed = [right if draw.random() < 0.5 else given for right, given in zip(key, chosen, strict=True)]
        drawn.append((mixed, key))
    given = [({f"pair-{n}": value for n, value in enumerate(chosen, 1)}, key) for chosen, key in drawn]
    graded = grade(page, "matching", given)
    for (chosen, key), result in zip(drawn, graded, strict=True):
        wrong = [str(n) for n, (a, b) in enumerate(zip(chosen, key, strict=True), 1) if a != b]
        assert result["correct"] == (not wrong)
        assert result["score"] == pytest.approx((len(key) - len(wrong)) / len(key))
        assert result["feedback"] == wrong
        signs = {str(n): "wrong" if str(n) in wrong else "right" for n in range(1, len(key) + 1)}
        assert result["marks"] == signs


def test_rows_are_matched_by_keyboard_alone(visits: Visits, plain: Built) -> None:
    page, block = opened(visits, plain)
    first = block.field("pair-1")
    expect(first).to_have_accessible_name("1 encoder with strides")
    # The first letters of a target find it.
    for name, typed in (("pair-1", "trades"), ("pair-2", "enl"), ("pair-4", "turns")):
        tab_to(page, block.field(name))
        page.keyboard.type(typed)
    assert block.response() == {"pair-1": "4", "pair-2": "2", "pair-4": "5"}
    tab_to(page, block.button)
    page.keyboard.press("Enter")
    expect(block.status).to_have_text(OWN["incomplete"])
    for name, invalid in (("pair-1", None), ("pair-2", None), ("pair-3", "true"), ("pair-4", None)):
        assert block.field(name).get_attribute("aria-invalid") == invalid
    assert (block.state, page.evaluate("() => graded.length")) == ("open", 0)
    tab_to(page, block.field("pair-3"), "Shift+Tab")
    page.keyboard.press("ArrowDown")
    expect(block.status).to_be_empty()
    tab_to(page, block.button)
    page.keyboard.press("Enter")
    block.expect_state("wrong")
    expect(block.part("verdict")).to_have_text(OWN["some_right"].format(right=2, total=4))
    expect(block.field("pair-1")).to_have_accessible_description(ending(SAYS["mark_right"]))
    expect(block.field("pair-2")).to_have_accessible_description(ending(SAYS["mark_wrong"]))
    said = block.status.locator("[data-feedback] > b")
    expect(said).to_have_text(["2", "3"])
    page.keyboard.press("Enter")
    block.expect_state("open")
    assert block.response() == {"pair-1": "4", "pair-2": "2", "pair-3": "1", "pair-4": "5"}
    block.give(JOBS.right)
    block.expect_state("right")
    # A settled answer stays, whatever a key does to a menu.
    first.focus()
    page.keyboard.press("ArrowUp")
    expect(first).to_have_value("4")


def test_a_mouse_drags_a_target_onto_a_row_and_escape_takes_it_back(visits: Visits, material: Built) -> None:
    page, block = opened(visits, material, width=1280, height=1000)
    block.root.scroll_into_view_if_needed()
    start, row = middle(target(block, "4")), block.root.locator("[data-option]").nth(0)
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(*middle(row), steps=4)
    expect(row).to_have_attribute("data-over", "")
    page.keyboard.press("Escape")
    page.mouse.up()
    assert block.response() == {}
    assert middle(target(block, "4")) == start
    expect(row).not_to_have_attribute("data-over", "")
    for number, place in (("4", 0), ("1", 1), ("2", 2), ("5", 3)):
        page.mouse.move(*middle(target(block, number)))
        page.mouse.down()
        page.mouse.move(*middle(block.root.locator("[data-option]").nth(place)), steps=4)
        page.mouse.up()
    assert block.response() == JOBS.right
    assert middle(target(block, "4")) == start
    used = block.root.locator("[data-used]").evaluate_all("all => all.map(each => each.dataset.target)")
    assert used == ["1", "2", "4", "5"]
    block.button.click()
    block.expect_state("right")
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(*middle(block.root.locator("[data-option]").nth(1)), steps=4)
    page.mouse.up()
    assert block.response() == JOBS.right


def test_a_finger_drags_by_the_grip_and_scrolls_elsewhere(visits: Visits, plain: Built) -> None:
    page, block = opened(visits, plain, LETTERED, width=375, height=1600, has_touch=True, is_mobile=True)
    finger = Finger(page)
    grip = target(block, "2").locator(".self-check__grip")
    box = grip.bounding_box()
    assert box is not None
    assert box["width"] >= 24
    assert box["height"] >= 24
    finger.drag(middle(grip), middle(block.root.locator("[data-option]").first))
    expect(block.field("pair-1")).to_have_value("2")
    # Beside the grip the finger belongs to the page.
    x, y = middle(target(block, "1"))
    finger.drag((x, y), middle(block.root.locator("[data-option]").nth(1)))
    expect(block.field("pair-2")).to_have_value("")
    for name, value in LETTERED.right.items():
        block.field(name).select_option(value)
    block.button.tap()
    block.expect_state("right")


def test_the_table_stays_a_table_however_it_is_laid_out(visits: Visits, plain: Built) -> None:
    page, block = opened(visits, plain, LETTERED, width=320)
    client = page.context.new_cdp_session(page)
    nodes = client.send("Accessibility.getFullAXTree")["nodes"]
    roles = [node["role"]["value"] for node in nodes if node.get("role", {}).get("value")]
    rows = block.root.locator("[data-option]").count()
    # Rows of the tables in stem and target come on top.
    assert roles.count("rowheader") == rows
    assert roles.count("row") >= rows
    menus = [node["name"]["value"] for node in nodes if node.get("role", {}).get("value") == "combobox"]
    assert len(menus) == rows
    assert [name.split()[0] for name in menus] == ["1", "2", "3", "4"]
    assert "30" in menus[3]


def test_a_block_that_leaves_the_page_is_as_the_build_made_it(visits: Visits, plain: Built) -> None:
    _, block = opened(visits, plain)
    block.field("pair-1").select_option("4")
    expect(target(block, "4")).to_have_attribute("data-used", "")
    left = block.root.evaluate(
        """root => {
          const { parentElement } = root;
          root.remove();
          const left = root.querySelectorAll(".self-check__grip, [data-used], .self-check__button").length;
          parentElement.append(root);
          return left;
        }"""
    )
    assert left == 0
    expect(block.part("grip")).to_have_count(5)
    assert block.response() == {"pair-1": "4"}
