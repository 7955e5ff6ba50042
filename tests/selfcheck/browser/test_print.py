"""The question on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import Block
from tests.selfcheck.browser.built import ANY, FIRST, Built
from tests.selfcheck.browser.states import bring, has_steps, written
from tests.selfcheck.cases import Accepted, all_accepted

first_of_a_type = pytest.mark.parametrize("case", FIRST, ids=str)


def printed(page: Page) -> None:
    """Turn to the page as it is printed."""
    page.emulate_media(media="print")


@pytest.mark.each_control
@pytest.mark.parametrize("case", all_accepted(), ids=str)
def test_an_unanswered_question_prints_without_its_answer(
    visits: Visits, plain: Built, case: Accepted
) -> None:
    page = visits.open(plain.page(case))
    block = Block(page, case)
    block.expect_state("open")
    printed(page)
    expect(block.part("stem")).to_be_visible()
    for secret in (block.explanation, block.part("key"), block.part("model"), block.button):
        expect(secret).to_be_hidden()
    for part in block.root.locator("[data-feedback], summary").all():
        expect(part).to_be_hidden()


@pytest.mark.one_type
@pytest.mark.parametrize("case", all_accepted(), ids=str)
def test_without_script_the_answer_is_not_printed_either(
    visits: Visits, plain: Built, case: Accepted
) -> None:
    page = visits.open(plain.page(case), java_script_enabled=False)
    block = Block(page, case)
    page.emulate_media(media="print")
    expect(block.part("stem")).to_be_visible()
    expect(block.explanation).to_be_hidden()


@pytest.mark.each_control
@first_of_a_type
def test_an_answered_question_prints_its_verdict_and_reasons(
    visits: Visits, plain: Built, case: Accepted
) -> None:
    page = visits.open(plain.page(case))
    block = bring(Block(page, case), case, "right")
    printed(page)
    expect(block.part("verdict")).to_be_visible()
    expect(block.explanation).to_be_visible()
    expect(page.locator("self-check-summary")).to_be_hidden()


@pytest.mark.each_control
@pytest.mark.parametrize("case", [case for case in FIRST if not has_steps(case)], ids=str)
def test_a_wrong_answer_prints_its_verdict_without_the_key(
    visits: Visits, plain: Built, case: Accepted
) -> None:
    page = visits.open(plain.page(case))
    block = bring(Block(page, case), case, "wrong")
    printed(page)
    expect(block.part("verdict")).to_be_visible()
    expect(block.part("verdict")).not_to_be_empty()
    expect(block.part("key")).to_be_hidden()
    expect(block.explanation).to_be_hidden()


@pytest.mark.parametrize("case", [case for case in FIRST if has_steps(case)], ids=str)
def test_paper_leaves_room_to_write(visits: Visits, plain: Built, case: Accepted) -> None:
    page = visits.open(plain.page(case))
    block = Block(page, case)
    block.expect_state("open")
    printed(page)
    field = block.field(written(case))
    box = field.bounding_box()
    assert box is not None
    # Three lines by hand, and an edge that shows where.
    assert box["height"] >= 72
    edges = "node => { const s = getComputedStyle(node); return s.borderBottomStyle + s.backgroundImage; }"
    assert field.evaluate(edges) != "nonenone"


def test_printing_answers_nothing(visits: Visits, plain: Built) -> None:
    """A browser may open every `<details>` for paper; that is not a reader who asks for the answer."""
    case = ANY
    page = visits.open(plain.page(case))
    block = bring(Block(page, case), case, "wrong")
    page.emulate_media(media="print")
    block.answer.evaluate("""details => new Promise(resolve => {
      details.addEventListener("toggle", resolve, {once: true});
      details.open = true;
    })""")
    block.expect_state("wrong")
