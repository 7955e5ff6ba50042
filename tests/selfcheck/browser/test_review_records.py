"""What a review keeps of answers, beside what the pages keep: drafts, deeds, two tabs, storage."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import SAYS, Block
from tests.selfcheck.browser.built import Built
from tests.selfcheck.browser.course_site import STRICT
from tests.selfcheck.browser.review_site import (
    MORNING,
    days_pass,
    reader,
    review_site,
    settle,
)
from tests.selfcheck.browser.reviewing import answer, expect_due, go_on


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    with review_site(tmp_path_factory.mktemp("review"), policy=STRICT) as built:
        yield built


@pytest.fixture
def page(visits: Visits, site: Built) -> Page:
    return reader(visits, site.page("lesson"))


def test_a_review_leaves_answer_state_and_mark_of_the_page_alone(page: Page, site: Built) -> None:
    settle(page, site, "one")
    before = Block(page, "one").record
    assert before is not None
    days_pass(page, 2)
    page.goto(site.page("review"))
    one = Block(page, "one")
    answer(one, "2")
    one.expect_state("wrong")
    (event,) = page.evaluate("graded")
    told = {name: event[name] for name in ("id", "correct", "attempt", "review")}
    assert told == {"id": "one", "correct": False, "attempt": 1, "review": True}
    after = one.record
    assert after is not None
    *kept, deed = after["deeds"]
    assert (kept, deed[1:]) == (before["deeds"], ["review-wrong", 0])
    assert after["due"] == before["due"] + 1
    changing = ("deeds", "due")
    assert {name: after[name] for name in after if name not in changing} == {
        name: before[name] for name in before if name not in changing
    }
    page.goto(site.page("lesson"))
    on_page = Block(page, "one")
    on_page.expect_state("right")
    assert on_page.response() == {"response": "1"}
    state = page.evaluate(
        "SelfCheckCourse.whenKnown().then(([page]) => SelfCheckCourse.standing(page).states)"
    )
    assert state == ["first", "open"]
    assert on_page.record == after


def test_events_of_a_page_do_not_speak_of_a_review(page: Page, site: Built) -> None:
    settle(page, site, "one")
    assert "review" not in page.evaluate("graded")[0]


def test_a_try_that_was_wrong_can_be_mended_and_both_are_kept(page: Page, site: Built) -> None:
    settle(page, site, "one")
    days_pass(page, 2)
    page.goto(site.page("review"))
    one = Block(page, "one")
    answer(one, "2")
    one.expect_state("wrong")
    answer(one, "1")
    one.expect_state("right")
    assert one.record is not None
    assert [deed[1] for deed in one.record["deeds"]] == ["right", "review-wrong", "review-right"]


def test_a_draft_is_still_there_after_a_reload_and_gone_once_it_is_checked(page: Page, site: Built) -> None:
    settle(page, site, "one")
    days_pass(page, 2)
    page.goto(site.page("review"))
    one = Block(page, "one")
    one.fill({"response": "2"})
    page.reload()
    expect(one.root).to_be_visible()
    assert one.response() == {"response": "2"}
    one.expect_state("open")
    one.button.click()
    one.expect_state("wrong")
    one.fill({"response": "1"})
    assert page.evaluate("sessionStorage.length") == 0


def test_a_draft_of_another_variant_or_of_a_changed_question_does_not_come_back(
    page: Page, site: Built
) -> None:
    settle(page, site, "one")
    days_pass(page, 2)
    page.goto(site.page("review"))
    one = Block(page, "one")
    for change in ({"fingerprint": "0" * 12}, {"variant": 2}):
        one.fill({"response": "2"})
        page.evaluate(
            """change => { const [place] = Object.keys(sessionStorage);
            const draft = JSON.parse(sessionStorage[place]);
            sessionStorage[place] = JSON.stringify({ ...draft, ...change }) }""",
            change,
        )
        page.reload()
        expect(one.root).to_be_visible()
        assert one.response() == {}


@pytest.mark.parametrize("damaged", ["x", 5, {"a": 1}, [[1000, "right", 0], None]], ids=str)
def test_a_question_with_damaged_deeds_is_asked_and_its_answer_kept(
    page: Page, site: Built, damaged: object
) -> None:
    settle(page, site, "one")
    days_pass(page, 2)
    page.evaluate(
        """deeds => { const place = Object.keys(localStorage).find(key => key.endsWith(":one"));
        localStorage[place] = JSON.stringify({ ...JSON.parse(localStorage[place]), due: 1, deeds }) }""",
        damaged,
    )
    page.goto(site.page("review"))
    one = Block(page, "one")
    answer(one, "1")
    one.expect_state("right")
    assert one.record is not None
    assert [deed[1] for deed in one.record["deeds"]] == ["right", "review-right"]


def test_two_tabs_keep_what_was_done_in_both(page: Page, site: Built) -> None:
    settle(page, site, "one")
    days_pass(page, 2)
    page.goto(site.page("review"))
    other = page.context.new_page()
    other.clock.install(time=MORNING + timedelta(days=2, hours=1))
    other.goto(site.page("lesson"))
    one, there = Block(page, "one"), Block(other, "one")
    there.answer_again()
    there.fill({"response": "3"})
    there.button.click()
    there.expect_state("wrong")
    answer(one, "1")
    one.expect_state("right")
    assert one.record is not None
    assert sorted(deed[1] for deed in one.record["deeds"]) == ["review-right", "right", "wrong"]
    assert one.record["state"] == "wrong"
    there.expect_state("wrong")
    assert there.response() == {"response": "3"}


def test_what_is_cleared_meanwhile_has_been_answered_in_the_review_alone(page: Page, site: Built) -> None:
    settle(page, site, "one")
    days_pass(page, 2)
    page.goto(site.page("review"))
    one = Block(page, "one")
    one.expect_state("open")
    page.evaluate("localStorage.clear()")
    answer(one, "1")
    one.expect_state("right")
    assert one.record is not None
    assert [deed[1] for deed in one.record["deeds"]] == ["review-right"]
    page.goto(site.page("lesson"))
    one.expect_state("open")


def test_where_storage_is_full_she_is_told_and_goes_on(page: Page, site: Built) -> None:
    settle(page, site, "one", "two")
    days_pass(page, 2)
    page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('no room', 'QuotaExceededError'); }"
    )
    page.goto(site.page("review"))
    one = Block(page, "one")
    answer(one, "1")
    expect(one.status).to_contain_text(SAYS["not_kept"])
    go_on(one)
    # What was done lasts as long as the page.
    expect_due(page, 1)
    Block(page, "two").expect_state("open")
