"""How a block looks: like distances between like things, and no word cut, no field resized by a verdict."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browsing.fit import overflow, spilled
from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import Block
from tests.selfcheck.browser.built import ANY, FIRST, Built
from tests.selfcheck.browser.states import bring, cases_in, states
from tests.selfcheck.cases import Accepted

CUT = """signs => signs.filter(sign => getComputedStyle(sign).position === "static")
  .filter(sign => sign.scrollWidth > sign.clientWidth || sign.scrollHeight > sign.clientHeight)
  .map(sign => sign.textContent)"""

FIELDS = """root => [...root.querySelectorAll("[name^=check-]:is([type=text], select, textarea)")]
  .filter(field => field.checkVisibility()).map(field => field.getBoundingClientRect())
  .map(({width, height}) => [Math.round(width), Math.round(height)])"""

RIM = """field => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const luminance = (...colours) => {
    for (const colour of colours) {
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
    }
    const [red, green, blue] = [...canvas.getImageData(0, 0, 1, 1).data]
      .map(one => one / 255).map(one => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
  };
  const paper = getComputedStyle(document.body).backgroundColor;
  const [low, high] = [luminance(paper), luminance(paper, getComputedStyle(field).borderTopColor)].sort();
  return high / low;
}"""

GAPS = """status => [...status.children].map(part => part.getBoundingClientRect())
  .map(({top}, index, all) => index && Math.round(top - all[index - 1].bottom)).slice(1)"""

CRAMPED = """root => [...root.querySelectorAll("*")].filter(node => node.checkVisibility())
  .filter(node => [...node.childNodes].some(one => one.nodeType === 3 && one.data.trim()))
  .filter(node => !node.closest("pre, code, svg, math, sup, sub"))
  .map(node => [node, getComputedStyle(node)])
  .filter(([, {lineHeight, fontSize}]) => parseFloat(lineHeight) < 1.2 * parseFloat(fontSize))
  .map(([node]) => node.outerHTML.slice(0, 90))"""


@pytest.mark.each_type
@pytest.mark.parametrize("case", cases_in("shown"), ids=str)
def test_the_words_beside_the_key_are_whole(visits: Visits, material: Built, case: Accepted) -> None:
    block = bring(Block(visits.open(material.page(case), width=375), case), case, "shown")
    assert block.signs.evaluate_all(CUT) == []


@pytest.mark.each_control
@pytest.mark.parametrize("case", FIRST, ids=str)
def test_no_field_changes_its_size_with_a_verdict(visits: Visits, material: Built, case: Accepted) -> None:
    # Beside all others: their styles are loaded as well.
    block = Block(visits.open(material.page("lesson")), case)
    block.expect_state("open")
    block.fill(case.wrong)
    before = block.root.evaluate(FIELDS)
    block.give(case.wrong)
    block.expect_state("wrong")
    assert block.root.evaluate(FIELDS)[: len(before)] == before


def test_every_label_stands_as_near_to_its_field(visits: Visits, material: Built) -> None:
    page = visits.open(material.page("lesson"))
    expect(page.locator("self-check[data-state]")).to_have_count(len(FIRST))
    distances = page.locator("label.self-check__caption[for]").evaluate_all(
        """labels => labels.map(label => Math.round(document.getElementById(label.htmlFor)
          .getBoundingClientRect().top - label.getBoundingClientRect().bottom))"""
    )
    assert len(distances) > 1
    assert len(set(distances)) == 1


@pytest.mark.each_scheme
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_border_of_a_field_is_seen_and_is_not_that_of_the_focus(
    visits: Visits, material: Built, scheme: str
) -> None:
    page = visits.open(material.page("lesson"), color_scheme=scheme)
    expect(page.locator("self-check[data-state]")).to_have_count(len(FIRST))
    fields = page.locator("self-check :is(input[type=text], textarea)").filter(visible=True)
    assert fields.count()
    for field in fields.all():
        assert field.evaluate(RIM) >= 3
        colour = field.evaluate("field => getComputedStyle(field).borderTopColor")
        field.focus()
        expect(field).not_to_have_css("outline-color", colour)


@pytest.mark.each_control
@pytest.mark.parametrize("case", [case for case in FIRST if "the same" in states(case)], ids=str)
def test_what_the_machine_adds_stands_apart_from_the_feedback(
    visits: Visits, material: Built, case: Accepted
) -> None:
    block = bring(Block(visits.open(material.page(case)), case), case, "the same")
    gaps = block.status.evaluate(GAPS)
    assert gaps
    assert min(gaps) >= 8


def test_what_is_unfolded_is_written_as_large_as_the_rest(visits: Visits, material: Built) -> None:
    page = visits.open(material.page("lesson"), width=375)
    for case in FIRST:
        block = Block(page, case)
        block.expect_state("open")
        size = block.part("stem").evaluate("stem => getComputedStyle(stem).fontSize")
        for unfolded in (*block.hints.all(), block.answer):
            expect(unfolded).to_have_css("font-size", size)


@pytest.mark.each_control
@pytest.mark.parametrize("case", FIRST, ids=str)
def test_what_is_unfolded_begins_as_near_to_its_line(visits: Visits, material: Built, case: Accepted) -> None:
    block = bring(Block(visits.open(material.page(case)), case), case, "right")
    if not block.show_answer.is_visible():
        return
    block.show_answer.click()
    first = block.answer.locator("p, li").filter(visible=True).first
    assert top(first) - top(block.answer) == pytest.approx(17, abs=1)


def top(place: Locator) -> float:
    """How far below the top of the window it begins."""
    box = place.bounding_box()
    assert box is not None
    return box["y"]


def test_a_row_says_by_two_pixels_that_it_is_chosen(visits: Visits, material: Built) -> None:
    block = Block(visits.open(material.page(ANY)), ANY)
    row = block.row(next(iter(ANY.right.values())))
    row.click()
    accent = row.evaluate("row => getComputedStyle(row).borderTopColor")
    expect(row).to_have_css("box-shadow", f"{accent} 0px 0px 0px 1px inset")


@pytest.mark.each_type
@pytest.mark.parametrize("case", FIRST, ids=str)
def test_lines_of_large_text_stand_apart_and_in_their_block(
    visits: Visits, material: Built, case: Accepted
) -> None:
    page = visits.open(material.page(case), width=320)
    page.evaluate("() => { document.documentElement.style.fontSize = '250%'; }")
    block = Block(page, case)
    block.part("opener").click()
    assert block.root.evaluate(CRAMPED) == []
    block.part("opener").click()
    for state in ("wrong", "right"):
        bring(block, case, state)
        assert block.root.evaluate(CRAMPED) == []
        assert (overflow(page), spilled(block.root)) == (0, [])
        block.answer_again()
