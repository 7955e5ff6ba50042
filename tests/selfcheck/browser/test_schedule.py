"""When questions come back: our script beside a second implementation, and the rule of grades."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from fsrs import Card, Rating, Scheduler
from playwright.sync_api import Page

from selfcheck.course.assets import schedule_asset
from tests.browsing.visits import Visits
from tests.selfcheck.browser.built import Built
from tools.python_environment import ROOT

HOUR, DAY = 3_600_000, 86_400_000
START = 20_000 * DAY + 9 * HOUR
"""A morning in 2024, in milliseconds since 1970."""

PLANS = f"""histories => {{
  let schedule;
  const SelfCheckCourse = (kind, value) => {{ [schedule] = value; }};
  const window = {{ SelfCheckCourse }};
  {schedule_asset().content}
  return histories.map(deeds => schedule.planOf(deeds));
}}"""
DEED_OF: dict[Rating, tuple[str, dict[str, int]]] = {
    Rating.Again: ("review-shown", {}),
    Rating.Hard: ("review-right", {"hints": 1}),
    Rating.Good: ("review-right", {}),
    Rating.Easy: ("review-right", {"sure": 95}),
}
"""A deed that the rule gives this grade."""


@pytest.fixture
def page(visits: Visits, plain: Built) -> Page:
    return visits.open(plain.page("empty"), timezone_id="UTC")


def plans(page: Page, histories: list[list[Any]]) -> list[dict[str, Any] | None]:
    found: list[dict[str, Any] | None] = page.evaluate(PLANS, histories)
    return found


def due(page: Page, *deeds: Any) -> int | None:
    """In how many days a question comes back after these deeds, counted from the last one's."""
    (plan,) = plans(page, [list(deeds)])
    return int(plan["due"]) - deeds[-1][0] // DAY if plan else None


def history(draw: random.Random) -> list[tuple[Rating, int]]:
    """Grades and their times: some on one day, most when the question is about due, some long after."""
    at, graded = START, []
    for _ in range(draw.randint(1, 30)):
        graded.append((draw.choice(list(Rating)), at))
        at += draw.choice(
            [draw.randint(1, DAY - 1), draw.randint(DAY, 40 * DAY), draw.randint(DAY, 900 * DAY)]
        )
    return graded


def days_by_the_witness(graded: list[tuple[Rating, int]]) -> int:
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    card, last = Card(), datetime.fromtimestamp(0, UTC)
    for rating, at in graded:
        last = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=at)
        card, _ = scheduler.review_card(card, rating, last)
    return (card.due - last).days


def test_the_days_are_those_of_a_second_implementation_over_1000_random_histories(page: Page) -> None:
    draw = random.Random(12)
    graded = [history(draw) for _ in range(1000)]
    deeds = [[[at, DEED_OF[rating][0], 0, DEED_OF[rating][1]] for rating, at in each] for each in graded]
    found = [
        plan and plan["due"] - each[-1][1] // DAY
        for plan, each in zip(plans(page, deeds), graded, strict=True)
    ]
    expected = [days_by_the_witness(each) for each in graded]
    assert found == expected
    # They are no matter of a few days alone.
    assert len(set(expected)) > 100


GRADES: dict[str, tuple[Rating, list[list[Any]]]] = {
    "right at once": (Rating.Good, [[0, "right", 0]]),
    "right at once, and sure of it": (Rating.Easy, [[0, "right", 0, {"sure": 95}]]),
    "right at once, and half sure": (Rating.Good, [[0, "right", 0, {"sure": 75}]]),
    "right at once, and unsure": (Rating.Hard, [[0, "right", 0, {"sure": 50}]]),
    "right with a hint": (Rating.Hard, [[0, "right", 0, {"hints": 1}]]),
    "right after a try": (Rating.Hard, [[-HOUR, "wrong", 0], [0, "later", 0]]),
    "right after a try that she was sure of": (
        Rating.Again,
        [[-HOUR, "wrong", 0, {"sure": 95}], [0, "later", 0]],
    ),
    "shown": (Rating.Again, [[0, "shown", 0]]),
    "shown after tries": (Rating.Again, [[-HOUR, "wrong", 0], [0, "shown", 0]]),
    "wrong, and left so": (Rating.Again, [[-HOUR, "wrong", 0], [0, "wrong", 0]]),
}


@pytest.mark.parametrize("told", GRADES)
def test_a_grade_follows_from_verdict_tries_hints_and_confidence(page: Page, told: str) -> None:
    rating, deeds = GRADES[told]
    # Grades of a first answer cannot all be told apart by the day; a month after two others they can.
    before = [(Rating.Good, START), (Rating.Good, START + 3 * DAY)]
    now = START + 10 * DAY
    seen = [[at, "right", 0] for _, at in before]
    (plan,) = plans(page, [seen + [[now + at, *more] for at, *more in deeds]])
    assert plan is not None
    days = plan["due"] - now // DAY
    by_grade = {each: days_by_the_witness([*before, (each, now)]) for each in Rating}
    assert len(set(by_grade.values())) == 4
    assert days == by_grade[rating]
    assert plan["isMissed"] == (rating == Rating.Again)


def test_a_wrong_answer_of_another_day_counts_for_itself(page: Page) -> None:
    deeds = [[START, "wrong", 0], [START + 2 * DAY, "later", 0]]
    assert due(page, *deeds) == days_by_the_witness([(Rating.Again, START), (Rating.Good, START + 2 * DAY)])


def test_hints_that_were_opened_for_an_earlier_answer_count_no_more(page: Page) -> None:
    hinted = [[START, "right", 0, {"hints": 2}], [START + 9 * DAY, "right", 0, {"hints": 2}]]
    assert due(page, *hinted) == days_by_the_witness([(Rating.Hard, START), (Rating.Good, START + 9 * DAY)])
    hinted[1][3] = {"hints": 3}
    assert due(page, *hinted) == days_by_the_witness([(Rating.Hard, START), (Rating.Hard, START + 9 * DAY)])


def test_what_no_version_of_this_script_knows_is_passed_over(page: Page) -> None:
    odd: list[Any] = [[START - 5, "guessed", 0], [START, "right", 0, None], [START, "right", 0, "more"]]
    assert due(page, odd[0]) is None
    assert due(page, odd[0], odd[1]) == days_by_the_witness([(Rating.Good, START)])
    assert due(page, *[None, 7, [1], odd[2]]) == days_by_the_witness([(Rating.Good, START)])


def test_a_day_is_one_of_the_readers_calendar(visits: Visits, plain: Built) -> None:
    evening = START + 14 * HOUR  # 23 h in UTC, 19 h in New York, and the next morning in Tokyo
    days = {}
    for zone in ("UTC", "America/New_York", "Asia/Tokyo"):
        page = visits.open(plain.page("empty"), timezone_id=zone)
        days[zone] = due(page, [evening, "shown", 0])
    assert days == {"UTC": 1, "America/New_York": 1, "Asia/Tokyo": 2}


def test_the_guide_tells_the_days_of_a_question_that_is_answered_well(page: Page) -> None:
    deeds: list[list[Any]] = []
    at, days = START, []
    for _ in range(4):
        deeds.append([at, "right", 0])
        days.append(due(page, *deeds) or 0)
        at += days[-1] * DAY
    guide = (ROOT / "docs/authoring/review.md").read_text("utf-8")
    assert "after {} days, then {}, {} and {}.".format(*days) in guide
