"""Pointing at a place: by mouse, finger, keyboard or list, at any size of the picture."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import FloatRect, Page, expect

from selfcheck.frame.words import words
from selfcheck.question_types import discover
from tests.browsing.accessibility import faults
from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import Block
from tests.selfcheck.browser.built import EXTENSIONS, Built
from tests.selfcheck.browser.small_site import small_site
from tests.selfcheck.browser.test_keyboard import tab_to
from tests.selfcheck.cases import Accepted, accepted, write_pages
from tests.selfcheck.witnesses.regions import expected, polygon

CASES = {case.name: case for case in accepted(discover()["hotspot"])}
FIRST, GRID = CASES["first-hotspot"], CASES["cells-of-a-grid"]
SAYS = words("en").types["hotspot"]

KEY, HOLE, NOWHERE = (79.2, 18.3), (47.9, 50.0), (4.0, 4.0)
"""Places on the picture of the first case, in percent: in its region 1, in its region 3, in none."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """A plain page with the first case and the one with a grid."""
    root = tmp_path_factory.mktemp("hotspot")
    write_pages(root / "docs", [])
    with small_site(root, FIRST.question.replace("section: index.md#passage\n", ""), GRID.question) as built:
        yield built


class Spot(Block):
    """A block with a picture."""

    def __init__(self, page: Page, case: Accepted | str) -> None:
        super().__init__(page, case)
        self.target = self.part("pointing")
        self.marker = self.part("marker")
        self.point = self.field("point")
        self.drawn = self.root.locator("[data-region]").filter(visible=True)

    @property
    def picture(self) -> FloatRect:
        box = self.part("scene").bounding_box()
        assert box is not None
        return box

    def at(self, place: tuple[float, float]) -> tuple[float, float]:
        """A place in percent as a position on the screen."""
        box = self.picture
        return box["x"] + place[0] * box["width"] / 100, box["y"] + place[1] * box["height"] / 100

    def click(self, place: tuple[float, float]) -> None:
        self.part("scene").scroll_into_view_if_needed()
        self.page.mouse.click(*self.at(place))

    def expect_marked(self, place: tuple[float, float]) -> None:
        expect(self.marker).to_be_visible()
        box = self.marker.bounding_box()
        assert box is not None
        middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        assert middle == pytest.approx(self.at(place), abs=1.5)


def opened(visits: Visits, site: Built, case: Accepted | str = FIRST, **settings: Any) -> Spot:
    spot = Spot(visits.open(site.page("lesson"), **settings), case)
    expect(spot.button).to_be_visible()
    return spot


def test_a_click_marks_its_place_and_check_grades_it(visits: Visits, site: Built) -> None:
    spot = opened(visits, site)
    expect(spot.marker).to_be_hidden()
    for place, number in ((NOWHERE, "elsewhere"), (HOLE, "3"), (KEY, "1")):
        spot.click(place)
        spot.expect_marked(place)
        expect(spot.marker).not_to_have_attribute("data-missed", "")
        # Before she asks, nothing tells whether there is a region.
        expect(spot.drawn).to_have_count(0)
        expect(spot.root.locator(":checked")).to_have_count(0)
        assert spot.state in ("open", "wrong")
        spot.button.click()
        expect(spot.status.locator("[data-feedback]")).to_have_attribute("data-feedback", number)
        if number == "elsewhere":
            expect(spot.drawn).to_have_count(0)
            expect(spot.root.locator("[data-mark]")).to_have_count(0)
            # Where no region can have the sign, the place has it, until she points elsewhere.
            assert spot.marker.evaluate("node => getComputedStyle(node, '::before').content") == '"✗"'
        elif number == "3":
            expect(spot.drawn).to_have_text("C ✗")
            expect(spot.marked("wrong")).to_have_attribute("data-option", "3")
    spot.expect_state("right")
    expect(spot.drawn).to_have_text(["A ✓", "B", "C", "D"])
    # What is settled stays, wherever she clicks.
    response = spot.response()
    spot.click(HOLE)
    assert spot.response() == response
    spot.answer_again()
    expect(spot.drawn).to_have_count(0)
    expect(spot.marker).to_be_hidden()


def test_everything_is_done_by_keyboard_alone(visits: Visits, site: Built) -> None:
    spot = opened(visits, site)
    page = spot.page
    tab_to(page, spot.target)
    expect(spot.target).to_have_accessible_name(SAYS["cursor"])
    expect(spot.target).to_have_accessible_description(SAYS["caption"])
    expect(spot.target).to_have_attribute("aria-valuetext", "column 6 of 10, row 6 of 10")
    expect(spot.marker).to_be_hidden()
    # From the middle of cell 51, 51 of a hundred by a hundred to that of 79, 18.
    for keys in (["Shift+ArrowRight"] * 3, ["ArrowLeft"] * 2, ["Shift+ArrowUp"] * 3, ["ArrowUp"] * 3):
        for key in keys:
            page.keyboard.press(key)
    expect(spot.target).to_have_attribute("aria-valuetext", "column 8 of 10, row 2 of 10")
    assert spot.response() == {}
    page.keyboard.press("Enter")
    assert spot.response() == {"point": "78.5 17.5"}
    spot.expect_marked((78.5, 17.5))
    expect(spot.status).to_have_text("Marked, column 8 of 10, row 2 of 10.")
    assert spot.state == "open"
    tab_to(page, spot.button)
    page.keyboard.press("Enter")
    spot.expect_state("right")
    tab_to(page, spot.target, "Shift+Tab")
    expect(spot.target).to_have_attribute("aria-disabled", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    assert spot.response() == {"point": "78.5 17.5"}


def test_the_cursor_keeps_to_the_picture_and_to_the_cells_of_a_grid(visits: Visits, site: Built) -> None:
    spot = opened(visits, site)
    spot.target.focus()
    for _ in range(12):
        spot.page.keyboard.press("Shift+ArrowLeft")
        spot.page.keyboard.press("Shift+ArrowDown")
    spot.page.keyboard.press("Space")
    assert spot.response() == {"point": "0.5 99.5"}
    grid = Spot(spot.page, GRID)
    grid.target.focus()
    expect(grid.target).to_have_attribute("aria-valuetext", "column 4 of 6, row 3 of 4")
    grid.page.keyboard.press("ArrowUp")
    grid.page.keyboard.press("Shift+ArrowUp")
    grid.page.keyboard.press("Enter")
    assert grid.response() == {"point": "58.33 12.5"}
    box = grid.marker.bounding_box()
    assert box is not None
    assert box["width"] == pytest.approx(grid.picture["width"] / 6, abs=1)
    # Wherever she clicks in a cell, she means the cell.
    grid.click((99, 76))
    assert grid.response() == {"point": "91.67 87.5"}


def test_what_the_cursor_says_depends_on_its_place_alone(visits: Visits, site: Built) -> None:
    spot = opened(visits, site)
    spot.target.focus()
    for key in ("Shift+ArrowLeft",) * 5 + ("Shift+ArrowUp",) * 5:
        spot.page.keyboard.press(key)

    def rest() -> str:
        html = spot.root.evaluate("root => root.outerHTML")
        return re.sub(r'style="--x[^"]*"|aria-value(now|text)="[^"]*"', "", html)

    before = rest()
    for row in range(1, 11):
        for column in range(1, 11):
            told = spot.target.get_attribute("aria-valuetext")
            assert told == f"column {column} of 10, row {row} of 10"
            spot.page.keyboard.press("Shift+ArrowRight")
        for _ in range(10):
            spot.page.keyboard.press("Shift+ArrowLeft")
        spot.page.keyboard.press("Shift+ArrowDown")
        assert rest() == before


def test_a_tap_marks_the_place_on_a_narrow_screen(visits: Visits, site: Built) -> None:
    spot = opened(visits, site, width=320, has_touch=True, is_mobile=True)
    spot.part("scene").scroll_into_view_if_needed()
    spot.page.touchscreen.tap(*spot.at(KEY))
    spot.expect_marked(KEY)
    spot.button.tap()
    spot.expect_state("right")
    assert spot.picture["x"] + spot.picture["width"] <= 320


def test_list_and_picture_are_one_response(visits: Visits, site: Built) -> None:
    spot = opened(visits, site)
    spot.click(KEY)
    spot.field("response", "2").check()
    assert spot.response() == {"response": "2"}
    expect(spot.marker).to_be_hidden()
    expect(spot.drawn).to_have_text("B")
    spot.click(HOLE)
    assert list(spot.response()) == ["point"]
    expect(spot.drawn).to_have_count(0)
    spot.field("response", "1").check()
    spot.button.click()
    spot.expect_state("right")
    spot.page.reload()
    spot.expect_state("right")
    assert spot.response() == {"response": "1"}
    expect(spot.drawn).to_have_text(["A ✓", "B", "C", "D"])


def test_a_place_stays_where_it_is_when_the_page_is_narrowed_reloaded_or_turned(
    visits: Visits, site: Built
) -> None:
    spot = opened(visits, site)
    spot.click(NOWHERE)
    spot.click(HOLE)
    spot.page.set_viewport_size({"width": 320, "height": 700})
    assert spot.picture["width"] < 320
    spot.expect_marked(HOLE)
    spot.page.wait_for_function("() => JSON.stringify(localStorage).includes('point')")
    spot.page.reload()
    expect(spot.button).to_be_visible()
    spot.expect_marked(HOLE)
    spot.page.evaluate("() => { document.documentElement.dir = 'rtl'; }")
    spot.expect_marked(HOLE)
    spot.click(KEY)
    spot.expect_marked(KEY)
    spot.button.click()
    spot.expect_state("right")
    expect(spot.button).to_be_in_viewport(ratio=1)  # the page has moved to the verdict
    # The outline lies over what it encloses, the letter within.
    outline = spot.drawn.first.locator("ellipse").bounding_box()
    assert outline is not None
    middle = outline["x"] + outline["width"] / 2, outline["y"] + outline["height"] / 2
    assert middle == pytest.approx(spot.at((79.17, 18.33)), abs=1.5)
    assert outline["width"] == pytest.approx(outline["height"], abs=1.5)


def test_without_script_and_on_paper_every_region_has_its_letter(visits: Visits, site: Built) -> None:
    plain = Spot(visits.open(site.page("lesson"), java_script_enabled=False), FIRST)
    expect(plain.drawn).to_have_text(["A", "B", "C", "D"])
    expect(plain.target).to_have_count(0)
    expect(plain.part("how")).to_be_hidden()
    spot = opened(visits, site)
    spot.click(HOLE)
    spot.button.click()
    spot.page.emulate_media(media="print")
    expect(spot.drawn).to_have_text(["A", "B", "C ✗", "D"])
    expect(spot.part("how")).to_be_hidden()


def test_forced_colours_show_marker_cursor_and_outlines(visits: Visits, site: Built) -> None:
    spot = opened(visits, site, forced_colors="active")
    spot.click(NOWHERE)
    paper = "node => getComputedStyle(document.body).backgroundColor"
    expect(spot.marker).not_to_have_css("border-top-color", spot.root.evaluate(paper))
    spot.button.click()
    spot.field("response", "1").check()
    stroke = spot.drawn.locator("ellipse").evaluate("node => getComputedStyle(node).stroke")
    assert stroke not in ("none", spot.root.evaluate(paper))
    fill, rim = spot.drawn.locator("text").evaluate(
        "node => [getComputedStyle(node).fill, getComputedStyle(node).stroke]"
    )
    assert fill != rim


def test_a_record_that_makes_no_sense_asks_for_a_place(visits: Visits, site: Built) -> None:
    spot = opened(visits, site)
    for absurd in ("1e999 3", "-1 4", "١ ٢", "5", "5 5 5", "100 100", "<b>", "9" * 10_000):
        spot.point.evaluate(
            "(field, value) => { field.value = value;"
            " field.dispatchEvent(new Event('input', { bubbles: true })); }",
            absurd,
        )
        expect(spot.marker).to_be_hidden()
        spot.button.click()
        expect(spot.status).to_have_text(SAYS["empty"])
        assert spot.state == "open"


FIGURE = '''"""A caption that says too much."""

from matplotlib.figure import Figure

from computed_figures.canvas import canvas

CAPTION = "The caption gives the answer away."
ALT = "a text alternative for another place"


def draw() -> Figure:
    figure = canvas(400, 200)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.plot([0, 1], [0, 1])
    return figure
'''
ON_A_FIGURE = """id: on-a-figure
type: hotspot
stem: Where does the line end?
picture: |
  ```figure
  line
  ```
alt: a line across a square
regions:
  - name: one end
    polygon: [[80, 0], [100, 0], [100, 30], [80, 30]]
    correct: true
  - name: the other end
    polygon: [[0, 70], [20, 70], [20, 100], [0, 100]]
explanation: because
"""


def pictures_read_aloud(page: Page) -> list[str]:
    """The names of the pictures in the browser's own tree, where what is inert does not stand."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    shown = (node for node in nodes if not node["ignored"])
    return [node["name"]["value"] for node in shown if node["role"]["value"] in ("image", "img")]


def test_a_fence_that_makes_a_picture_can_be_pointed_at(visits: Visits, tmp_path: Path) -> None:
    (tmp_path / "figures").mkdir()
    (tmp_path / "figures/line.py").write_text(FIGURE, "utf-8")
    extensions = [*EXTENSIONS, "computed_figures"]
    with small_site(tmp_path, ON_A_FIGURE, markdown_extensions=extensions) as site:
        spot = opened(visits, site, "on-a-figure", width=375)
        drawing = spot.part("scene").locator("svg").first.bounding_box()
        assert drawing is not None
        surface = spot.target.bounding_box()
        assert surface is not None
        assert [surface[side] for side in ("x", "y", "width", "height")] == pytest.approx(
            [drawing[side] for side in ("x", "y", "width", "height")], abs=1
        )
        expect(spot.root.get_by_text("gives the answer away")).to_be_hidden()
        assert pictures_read_aloud(spot.page) == ["a line across a square"]
        assert faults(spot.page, "self-check") == []
        spot.click((95, 10))
        spot.button.click()
        spot.expect_state("right")


def test_the_page_grades_as_its_python_twin(visits: Visits, site: Built) -> None:
    spot = opened(visits, site)
    chance = random.Random(5)
    keys: list[dict[str, Any]] = []
    for _ in range(60):
        regions: list[list[list[float]]] = [
            [
                [part for corner in polygon(chance) for part in corner]
                for _ in range(chance.choice([1, 1, 2]))
            ],
            [[chance.uniform(20, 80), chance.uniform(20, 80), chance.uniform(2, 20), chance.uniform(2, 20)]],
            [[part for corner in polygon(chance) for part in corner]],
        ]
        keys.append({"grid": None, "regions": regions, "right": [chance.choice("123")]})
    points = [[(chance.uniform(0, 99.9), chance.uniform(0, 99.9)) for _ in range(100)] for _ in keys]
    graded = spot.page.evaluate(
        """([keys, points]) => keys.map((key, at) => points[at].map((point) => {
          const { grade } = SelfCheck.types.hotspot;
          const { feedback, score } = grade({ response: "", point: point.join(" ") }, key);
          return [feedback[0], score];
        }))""",
        [keys, points],
    )
    seen = set()
    for key, places, results in zip(keys, points, graded, strict=True):
        for (x, y), (number, score) in zip(places, results, strict=True):
            assert number == expected(key, x, y), (key, x, y)
            assert score == (number in key["right"])
            seen.add(number)
    assert seen == {"1", "2", "3", "elsewhere"}
