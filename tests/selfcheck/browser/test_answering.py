"""What a press, a key and a click do, and what they must not do."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from selfcheck.frame.words import words
from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import SAYS, Block
from tests.selfcheck.browser.built import FIRST, Built
from tests.selfcheck.browser.states import (
    before_comparing,
    bring,
    choice,
    has_steps,
    is_choice,
    while_comparing,
    written,
)
from tests.selfcheck.cases import Accepted, all_accepted

CHOICES = [case for case in FIRST if is_choice(case)]
WRITTEN = [case for case in FIRST if has_steps(case)]


def verdicts(page: Page) -> int:
    """How many answers were graded."""
    return int(page.evaluate("() => graded.length"))


@pytest.mark.each_control
@pytest.mark.parametrize("case", CHOICES, ids=str)
def test_an_arrow_key_does_not_submit(visits: Visits, plain: Built, case: Accepted) -> None:
    block = Block(page := visits.open(plain.page(case)), case)
    expect(block.button).to_be_visible()
    block.controls.first.focus()
    page.keyboard.press("Space")
    for _ in range(block.controls.filter(visible=True).count()):
        page.keyboard.press("ArrowDown")
    expect(block.controls.first).to_be_checked()
    assert (block.state, verdicts(page)) == ("open", 0)
    expect(block.status).to_be_empty()
    expect(block.signs).to_have_count(0)


@pytest.mark.each_control
@pytest.mark.parametrize("case", CHOICES, ids=str)
def test_a_click_selects_and_does_not_submit(visits: Visits, plain: Built, case: Accepted) -> None:
    block = Block(page := visits.open(plain.page(case)), case)
    expect(block.button).to_be_visible()
    block.row(case.right[choice(case)]).click()
    assert block.response() == case.right
    assert (block.state, verdicts(page)) == ("open", 0)


@pytest.mark.each_control
@pytest.mark.parametrize("case", CHOICES, ids=str)
def test_two_taps_answer_a_choice(visits: Visits, plain: Built, case: Accepted) -> None:
    page = visits.open(plain.page(case), width=375, has_touch=True, is_mobile=True)
    block = Block(page, case)
    block.expect_state("open")
    block.row(case.right[choice(case)]).tap()
    block.button.tap()
    block.expect_state("right")
    assert verdicts(page) == 1


@pytest.mark.parametrize("case", WRITTEN, ids=str)
def test_a_written_answer_is_compared_by_taps(visits: Visits, plain: Built, case: Accepted) -> None:
    page = visits.open(plain.page(case), width=375, has_touch=True, is_mobile=True)
    block = Block(page, case)
    block.expect_state("open")
    for name, text in before_comparing(case).items():
        block.field(name).tap()
        page.keyboard.type(text)
    block.button.tap()
    for idea in while_comparing(case):
        block.field(idea).tap()
    block.button.tap()
    block.expect_state("right")
    assert verdicts(page) == 1


@pytest.mark.each_control
@pytest.mark.parametrize("case", CHOICES, ids=str)
def test_enter_on_an_option_checks_and_focus_stays_there(
    visits: Visits, plain: Built, case: Accepted
) -> None:
    block = Block(page := visits.open(plain.page(case)), case)
    expect(block.button).to_be_visible()
    chosen = block.field(choice(case), case.wrong[choice(case)])
    chosen.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    block.expect_state("wrong")
    expect(chosen).to_be_focused()
    page.keyboard.press("Enter")
    block.expect_state("wrong")
    assert verdicts(page) == 1


@pytest.mark.each_control
@pytest.mark.parametrize("case", CHOICES, ids=str)
def test_choosing_another_option_after_a_wrong_one_is_a_new_attempt(
    visits: Visits, plain: Built, case: Accepted
) -> None:
    block = bring(Block(page := visits.open(plain.page(case)), case), case, "wrong")
    block.fill(case.right)
    block.expect_state("wrong")
    expect(block.root).to_have_attribute("data-edited", "")
    expect(block.signs).to_have_count(0)
    expect(block.part("verdict")).to_have_text(SAYS["verdict_wrong"])
    block.button.click()
    block.expect_state("right")
    assert verdicts(page) == 2


@pytest.mark.each_control
@pytest.mark.parametrize("case", CHOICES, ids=str)
def test_a_settled_answer_cannot_be_changed_by_accident(visits: Visits, plain: Built, case: Accepted) -> None:
    block = bring(Block(visits.open(plain.page(case)), case), case, "right")
    # Forced, since nobody would click what says that it is disabled.
    block.field(choice(case), case.wrong[choice(case)]).click(force=True)
    assert block.response() == case.right
    expect(block.field(choice(case), case.wrong[choice(case)])).to_have_attribute("aria-disabled", "true")
    block.expect_state("right")


@pytest.mark.one_type
@pytest.mark.parametrize("case", FIRST, ids=str)
def test_the_status_region_speaks_and_was_there_from_the_start(
    visits: Visits, plain: Built, case: Accepted
) -> None:
    # A screen reader hears changes of a region that it knows; one that comes with its text is silent.
    watching = """
      addEventListener("DOMContentLoaded", () => {
        window.region = document.querySelector("self-check [role=status]");
      });
    """
    block = Block(page := visits.open(plain.page(case), script=watching), case)
    assert page.evaluate("() => region.textContent === '' && region.isConnected")
    bring(block, case, "wrong")
    assert page.evaluate("() => region.isConnected && region.textContent !== ''")
    expect(block.root.get_by_role("status")).not_to_have_attribute("aria-live", "off")
    page.reload()
    expect(block.status).not_to_be_empty()
    # Nobody wants to hear last week's verdict on arrival.
    expect(block.status).to_have_attribute("aria-live", "off")


@pytest.mark.parametrize("case", WRITTEN, ids=str)
def test_enter_in_a_text_starts_a_new_line(visits: Visits, plain: Built, case: Accepted) -> None:
    block = Block(page := visits.open(plain.page(case)), case)
    expect(block.button).to_be_visible()
    block.controls.first.focus()
    page.keyboard.type("one")
    page.keyboard.press("Enter")
    page.keyboard.type("two")
    (written,) = block.response().values()
    assert written.splitlines() == ["one", "two"]
    assert verdicts(page) == 0
    expect(block.part("model")).to_be_hidden()


@pytest.mark.parametrize("case", WRITTEN, ids=str)
def test_an_answer_that_was_only_thought_counts_too(visits: Visits, plain: Built, case: Accepted) -> None:
    block = Block(page := visits.open(plain.page(case)), case)
    block.button.click()
    # Asked once whether that is meant.
    expect(block.root).to_have_attribute("data-step", "0")
    expect(block.part("notice")).to_have_text(words("en").types[case.type]["write_first"])
    block.field(written(case)).press_sequentially("S")
    expect(block.status).to_be_empty()
    block.field(written(case)).press("Backspace")
    block.button.click()
    block.give(while_comparing(case))
    block.expect_state("right")
    assert verdicts(page) == 1


@pytest.mark.parametrize("case", WRITTEN, ids=str)
def test_some_of_the_ideas_are_a_part_and_not_the_whole(visits: Visits, plain: Built, case: Accepted) -> None:
    block = Block(page := visits.open(plain.page(case)), case)
    idea, value = next(iter(while_comparing(case).items()))
    block.give(before_comparing(case) | {idea: value})
    expect(block.status).to_have_attribute("data-verdict", "partial")
    (detail,) = page.evaluate("() => graded")
    assert 0 < detail["score"] < 1


@pytest.mark.each_control
@pytest.mark.parametrize("case", all_accepted(), ids=str)
def test_signs_shift_nothing(visits: Visits, plain: Built, case: Accepted) -> None:
    """A verdict comes where the button was, and moves nothing above; a reason makes room in its own row."""
    block = Block(page := visits.open(plain.page(case), width=375), case)
    expect(block.button).to_be_visible()
    # Of the first row with a reason only the beginning, and nothing that follows it.
    places = """block => {
      const nodes = [...block.querySelectorAll(
        ".self-check__label, .self-check__stem, .self-check__question .self-check__row")];
      const explained = nodes.findIndex(node => node.querySelector(".self-check__feedback"));
      return nodes.slice(0, explained < 0 ? nodes.length : explained + 1).map((node, index) => {
        const {x, y, width, height} = node.getBoundingClientRect();
        return [x, y + scrollY, width, ...(index === explained ? [] : [height])].map(Math.round);
      });
    }"""
    if has_steps(case):
        block.fill(case.right)
        block.button.click()
    block.fill(case.wrong if not has_steps(case) else case.right)
    page.evaluate("() => new Promise(requestAnimationFrame)")
    before = block.root.evaluate(places)
    block.button.click()
    expect(block.part("verdict")).to_be_visible()
    after = block.root.evaluate(places)
    assert after
    assert after == [place[: len(still)] for place, still in zip(before, after, strict=False)]


@pytest.mark.each_control
@pytest.mark.parametrize("case", FIRST, ids=str)
def test_a_page_in_translation_works(visits: Visits, plain: Built, case: Accepted) -> None:
    """Browsers translate a page by wrapping every text in elements of their own."""
    block = Block(page := visits.open(plain.page(case)), case)
    expect(block.button).to_be_visible()
    wrap = """() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts = [];
      while (walker.nextNode()) texts.push(walker.currentNode);
      for (const text of texts) {
        if (!text.data.trim() || text.parentElement.closest("script, style, textarea, font")) continue;
        const outer = document.createElement("font");
        const inner = outer.appendChild(document.createElement("font"));
        inner.textContent = "«" + text.data + "»";
        text.replaceWith(outer);
      }
    }"""
    page.evaluate(wrap)
    block.give(case.wrong)
    block.expect_state("wrong")
    page.evaluate(wrap)
    block.answer_again()
    block.give(case.right)
    block.expect_state("right")
    expect(block.explanation).to_be_visible()


@pytest.mark.one_type
@pytest.mark.parametrize("case", all_accepted(), ids=str)
def test_the_address_of_a_question_leads_to_it(visits: Visits, material: Built, case: Accepted) -> None:
    page = visits.open(f"{material.page(case)}#check-{case.id}", height=400)
    block = Block(page, case)
    expect(block.button).to_be_attached()
    expect(block.part("label")).to_be_in_viewport(ratio=1)
    header = page.locator(".md-header").bounding_box()
    label = block.part("label").bounding_box()
    assert header is not None
    assert label is not None
    assert label["y"] >= header["y"] + header["height"]


def test_the_count_runs_over_the_page(visits: Visits, plain: Built) -> None:
    page = visits.open(plain.page("lesson"))
    line = page.locator("self-check-summary")
    expect(line).to_contain_text(SAYS["progress"].format(answered=0, total=len(FIRST)))
    expect(page.locator(".self-check__label")).to_contain_text(
        [SAYS["count"].format(number=number, total=len(FIRST)) for number in range(1, len(FIRST) + 1)]
    )
    for answered, case in enumerate(FIRST, 1):
        bring(Block(page, case), case, "wrong" if answered == 1 else "right")
        expect(line).to_contain_text(SAYS["progress"].format(answered=answered, total=len(FIRST)))


def test_a_formula_is_part_of_the_name_of_its_option(visits: Visits, material: Built) -> None:
    case = next(case for case in all_accepted() if case.name == "table-picture-and-math" and is_choice(case))
    block = Block(visits.open(material.page(case)), case)
    block.expect_state("open")
    # The browser's own tree, since Playwright's reckoning of names is another one.
    client = block.page.context.new_cdp_session(block.page)
    nodes = client.send("Accessibility.getFullAXTree")["nodes"]
    names = [node["name"]["value"] for node in nodes if node.get("role", {}).get("value") == "radio"]
    assert len([name for name in names if "30" in name]) == 3, names
