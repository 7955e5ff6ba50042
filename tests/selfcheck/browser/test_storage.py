"""Storage that is forbidden, full, damaged or from the future; and what Clear may touch."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browsing.server import serve
from tests.browsing.visits import Visits
from tests.selection import examples, turns
from tests.selfcheck.browser.block import SAYS, Block, open_menu
from tests.selfcheck.browser.built import ANY, FIRST, Built
from tests.selfcheck.browser.states import bring
from tests.selfcheck.cases import Accepted, first

FORBIDDEN = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("not here", "SecurityError"); }
});"""
FULL = """Storage.prototype.setItem = () => {
  throw new DOMException("no room", "QuotaExceededError");
};"""
refusing = pytest.mark.parametrize("script", [FORBIDDEN, FULL], ids=["forbidden", "full"])
every_type = pytest.mark.parametrize("case", FIRST, ids=str)
EXAMPLES = [first(kind) for kind in examples()]


def key_of(page: Page, case: Accepted) -> str:
    """The key under which storage holds the record of a question that has been answered."""
    (key,) = page.evaluate("id => Object.keys(localStorage).filter(key => key.endsWith(':' + id))", case.id)
    return str(key)


def put(page: Page, key: str, text: str) -> None:
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])


@pytest.mark.one_type
@refusing
@every_type
def test_without_room_for_answers_everything_works(
    visits: Visits, plain: Built, case: Accepted, script: str
) -> None:
    page = visits.open(plain.page(case), script=script)
    block = bring(Block(page, case), case, "wrong")
    block.answer_again()
    bring(block, case, "right")
    block.clear()


@refusing
def test_that_answers_are_not_kept_is_told_once(visits: Visits, plain: Built, script: str) -> None:
    page = visits.open(plain.page("lesson"), script=script)
    told = page.get_by_text(SAYS["not_kept"])
    earliest, *others = EXAMPLES
    bring(Block(page, earliest), earliest, "right")
    expect(told).to_have_count(1)
    expect(Block(page, earliest).status).to_contain_text(SAYS["not_kept"])
    for case in others:
        bring(Block(page, case), case, "right")
    expect(told).to_have_count(1)


def test_where_storage_works_nothing_is_told(visits: Visits, plain: Built) -> None:
    page = visits.open(plain.page(ANY))
    bring(Block(page, ANY), ANY, "right")
    expect(page.get_by_text(SAYS["not_kept"])).to_have_count(0)


def test_in_a_sandbox_without_storage_everything_works(visits: Visits, plain: Built) -> None:
    case = ANY
    with serve(plain.folder, "sandbox allow-scripts allow-forms") as address:
        page = visits.open(f"{address}/{case}/")
        block = bring(Block(page, case), case, "right")
        expect(block.status).to_contain_text(SAYS["not_kept"])


DAMAGED = {
    "no JSON": "{",
    "nothing": "",
    "null": "null",
    "a number": "3",
    "a text": '"right"',
    "a list": "[1, 2]",
    "an empty record": "{}",
    "no response": '{"v": 1, "state": "right"}',
    "a response of another kind": '{"v": 1, "state": "right", "response": 7}',
    "an unknown state": '{"v": 1, "state": "glad", "response": {"response": "1"}}',
    "an unknown option": '{"v": 1, "state": "right", "response": {"response": "99"}, "hints": "many"}',
    "an impossible step": '{"v": 1, "state": "open", "response": {}, "step": 17}',
    "an unknown version": '{"v": 99, "answer": {"chosen": [1]}}',
}


@pytest.mark.parametrize("turn", turns(DAMAGED, FIRST))
def test_a_damaged_record_breaks_nothing(visits: Visits, plain: Built, turn: int) -> None:
    """In each turn every type finds another record, and each record is found by a type in a quick run."""
    records = list(DAMAGED.values())
    page = visits.open(plain.page("lesson"))
    bring(Block(page, ANY), ANY, "right")
    prefix = key_of(page, ANY).removesuffix(ANY.id)
    for place, case in enumerate(FIRST):
        record = records[(turn + place) % len(records)]
        fingerprint = page.locator(f"#check-{case.id}").get_attribute("data-fingerprint")
        put(page, prefix + case.id, record.replace('"v": 1', f'"v": 1, "fingerprint": "{fingerprint}"'))
    page.reload()
    for case in FIRST:
        block = Block(page, case)
        expect(block.button).to_be_visible()
        if block.state != "open":
            block.answer_again()
        bring(block, case, "right")
    page.reload()
    for case in FIRST:
        Block(page, case).expect_state("right")


def test_a_record_of_a_future_version_stands_until_there_is_an_answer(visits: Visits, plain: Built) -> None:
    case = ANY
    page = visits.open(plain.page(case))
    block = bring(Block(page, case), case, "right")
    key, future = key_of(page, case), json.dumps({"v": 2, "answers": [1, 2, 3]})
    put(page, key, future)
    page.reload()
    block.expect_state("open")
    block.fill(case.right)
    page.reload()
    block.expect_state("open")
    assert page.evaluate("key => localStorage.getItem(key)", key) == future
    bring(block, case, "right")
    page.reload()
    block.expect_state("right")


def ask_to_clear(page: Page) -> None:
    open_menu(page)
    page.get_by_role("button", name=SAYS["clear"]).click()


def test_clearing_takes_two_steps_and_can_be_called_off(visits: Visits, plain: Built) -> None:
    case = ANY
    page = visits.open(plain.page("lesson"))
    expect(page.get_by_role("button", name=SAYS["clear"])).to_be_hidden()
    block = bring(Block(page, case), case, "right")
    open_menu(page)
    # A second click at the same place must not do it, whichever button stands there by then.
    page.get_by_role("button", name=SAYS["clear"]).dblclick()
    block.expect_state("right")
    if (keep := page.get_by_role("button", name=SAYS["clear_no"], exact=True)).is_visible():
        keep.click()
    ask_to_clear(page)
    expect(page.get_by_text(SAYS["clear_confirm"])).to_be_visible()
    page.get_by_role("button", name=SAYS["clear_no"], exact=True).click()
    block.expect_state("right")
    expect(page.get_by_text(SAYS["clear_confirm"])).to_be_hidden()
    ask_to_clear(page)
    page.get_by_role("button", name=SAYS["clear_yes"], exact=True).click()
    block.expect_state("open")
    assert block.response() == {}
    page.reload()
    block.expect_state("open")
    expect(page.locator("self-check-summary")).to_contain_text(
        SAYS["progress"].format(answered=0, total=len(FIRST))
    )


def test_clearing_keeps_other_pages_and_what_is_not_ours(visits: Visits, plain: Built) -> None:
    here, elsewhere = ANY, next(case for case in FIRST if case is not ANY)
    page = visits.open(plain.page(elsewhere))
    bring(Block(page, elsewhere), elsewhere, "right")
    put(page, "theirs", "kept")
    put(page, "self-check", "kept")
    page.goto(plain.page(here))
    block = bring(Block(page, here), here, "right")
    mine = key_of(page, here)
    ask_to_clear(page)
    page.get_by_role("button", name=SAYS["clear_yes"], exact=True).click()
    block.expect_state("open")
    assert page.evaluate("key => localStorage.getItem(key)", mine) is None
    assert page.evaluate("() => [localStorage.theirs, localStorage['self-check']]") == ["kept", "kept"]
    page.goto(plain.page(elsewhere))
    Block(page, elsewhere).expect_state("right")
