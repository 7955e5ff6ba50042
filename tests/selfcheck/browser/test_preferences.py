"""What readers ask of their system: less motion, colours of their own, light or dark."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import Block
from tests.selfcheck.browser.built import FIRST, Built
from tests.selfcheck.browser.states import bring, choice, is_choice
from tests.selfcheck.cases import Accepted

first_of_a_type = pytest.mark.parametrize("case", FIRST, ids=str)
CHOICES = [case for case in FIRST if is_choice(case)]

MOVING = """root => [...root.querySelectorAll("*"), root]
  .filter(node => !node.closest(".md-clipboard, .tabbed-set"))
  .filter(node => ["", "::before", "::after"].some(part => {
    const style = getComputedStyle(node, part);
    return [...style.transitionDuration.split(","), ...style.animationDuration.split(",")]
      .some(time => parseFloat(time) > 0.01);
  })).map(node => node.outerHTML.slice(0, 100))"""


EDGES = """node => {
  const {outline, outlineOffset, border, boxShadow} = getComputedStyle(node);
  return [outline, outlineOffset, border, boxShadow].join(" ");
}"""


@pytest.mark.one_type
@first_of_a_type
def test_who_asks_for_less_motion_gets_none(
    visits: Visits, material: Built, plain: Built, case: Accepted
) -> None:
    for site in (material, plain):
        page = visits.open(site.page(case), reduced_motion="reduce")
        block = bring(Block(page, case), case, "right")
        own = [node for node in block.root.evaluate(MOVING) if "self-check" in node]
        assert own == []


@pytest.mark.each_control
@pytest.mark.parametrize("case", CHOICES, ids=str)
def test_forced_colours_show_the_choice_the_verdict_and_the_focus(
    visits: Visits, plain: Built, case: Accepted
) -> None:
    page = visits.open(plain.page(case), forced_colors="active")
    block = Block(page, case)
    block.expect_state("open")
    chosen = block.row(case.wrong[choice(case)])
    quiet = chosen.evaluate(EDGES)
    block.fill(case.wrong)
    assert chosen.evaluate(EDGES) != quiet
    expect(block.button).not_to_have_css("border-top-style", "none")
    block.button.click()
    expect(block.marked("wrong").locator(".self-check__sign")).to_be_visible()
    expect(block.status).not_to_have_css("border-inline-start-style", "none")


@pytest.mark.each_control
@pytest.mark.parametrize("case", CHOICES, ids=str)
def test_forced_colours_tell_the_focus_from_the_choice(visits: Visits, plain: Built, case: Accepted) -> None:
    page = visits.open(plain.page(case), forced_colors="active")
    block = Block(page, case)
    block.expect_state("open")
    chosen = block.row(case.wrong[choice(case)])
    block.fill(case.wrong)
    block.button.focus()
    unfocused = [chosen.evaluate(EDGES), chosen.locator("input").evaluate(EDGES)]
    page.keyboard.press("Shift+Tab")
    while not chosen.locator("input").evaluate("node => node === document.activeElement"):
        page.keyboard.press("Shift+Tab")
    assert [chosen.evaluate(EDGES), chosen.locator("input").evaluate(EDGES)] != unfocused


@pytest.mark.one_type
@first_of_a_type
def test_forced_colours_keep_every_text_readable(visits: Visits, plain: Built, case: Accepted) -> None:
    page = visits.open(plain.page(case), forced_colors="active")
    block = bring(Block(page, case), case, "right")
    for part in ("label", "stem", "verdict", "button"):
        colours = block.part(part).evaluate(
            "node => [getComputedStyle(node).color, getComputedStyle(document.body).backgroundColor]"
        )
        assert colours[0] != colours[1], part


def test_forced_colours_tell_a_first_try_from_a_later_one(visits: Visits, plain: Built) -> None:
    page = visits.open(plain.page(CHOICES[0]), forced_colors="active")
    block = Block(page, CHOICES[0])
    looks = []
    for outcome in ("right", "right later"):
        bring(block, CHOICES[0], outcome)
        looks.append(block.part("standing").evaluate("node => getComputedStyle(node).backgroundColor"))
        block.clear()
    assert looks[0] != looks[1]


@pytest.mark.one_type
@first_of_a_type
def test_more_contrast_takes_tints_away_and_draws_signs_in_ink(
    visits: Visits, plain: Built, case: Accepted
) -> None:
    page = visits.open(plain.page(case), contrast="more")
    block = bring(Block(page, case), case, "right")
    ink = block.part("stem").evaluate("node => getComputedStyle(node).color")
    expect(block.status).to_have_css("background-color", "rgba(0, 0, 0, 0)")
    expect(block.status).to_have_css("border-top-color", ink)
    assert block.part("verdict").evaluate("node => getComputedStyle(node, '::before').backgroundColor") == ink


@pytest.mark.each_control
@first_of_a_type
def test_a_verdict_is_a_word_a_sign_and_a_border(visits: Visits, plain: Built, case: Accepted) -> None:
    block = bring(Block(visits.open(plain.page(case)), case), case, "right")
    verdict = block.part("verdict")
    assert verdict.inner_text().strip()
    assert verdict.evaluate("node => getComputedStyle(node, '::before').content") not in ("none", '""')
    expect(block.status).not_to_have_css("border-left-width", "0px")
    for row in block.root.locator("[data-mark]").all():
        expect(row.locator(".self-check__sign")).to_be_visible()
        # A drawing that is painted on has no border, only its sign.
        assert row.evaluate(
            """row => {
              const {color} = getComputedStyle(row.querySelector(".self-check__sign"));
              return !!row.querySelector("svg") || [row, ...row.querySelectorAll("input, select")]
                .map(node => getComputedStyle(node))
                .some(each => each.borderTopStyle !== "none" && each.borderTopColor === color);
            }"""
        )
