"""Ordering: how an order is graded, and what is said of it."""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence
from typing import Any

import pytest

from selfcheck.question_types import discover
from tests.browsing.visits import Visits
from tests.selfcheck.browser.built import Built
from tests.selfcheck.browser.grading import grade
from tests.selfcheck.browser.rows import item_of, opened, placed
from tests.selfcheck.cases import Accepted, accepted
from tests.selfcheck.witnesses.orders import After, drawn, held, misfit, right_orders, score

# An independent witness: it knows no covers and no closure, it tries every order.


def expect_judged(result: dict[str, Any], listed: Sequence[int], after: After) -> None:
    """Compare what grading says of a list with what trying every order says."""
    where = (after, listed)
    assert (result["score"], result["correct"]) == (
        score(listed, after),
        tuple(listed) in right_orders(after),
    ), where
    assert (result["score"] == 1) == result["correct"], where
    assert result["held"] == held(listed, after), where
    told = misfit(listed, after)
    assert (told and {"row": told[0], "is": told[1], "place": listed.index(told[0]) + 1}) == result.get(
        "misfit"
    ), where
    assert result["missing"] == len(set(range(1, len(after) + 1)) - set(listed)), where
    marks = {f"row-{row}": "right" for row in listed[: result["held"]]}
    if told and told[1] != "waiting":
        marks[f"row-{told[0]}"] = "wrong"
    assert result["marks"] == marks, where


def test_grading_says_what_trying_every_order_says(visits: Visits, plain: Built) -> None:
    chance = random.Random(20261122)
    cases = [drawn(chance) for _ in range(4000)]
    page, _ = opened(visits, plain)
    results = grade(page, "ordering", [(response, key) for _, _, response, key in cases])
    for (after, kept, _, _), result in zip(cases, results, strict=True):
        expect_judged(result, kept, after)
    rights = sum(result["correct"] for result in results)
    assert 400 < rights < 3600


SMALL = [case for case in accepted(discover()["ordering"]) if len(item_of(case).all_rows) <= 7]


@pytest.mark.parametrize("case", SMALL, ids=lambda case: case.name)
def test_what_is_said_holds_for_every_order_of_a_question(
    visits: Visits, plain: Built, case: Accepted
) -> None:
    item = item_of(case)
    after = tuple(map(tuple, item.key))
    numbers = range(1, len(item.all_rows) + 1)
    kept = len(after) if not item.distractors else 0
    lists = [each for size in range(kept, len(numbers) + 1) for each in itertools.permutations(numbers, size)]
    page, _ = opened(visits, plain)
    results = grade(page, "ordering", [(placed(each, numbers), item.key) for each in lists])
    said = set()
    for listed, result in zip(lists, results, strict=True):
        expect_judged(result, listed, after)
        top = listed[: result["held"]]
        rights = [order for order in right_orders(after) if order[: len(top)] == top]
        assert rights
        if fault := result.get("misfit"):
            row, below = fault["row"], listed[fault["place"] :]
            above = listed[len(top) : fault["place"] - 1]
            said.add(fault["is"])
            match fault["is"]:
                case "surplus":
                    assert row > len(after)
                case "too_early":
                    assert all({*order[: order.index(row)]} & {*below} for order in rights), listed
                case "too_late":
                    assert all({*order[order.index(row) :]} & {*above} for order in rights), listed
                case "waiting":
                    out = {*range(1, len(after) + 1)} - {*listed}
                    assert all({*order[: order.index(row)]} & out for order in rights), listed
        elif not result["correct"]:
            assert result["missing"], listed
    assert "too_early" in said


def test_whatever_storage_holds_is_graded_and_is_not_right(visits: Visits, plain: Built) -> None:
    page, _ = opened(visits, plain)
    junk: list[Any] = ["NaN", "1e999", "-1", "0", "", "out", None, [], {}, True, "<script>", "9" * 100_000]
    responses: list[dict[str, Any]] = [{"row-2": "1", "row-3": "2", "row-1": value} for value in junk]
    responses += [{}, {"row-x": "1", "__proto__": "2", "row-01": "1", "row-1.5": "2", "other": "3"}]
    responses += [{"row-1": "1", "row-2": "2", "row-3": "3", "row-99": "4"}]
    results = grade(page, "ordering", [(response, [[], [1], [2]]) for response in responses])
    for response, result in zip(responses, results, strict=True):
        assert 0 <= result["score"] < 1, response
        assert not result["correct"], response
        # Who asks for the answer at once has put no row anywhere.
        assert ("misfit" in result) == any(response.values()), response
