"""The explorers of this site say what its pages say of them."""

from __future__ import annotations

from pathlib import Path

import yaml

from explorers.directive import read_directive
from explorers.layer_arithmetic.arithmetic import Outcome
from explorers.layer_arithmetic.settings import Settings
from selfcheck.pages.fence import fences_of
from tests.explorers.settings import layer

ROOT = Path(__file__).parents[2]


def first_settings(page: str) -> list[tuple[str, Settings]]:
    """The question that each explorer of a page waits for, and what the explorer begins with."""
    lines = (ROOT / "docs" / page).read_text("utf-8").splitlines()
    directives = [read_directive(fence, ROOT / "docs") for fence in fences_of("explorer", lines)]
    assert not [each for directive in directives for each in directive.complaints]
    return [(each.reveal_after.text if each.reveal_after else "", each.offer.settings) for each in directives]


def unread(settings: Settings) -> list[int]:
    return [at for at, count in enumerate(Outcome.of(settings).counts) if not count]


def test_the_explorer_of_the_lesson_shows_the_answer_to_its_question() -> None:
    ((awaited, settings),) = first_settings("lessons/downsampling.md")
    questions = yaml.safe_load((ROOT / "quizzes/downsampling.yml").read_text("utf-8"))["questions"]
    answers = {each["id"]: each.get("answer") for each in questions}
    assert answers[awaited] == len(unread(settings)) == 4
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
