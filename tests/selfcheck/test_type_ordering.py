"""Ordering: partial orders in question files, and the order at the start."""

from __future__ import annotations

import itertools
import random
from collections.abc import Collection, Sequence
from typing import Any

import pytest

from selfcheck.item import Order
from selfcheck.question_types.ordering.model import Ordering
from selfcheck.question_types.ordering.precedence import closure, covers
from selfcheck.quiz_text import read_quiz
from tests.selfcheck.cases import quiz_of
from tests.selfcheck.faulty import colon_told, example, problems


def ordering(*rows: Any, **fields: Any) -> Ordering:
    """An ordering of these rows, each a text or a mapping."""
    basis = {"id": "example", "type": "ordering", "stem": "In which order?", "rows": rows}
    return Ordering.model_validate({**basis, **fields})


def orders(after: Sequence[Collection[int]]) -> list[tuple[int, ...]]:
    """Every sequence of the rows (from 0) in which each stands behind those it comes after, by trying all."""
    return [
        order
        for order in itertools.permutations(range(len(after)))
        if all(order.index(first) < order.index(then) for then, above in enumerate(after) for first in above)
    ]


def any_after(chance: random.Random, rows: int) -> list[set[int]]:
    """For each row some of those before it."""
    return [{first for first in range(then) if chance.random() < 0.4} for then in range(rows)]


def test_predecessors_of_a_row_are_those_above_it_in_every_right_order() -> None:
    chance = random.Random(7)
    for _ in range(200):
        after = any_after(chance, chance.randint(2, 6))
        right = orders(after)
        above = closure(after)
        for first, then in itertools.permutations(range(len(after)), 2):
            always = all(order.index(first) < order.index(then) for order in right)
            assert (first in above[then]) == always, after


def test_a_covering_row_is_directly_above_in_some_right_order_and_above_in_all() -> None:
    chance = random.Random(8)
    for _ in range(200):
        after = any_after(chance, chance.randint(2, 6))
        right = orders(after)
        for first, then in itertools.permutations(range(len(after)), 2):
            always = all(order.index(first) < order.index(then) for order in right)
            touching = any(order.index(first) + 1 == order.index(then) for order in right)
            assert (first in covers(after)[then]) == (always and touching), after


def test_without_after_each_row_follows_the_one_above_it() -> None:
    item = ordering("a", "b", "c")
    assert item.key == [[], [1], [2]]
    assert not item.has_several_orders


def test_two_rows_in_any_order_before_a_third() -> None:
    item = ordering({"text": "A", "name": "a"}, {"text": "B", "name": "b", "after": []}, "C")
    assert item.key == [[], [], [2]]
    item = ordering(*item.rows[:2], {"text": "C", "after": ["a", "b"]})
    assert item.key == [[], [], [1, 2]]
    assert item.has_several_orders
    assert [order for order in itertools.permutations((1, 2, 3)) if item.is_right(order)] == [
        (1, 2, 3),
        (2, 1, 3),
    ]


def test_the_key_leaves_out_pairs_that_follow_from_others() -> None:
    rows = ({"text": "A", "name": "a"}, {"text": "B", "name": "b"}, {"text": "C", "after": ["a", "b"]})
    assert ordering(*rows).key == ordering("A", "B", "C").key
    assert ordering(*rows).fingerprint == ordering("A", "B", "C").fingerprint


def test_a_text_is_a_row_without_further_fields() -> None:
    long = ordering({"text": "a"}, {"text": "b"}, distractors=[{"text": "c"}])
    assert ordering("a", "b", distractors=["c"]) == long
    assert long.interaction == Order(("a", "b"), ((), (0,)), ("c",))


@pytest.mark.parametrize("rows", [2, 3, 5, 12])
def test_no_start_is_right_and_every_row_is_there(rows: int) -> None:
    texts, distractors = [f"row {n}" for n in range(rows)], ["other", "another"]
    starts = [ordering(*texts, id=f"id-{n}", distractors=distractors).start for n in range(100)]
    assert not any(ordering(*texts).is_right(start) for start in starts)
    assert {tuple(sorted(start)) for start in starts} == {tuple(range(1, rows + 3))}
    assert len(set(starts)) > 5


def test_a_start_is_not_upside_down_unless_there_is_no_other() -> None:
    assert ordering("a", "b").start == (2, 1)
    for number in range(50):
        item = ordering("a", "b", "c", id=f"id-{number}")
        assert item.start not in ((1, 2, 3), (3, 2, 1))


def test_a_start_depends_on_the_id_alone() -> None:
    before = ordering("a", "b", "c", "d", id="kept-for-ever")
    after = ordering("e", "f", "g", {"text": "h", "feedback": "why"}, id="kept-for-ever", stem="Another one?")
    # Drawn once; a reader who comes back must find the same.
    assert before.start == after.start == (3, 1, 2, 4)


def test_the_fingerprint_depends_on_rows_and_their_order_and_not_on_feedback() -> None:
    before = ordering("a", "b", "c", distractors=["d"]).fingerprint
    same = ordering("a", {"text": "b", "feedback": "why"}, "c", distractors=[{"text": "d", "feedback": "no"}])
    assert same.fingerprint == before
    others = [
        ordering("a", "c", "b", distractors=["d"]),
        ordering("a", "b", "c", distractors=["e"]),
        ordering("a", "b", "c", "d"),
        ordering("a", "b", {"text": "c", "after": []}, distractors=["d"]),
    ]
    assert before not in {other.fingerprint for other in others}


def test_feedback_by_case_leaves_the_fingerprint_as_it_is() -> None:
    said = {"too-early": "not yet", "too-late": "long since"}
    plain, by_case = ordering("a", "b", "c", "d"), ordering("a", {"text": "b", "feedback": said}, "c", "d")
    assert by_case.fingerprint == plain.fingerprint
    assert [*by_case.written_texts()][-6:] == ["a", "b", "not yet", "long since", "c", "d"]


def test_only_feedback_that_can_be_shown_is_accepted() -> None:
    """Too early needs a row to stand above, too late two rows to stand below, directly or not."""
    rows = """\
  - {text: a, name: a, feedback: {too-early: x, too-late: x}}
  - {text: b, name: b, after: [], feedback: {too-early: x, too-late: x}}
  - {text: c, name: c, after: [a, b], feedback: {too-early: x, too-late: x}}
  - {text: d, feedback: {too-early: x, too-late: x}}
"""
    question = f"id: example\ntype: ordering\nstem: In which order?\nexplanation: because\nrows:\n{rows}"
    quiz = read_quiz("quiz", "quiz.yml", quiz_of(question))
    start = "row has to stand"
    assert [(problem.line, problem.column, problem.message.split(",")[0]) for problem in quiz.problems] == [
        (7, 39, f"no {start} above this one"),
        (8, 50, f"no {start} above this one"),
        (9, 68, f"only one {start} below this one"),
        (10, 44, f"no {start} below this one"),
    ]


def test_what_comes_after_a_name_that_is_none_says_nothing_about_feedback() -> None:
    rows = """\
  - x
  - {text: y, name: b, feedback: {too-late: x}}
  - {text: z, after: [B!]}
  - w
"""
    question = f"id: example\ntype: ordering\nstem: In which order?\nexplanation: because\nrows:\n{rows}"
    (problem,) = read_quiz("quiz", "quiz.yml", quiz_of(question)).problems
    assert (problem.line, '"B!" is no id' in problem.message) == (9, True)


def test_all_problems_of_an_order_are_reported_at_once() -> None:
    question = """\
id: example
type: ordering
stem: In which order?
rows:
  - {text: this, name: first, after: [second]}
  - {text: That, name: first}
  - {text: and that, name: second, after: [second, third]}
  - text: that
distractors: [this, [none]]
explanation: because
"""
    quiz = read_quiz("quiz", "quiz.yml", quiz_of(question), ["explanation"])
    assert [(problem.line, problem.message) for problem in quiz.problems] == [
        (6, '"second" stands below this row, so the order contradicts itself'),
        (7, 'row 1 is called "first" already'),
        (8, "a row cannot stand below itself"),
        (8, 'no row is called "third"'),
        (9, "the same text as row 2"),
        (10, "the same text as row 1, which belongs"),
        (10, "a mapping is expected, not a list"),
    ]


def test_a_colon_in_a_row_is_told_as_in_any_text() -> None:
    assert colon_told(example("ordering", "rows:", "  - Encoder: halves it", "  - b"))


def test_capitals_of_code_and_symbols_tell_rows_from_those_that_do_not_belong() -> None:
    rows = "rows: ['`True`', 5 mW]"
    assert problems(quiz_of(example("ordering", rows, "distractors: ['`true`', 5 MW]"))) == []
