"""Matching: a menu a row, targets that can be tapped and dragged as well, and credit for every right row."""

from __future__ import annotations

import random
import re
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
SHARED = CASES["targets-that-several-rows-share"]
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


def slot(block: Block, number: int) -> Locator:
    """What shows the target of a row, and is tapped."""
    return block.row(str(number)).locator(".self-check__slot")


def lit(block: Block) -> list[str]:
    """The row to which the next chip goes."""
    rows: list[str] = block.root.locator("[data-lit]").evaluate_all(
        "all => all.map(row => row.dataset.option)"
    )
    return rows


def test_credit_is_the_share_of_right_rows(visits: Visits, plain: Built) -> None:
    page, _ = opened(visits, plain)
    draw = random.Random(7)
    drawn: list[tuple[list[str], list[str]]] = []
    for _ in range(3000):
        rows, targets = draw.randint(2, 12), draw.randint(2, 26)
        key, chosen = ([str(draw.randint(1, targets)) for _ in range(rows)] for _ in range(2))
        mixed = [
            right if draw.random() < 0.5 else draw.choice([given, given, ""])
            for right, given in zip(key, chosen, strict=True)
        ]
        drawn.append((mixed, key))
    given = [({f"pair-{n}": value for n, value in enumerate(chosen, 1)}, key) for chosen, key in drawn]
    graded = grade(page, "matching", given)
    for (chosen, key), result in zip(drawn, graded, strict=True):
        right = [str(n) for n, (a, b) in enumerate(zip(chosen, key, strict=True), 1) if a == b]
        empty = [str(n) for n, one in enumerate(chosen, 1) if not one]
        assert result["correct"] == (len(right) == len(key))
        assert result["score"] == pytest.approx(len(right) / len(key))
        assert result["empty"] == len(empty)
        others = {str(n) for n in range(1, len(key) + 1)} - {*right} - {*empty}
        assert result["feedbackTo"] == {row: [row] for row in others}
        # What is empty is no mistake.
        kinds = {"right": right, "wrong": others, "empty": empty}
        assert result["marks"] == {row: kind for kind, rows in kinds.items() for row in rows}


def test_rows_are_matched_by_keyboard_alone(visits: Visits, plain: Built) -> None:
    page, block = opened(visits, plain)
    first = block.field("pair-1")
    expect(first).to_have_accessible_name("1 encoder with strides")
    # The first letters of a target find it.
    for name, typed in (("pair-1", "trades"), ("pair-2", "enl"), ("pair-3", "brings"), ("pair-4", "turns")):
        tab_to(page, block.field(name))
        page.keyboard.type(typed)
        expect(slot(block, int(name[-1]))).to_contain_text(typed)
    assert block.response() == {"pair-1": "4", "pair-2": "2", "pair-3": "1", "pair-4": "5"}
    tab_to(page, block.button)
    page.keyboard.press("Enter")
    block.expect_state("wrong")
    expect(block.part("verdict")).to_have_text(OWN["some_right"].format(right=2, total=4))
    expect(block.field("pair-1")).to_have_accessible_description(ending(SAYS["mark_right"]))
    said = re.compile(f"{re.escape(SAYS['mark_wrong'])} .*It starts where maps are still large")
    expect(block.field("pair-2")).to_have_accessible_description(said)
    assert [block.row(n).locator("[data-feedback]").count() for n in "1234"] == [0, 1, 1, 0]
    expect(block.row("2").locator("[data-feedback]")).to_be_visible()
    block.fill(JOBS.right)
    block.button.click()
    block.expect_state("right")
    expect(block.root.locator("tr [data-feedback]")).to_have_count(0)
    # A settled answer stays, whatever a key does to a menu.
    first.focus()
    page.keyboard.press("ArrowUp")
    expect(first).to_have_value("4")


@pytest.mark.parametrize("width", [320, 375])
def test_a_tapped_chip_goes_to_the_lit_row_and_a_tapped_row_gives_it_back(
    visits: Visits, plain: Built, width: int
) -> None:
    _, block = opened(visits, plain, width=width, height=900, has_touch=True, is_mobile=True)
    caption = block.part("matching").locator(".self-check__caption")
    expect(slot(block, 1)).to_have_text(OWN["choose_below"])
    expect(slot(block, 2)).to_have_text(OWN["choose"])
    expect(caption).to_have_text("For encoder with strides")
    assert lit(block) == ["1"]
    target(block, "4").tap()
    assert block.response() == {"pair-1": "4"}
    expect(slot(block, 1)).to_contain_text("trades position for meaning")
    expect(target(block, "4").locator("span").last).to_be_hidden()
    assert lit(block) == ["2"]
    # What has left the bank is not there to be tapped.
    target(block, "4").tap()
    assert block.response() == {"pair-1": "4"}
    slot(block, 4).tap()
    assert lit(block) == ["4"]
    expect(caption).to_have_text("For last 1 × 1 convolution")
    target(block, "5").tap()
    # After the last row comes the first that is empty.
    assert lit(block) == ["2"]
    target(block, "2").tap()
    assert lit(block) == ["3"]
    slot(block, 2).tap()
    assert block.response() == {"pair-1": "4", "pair-4": "5"}
    expect(target(block, "2").locator("span").last).to_be_visible()
    assert lit(block) == ["2"]
    target(block, "1").tap()
    target(block, "2").tap()
    assert block.response() == JOBS.right
    assert lit(block) == []
    expect(caption).to_be_empty()
    target(block, "3").tap()
    assert block.response() == JOBS.right
    block.button.tap()
    block.expect_state("right")
    slot(block, 1).tap()
    assert block.response() == JOBS.right
    expect(target(block, "3")).to_be_hidden()


def test_every_chip_row_and_grip_is_large_enough_for_a_finger(visits: Visits, material: Built) -> None:
    page, block = opened(visits, material, width=320, has_touch=True, is_mobile=True)
    for one in [*block.part("slot").all(), *block.part("target").all()]:
        box = one.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 44
    sizes = block.part("matching").evaluate(
        "root => [...root.querySelectorAll('span, select, label, b')]"
        ".map(node => parseFloat(getComputedStyle(node).fontSize))"
    )
    assert min(sizes) >= 14
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_an_unfinished_matching_is_checked_and_what_is_missing_is_told(visits: Visits, plain: Built) -> None:
    _, block = opened(visits, plain)
    block.button.click()
    # Nothing at all is no answer.
    expect(block.part("notice")).to_have_text(SAYS["empty"])
    target(block, "4").click()
    target(block, "2").click()
    block.button.click()
    block.expect_state("wrong")
    expect(block.part("verdict")).to_have_text("1 of 4 right. 2 rows are still empty.")
    expect(block.marked("right")).to_have_attribute("data-option", "1")
    expect(block.marked("wrong")).to_have_attribute("data-option", "2")
    expect(block.row("2").locator("[data-feedback]")).to_be_visible()
    expect(block.root.locator("[data-feedback]").filter(visible=True)).to_have_count(1)
    # The next chip goes on where she is, without a press in between.
    assert lit(block) == ["3"]
    # What is right stays; what is wrong gives its chip back, and its feedback goes with the mark.
    slot(block, 1).click()
    assert block.response() == {"pair-1": "4", "pair-2": "2"}
    slot(block, 2).click()
    assert block.response() == {"pair-1": "4"}
    expect(block.marked("wrong")).to_have_count(0)
    expect(block.root.locator("[data-feedback]").filter(visible=True)).to_have_count(0)
    for number in "125":
        target(block, number).click()
    assert block.response() == JOBS.right
    block.button.click()
    block.expect_state("right")


def test_a_target_that_several_rows_share_stays_to_be_chosen_again(visits: Visits, plain: Built) -> None:
    _, block = opened(visits, plain, SHARED)
    target(block, "2").dblclick()
    # The second of two quick taps is not meant for the next row.
    assert block.response() == {"pair-1": "2"}
    for number in "121":
        expect(target(block, number)).to_be_visible()
        target(block, number).click()
    assert block.response() == SHARED.right
    block.button.click()
    block.expect_state("right")


def test_long_targets_are_a_plain_list_with_letters_in_the_menus(visits: Visits, plain: Built) -> None:
    _, block = opened(visits, plain, LETTERED)
    expect(block.part("slot")).to_have_count(0)
    expect(block.part("letters").locator("> li > b")).to_have_text(list("ABCDE"))
    target(block, "2").locator("b").click()
    assert block.response() == {}
    above, below = (block.part(name).bounding_box() for name in ("letters", "pairs"))
    assert above is not None
    assert below is not None
    assert above["y"] + above["height"] <= below["y"]


@pytest.mark.parametrize("width", [375, 1280])
def test_feedback_to_a_row_with_a_letter_has_the_width_of_the_row(
    visits: Visits, plain: Built, width: int
) -> None:
    _, block = opened(visits, plain, LETTERED, width=width)
    block.give(dict.fromkeys(LETTERED.right, "1"))
    block.button.click()
    block.expect_state("wrong")
    feedback = block.root.locator(".self-check__row [data-feedback]").filter(visible=True).first
    row = feedback.locator("xpath=ancestor::tr").bounding_box()
    box = feedback.bounding_box()
    menu = feedback.locator("xpath=ancestor::tr").locator("select").bounding_box()
    assert row is not None
    assert box is not None
    assert menu is not None
    assert box["width"] == pytest.approx(row["width"], abs=1)
    assert box["y"] >= menu["y"] + menu["height"]


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


def test_a_finger_drags_a_chip_by_its_grip(visits: Visits, plain: Built) -> None:
    page, block = opened(visits, plain, width=375, height=1000, has_touch=True, is_mobile=True)
    Finger(page).drag(middle(target(block, "1").locator(".self-check__grip")), middle(slot(block, 3)))
    assert block.response() == {"pair-3": "1"}
    assert lit(block) == ["1"]
    # Onto a row that has one already: that one goes back.
    Finger(page).drag(middle(target(block, "2").locator(".self-check__grip")), middle(slot(block, 3)))
    assert block.response() == {"pair-3": "2"}
    expect(target(block, "1").locator("span").last).to_be_visible()


def test_the_table_stays_a_table_however_it_is_laid_out(visits: Visits, plain: Built) -> None:
    page, block = opened(visits, plain, LETTERED, width=320)
    client = page.context.new_cdp_session(page)
    nodes = client.send("Accessibility.getFullAXTree")["nodes"]
    roles = [node["role"]["value"] for node in nodes if node.get("role", {}).get("value")]
    rows = block.root.locator("[data-option]").count()
    # Rows of the tables in stem and target come on top.
    assert roles.count("rowheader") == rows
    assert roles.count("row") >= rows
    assert roles.count("cell") + roles.count("gridcell") >= rows
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
          const made = ".self-check__grip, .self-check__slot, [data-used], [data-lit], .self-check__button";
          const left = root.querySelectorAll(`${made}, .self-check__matching > p`).length;
          parentElement.append(root);
          return left;
        }"""
    )
    assert left == 0
    expect(block.part("grip")).to_have_count(5)
    assert block.response() == {"pair-1": "4"}


PLACES = """root => [...root.querySelectorAll("tr, .self-check__target, .self-check__target *, select, th")]
  .filter(node => !node.matches(".self-check__grip"))
  .map(node => node.getBoundingClientRect()).map(({x, y, width}) => [x, y, width].map(Math.round))"""


@pytest.mark.parametrize("case", [JOBS, SHARED, LETTERED], ids=str)
@pytest.mark.parametrize(("width", "is_touched"), [(320, True), (375, True), (1280, False)])
def test_no_row_and_no_target_moves_when_the_script_comes(
    visits: Visits, material: Built, case: Accepted, width: int, is_touched: bool
) -> None:
    page = visits.open(material.page("empty"), width=width, has_touch=is_touched, is_mobile=is_touched)
    page.route("**/matching*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(material.page(case))
    block = Block(page, case)
    expect(block.field("pair-1")).to_be_visible()
    assert block.state is None
    before = (block.root.evaluate(PLACES), block.part("matching").bounding_box())
    page.unroute("**/matching*.js")
    page.goto(material.page(case))
    block.expect_state("open")
    assert (block.root.evaluate(PLACES), block.part("matching").bounding_box()) == before


@pytest.mark.each_scheme
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_show_every_slot_and_the_focus(visits: Visits, plain: Built, scheme: Any) -> None:
    page, block = opened(visits, plain, forced_colors="active", color_scheme=scheme)
    for one in [*block.part("slot").all(), *block.part("target").all()]:
        assert one.evaluate("node => getComputedStyle(node).borderTopStyle") in ("solid", "dashed")
    tab_to(page, block.field("pair-2"))
    assert slot(block, 2).evaluate("node => getComputedStyle(node).outlineStyle") == "solid"
    assert slot(block, 3).evaluate("node => getComputedStyle(node).outlineStyle") == "none"


def test_on_paper_the_targets_stand_above_rows_with_boxes(visits: Visits, plain: Built) -> None:
    page, block = opened(visits, plain)
    target(block, "4").click()
    page.emulate_media(media="print")
    above, below = (block.part(name).bounding_box() for name in ("bank", "pairs"))
    assert above is not None
    assert below is not None
    assert above["y"] + above["height"] <= below["y"]
    expect(block.part("slot").first).to_be_hidden()
    expect(target(block, "4").locator("span").last).to_be_visible()
    for name in ("pair-1", "pair-2"):
        assert block.field(name).evaluate("node => getComputedStyle(node).opacity") == "1"
