"""A mask: measured beside a second witness, painted by keyboard, mouse, finger and text, and kept."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from playwright.sync_api import Page, expect

import maskmetrics
from selfcheck.question_types import discover
from tests.browsing.accessibility import faults
from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import Block
from tests.selfcheck.browser.built import Built
from tests.selfcheck.browser.grading import grade
from tests.selfcheck.browser.states import bring
from tests.selfcheck.browser.test_keyboard import SHOWN, tab_to
from tests.selfcheck.cases import Accepted, accepted
from tests.selfcheck.test_type_mask import Map, blobs

CASES = {case.name: case for case in accepted(discover()["mask"])}
VOTE = CASES["first-mask"]
TWO = CASES["two-classes-and-the-boundary"]
LARGEST = CASES["the-largest-picture"]


class Canvas:
    """The grid of a block, by columns and rows from 0."""

    def __init__(self, visits: Visits, site: Built, case: Accepted, **settings: Any) -> None:
        self.page: Page = visits.open(site.page(case), **settings)
        self.block = Block(self.page, case)
        self.block.expect_state("open")
        self.grid = self.block.root.get_by_role("grid")
        self.show()

    def show(self) -> None:
        """Bring the grid into the middle of the window."""
        self.grid.evaluate("grid => grid.scrollIntoView({ block: 'center' })")

    def at(self, x: int, y: int) -> tuple[float, float]:
        """The middle of a pixel, in the window."""
        box = self.grid.bounding_box()
        assert box is not None
        columns, rows = (int(self.grid.get_attribute(f"aria-{n}count") or 0) for n in ("col", "row"))
        return box["x"] + (x + 0.5) * box["width"] / columns, box["y"] + (y + 0.5) * box["height"] / rows

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def drag(self, *pixels: tuple[int, int]) -> None:
        """From pixel to pixel, with no step between them."""
        self.show()
        self.page.mouse.move(*self.at(*pixels[0]))
        self.page.mouse.down()
        for pixel in pixels[1:]:
            self.page.mouse.move(*self.at(*pixel))
        self.page.mouse.up()

    def choose(self, name: str) -> None:
        self.block.root.get_by_role("radio", name=name).check()

    @property
    def painted(self) -> str:
        return self.block.response().get("mask", "")


def written(labels: NDArray[np.integer[Any]]) -> str:
    """A response of single letters: the plainest way to say it."""
    letters = "".join(".abcd"[label] for label in labels.ravel())
    return f"{labels.shape[1]}x{labels.shape[0]}:{letters}"


def disturbed(random: np.random.Generator, truth: Map, classes: int) -> Map:
    """The truth, moved and with noise, or another map of its size."""
    if random.random() < 0.1:
        return random.integers(0, classes + 1, truth.shape)
    guess = np.roll(truth, random.integers(-2, 3, 2), (0, 1))
    noisy = random.random(truth.shape) < random.choice([0, 0.02, 0.2])
    return np.where(noisy, random.integers(0, classes + 1, truth.shape), guess)


def test_the_page_measures_as_another_library_does(visits: Visits, plain: Built) -> None:
    random = np.random.default_rng(4)
    pairs: list[tuple[dict[str, str], dict[str, Any]]] = []
    expected = []
    for _ in range(1000):
        classes = int(random.integers(1, 5))
        truth, tolerance = blobs(random, classes), float(random.choice([0, 1, 1.5, 2, 3]))
        guess = disturbed(random, truth, classes)
        masks = [(truth == label, guess == label) for label in range(1, classes + 1)]
        ious = [maskmetrics.iou(*pair) for pair in masks]
        f1s = [maskmetrics.boundary_f1(*pair, tolerance) for pair in masks]
        bar = {"iou": float(random.choice([0.3, 0.7, 0.9])), "f1": float(random.choice([0, 0.6]))}
        correct = all(one >= bar["iou"] for one in ious) and all(one >= bar["f1"] for one in f1s)
        key = {"size": truth.shape[::-1], "mask": written(truth), "names": ["name"] * classes}
        pairs.append(({"mask": written(guess)}, {**key, **bar, "tolerance": tolerance}))
        expected.append((correct, 1 if correct else sum(ious) / classes, ious, f1s))
    page = visits.open(plain.page(VOTE))
    found = grade(page, "mask", pairs)
    assert {correct for correct, *_ in expected} == {True, False}
    for (correct, score, ious, f1s), each in zip(expected, found, strict=True):
        assert each["correct"] == correct
        assert each["score"] == pytest.approx(score)
        assert [one["iou"] for one in each["measured"]] == pytest.approx(ious)
        assert [one["f1"] for one in each["measured"]] == pytest.approx(f1s)


def test_a_mask_is_painted_by_keyboard_alone(visits: Visits, plain: Built) -> None:
    canvas = Canvas(visits, plain, VOTE)
    block, page = canvas.block, canvas.page
    tab_to(page, canvas.grid.locator("[tabindex='0']"))
    focused = page.locator("*:focus")
    expect(focused).to_have_role("gridcell")
    expect(focused).to_have_accessible_name("background, row 1, column 1, brightness 3 of 15")
    canvas.press("Space", "ArrowRight", "ArrowDown")
    expect(focused).to_have_accessible_name("background, row 2, column 2, brightness 15 of 15")
    assert page.evaluate(SHOWN), "the focus cannot be seen"
    canvas.press("Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowDown")
    assert canvas.painted == "12x12:a12.3a11.a"
    expect(block.part("tally")).to_have_text("object: 5 of 144 px")
    canvas.press("Control+z", "Control+z", "Control+Shift+Z", "Delete")
    assert canvas.painted == "12x12:a12.3a"
    canvas.press("Control+Home", "Backspace", "End", "Enter", "Control+End", " ", "Home", "PageUp", "Space")
    expect(focused).to_have_accessible_name("object, row 4, column 1, brightness 3 of 15")
    assert canvas.painted == "12x12:11.a.3a20.a106.a"
    canvas.press("ArrowLeft", "PageUp", "PageUp", "ArrowUp")
    expect(focused).to_have_accessible_name("background, row 1, column 1, brightness 3 of 15")
    # A brush of three fills a cell in two strokes; the eraser is a label like the others.
    tab_to(page, block.root.get_by_role("radio", name="1 pixel"))
    canvas.press("ArrowRight", "ArrowRight")
    tab_to(page, focused_cell := canvas.grid.locator("[tabindex='0']"), "Shift+Tab")
    canvas.press("ArrowDown", "ArrowRight", "Space")
    for _ in range(5):
        canvas.press("Shift+ArrowRight")
    canvas.press("Shift+ArrowDown", *["Shift+ArrowLeft"] * 5, "Control+End", "ArrowUp", "ArrowLeft")
    expect(focused_cell).to_be_focused()
    canvas.press("Space", "Shift+ArrowUp", "Shift+ArrowLeft", "Shift+ArrowDown")
    canvas.press("Control+Home", "End", "Delete", "Control+End", "ArrowLeft", "ArrowLeft")
    tab_to(page, block.button)
    canvas.press("Enter")
    block.expect_state("right")
    expect(block.button).to_be_focused()


def test_a_stroke_has_no_gaps_and_is_undone_as_a_whole(visits: Visits, material: Built) -> None:
    canvas = Canvas(visits, material, TWO)
    canvas.drag((0, 0), (11, 11))
    assert canvas.painted == "12x12:" + "a12." * 11 + "a"
    canvas.drag((11, 0), (11, 1))
    undo, redo = (canvas.block.root.get_by_role("button", name=name) for name in ("Undo", "Redo"))
    undo.click()
    undo.click()
    assert canvas.painted == ""
    expect(undo).to_have_attribute("aria-disabled", "true")
    undo.dispatch_event("click")
    redo.click()
    assert canvas.painted == "12x12:" + "a12." * 11 + "a"
    # Half of the picture is enclosed by the stroke and the border.
    canvas.choose("fill")
    canvas.choose("cross")
    canvas.page.mouse.click(*canvas.at(5, 0))
    assert canvas.painted.startswith("12x12:a11b.a10b2.a9b")
    canvas.choose("background (eraser)")
    canvas.choose("2 × 2")
    canvas.page.mouse.click(*canvas.at(11, 0))
    assert canvas.painted.startswith("12x12:a10b2.a9b3.a9b")
    assert canvas.page.evaluate("() => graded.length") == 0
    canvas.block.root.get_by_role("button", name="Clear all").click()
    assert canvas.painted == ""


def test_a_press_of_assistive_technology_paints_too(visits: Visits, material: Built) -> None:
    canvas = Canvas(visits, material, VOTE)
    canvas.grid.get_by_role("gridcell").nth(3).evaluate("cell => cell.click()")
    assert canvas.painted == "12x12:3.a"


def test_a_count_is_read_aloud_once(visits: Visits, material: Built) -> None:
    """What is written into a live region again is announced again, also where it is the same."""
    canvas = Canvas(visits, material, VOTE)
    tally = canvas.block.part("tally")
    tally.evaluate("""node => { window.said = [];
      new MutationObserver(() => said.push(node.textContent)).observe(node, { childList: true }) }""")
    canvas.grid.get_by_role("gridcell").nth(3).evaluate("cell => cell.click()")
    canvas.block.button.click()
    canvas.block.expect_state("wrong")
    assert canvas.page.evaluate("said") == [tally.text_content()]


def test_a_finger_paints_by_taps_and_by_drawing(visits: Visits, material: Built) -> None:
    canvas = Canvas(visits, material, VOTE, width=375, has_touch=True, is_mobile=True)
    page, root = canvas.page, canvas.block.root
    for x in (0, 2, 4):
        page.touchscreen.tap(*canvas.at(x, 0))
    assert canvas.painted == "12x12:a.a.a"
    finger = page.context.new_cdp_session(page)
    for kind, pixel in (
        ("touchStart", (0, 1)),
        ("touchMove", (3, 1)),
        ("touchMove", (3, 3)),
        ("touchEnd", None),
    ):
        points = [dict(zip("xy", canvas.at(*pixel), strict=True))] if pixel else []
        if not points:
            page.wait_for_timeout(100)  # else it flings, and the next tap only ends that
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    assert canvas.painted == "12x12:a.a.a7.4a11.a11.a"
    targets = root.locator(".self-check__chip, .self-check__deed")
    assert all((one.bounding_box() or {"height": 0})["height"] >= 44 for one in targets.all())
    root.get_by_role("button", name="Larger pixels").tap()
    expect(root.get_by_role("button", name="Larger pixels")).to_have_attribute("aria-pressed", "true")
    box = canvas.grid.bounding_box()
    assert box is not None
    assert box["width"] / 12 >= 24
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_larger_pixels_are_painted_where_they_are_drawn(visits: Visits, plain: Built) -> None:
    canvas = Canvas(visits, plain, LARGEST)
    sheet = canvas.block.part("sheet")
    canvas.block.root.get_by_role("button", name="Larger pixels").click()
    cells, raster = (canvas.block.part(name).first.bounding_box() for name in ("cells", "raster"))
    assert cells is not None
    assert raster is not None
    assert cells == pytest.approx(raster, abs=1)
    assert cells["width"] == pytest.approx(64 * 32, abs=1)
    assert sheet.evaluate("sheet => sheet.offsetHeight <= 0.8 * innerHeight + 1")
    assert canvas.page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    sheet.evaluate("sheet => sheet.scrollIntoView({ block: 'center' })")
    canvas.page.mouse.click(*canvas.at(2, 3))
    assert canvas.painted == "64x64:194.a"
    sheet.evaluate("sheet => sheet.scrollTo(sheet.scrollWidth, sheet.scrollHeight)")
    canvas.page.mouse.click(*canvas.at(63, 62))
    assert canvas.painted == "64x64:194.a3836.a"


def test_a_second_finger_takes_the_stroke_back(visits: Visits, material: Built) -> None:
    canvas = Canvas(visits, material, VOTE, width=375, has_touch=True)
    finger = canvas.page.context.new_cdp_session(canvas.page)
    first, second = ({"x": x, "y": y, "id": n} for n, (x, y) in enumerate((canvas.at(0, 0), canvas.at(9, 9))))
    for points in ([first], [first, second]):
        finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": points})
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    assert canvas.painted == ""
    expect(canvas.block.part("raster").first.locator(".self-check__area")).to_have_count(0)


def test_a_mask_is_read_and_written_as_text(visits: Visits, material: Built) -> None:
    canvas = Canvas(visits, material, TWO)
    canvas.drag((0, 0), (2, 0))
    text = canvas.block.root.get_by_label("Your mask as text")
    canvas.block.root.get_by_text("Your mask as text").click()
    expect(text).to_have_value("ooo.........\n" + "\n".join(["." * 12] * 11))
    text.fill("xx<script>alert(1)</script>\n\n o\x00o\u202e\n" + "x" * 1_000_000)
    assert canvas.painted == "12x12:2b23.a.a8.12b"
    canvas.block.root.get_by_role("button", name="Undo").click()
    expect(text).to_have_value("ooo.........\n" + "\n".join(["." * 12] * 11))
    assert canvas.painted == "12x12:3a"


def test_the_map_of_errors_waits_until_the_answer_is_shown(visits: Visits, material: Built) -> None:
    canvas = Canvas(visits, material, VOTE)
    block = bring(canvas.block, VOTE, "wrong")
    expect(block.part("mask")).to_have_count(1)
    expect(block.part("mask")).to_be_hidden()
    expect(block.part("measure")).to_have_text(
        "object: IoU 0.56, boundary F1 0.74. "
        "It stops short of the edge (15 px). It leaks over the edge (10 px)."
    )
    block.show_answer.click()
    expect(block.part("heap")).to_have_text(["= right: 33 px", "− missed: 15 px", "+ invented: 10 px"])
    picture = block.root.get_by_role("img", name="Your mask against it")
    expect(picture).to_have_accessible_name(
        "Your mask against it: = right: 33 px, − missed: 15 px, + invented: 10 px"
    )
    # Settled, it can be walked over and not be changed.
    before = canvas.painted
    expect(canvas.grid).to_have_attribute("aria-readonly", "true")
    canvas.grid.locator("[tabindex='0']").focus()
    canvas.press("Space", "Shift+ArrowRight", "Delete", "Control+z")
    canvas.drag((0, 11), (4, 11))
    # Forced, since nobody would click what says that it is disabled.
    block.root.get_by_role("button", name="Clear all").click(force=True)
    assert canvas.painted == before
    # A new attempt goes on from what was painted.
    block.answer_again()
    expect(block.part("heap")).to_have_count(0)
    assert canvas.painted == before


def test_what_was_painted_is_there_after_a_reload(visits: Visits, material: Built) -> None:
    canvas = Canvas(visits, material, VOTE)
    canvas.drag((1, 1), (3, 1))
    expect(canvas.block.part("area").first).to_be_attached()
    canvas.page.reload()
    canvas.block.expect_restored({"mask": "12x12:13.3a"})
    drawn = canvas.block.part("surface").locator(".self-check__area")
    expect(drawn).to_have_attribute("d", "M1 1h1v1h-1zM2 1h1v1h-1zM3 1h1v1h-1z")
    expect(canvas.block.root.get_by_role("button", name="Undo")).to_have_attribute("aria-disabled", "true")


def test_the_largest_picture_has_the_cells_of_one_row(visits: Visits, material: Built) -> None:
    canvas = Canvas(visits, material, LARGEST)
    assert canvas.block.root.locator("*").count() < 250
    canvas.drag((0, 0), (63, 63))
    expect(canvas.grid.get_by_role("row")).to_have_count(1)
    expect(canvas.grid.get_by_role("row")).to_have_attribute("aria-rowindex", "64")
    expect(canvas.grid.get_by_role("gridcell")).to_have_count(64)


def test_an_empty_sheet_says_so_and_a_wrong_one_breaks_no_rule(visits: Visits, material: Built) -> None:
    canvas = Canvas(visits, material, TWO, width=375)
    canvas.block.button.click()
    expect(canvas.block.status).to_have_text("Paint the mask first.")
    expect(canvas.grid).to_have_accessible_description(re.compile("Paint the mask first.$"))
    canvas.drag((1, 1), (4, 4))
    expect(canvas.block.status).to_be_empty()
    canvas.block.root.get_by_text("Your mask as text").click()
    canvas.block.root.get_by_role("button", name="Larger pixels").click()
    assert faults(canvas.page, "self-check") == []


def test_paper_shows_the_grid_without_the_tools(visits: Visits, plain: Built) -> None:
    canvas = Canvas(visits, plain, TWO)
    canvas.page.emulate_media(media="print")
    expect(canvas.block.part("raster").first).to_be_visible()
    expect(canvas.block.part("labels")).to_be_visible()
    for part in ("tools", "cells", "key"):
        expect(canvas.block.part(part)).to_be_hidden()


def test_without_script_the_mask_is_a_picture_and_a_text(visits: Visits, plain: Built) -> None:
    page = visits.open(plain.page(TWO), java_script_enabled=False)
    block = Block(page, TWO)
    expect(block.root.get_by_role("img")).to_have_accessible_name(
        "A bright disc in the upper left and a cross, less bright, in the lower right. "
        "12 columns and 12 rows of pixels"
    )
    block.answer.locator("> summary").click()
    block.root.get_by_text("As text").click()
    expect(block.root.locator("pre[dir=ltr]")).to_be_visible()
    expect(block.root.locator("pre[dir=ltr]")).to_contain_text("..ooo...x...")
    expect(block.root.get_by_role("grid")).to_have_count(0)
