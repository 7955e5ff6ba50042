"""A site with the option `course` keeps the day on which each question comes back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Request, expect

from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import Block
from tests.selfcheck.browser.built import ANY, Built
from tests.selfcheck.browser.course_site import SCRIPT_OF_COURSE, course_site
from tests.selfcheck.browser.test_my_answers import load, saved

TODAY = 20_000
MORNING = datetime(1970, 1, 1, 9, tzinfo=UTC) + timedelta(days=TODAY)
IN_MS = int(MORNING.timestamp() * 1000)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    with course_site(tmp_path_factory.mktemp("due"), "plain", end=SCRIPT_OF_COURSE) as built:
        yield built


@pytest.fixture
def page(visits: Visits, site: Built) -> Page:
    return lesson(visits, site)


def lesson(visits: Visits, site: Built) -> Page:
    page = visits.reader().new_page()
    page.clock.install(time=MORNING)
    page.goto(site.page("lesson"))
    return page


def asked_for_schedules(page: Page) -> list[str]:
    """The addresses of the script from now on."""
    asked: list[str] = []

    def note(request: Request) -> None:
        if "/schedule." in request.url:
            asked.append(request.url)

    page.on("request", note)
    return asked


def is_due(page: Page, question: str, days: int | None) -> None:
    """Wait until the record of a question says in how many days it comes back."""
    page.wait_for_function(
        """([id, due]) => Object.entries(localStorage).some(
          ([key, text]) => key.endsWith(`:${id}`) && (JSON.parse(text).due ?? null) === due)""",
        arg=[question, None if days is None else TODAY + days],
    )


def test_an_answer_comes_back_on_a_day_that_the_card_tells(page: Page) -> None:
    one, two = Block(page, "one"), Block(page, "two")
    one.give({"response": "1"})
    is_due(page, "one", 2)
    two.give({"response": "2"})
    two.expect_state("wrong")
    two.show_answer.click()
    is_due(page, "two", 1)
    expect(page.locator(".self-check-summary__back")).to_have_text("Coming back: tomorrow: 1 · in 2 days: 1")
    asked = asked_for_schedules(page)
    page.reload()
    expect(page.locator(".self-check-summary__back")).to_have_text("Coming back: tomorrow: 1 · in 2 days: 1")
    assert asked == []


def test_a_verdict_does_not_wait_for_the_names_of_days(visits: Visits, site: Built) -> None:
    page = visits.reader().new_page()
    page.add_init_script("window.idle = []; window.requestIdleCallback = (run) => idle.push(run);")
    page.goto(site.page("lesson"))
    two = Block(page, "two")
    two.give({"response": "2"})
    two.expect_state("wrong")
    two.show_answer.click()
    line = page.locator(".self-check-summary__back")
    expect(line).to_have_text("Coming back:")
    page.evaluate("idle.splice(0).forEach((run) => run())")
    expect(line).to_have_text("Coming back: tomorrow: 1")


def test_nothing_is_fetched_before_a_question_is_settled(page: Page) -> None:
    asked = asked_for_schedules(page)
    one = Block(page, "one")
    one.give({"response": "2"})
    one.expect_state("wrong")
    page.wait_for_load_state("networkidle")
    assert asked == []
    assert one.record is not None
    assert "due" not in one.record
    one.fill({"response": "1"})
    one.button.click()
    one.expect_state("right")
    is_due(page, "one", 1)
    assert len(asked) == 1


def test_a_new_answer_moves_the_day_and_a_new_attempt_alone_does_not(page: Page) -> None:
    one = Block(page, "one")
    one.give({"response": "1"})
    is_due(page, "one", 2)
    page.clock.fast_forward(timedelta(days=5) // timedelta(milliseconds=1))
    one.answer_again()
    one.fill({"response": "1"})
    page.reload()
    one.expect_state("open")
    is_due(page, "one", 2)
    one.button.click()
    one.expect_state("right")
    page.wait_for_function(
        # The record is kept first, and its day follows once that is computed.
        """day => Object.values(localStorage).some(
          text => text.includes("due") && JSON.parse(text).due > day)""",
        arg=TODAY + 15,
    )


def test_the_day_is_computed_again_when_answers_of_two_devices_are_joined(
    visits: Visits, site: Built, tmp_path: Path
) -> None:
    page = lesson(visits, site)
    Block(page, "one").give({"response": "1"})
    is_due(page, "one", 2)
    saved(page, tmp_path / "answers.json")
    file = json.loads((tmp_path / "answers.json").read_text("utf-8"))
    # An hour later, on the other device, the answer was shown.
    del file["records"]["one"]["due"]
    file["records"]["one"]["deeds"].append([IN_MS + 3_600_000, "shown", 0])
    (tmp_path / "answers.json").write_text(json.dumps(file), "utf-8")
    load(page, tmp_path / "answers.json", tmp_path)
    is_due(page, "one", 1)
    expect(page.locator(".self-check-summary__back")).to_have_text("Coming back: tomorrow: 1")


def test_what_a_deed_tells_beside_the_verdict_is_kept(page: Page) -> None:
    one = Block(page, "one")
    one.give({"response": "1"})
    is_due(page, "one", 2)
    further: list[Any] = [IN_MS - 5, "wrong", 0, {"sure": 95, "mood": ["good"]}]
    page.evaluate(
        """deed => {
          const place = Object.keys(localStorage).find(key => key.endsWith(":one"));
          const record = JSON.parse(localStorage[place]);
          localStorage[place] = JSON.stringify({ ...record, due: undefined, deeds: [deed, ...record.deeds] });
        }""",
        further,
    )
    page.reload()
    one.button.click()
    one.fill({"response": "1"})
    one.button.click()
    one.expect_state("right")
    assert one.record is not None
    assert one.record["deeds"][0] == further


def test_a_question_that_has_changed_leaves_the_schedule_and_says_so(page: Page) -> None:
    one = Block(page, "one")
    one.give({"response": "1"})
    is_due(page, "one", 2)
    page.evaluate(
        """() => {
          const place = Object.keys(localStorage).find(key => key.endsWith(":one"));
          localStorage[place] = localStorage[place].replace(/"fingerprint":"\\w+"/, '"fingerprint":"0"');
        }"""
    )
    page.reload()
    expect(one.status).to_contain_text("This question has changed")
    expect(page.locator(".self-check-summary__back")).to_have_count(0)
    one.fill({"response": "2"})
    one.button.click()
    one.expect_state("wrong")
    is_due(page, "one", None)


def test_hints_and_confidence_are_noted_at_the_deeds_that_they_belong_to(
    visits: Visits, tmp_path: Path
) -> None:
    with course_site(
        tmp_path, "plain", end=SCRIPT_OF_COURSE, fields=("hints: [think]", "confidence: true")
    ) as site:
        page = lesson(visits, site)
        one, two = Block(page, "one"), Block(page, "two")
        one.root.get_by_label("95 % or more").check()
        one.give({"response": "1"})
        is_due(page, "one", 8)
        two.offered_hint.click()
        two.give({"response": "2"})
        two.fill({"response": "1"})
        two.button.click()
        two.expect_state("right")
        for block, facts in ((one, [{"sure": 95}]), (two, [{"hints": 1}, {"hints": 1}])):
            assert block.record is not None
            assert [deed[3] for deed in block.record["deeds"]] == facts


def test_without_the_option_no_day_is_kept(visits: Visits, plain: Built) -> None:
    page = visits.open(plain.page(ANY))
    block = Block(page, ANY)
    block.give(ANY.right)
    block.expect_state("right")
    assert block.record is not None
    assert "due" not in block.record
