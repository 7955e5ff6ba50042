"""The states of a block and the deeds of a reader that lead there."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from selfcheck.question_types import discover
from tests.selfcheck.browser.block import SAYS, Block
from tests.selfcheck.cases import Accepted, all_accepted


def has_steps(case: Accepted) -> bool:
    """Whether the reader compares and ticks, so that every press is an answer and the key is never hidden."""
    return "steps:" in discover()[case.type].file("behaviour.js").read_text("utf-8")


def can_be_empty(case: Accepted) -> bool:
    """Whether there is such a thing as no answer yet."""
    return "isEmpty: () => false" not in discover()[case.type].file("behaviour.js").read_text("utf-8")


def keeps_something(case: Accepted) -> bool:
    """Whether a new attempt begins with part of the last response."""
    return "again" in discover()[case.type].file("behaviour.js").read_text("utf-8")


def has_hints(case: Accepted) -> bool:
    """Whether the question offers a hint."""
    return "\nhints:" in case.question


def _unanswered(block: Block, case: Accepted) -> None:
    block.expect_state("open")


def _empty(block: Block, case: Accepted) -> None:
    block.button.click()


def _comparing(block: Block, case: Accepted) -> None:
    block.fill({name: value for name, value in case.right.items() if not name.startswith("idea-")})
    block.button.click()


def _wrong(block: Block, case: Accepted) -> None:
    block.give(case.wrong)
    block.expect_state("wrong")


def _again(block: Block, case: Accepted) -> None:
    _wrong(block, case)
    block.page.get_by_role("button", name=SAYS["try_again"]).click()
    block.expect_state("open")


def _hint(block: Block, case: Accepted) -> None:
    block.hints.first.locator("summary").click()


def _shown(block: Block, case: Accepted) -> None:
    _wrong(block, case)
    block.show_answer.click()
    block.expect_state("shown")


def _right(block: Block, case: Accepted) -> None:
    block.give(case.right)
    block.expect_state("right")


def _later(block: Block, case: Accepted) -> None:
    _again(block, case)
    _right(block, case)


DEEDS: Mapping[str, Callable[[Block, Accepted], None]] = {
    "unanswered": _unanswered,
    "empty press": _empty,
    "comparing": _comparing,
    "hint": _hint,
    "wrong": _wrong,
    "try again": _again,
    "shown": _shown,
    "right": _right,
    "right later": _later,
}


def states(case: Accepted) -> list[str]:
    """The states that a question of this kind can be in."""
    never = {"empty press", "shown"} if has_steps(case) else {"comparing"}
    if not can_be_empty(case):
        never.add("empty press")
    if not has_hints(case):
        never.add("hint")
    return [state for state in DEEDS if state not in never]


def cases_in(state: str) -> list[Accepted]:
    """The cases that know this state."""
    return [case for case in all_accepted() if state in states(case)]


def bring(block: Block, case: Accepted, state: str) -> Block:
    """Do what leads an unanswered block to the state."""
    block.expect_state("open")
    DEEDS[state](block, case)
    return block
