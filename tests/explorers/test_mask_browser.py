"""The explorer of masks and metrics as a reader meets it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browsing.accessibility import faults
from tests.browsing.fit import overflow, spilled
from tests.browsing.visits import SHIFTS, Visits
from tests.explorers.parts import HEIGHTS, explorer, result, slider
from tests.selection import each_look
from tests.selfcheck.browser.built import Built

NAME = "mask-metrics-explorer"
PAGES = ["masks", "moved", "masks-waiting"]
PERFECT = (
    "52 pixels are right, 0 missed, 0 invented. "
    "IoU 1.000, Dice 1.000, pixel accuracy 1.000, boundary F1 1.000 within 1 pixel."
)


def picture(page: Page) -> Locator:
    return explorer(page).get_by_role("img")


def counts(page: Page) -> list[str]:
    return explorer(page).locator("td b").all_text_contents()


def test_keys_alone_change_every_setting_and_all_that_follows_from_it(visits: Visits, plain: Built) -> None:
    page = visits.open(plain.page("masks"))
    expect(result(page)).to_have_text(PERFECT)
    slider(page, "Cut thin parts").focus()
    page.keyboard.press("ArrowRight")
    expect(result(page)).to_contain_text("46 pixels are right, 6 missed, 0 invented.")
    page.keyboard.press("Tab")
    expect(slider(page, "Erode")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(result(page)).to_contain_text("26 pixels are right, 26 missed, 0 invented.")
    page.keyboard.press("Tab")
    expect(slider(page, "Dilate")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(result(page)).to_contain_text("46 pixels are right, 6 missed, 0 invented.")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowLeft")
    expect(picture(page)).to_have_accessible_name(re.compile("dilated by 1 and moved 1 left; 46 pixels"))
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    expect(picture(page)).to_have_accessible_name(
        re.compile(
            "true mask, thin parts cut by 1 pixel, eroded by 1, dilated by 1, moved 1 left and 1 down;"
        )
    )
    page.keyboard.press("Tab")
    expect(slider(page, "Tolerance")).to_be_focused()
    page.keyboard.press("Home")
    expect(result(page)).to_contain_text("within 0 pixels.")
    right, missed, invented, neither = map(int, counts(page))
    assert right + missed == 52
    assert right + invented == 46
    assert right + missed + invented + neither == 24 * 12
    expect(result(page)).to_contain_text(f"IoU {right / (right + missed + invented):.3f},")


def test_scores_stand_side_by_side_with_bars_and_with_what_they_are_made_of(
    visits: Visits, plain: Built
) -> None:
    page = visits.open(plain.page("moved"))
    blocks = explorer(page).locator(".mask-metrics__score")
    assert [block.locator("p span").first.inner_text() for block in blocks.all()] == [
        "Pixel accuracy",
        "IoU",
        "Dice",
        "Boundary F1 within 2 pixels",
    ]
    slider(page, "Move right").press("ArrowLeft")
    slider(page, "Tolerance").press("ArrowLeft")
    expect(blocks.last.locator("p span").first).to_have_text("Boundary F1 within 1 pixel")
    for block in blocks.all():
        track, bar = (rect.bounding_box() for rect in block.locator("rect").all())
        assert track is not None
        assert bar is not None
        assert bar["width"] / track["width"] == pytest.approx(
            float(block.locator("b").inner_text()), abs=0.01
        )
        top, bottom = (block.locator("p").nth(at).bounding_box() for at in (0, 1))
        assert top is not None
        assert bottom is not None
        assert top["y"] + top["height"] <= track["y"]
        assert track["y"] + track["height"] <= bottom["y"]
    first, second = (blocks.nth(at).bounding_box() for at in (0, 1))
    assert first is not None
    assert second is not None
    assert first["y"] == second["y"]


def test_a_mask_of_which_nothing_is_left_says_so_in_words(visits: Visits, plain: Built) -> None:
    page = visits.open(plain.page("masks"))
    slider(page, "Erode").press("End")
    expect(result(page)).to_have_text(
        "0 pixels are right, 52 missed, 0 invented. "
        "IoU 0.000, Dice 0.000, pixel accuracy 0.819, boundary F1 0.000 within 1 pixel."
    )
    expect(explorer(page)).to_contain_text("the drawing has no outline")
    assert "NaN" not in explorer(page).inner_html()


def test_pixels_are_painted_as_the_counts_say(visits: Visits, plain: Built) -> None:
    """The pixels of a picture of the page: no two kinds look alike, and the thick line is drawn over them."""
    page = visits.open(plain.page("masks"))
    slider(page, "Move right").press("End")
    areas = page.evaluate(
        """() => [...document.querySelectorAll(".mask-metrics__picture > path")].slice(1, 4).map(path =>
          [...path.getAttribute("d").matchAll(/h(\\d+)v1/g)].reduce((sum, [, run]) => sum + +run, 0))"""
    )
    assert list(map(str, areas)) == counts(page)[:3]
    assert all(areas)


def pixel_of_map(page: Page, column: float, row: float) -> tuple[float, float]:
    """Where a place of the map lies in the window."""
    box = picture(page).bounding_box()
    assert box is not None
    return box["x"] + box["width"] * column / 24, box["y"] + box["height"] * row / 12


def on_the_drawing(page: Page) -> tuple[float, float]:
    """The middle of its longest row of right pixels, as a place of the map."""
    path = explorer(page).locator("svg .mask-metrics__right").first.get_attribute("d") or ""
    rows = [tuple(map(int, row)) for row in re.findall(r"M(\d+) (\d+)h(\d+)v1", path)]
    left, top, length = max(rows, key=lambda row: row[2])
    return left + length / 2, top + 0.5


BESIDE = (1.5, 10.5)


def drag(page: Page, start: tuple[float, float], by: tuple[float, float]) -> None:
    """With the mouse, from a place of the map, by so many of its pixels."""
    page.mouse.move(*pixel_of_map(page, *start))
    page.mouse.down()
    page.mouse.move(*pixel_of_map(page, start[0] + by[0], start[1] + by[1]), steps=5)
    page.mouse.up()


def moved(page: Page) -> tuple[str, str]:
    return slider(page, "Move right").input_value(), slider(page, "Move down").input_value()


@pytest.mark.parametrize("width", [375, 1280])
def test_the_drawing_is_dragged_and_all_follows_as_from_the_sliders(
    visits: Visits, plain: Built, width: int
) -> None:
    page = visits.open(plain.page("moved"), width=width)
    by_sliders = visits.open(plain.page("moved"), width=width)
    picture(page).scroll_into_view_if_needed()
    drag(page, on_the_drawing(page), (-2, 1))
    assert moved(page) == ("1", "1")
    for name, key in (("Move right", "ArrowLeft"), ("Move right", "ArrowLeft"), ("Move down", "ArrowRight")):
        slider(by_sliders, name).press(key)
    assert explorer(page).inner_html() == explorer(by_sliders).inner_html()
    drag(page, on_the_drawing(page), (1, -3))  # from where it is now
    assert moved(page) == ("2", "-2")
    page.mouse.move(*pixel_of_map(page, 2, 2))  # the button was released
    drag(page, BESIDE, (3, -3))
    assert moved(page) == ("2", "-2")
    drag(page, on_the_drawing(page), (20, 12))  # as far as its sliders go
    assert moved(page) == ("6", "6")
    expect(picture(page)).to_have_accessible_name(re.compile("moved 6 right and 6 down;"))


def swipe(page: Page, start: tuple[float, float], rows: float) -> None:
    """With a finger, up or down from a place of the map, by so many of its pixels."""
    client = page.context.new_cdp_session(page)
    places = [pixel_of_map(page, start[0], start[1] + rows * step / 8) for step in range(9)]
    for at, (x, y) in enumerate(places):
        kind = "touchMove" if at else "touchStart"
        client.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
    client.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_a_finger_on_the_drawing_moves_it_and_one_beside_it_scrolls_the_page(
    visits: Visits, material: Built
) -> None:
    page = visits.open(material.page("masks"), width=375, has_touch=True)
    picture(page).evaluate("each => each.scrollIntoView({ block: 'center' })")
    before = page.evaluate("() => scrollY")
    swipe(page, on_the_drawing(page), -4)
    expect(slider(page, "Move down")).to_have_value("-4")
    assert page.evaluate("() => scrollY") == before
    swipe(page, BESIDE, -8)
    page.wait_for_function("before => scrollY > before", arg=before)
    assert moved(page) == ("0", "-4")


def test_nothing_offers_to_be_dragged_where_no_script_runs(visits: Visits, plain: Built) -> None:
    page = visits.open(plain.page("masks"), java_script_enabled=False)
    drawing = explorer(page).locator("svg .mask-metrics__drawn").first
    assert drawing.evaluate("each => getComputedStyle(each).cursor") == "auto"
    expect(explorer(page).get_by_text("dragged")).to_be_hidden()


@each_look
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_and_nothing_overflows(
    visits: Visits, material: Built, name: str, scheme: str, width: int
) -> None:
    page = visits.open(material.page(name), width=width, color_scheme=scheme)
    assert faults(page, NAME) == []
    assert overflow(page) == 0
    assert spilled(explorer(page)) == []


def test_on_the_narrowest_telephone_everything_fits(visits: Visits, material: Built) -> None:
    page = visits.open(material.page("moved"), width=320)
    slider(page, "Dilate").press("End")
    assert overflow(page) == 0
    assert spilled(explorer(page)) == []


@pytest.mark.parametrize("theme", ["plain", "material"])
@pytest.mark.parametrize("name", PAGES)
def test_without_script_picture_table_and_scores_are_whole_and_no_control_is_dead(
    visits: Visits, request: pytest.FixtureRequest, theme: str, name: str
) -> None:
    built: Built = request.getfixturevalue(theme)
    page = visits.open(built.page(name), java_script_enabled=False, width=375)
    for part in (picture(page), result(page), explorer(page).get_by_role("table")):
        expect(part).to_be_visible()
    expect(explorer(page).locator(".explorer__prediction")).to_be_hidden()
    missed = {"masks": "0", "moved": "24", "masks-waiting": "6"}[name]
    assert counts(page)[1] == missed
    for control in explorer(page).locator("input, button").all():
        expect(control).to_be_hidden()


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [375, 1280])
def test_nothing_moves_while_a_page_loads(visits: Visits, material: Built, name: str, width: int) -> None:
    page = visits.open(material.page(name), width=width, script=SHIFTS + HEIGHTS)
    expect(explorer(page)).to_be_visible()
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("() => heights.size") == 1
    # The block of a question grows by its button, and moves what stands below.
    assert name == "masks-waiting" or page.evaluate("() => shifts") == 0


@pytest.mark.parametrize("width", [375, 1280])
def test_no_setting_moves_what_stands_below(visits: Visits, material: Built, width: int) -> None:
    page = visits.open(material.page("moved"), width=width)
    heights = set()
    for name in ("Cut thin parts", "Erode", "Dilate", "Move right", "Move down", "Tolerance"):
        for key in ("End", "Home"):
            slider(page, name).press(key)
            heights.add(explorer(page).evaluate("element => element.offsetHeight"))
    assert len(heights) == 1


def test_it_waits_for_the_verdict_on_its_question(visits: Visits, plain: Built) -> None:
    page = visits.open(plain.page("masks-waiting"))
    expect(explorer(page).locator(".explorer__prediction")).to_be_visible()
    for part in (explorer(page).locator("output"), explorer(page).locator("table")):
        expect(part).to_be_hidden()
    expect(explorer(page).locator("[name=thin]")).to_be_disabled()
    page.get_by_role("textbox").fill("7")
    page.get_by_role("button", name="Check").click()
    expect(result(page)).to_contain_text("46 pixels are right, 6 missed, 0 invented.")
    expect(slider(page, "Cut thin parts")).to_be_enabled()


@pytest.mark.parametrize("colours", ["none", "active"])
def test_right_missed_and_invented_can_be_told_without_colour(
    visits: Visits, material: Built, colours: str
) -> None:
    """Right pixels bear no sign, missed ones a stroke on the paper, invented ones a cross on a ground."""
    page = visits.open(material.page("moved"), forced_colors=colours)
    fills = page.evaluate(
        """() => ["right", "missed", "invented"].map(name => {
          const style = getComputedStyle(document.querySelector(`.mask-metrics__${name}`));
          return `${style.fill} ${style.fillOpacity}`;
        })"""
    )
    assert len(set(fills)) == 3
    signs = (
        explorer(page).locator("pattern path").evaluate_all("paths => paths.map(p => p.getAttribute('d'))")
    )
    assert len(set(signs)) == 2
    strokes = (
        explorer(page)
        .locator("pattern")
        .evaluate_all(
            """patterns => patterns.map(({ firstElementChild: ground, lastElementChild: sign }) =>
          [getComputedStyle(ground).fill, getComputedStyle(sign).stroke])"""
        )
    )
    assert all(ground != sign for ground, sign in strokes)
    assert faults(page, NAME) == []


def test_on_paper_the_figure_is_whole_and_says_its_settings(visits: Visits, material: Built) -> None:
    page = visits.open(material.page("moved"))
    page.emulate_media(media="print")
    for part in (picture(page), result(page), explorer(page).get_by_role("table")):
        expect(part).to_be_visible()
    expect(explorer(page).locator("figcaption")).to_contain_text(
        "thin parts cut by 1 pixel and moved 3 right."
    )
    assert spilled(explorer(page)) == []
