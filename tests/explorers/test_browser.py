"""Explorers as a reader meets them."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browsing.accessibility import faults
from tests.browsing.fit import overflow, spilled
from tests.browsing.visits import SHIFTS, Visits, back
from tests.explorers.parts import HEIGHTS, drawn, explorer, panel, result, seen, slider
from tests.selection import each_look
from tests.selfcheck.browser.built import Built

PAGES = ["free", "transposed", "waiting", "field", "gridding", "network", "field-waiting"]
"""Each has one explorer: layer arithmetic, or a receptive field."""


VISIBLE = """control => {
  const copy = control.cloneNode(true);
  for (const hidden of copy.querySelectorAll("[aria-hidden=true]")) hidden.remove();
  return copy.textContent.replace(/\\s+/g, " ").trim();
}"""
"""The text of a control, without the number of a slider, which its value tells."""


def test_keys_alone_change_the_settings_and_what_is_looked_at(visits: Visits, plain: Built) -> None:
    page = visits.open(plain.page("free"))
    expect(result(page)).to_have_text("10 pixels give 5 outputs. Every pixel is read.")
    stride = slider(page, "Stride")
    stride.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    expect(slider(page, "Padding")).to_be_focused()
    page.keyboard.press("Home")
    expect(result(page)).to_have_text("10 pixels give 3 outputs. Never read: pixel 9.")
    for _ in range(2):
        page.keyboard.press("Tab")
    transposed = page.get_by_role("checkbox", name="Transposed convolution")
    expect(transposed).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("radio", name="an output")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="an input pixel")).to_be_checked()
    page.keyboard.press("Tab")
    which = slider(page, "Which pixel")
    expect(which).to_be_focused()
    page.keyboard.press("End")
    expect(seen(page)).to_have_text("Pixel 9 is read by no output.")
    expect(which).to_have_attribute("aria-valuetext", "Pixel 9 is read by no output.")
    transposed.focus()
    page.keyboard.press("Space")
    expect(result(page)).to_contain_text("10 pixels give 30 outputs.")


def test_pointing_at_a_pixel_shows_what_reads_it_and_at_an_output_what_it_reads(
    visits: Visits, plain: Built
) -> None:
    page = visits.open(plain.page("free"))
    picture = explorer(page).locator("svg")
    box = picture.bounding_box()
    assert box is not None
    cell = box["width"] / 12  # ten pixels, and one of the padding at each end
    picture.hover(position={"x": cell * 5.5, "y": 50})
    expect(seen(page)).to_have_text("Pixel 4 is read by output 2.")
    expect(page.get_by_role("radio", name="an input pixel")).to_be_checked()
    picture.hover(position={"x": cell * 9.5, "y": 130})
    expect(seen(page)).to_have_text("Output 4 reads pixels 7, 8 and 9.")
    assert drawn(page, "explorer__link--chosen") == 3
    assert drawn(page, "explorer__frame") == 4


def test_a_tap_chooses(visits: Visits, material: Built) -> None:
    page = visits.open(material.page("free"), width=375, has_touch=True)
    picture = explorer(page).locator("svg")
    box = picture.bounding_box()
    assert box is not None
    picture.tap(position={"x": box["width"] / 12 * 3.5, "y": 50})
    expect(seen(page)).to_have_text("Pixel 2 is read by output 1.")


@pytest.mark.parametrize("name", ["free", "gridding", "masks"])
def test_a_finger_finds_targets_of_44_pixels(visits: Visits, material: Built, name: str) -> None:
    page = visits.open(material.page(name), width=375, has_touch=True)
    targets = explorer(page).locator(".explorer__switch, .explorer__layer, [type=range], summary, button")
    heights = targets.evaluate_all("each => each.map(target => target.getBoundingClientRect().height)")
    assert len(heights) > 5
    assert min(heights) >= 44


@pytest.mark.parametrize(("name", "touch"), [("free", "pan-y pinch-zoom"), ("field", "auto")])
def test_two_fingers_enlarge_a_picture(visits: Visits, plain: Built, name: str, touch: str) -> None:
    page = visits.open(plain.page(name))
    expect(explorer(page).get_by_role("img")).to_have_css("touch-action", touch)
    for control in explorer(page).locator("[type=range]").all():
        expect(control).to_have_css("touch-action", "pan-y pinch-zoom")


def test_settings_without_an_output_are_told_in_words(visits: Visits, plain: Built) -> None:
    page = visits.open(plain.page("free"))
    for name, key in (("Size", "Home"), ("Kernel", "End")):
        slider(page, name).press(key)
    expect(result(page)).to_have_text(
        "No output: the kernel reaches over 7 positions but the padded input has 3."
    )
    expect(slider(page, "Which output")).to_be_disabled()
    assert "NaN" not in explorer(page).inner_html()
    slider(page, "Kernel").press("Home")
    expect(result(page)).to_contain_text("1 pixel gives 2 outputs.")
    expect(slider(page, "Which output")).to_be_enabled()


def test_a_transposed_convolution_counts_how_many_pixels_reach_each_output(
    visits: Visits, plain: Built
) -> None:
    page = visits.open(plain.page("transposed"))
    assert explorer(page).locator(".explorer__count").all_text_contents() == list("11212121211")
    expect(result(page)).to_contain_text(
        "In the middle of a long row outputs are reached by 2 and 1 pixels in turn: an uneven overlap"
    )
    slider(page, "Kernel").press("ArrowRight")
    expect(result(page)).to_contain_text("every output is reached by 2 pixels: an even overlap")


def test_output_padding_is_offered_where_it_counts(visits: Visits, plain: Built) -> None:
    page = visits.open(plain.page("free"))
    expect(slider(page, "Output padding")).to_be_disabled()
    page.get_by_role("checkbox", name="Transposed convolution").check()
    expect(slider(page, "Output padding")).to_be_enabled()


@each_look
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_and_nothing_overflows(
    visits: Visits, material: Built, name: str, scheme: str, width: int
) -> None:
    page = visits.open(material.page(name), width=width, color_scheme=scheme)
    assert faults(page, ".explorer") == []
    assert overflow(page) == 0
    assert spilled(explorer(page)) == []
    if "waiting" not in name:
        explorer(page).locator("summary").click()
        assert faults(page, ".explorer") == []
        assert overflow(page) == 0


@pytest.mark.parametrize("name", ["free", "field", "gridding", "network", "masks"])
def test_who_says_what_stands_on_a_control_means_it(visits: Visits, plain: Built, name: str) -> None:
    page = visits.open(plain.page(name))
    for control in explorer(page).locator("fieldset label, button").all():
        named = control if control.evaluate("each => each.matches('button')") else control.locator("input")
        expect(named).to_have_accessible_name(re.compile(re.escape(control.evaluate(VISIBLE))))


@pytest.mark.parametrize("width", [320, 375])
def test_the_longest_row_stays_within_a_telephone(visits: Visits, material: Built, width: int) -> None:
    page = visits.open(material.page("transposed"), width=width)
    for name in ("Size", "Kernel", "Stride", "Dilation"):
        slider(page, name).press("End")
    expect(result(page)).to_contain_text("12 pixels give 63 outputs.")
    assert overflow(page) == 0
    assert spilled(explorer(page)) == []


@pytest.mark.parametrize("theme", ["plain", "material"])
@pytest.mark.parametrize("name", PAGES)
def test_without_script_figure_and_table_are_whole_and_no_control_is_dead(
    visits: Visits, request: pytest.FixtureRequest, theme: str, name: str
) -> None:
    built: Built = request.getfixturevalue(theme)
    page = visits.open(built.page(name), java_script_enabled=False, width=375)
    expect(explorer(page).get_by_role("img")).to_be_visible()
    expect(result(page)).to_be_visible()
    expect(panel(page)).to_be_hidden()
    explorer(page).locator("summary").click()
    rows = {
        "free": 5,
        "transposed": 11,
        "waiting": 4,
        "field": 12,
        "gridding": 9,
        "network": 212,
        "field-waiting": 12,
    }[name]
    table = explorer(page).locator(".explorer__values table")
    expect(table.locator("tbody tr")).to_have_count(rows)
    expect(table).to_be_visible()
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
    assert "waiting" in name or page.evaluate("() => shifts") == 0


CANVAS_TEXT = """() => {
  const text = document.body.appendChild(document.createElement("i"));
  text.style.color = "CanvasText";
  const { color } = getComputedStyle(text);
  text.remove();
  return color;
}"""

PLAYED = [
    ("Free", "Stride", "10 pixels give 10 outputs. Every pixel is read."),
    ("Masks", "Erode", "52 pixels are right, 0 missed"),
]
"""Pages, a slider of each that is put to its start, and how the result begins then."""


@pytest.mark.parametrize(("name", "label", "said"), PLAYED)
def test_instant_navigation_leads_to_an_explorer_that_works_and_back(
    visits: Visits, material: Built, name: str, label: str, said: str
) -> None:
    page = visits.open(material.address + "/")
    page.evaluate("() => { window.same = true; }")
    for _ in range(2):
        page.get_by_role("article").get_by_role("link", name=name).click()
        slider(page, label).press("End")
        expect(result(page)).not_to_contain_text(said)
        slider(page, label).press("Home")
        expect(result(page)).to_contain_text(said)
        back(page)
        expect(page.get_by_role("heading", name="Home")).to_be_visible()
    assert page.evaluate("() => window.same")


@pytest.mark.parametrize(("name", "label", "said"), PLAYED)
def test_a_page_from_the_disk_works(visits: Visits, files: Built, name: str, label: str, said: str) -> None:
    page = visits.open(files.file(name.lower()))
    slider(page, label).press("End")
    expect(result(page)).not_to_contain_text(said)
    slider(page, label).press("Home")
    expect(result(page)).to_contain_text(said)


def test_in_forced_colours_what_is_chosen_can_be_told(visits: Visits, material: Built) -> None:
    page = visits.open(material.page("free"), forced_colors="active")
    strokes = (
        explorer(page)
        .locator("svg .explorer__frame")
        .evaluate_all("frames => frames.map(frame => getComputedStyle(frame).stroke)")
    )
    assert len(set(strokes)) == 2
    ink = page.evaluate(CANVAS_TEXT)
    expect(explorer(page).locator("svg .explorer__link").first).to_have_css("stroke", ink)
    assert faults(page, ".explorer") == []


@pytest.mark.parametrize("name", ["free", "gridding", "waiting", "field-waiting", "masks-waiting"])
def test_on_paper_there_is_the_result_and_no_control_whether_predicted_or_not(
    visits: Visits, material: Built, name: str
) -> None:
    page = visits.open(material.page(name))
    page.emulate_media(media="print")
    expect(explorer(page).get_by_role("img")).to_be_visible()
    expect(result(page)).to_be_visible()
    expect(panel(page)).to_be_hidden()
    for control in explorer(page).locator("input, button").all():
        expect(control).to_be_hidden()


@pytest.mark.parametrize("name", ["gridding", "network"])
def test_on_paper_a_table_that_is_open_is_whole(visits: Visits, material: Built, name: str) -> None:
    page = visits.open(material.page(name))
    explorer(page).locator("summary").click()
    page.emulate_media(media="print")
    assert (
        explorer(page)
        .locator(".explorer__values .explorer__scroll")
        .evaluate("({ scrollHeight, clientHeight }) => scrollHeight - clientHeight")
        <= 0
    )


@pytest.mark.parametrize("name", ["free", "field", "masks"])
def test_script_and_styles_weigh_at_most_eight_thousand_bytes_compressed(
    visits: Visits, plain: Built, name: str
) -> None:
    page = visits.open(plain.page(name))
    addresses = page.locator("[src*='assets/explorers'], [href*='assets/explorers']").evaluate_all(
        "links => links.map(link => (link.src || link.href).split('/').pop())"
    )
    assert len(addresses) == len(set(addresses)) >= 2
    assert all(re.search(r"\.[0-9a-f]{8}\.(js|css)$", address) for address in addresses)
    files = [Path(plain.folder, "assets/explorers", address) for address in addresses]
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) <= 8_000
