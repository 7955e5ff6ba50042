"""Answers on the way through a site: reload, Back, and pages that change without loading."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browsing.visits import Visits, back
from tests.browsing.windows import Windows
from tests.selfcheck.browser.block import SAYS, Block, open_menu
from tests.selfcheck.browser.built import ANY, FIRST, Built
from tests.selfcheck.browser.states import bring, has_steps, while_comparing, written
from tests.selfcheck.cases import Accepted, all_accepted

every_case = pytest.mark.parametrize("case", all_accepted(), ids=str)
first_of_a_type = pytest.mark.parametrize("case", FIRST, ids=str)


def follow(page: Page, name: str) -> None:
    """Follow a link in the text, and be there without a new document."""
    page.evaluate("() => { window.sameDocument = true; }")
    page.locator("article").get_by_role("link", name=name, exact=True).click()
    expect(page.locator("article h1")).to_contain_text(name)
    assert page.evaluate("() => window.sameDocument"), "the page was loaded anew"


@pytest.fixture
def remembering(launch: Callable[..., Browser]) -> Iterator[Visits]:
    """Visits with a browser that keeps the pages that were left, as a reader's does."""
    browser = launch(ignore_default_args=["--disable-back-forward-cache"])
    visits = Visits(Windows(browser))
    yield visits
    visits.end()
    browser.close()


@pytest.mark.each_control  # how each type paints a record anew, answers of 2026 show
@every_case
def test_a_verdict_survives_a_reload(visits: Visits, plain: Built, case: Accepted) -> None:
    page = visits.open(plain.page(case))
    block = bring(Block(page, case), case, "wrong")
    said = block.status.inner_text()
    page.reload()
    block.expect_state("wrong")
    block.expect_restored(case.wrong)
    assert block.status.inner_text() == said
    block.answer_again()
    bring(block, case, "right")
    kept = block.response()
    page.reload()
    block.expect_state("right")
    block.expect_restored(kept)
    assert kept.items() >= {name: value for name, value in while_comparing(case).items() if value}.items()


@pytest.mark.each_control
@first_of_a_type
def test_what_is_not_yet_checked_survives_a_reload(visits: Visits, plain: Built, case: Accepted) -> None:
    page = visits.open(plain.page(case))
    block = Block(page, case)
    block.expect_state("open")
    block.fill(case.right)
    given = block.response()
    # At once: what was typed last must not wait for a pause.
    page.reload()
    block.expect_restored(given)
    block.expect_state("open")


@pytest.mark.one_type
@first_of_a_type
def test_back_finds_the_page_as_it_was_left(remembering: Visits, plain: Built, case: Accepted) -> None:
    """By the browser's own memory of the whole page, where it has one."""
    script = "addEventListener('pageshow', ({persisted}) => { window.wasPersisted = persisted; });"
    page = remembering.open(plain.page(case), script=script)
    block = bring(Block(page, case), case, "wrong")
    page.goto(plain.page("empty"))
    back(page)
    block.expect_state("wrong")
    assert page.evaluate("() => window.wasPersisted"), "the browser did not keep the page"
    block.answer_again()
    bring(block, case, "right")


def test_back_finds_what_was_answered_elsewhere_meanwhile(remembering: Visits, plain: Built) -> None:
    case = ANY
    page = remembering.open(plain.page("other"))
    page.goto(plain.page("lesson"))
    bring(Block(page, case), case, "right")
    back(page)
    expect(page.locator("h1")).to_have_text("Other")
    Block(page, case).expect_state("right")


@pytest.mark.one_type
@first_of_a_type
def test_instant_navigation_there_and_back(visits: Visits, material: Built, case: Accepted) -> None:
    page = visits.open(material.page("lesson"))
    block = bring(Block(page, case), case, "wrong")
    follow(page, "Empty")
    expect(page.locator("self-check")).to_have_count(0)
    expect(page.locator("self-check-summary")).to_have_count(0)
    follow(page, "Lesson")
    block.expect_state("wrong")
    expect(block.button).to_have_count(1)
    back(page)
    expect(page.locator("article h1")).to_contain_text("Empty")
    back(page)
    expect(page.locator("article h1")).to_contain_text("Lesson")
    block.expect_state("wrong")
    block.expect_restored(case.wrong)
    block.answer_again()
    bring(block, case, "right")
    assert len(page.evaluate("() => graded")) == 2


@pytest.mark.one_type
@first_of_a_type
def test_instant_navigation_from_a_page_without_questions(
    visits: Visits, material: Built, case: Accepted
) -> None:
    page = visits.open(material.page("empty"))
    follow(page, "Lesson")
    block = bring(Block(page, case), case, "right")
    # The style has arrived as well as the script.
    expect(block.button).to_have_css("font-weight", "700")
    expect(page.locator("self-check-summary")).to_contain_text(
        SAYS["progress"].format(answered=1, total=len(FIRST))
    )
    follow(page, "Empty")
    follow(page, "Lesson")
    block.expect_state("right")
    expect(page.locator("self-check-summary")).to_have_count(1)


def test_instant_navigation_between_pages_that_share_a_question(visits: Visits, material: Built) -> None:
    case = ANY
    page = visits.open(material.page("other"))
    bring(Block(page, case), case, "right")
    follow(page, "Lesson")
    Block(page, case).expect_state("right")
    Block(page, next(each for each in FIRST if each is not ANY)).expect_state("open")


def test_instant_navigation_takes_no_question_and_no_news_to_the_next_page(
    visits: Visits, material: Built
) -> None:
    page = visits.open(material.page("other"))
    line = page.locator("self-check-summary")
    block = bring(Block(page, ANY), ANY, "right")
    block.clear()
    bring(block, ANY, "right")
    line.get_by_role("button", name=SAYS["clear"], exact=True).click()
    expect(line.get_by_role("button", name=SAYS["clear_yes"], exact=True)).to_be_visible()
    expect(line).to_contain_text(SAYS["cleared"])
    follow(page, "Lesson")
    block.expect_state("right")
    open_menu(page)
    expect(line.get_by_role("button", name=SAYS["clear"], exact=True)).to_be_visible()
    expect(line.get_by_role("button", name=SAYS["clear_yes"], exact=True)).to_be_hidden()
    expect(line).not_to_contain_text(SAYS["cleared"])


def test_the_same_question_on_two_pages_has_one_record(visits: Visits, plain: Built) -> None:
    case = ANY
    page = visits.open(plain.page("lesson"))
    bring(Block(page, case), case, "wrong")
    page.goto(plain.page("other"))
    block = Block(page, case)
    block.expect_state("wrong")
    block.answer_again()
    bring(block, case, "right")
    page.goto(plain.page("lesson"))
    block.expect_state("right")


def test_two_tabs_agree(visits: Visits, plain: Built) -> None:
    case = ANY
    first, second = _two_tabs(visits.reader(), plain.page(case))
    bring(Block(first, case), case, "right")
    Block(second, case).expect_state("right")
    expect(second.get_by_text(SAYS["menu"], exact=True)).to_be_visible()
    Block(first, case).clear()
    Block(second, case).expect_state("open")


def test_another_tab_does_not_take_a_text_out_of_the_hand(visits: Visits, plain: Built) -> None:
    case = next(case for case in FIRST if has_steps(case))
    first, second = _two_tabs(visits.reader(), plain.page(case))
    mine = Block(second, case).field(written(case))
    mine.focus()
    second.keyboard.type("half a sen")
    Block(first, case).field(written(case)).fill("something else")
    first.wait_for_function("() => Object.values(localStorage).some(text => text.includes('something'))")
    second.evaluate("() => new Promise(requestAnimationFrame)")
    second.keyboard.type("tence")
    expect(mine).to_have_value("half a sentence")


def _two_tabs(reader: BrowserContext, address: str) -> tuple[Page, Page]:
    first, second = reader.new_page(), reader.new_page()
    for page in (first, second):
        page.goto(address)
        expect(page.locator(".self-check__button")).to_be_visible()
    # Nobody clicks in a tab that lies behind another, and there a browser is in no hurry.
    first.bring_to_front()
    return first, second


@pytest.mark.parametrize("case", [case for case in all_accepted() if has_steps(case)], ids=str)
def test_a_written_text_survives_try_again_and_reload(visits: Visits, plain: Built, case: Accepted) -> None:
    page = visits.open(plain.page(case))
    block = Block(page, case)
    block.give({**case.wrong, written(case): "what I think"})
    block.button.click()
    expect(block.field(written(case))).to_have_value("what I think")
    page.reload()
    block.expect_state("open")
    expect(block.field(written(case))).to_have_value("what I think")


def test_of_a_block_that_has_left_nothing_stays_but_what_the_build_made(visits: Visits, plain: Built) -> None:
    """Instant navigation holds on to the elements of pages that were left."""
    page = visits.open(plain.page("lesson"))
    expect(page.locator("self-check[data-state]")).to_have_count(len(FIRST))
    page.evaluate("""() => {
      window.held = [...document.querySelectorAll("self-check")];
      window.nodes = held.map(block => [...block.querySelectorAll("*")].map(node => new WeakRef(node)));
      for (const block of held) block.remove();
    }""")
    # What a running task or a frame to come holds is let go only after it: once may be too soon.
    profiler = page.context.new_cdp_session(page)
    for _ in range(50):
        profiler.send("HeapProfiler.collectGarbage")
        left = page.evaluate("""() => held.map((block, place) => nodes[place]
          .map(reference => reference.deref())
          .filter(node => node && !block.contains(node))
          .map(node => node.outerHTML))""")
        if not any(left):
            break
        page.wait_for_timeout(100)
    assert left == [[]] * len(FIRST)
