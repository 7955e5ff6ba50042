"""Which tests a run leaves out, and for which reason; pytest counts them in its last line.

The quick run asks everything once. What it leaves to `--all-states` is chosen by what a test is about,
never by the place of a type among its neighbours: a new type changes nothing in what the others are asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pytest

from selfcheck.model.traits import Controls
from selfcheck.question_types import QuestionType, discover
from tests.selfcheck.cases import Accepted, first

MARKS: Mapping[str, str] = {
    "each_type": "what a type may change: the first case of each type; with --all-states every case",
    "each_control": "what controls may change: a type of each kind of controls; with --all-states each type",
    "one_type": "what no type changes: one type; with --all-states every type",
}

EXAMPLES: Mapping[Controls, str] = {
    "choosing": "single-choice",  # letters, rows of blocks, and feedback to each option
    "typing": "cloze",  # lines to type into among menus, texts and numbers
    "writing": "short-answer",  # the one with two presses
    "arranging": "ordering",  # rows that are moved by buttons, by numbers and by dragging
    "pointing": "hotspot",  # a picture with a cursor, beside a list
}
"""The type that a quick run meets of each kind of controls; where it is gone, another one of the kind."""

QUICKEST = "true-false"
"""The type for what no type changes: nothing is quicker to answer."""


def one_type() -> QuestionType:
    """The type for what no type changes; where it is gone, another one that is answered by choosing."""
    kinds = discover()
    return kinds.get(QUICKEST) or kinds.get(EXAMPLES["choosing"]) or next(iter(kinds.values()))


def examples() -> list[QuestionType]:
    """One type of each kind of controls."""
    kinds = discover()
    any_of = {kind.model.traits.controls: kind for kind in kinds.values()}
    return [kinds.get(EXAMPLES[controls], kind) for controls, kind in any_of.items()]


def leave_out(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Take out of `items` what a quick run leaves to the whole matrix, unless that is wanted."""
    if config.getoption("all_states"):
        return
    sorted_out: dict[bool, list[pytest.Item]] = {True: [], False: []}
    for item in items:
        sorted_out[_is_left_out(item)].append(item)
    config.hook.pytest_deselected(items=sorted_out[True])
    items[:] = sorted_out[False]


def _is_left_out(item: pytest.Item) -> bool:
    if item.get_closest_marker("slow"):
        return True
    marks = [name for name in MARKS if item.get_closest_marker(name)]
    if not marks or not isinstance(item, pytest.Function):
        return False
    case = item.callspec.params["case"]
    return not all(case in _met(name) for name in marks)


@cache
def _met(mark: str) -> list[Accepted]:
    """The cases that a quick run gives to a test with this mark."""
    kinds = {"each_type": list(discover().values()), "each_control": examples(), "one_type": [one_type()]}
    return [first(kind) for kind in kinds[mark]]
