"""The receptive field explorer as a reader meets it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browsing.accessibility import faults
from tests.browsing.fit import overflow, spilled
from tests.browsing.visits import Visits
from tests.explorers.parts import explorer, result, slider
from tests.selfcheck.browser.built import Built


def layer(page: Page, number: int) -> Locator:
    return explorer(page).get_by_role("radio", name=re.compile(f"^Layer {number}:"))


def button(page: Page, name: str) -> Locator:
    return explorer(page).get_by_role("button", name=name)


def step(page: Page, number: int) -> str:
    """A row of the table of layers; row 0 is the image."""
    cells = explorer(page).locator(".explorer__steps tbody tr").nth(number).locator("th, td")
    return " | ".join(cells.all_text_contents())


def test_keys_alone_choose_a_layer_and_change_it(visits: Visits, plain: Built) -> None:
    page = visits.open(plain.page("field"))
    expect(result(page)).to_contain_text("An output of layer 4 sees 12×12 pixels and reads all of them.")
    layer(page, 4).focus()
    page.keyboard.press("ArrowRight")  # from the last to the first
    expect(layer(page, 1)).to_be_focused()
    expect(layer(page, 1)).to_be_checked()
    for _ in range(2):
        page.keyboard.press("Tab")
    expect(slider(page, "Stride")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(slider(page, "Stride")).to_be_focused()
    expect(result(page)).to_contain_text("sees 21×21 pixels")
    assert step(page, 1) == "1: 3×3 s 2 | 16 | 3 | 2 | 0"
    assert step(page, 4) == "4: 3×3 | 8 | 21 | 4 | 1"
    expect(layer(page, 1)).to_have_accessible_name("Layer 1: 3×3 s 2, stride 2, padding 1, dilation 1")


RESTORED = """addEventListener("readystatechange", () => {
  if (document.readyState !== "interactive") return;
  for (const button of document.querySelectorAll("[name=add], [name=remove]")) button.disabled = true;
  for (const button of document.querySelectorAll("[name=later]")) button.disabled = false;
}, true);"""
"""As Firefox restores a page that was left otherwise."""


def test_buttons_are_those_of_the_layers_whatever_the_browser_restores(visits: Visits, plain: Built) -> None:
    page = visits.open(plain.page("field"), script=RESTORED)
    for name in ("Add a copy", "Move earlier", "Remove"):
        expect(button(page, name)).to_be_enabled()
    expect(button(page, "Move later")).to_be_disabled()


def test_layers_are_added_moved_and_removed_within_limits(visits: Visits, plain: Built) -> None:
    page = visits.open(plain.page("field"))
    layers = explorer(page).get_by_role("radio")
    layer(page, 2).check()
    button(page, "Add a copy").click()
    expect(layers).to_have_count(5)
    expect(layer(page, 3)).to_be_checked()
    expect(layer(page, 3)).to_have_accessible_name("Layer 3: 2×2 s 2, stride 2, padding 0, dilation 1")
    expect(result(page)).to_contain_text("An output of layer 5 sees 22×22 pixels")
    button(page, "Move later").press("Enter")
    button(page, "Move later").press("Enter")
    expect(layer(page, 5)).to_be_checked()
    expect(layer(page, 5)).to_be_focused()  # the button is of no use any more
    expect(button(page, "Move later")).to_be_disabled()
    expect(result(page)).to_contain_text("An output of layer 5 sees 14×14 pixels")
    button(page, "Move earlier").click()
    expect(layer(page, 4)).to_be_checked()
    for left in (4, 3, 2, 1):
        button(page, "Remove").click()
        expect(layers).to_have_count(left)
    expect(button(page, "Remove")).to_be_disabled()
    expect(result(page)).to_contain_text("An output of layer 1 sees 3×3 pixels")
    for _ in range(17):
        button(page, "Add a copy").click()
    expect(layers).to_have_count(18)
    expect(button(page, "Add a copy")).to_be_disabled()
    expect(result(page)).to_contain_text("An output of layer 18 sees 37×37 pixels")


def test_a_stride_of_the_last_layer_changes_no_field(visits: Visits, plain: Built) -> None:
    page = visits.open(plain.page("field"))
    page.get_by_role("group", name="Chosen layer").get_by_role("slider", name="Stride").press("End")
    assert step(page, 4) == "4: 3×3 s 4 | 4 | 12 | 8 | 0.5"


def test_holes_are_marked_and_told(visits: Visits, plain: Built) -> None:
    page = visits.open(plain.page("gridding"))
    expect(result(page)).to_contain_text(
        "sees 9×9 pixels and reads 25 of these 81 (30.9\u00a0%): the others are holes."
    )
    dots = explorer(page).locator("svg .explorer__hole").get_attribute("d") or ""
    assert dots.count("M") == 81 - 25
    numbers = explorer(page).locator("svg .explorer__count").all_text_contents()
    assert numbers == [str(row * column) for row in (1, 2, 3, 2, 1) for column in (1, 2, 3, 2, 1)]
    layer(page, 1).check()
    slider(page, "Dilation").press("Home")
    expect(result(page)).to_contain_text("sees 7×7 pixels and reads all of them.")
    expect(explorer(page).locator("svg .explorer__hole")).to_have_count(0)


def test_a_layer_without_an_output_says_why(visits: Visits, plain: Built) -> None:
    page = visits.open(plain.page("field"))
    slider(page, "Image").press("Home")
    expect(result(page)).to_contain_text(
        "Layer 2 gives no output: the kernel reaches over 2 positions but the padded input has 1."
    )
    expect(result(page)).to_contain_text("An output of layer 4 would see 12×12 pixels and read all of them.")
    expect(result(page)).not_to_contain_text("is padding")
    assert step(page, 2) == "2: 2×2 s 2 | none | 4 | 2 | 0.5"
    assert "NaN" not in explorer(page).inner_html()


def test_fields_too_wide_to_be_shown_end_what_is_shown(visits: Visits, plain: Built) -> None:
    page = visits.open(plain.page("field"))
    layer(page, 1).check()
    for name in ("Kernel", "Stride", "Dilation"):
        slider(page, name).press("End")
    layer(page, 3).check()
    slider(page, "Dilation").press("End")
    expect(result(page)).to_contain_text("An output of layer 4 would see 417×417 pixels")
    slider(page, "Kernel").press("ArrowRight")
    expect(result(page)).to_contain_text("An output of layer 2 would see 113×113 pixels")
    expect(result(page)).to_contain_text(
        "From layer 3 on fields are wider than the 512 pixels that are shown."
    )


def test_networks_are_loaded_with_their_images(visits: Visits, plain: Built) -> None:
    page = visits.open(plain.page("field"))
    button(page, "ResNet-50").click()
    expect(slider(page, "Image")).to_have_value("224")
    expect(result(page)).to_contain_text("An output of layer 18 sees 427×427 pixels")
    expect(result(page)).to_contain_text("The image has only 224×224: the rest of the field is padding.")
    assert step(page, 18) == "18: 3×3 | 7 | 427 | 32 | 0"
    button(page, "U-Net").click()
    expect(slider(page, "Image")).to_have_value("572")
    expect(result(page)).not_to_contain_text("is padding")
    assert step(page, 14) == "14: 3×3 | 28 | 140 | 16 | 69.5"
    expect(slider(page, "Image")).to_have_attribute("max", "572")
    button(page, "As at first").click()
    expect(slider(page, "Image")).to_have_attribute("max", "64")


@pytest.mark.parametrize("width", [320, 375])
@pytest.mark.parametrize("name", ["field", "network"])
def test_the_largest_stack_stays_within_a_telephone(
    visits: Visits, material: Built, name: str, width: int
) -> None:
    page = visits.open(material.page(name), width=width)
    button(page, "DeepLabv3").click()
    for setting in ("Kernel", "Stride", "Padding", "Dilation", "Image"):
        slider(page, setting).press("End")
    expect(explorer(page).get_by_role("radio")).to_have_count(18)
    assert overflow(page) == 0
    assert spilled(explorer(page)) == []


def test_layers_can_be_tapped(visits: Visits, material: Built) -> None:
    page = visits.open(material.page("gridding"), width=375, has_touch=True)
    explorer(page).locator(".explorer__layer").first.tap()
    expect(layer(page, 1)).to_be_checked()


def test_it_waits_for_the_verdict_on_its_question(visits: Visits, plain: Built) -> None:
    page = visits.open(plain.page("field-waiting"))
    expect(result(page)).to_be_hidden()
    expect(explorer(page).locator("svg").first).to_be_hidden()
    expect(slider(page, "Kernel")).to_be_disabled()
    expect(layer(page, 1)).to_be_disabled()
    page.get_by_role("textbox").fill("3")
    page.get_by_role("button", name="Check").click()
    expect(result(page)).to_be_visible()
    expect(slider(page, "Kernel")).to_be_enabled()
    expect(button(page, "Move later")).to_be_disabled()


def test_who_asks_sees_the_result_at_once_and_goes_on_with_the_layers(visits: Visits, plain: Built) -> None:
    page = visits.open(plain.page("field-waiting"))
    button(page, "Show it now").press("Enter")
    expect(result(page)).to_be_visible()
    expect(button(page, "Add a copy")).to_be_focused()


def test_in_forced_colours_the_layer_that_is_chosen_can_be_told(visits: Visits, material: Built) -> None:
    page = visits.open(material.page("field"), forced_colors="active")
    outlines = (
        explorer(page)
        .locator(".explorer__layer")
        .evaluate_all("labels => labels.map(label => getComputedStyle(label).outlineStyle)")
    )
    assert outlines == ["none", "none", "none", "solid"]
    assert faults(page, "receptive-field-explorer") == []


def test_a_page_from_the_disk_works(visits: Visits, files: Built) -> None:
    page = visits.open(files.file("field"))
    button(page, "Remove").click()
    expect(result(page)).to_contain_text("An output of layer 3 sees 8×8 pixels")
