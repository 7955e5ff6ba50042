"""The states of a block and the actions of a reader that lead there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from selfcheck.model.traits import Traits
from selfcheck.question_types import discover
from tests.selfcheck.browser.block import Block
from tests.selfcheck.cases import Accepted, all_accepted


def traits(case: Accepted) -> Traits:
    """What the type of a case declares."""
    return discover()[case.type].model.traits


def has_steps(case: Accepted) -> bool:
    """Whether the reader compares and ticks, so that every press is an answer and the key is never hidden."""
    return traits(case).has_steps


def choice(case: Accepted) -> str:
    """The form field that names the one option chosen; "" where the response is another one."""
    field = traits(case).choice_field
    return field if field in case.right else ""


def is_choice(case: Accepted) -> bool:
    """Whether a response names one option, and nothing else."""
    return bool(choice(case))


def before_comparing(case: Accepted) -> dict[str, str]:
    """Of the right response, what is given before the first of several presses."""
    return {name: value for name, value in case.right.items() if name in traits(case).first_fields}


def written(case: Accepted) -> str:
    """The form field that the reader writes into before she compares."""
    return traits(case).first_fields[0]


def while_comparing(case: Accepted) -> dict[str, str]:
    """The rest of it."""
    return {name: value for name, value in case.right.items() if name not in traits(case).first_fields}


def has_hints(case: Accepted) -> bool:
    """Whether the question offers a hint."""
    return "\nhints:" in case.question


def _nothing(block: Block, case: Accepted) -> None:
    block.expect_state("open")


def _press(block: Block, case: Accepted) -> None:
    block.button.click()


def _compare(block: Block, case: Accepted) -> None:
    block.fill(before_comparing(case))
    block.button.click()


def _open_hint(block: Block, case: Accepted) -> None:
    block.offered_hint.click()


def _answer_wrongly(block: Block, case: Accepted) -> None:
    block.give(case.wrong)
    block.expect_state("wrong")


def _edit(block: Block, case: Accepted) -> None:
    block.fill(case.right)
    block.expect_state("wrong")


def _check_the_same(block: Block, case: Accepted) -> None:
    block.button.click()


def _answer_again(block: Block, case: Accepted) -> None:
    block.answer_again()


def _show(block: Block, case: Accepted) -> None:
    block.show_answer.click()
    block.expect_state("shown")


def _answer_rightly(block: Block, case: Accepted) -> None:
    block.give(case.right)
    block.expect_state("right")


def _answer_rightly_later(block: Block, case: Accepted) -> None:
    if has_steps(case):
        block.answer_again()
    _answer_rightly(block, case)


Action = Callable[[Block, Accepted], None]

WAYS: Mapping[str, tuple[str, Action]] = {
    "unanswered": ("", _nothing),
    "hint": ("unanswered", _open_hint),
    "empty press": ("unanswered", _press),
    "comparing": ("unanswered", _compare),
    "wrong": ("unanswered", _answer_wrongly),
    "the same": ("wrong", _check_the_same),
    "edited": ("wrong", _edit),
    "again": ("wrong", _answer_again),
    "right later": ("wrong", _answer_rightly_later),
    "shown": ("wrong", _show),
    "right": ("unanswered", _answer_rightly),
}
"""Every state: the one before it, and the action that leads from there."""


def states(case: Accepted) -> list[str]:
    """The states that a question of this kind can be in."""
    never = {"empty press", "shown", "the same", "edited"} if has_steps(case) else {"comparing"}
    if not traits(case).can_be_empty:
        never.add("empty press")
    if not has_hints(case):
        never.add("hint")
    return [state for state in WAYS if state not in never]


def cases_in(state: str) -> list[Accepted]:
    """The cases that know this state."""
    return [case for case in all_accepted() if state in states(case)]


def bring(block: Block, case: Accepted, state: str) -> Block:
    """Do what leads an unanswered block to the state."""
    before, action = WAYS[state]
    if before:
        bring(block, case, before)
    action(block, case)
    return block


def visit(block: Block, case: Accepted) -> Iterator[str]:
    """Lead an unanswered block from state to state; all is cleared only where no way leads on."""
    here = ""
    for state in states(case):
        before, action = WAYS[state]
        if before == here or (before == "unanswered" and block.state == "open"):
            action(block, case)
        else:
            block.clear()
            bring(block, case, state)
        here = state
        yield state
