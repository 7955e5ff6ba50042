"""Which presses count: a button that has just changed its meaning ignores what was meant for it before."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import SAYS, Block, open_menu
from tests.selfcheck.browser.built import ANY, FIRST, Built
from tests.selfcheck.browser.small_site import choice, small_site
from tests.selfcheck.browser.states import bring, has_hints, has_steps, is_choice
from tests.selfcheck.browser.states import choice as choice_field
from tests.selfcheck.cases import Accepted, all_accepted

each_control = pytest.mark.each_control
first_of_a_type = pytest.mark.parametrize("case", FIRST, ids=str)
CHOICE = next(case for case in FIRST if is_choice(case))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    with small_site(tmp_path_factory.mktemp("presses"), choice("one"), choice("two")) as site:
        yield site


def hold(page: Page, key: str) -> None:
    """Hold a key down until it has been repeated several times."""
    for _ in range(6):
        page.keyboard.down(key)
    page.keyboard.up(key)


def verdicts(page: Page) -> int:
    return int(page.evaluate("() => graded.length"))


@each_control
@first_of_a_type
@pytest.mark.parametrize("outcome", ["wrong", "right"])
def test_a_double_click_on_check_leaves_the_verdict(
    visits: Visits, plain: Built, case: Accepted, outcome: str
) -> None:
    block = Block(page := visits.open(plain.page(case), in_a_hurry=True), case)
    block.expect_state("open")
    response = case.right if outcome == "right" else case.wrong
    if has_steps(case):
        block.fill(response)
        block.button.dblclick()
        expect(block.root).to_have_attribute("data-step", "1")
        block.expect_state("open")
        page.evaluate("() => new Promise(done => setTimeout(done, 600))")
    block.fill(response)
    block.button.dblclick()
    block.expect_state(outcome)
    assert verdicts(page) == 1
    assert block.record is not None
    assert block.record["state"] == outcome


def test_a_double_tap_on_check_leaves_the_verdict(visits: Visits, plain: Built) -> None:
    page = visits.open(plain.page(CHOICE), in_a_hurry=True, width=375, has_touch=True, is_mobile=True)
    block = Block(page, CHOICE)
    block.row(CHOICE.wrong[choice_field(CHOICE)]).tap()
    for _ in range(3):
        block.button.tap()
    block.expect_state("wrong")
    assert verdicts(page) == 1


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_key_held_down_on_the_button_presses_once(visits: Visits, plain: Built, key: str) -> None:
    # Even where the pause has long passed: the reader takes her time.
    page = visits.open(plain.page(CHOICE))
    block = Block(page, CHOICE)
    block.fill(CHOICE.wrong)
    block.button.focus()
    hold(page, key)
    block.expect_state("wrong")
    block.fill(CHOICE.right)
    block.button.focus()
    hold(page, key)
    block.expect_state("right")
    assert verdicts(page) == 2


@each_control
@first_of_a_type
def test_enter_held_down_in_a_field_checks_once(visits: Visits, plain: Built, case: Accepted) -> None:
    page = visits.open(plain.page(case))
    block = Block(page, case)
    block.expect_state("open")
    block.fill(case.wrong)
    fields = block.controls.and_(page.locator("input:not([type=hidden]), select")).filter(visible=True)
    if not fields.count():
        return  # in a text Enter begins a new line, and a picture has keys of its own
    fields.last.focus()
    hold(page, "Enter")
    assert verdicts(page) <= 1
    hold(page, "Enter")
    assert verdicts(page) <= 1


def test_enter_held_down_in_a_text_makes_lines(visits: Visits, plain: Built) -> None:
    case = next(case for case in FIRST if has_steps(case))
    block = Block(page := visits.open(plain.page(case)), case)
    block.expect_state("open")
    block.controls.first.focus()
    hold(page, "Enter")
    expect(block.controls.first).to_have_value("\n" * 6)


@pytest.mark.parametrize("press", ["click", "key"])
def test_a_press_counts_again_after_600_milliseconds(visits: Visits, plain: Built, press: str) -> None:
    page = visits.reader(in_a_hurry=True).new_page()
    page.clock.install()
    page.goto(plain.page(CHOICE))
    block = Block(page, CHOICE)
    block.fill(CHOICE.wrong)
    page.clock.pause_at(page.evaluate("() => Date.now() + 1000"))

    def act() -> None:
        if press == "click":
            block.button.click()
        else:
            block.button.press("Enter")

    same = block.status.get_by_text(SAYS["same"])
    act()
    block.expect_state("wrong")
    page.clock.run_for(599)
    act()
    expect(same).to_have_count(0)
    page.clock.run_for(1)
    act()
    expect(same).to_be_visible()


def test_after_another_choice_the_next_press_counts_at_once(visits: Visits, plain: Built) -> None:
    page = visits.open(plain.page(CHOICE), in_a_hurry=True)
    block = Block(page, CHOICE)
    block.give(CHOICE.wrong)
    block.expect_state("wrong")
    block.fill(CHOICE.right)
    block.button.dblclick()
    block.expect_state("right")
    assert verdicts(page) == 2


@pytest.mark.parametrize("case", [next(case for case in all_accepted() if has_hints(case))], ids=str)
def test_a_double_click_on_a_hint_leaves_it_open(visits: Visits, plain: Built, case: Accepted) -> None:
    block = Block(visits.open(plain.page(case), in_a_hurry=True), case)
    block.expect_state("open")
    block.offered_hint.dblclick()
    expect(block.hints.first.locator("> :not(summary)")).to_be_visible()


def test_a_double_click_on_show_the_answer_leaves_it_open(visits: Visits, plain: Built) -> None:
    block = bring(Block(visits.open(plain.page(ANY), in_a_hurry=True), ANY), ANY, "wrong")
    expect(block.show_answer).to_be_visible()
    block.page.evaluate("() => new Promise(done => setTimeout(done, 600))")
    block.show_answer.dblclick()
    block.expect_state("shown")
    expect(block.explanation).to_be_visible()


def test_a_double_click_on_why_not_the_others_leaves_them_open(visits: Visits, plain: Built) -> None:
    block = bring(Block(visits.open(plain.page(CHOICE), in_a_hurry=True), CHOICE), CHOICE, "right")
    block.page.evaluate("() => new Promise(done => setTimeout(done, 600))")
    block.show_answer.dblclick()
    expect(block.show_answer).to_have_attribute("aria-expanded", "true")
    expect(block.part("reasons").first).to_be_visible()


def test_a_double_click_on_retry_begins_one_attempt(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("lesson"), in_a_hurry=True)
    one, two = Block(page, "one"), Block(page, "two")
    for block in (one, two):
        block.give({"response": "2"})
    retry = page.get_by_role("button", name=SAYS["retry"].format(count=2))
    page.evaluate("() => new Promise(done => setTimeout(done, 600))")
    retry.dblclick()
    for block in (one, two):
        block.expect_state("open")
        assert block.record is not None
        assert block.record["attempts"] == 1


@pytest.mark.parametrize("way", ["double click", "Enter"])
def test_a_hasty_second_press_in_the_menu_neither_confirms_nor_cancels(
    visits: Visits, site: Built, way: str
) -> None:
    page = visits.open(site.page("lesson"), in_a_hurry=True)
    one = Block(page, "one")
    one.give({"response": "1"})
    open_menu(page)
    for offer, question, confirm in (
        ("reveal", "reveal_confirm", "reveal_yes"),
        ("clear", "clear_confirm", "clear_yes"),
    ):
        button = page.get_by_role("button", name=SAYS[offer], exact=True)
        if way == "double click":
            button.dblclick()
        else:
            button.focus()
            hold(page, "Enter")
        expect(page.get_by_text(SAYS[question])).to_be_visible()
        # Nor does one that lands on what has just come into sight.
        page.get_by_role("button", name=SAYS[confirm], exact=True).dispatch_event("click")
    one.expect_state("right")
    Block(page, "two").expect_state("open")


def test_the_menu_opened_by_a_double_click_stays_open(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("lesson"), in_a_hurry=True)
    page.locator("self-check-summary summary").dblclick()
    expect(page.get_by_role("button", name=SAYS["load"])).to_be_visible()


def test_what_is_chosen_before_the_script_has_come_stays(visits: Visits, site: Built) -> None:
    page = visits.reader().new_page()
    held: list[Route] = []
    page.route("**/assets/selfcheck/*.js", lambda route: held.append(route))
    page.goto(site.page("lesson"), wait_until="commit")
    one, two = Block(page, "one"), Block(page, "two")
    one.field("response", "2").evaluate("control => control.click()")
    while not one.state:
        page.wait_for_timeout(50)
        while held:
            held.pop().continue_()
    one.expect_restored({"response": "2"})
    two.expect_restored({})
    one.button.click()
    one.expect_state("wrong")
