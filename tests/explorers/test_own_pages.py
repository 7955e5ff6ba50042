"""The explorers of this site say what its pages say of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from explorers.directive import read_directive
from explorers.layer_arithmetic.arithmetic import Outcome
from explorers.layer_arithmetic.settings import Settings
from explorers.receptive_field.arithmetic import Outcome as FieldOutcome
from explorers.receptive_field.stack import Stack
from selfcheck.pages.fence import fences_of
from tests.explorers.settings import layer
from tests.explorers.stacks import rates

ROOT = Path(__file__).parents[2]


def first_offers(page: str) -> list[tuple[str, Any]]:
    """The question that each explorer of a page waits for, and what the explorer offers."""
    lines = (ROOT / "docs" / page).read_text("utf-8").splitlines()
    directives = [read_directive(fence, ROOT / "docs") for fence in fences_of("explorer", lines)]
    assert not [each for directive in directives for each in directive.complaints]
    return [(each.reveal_after.text if each.reveal_after else "", each.offer) for each in directives]


def first_settings(page: str) -> list[tuple[str, Settings]]:
    """The same with the settings of layer arithmetic."""
    return [(awaited, offer.settings) for awaited, offer in first_offers(page)]


def answers(quiz: str) -> dict[str, object]:
    """The answers of a quiz by the ids of its questions."""
    questions = yaml.safe_load((ROOT / "quizzes" / f"{quiz}.yml").read_text("utf-8"))["questions"]
    return {each["id"]: each.get("answer") for each in questions}


def unread(settings: Settings) -> list[int]:
    return [at for at, count in enumerate(Outcome.of(settings).counts) if not count]


def test_the_explorer_of_the_lesson_shows_the_answer_to_its_question() -> None:
    ((awaited, settings),) = first_settings("lessons/downsampling.md")
    assert answers("downsampling")[awaited] == len(unread(settings)) == 4
    assert unread(settings) == [2, 5, 8, 11]


def test_what_the_lesson_asks_to_try_comes_out_as_it_says() -> None:
    assert unread(layer(size=12, kernel=3, stride=3)) == []
    assert unread(layer(size=11, kernel=3, stride=3)) == [9, 10]
    assert unread(layer(size=11, kernel=3, stride=3, padding=1)) == []


def test_what_the_reference_asks_to_try_comes_out_as_it_says() -> None:
    ((_, settings),) = first_settings("reference/layer-arithmetic.md")
    assert (settings.kernel, settings.padding) == (3, 1)
    for even in range(2, 13, 2):
        one, other = (Outcome.of(layer(size=n, stride=2, padding=1)) for n in (even, even - 1))
        assert one.outputs == other.outputs
        last = [max(at for at, _ in each.links) for each in (one, other)]
        assert last == [even - 1, even - 1]  # the last pixel of the one, the padding of the other


def test_the_explorer_of_receptive_fields_shows_the_answer_to_its_question() -> None:
    ((awaited, offer),) = first_offers("lessons/receptive-field.md")
    assert answers("receptive-field")[awaited] == FieldOutcome.of(offer.stack).field == 14


def test_a_pooling_that_is_moved_later_makes_the_field_smaller_each_time() -> None:
    ((_, offer),) = first_offers("lessons/receptive-field.md")
    pooling, *threes = offer.stack.windows
    fields = []
    for place in range(4):
        moved = Stack(offer.stack.size, (*threes[:place], pooling, *threes[place:]))
        fields.append(FieldOutcome.of(moved).field)
    assert fields == [14, 12, 10, 8]


def test_what_the_lesson_on_dilation_asks_to_try_comes_out_as_it_says() -> None:
    ((_, offer),) = first_offers("lessons/dilated-convolution.md")
    assert [each.dilation for each in offer.stack.windows] == [2, 2, 2]
    assert holes(1, 2, 2) == []
    assert holes(1, 2, 8) == [-4, 4]
    assert [rate for rate in range(1, 19) if not holes(1, 2, rate)] == list(range(1, 8))


def holes(*numbers: int) -> list[int]:
    """Positions of a row that a stack of these rates does not read, from the middle of its field."""
    outcome = FieldOutcome.of(rates(*numbers))
    middle = outcome.field // 2
    return [at - middle for at, count in enumerate(outcome.paths) if not count]
