"""Any text in a question file or a fence gives problems and never an exception."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from selfcheck.bank import Bank
from selfcheck.directive import read_directive
from selfcheck.pages.fence import fences_of
from selfcheck.quiz_text import read_quiz
from tests.selection import LONG_DAMAGE, SMALL_DAMAGE
from tests.selfcheck.cases import all_accepted, quiz_of
from tests.selfcheck.fuzz.trial import failures

PORTIONS = 4
"""Tests that the damaged files are split into, for several workers."""

ANY_PACE = settings(suppress_health_check=list(HealthCheck))


@cache
def whole_file() -> str:
    """Every accepted question in one file."""
    return quiz_of(*(case.question for case in all_accepted()))


@pytest.mark.parametrize("portion", range(PORTIONS))
def test_a_damaged_file_or_page_gives_problems_at_their_lines_in_time(portion: int, all_states: bool) -> None:
    count = (LONG_DAMAGE if all_states else SMALL_DAMAGE) // PORTIONS
    first = Random().randrange(2**40) if all_states else portion * count
    sound, wrong = failures(first, count)
    assert wrong == {}, "".join(f"seed {seed}:\n{said}\n" for seed, said in wrong.items())
    assert 0 < sound < count


@ANY_PACE
@given(st.text(), st.sampled_from(["", "> ", "- ", "    "]))
def test_any_fence_that_names_no_quiz_gives_complaints(body: str, prefix: str) -> None:
    inside = prefix if ">" in prefix else " " * len(prefix)
    page = [f"{prefix}```quiz", *(f"{inside}{line}" for line in body.splitlines()), f"{inside}```"]
    for fence in fences_of("quiz", page):
        directive = read_directive(fence, Bank({}))
        assert directive.complaints


@ANY_PACE
@given(
    st.lists(
        st.sampled_from(
            ["```", "~~~", "````", "text", "# h", "- ", "> ", "    ", "<!--", "-->", "```quiz", ""]
        )
    )
)
def test_any_page_has_its_fences_in_order(lines: list[str]) -> None:
    fences = list(fences_of("quiz", lines))
    assert all(first.end <= second.start for first, second in pairwise(fences))


@pytest.mark.parametrize(
    "character", ["\0", "\x07", "\x7f", "\x85", "\u2028", "\ufeff", "\ud800", "\U0001f642"]
)
def test_characters_that_no_file_may_hold_are_told_and_others_are_text(character: str) -> None:
    text = whole_file().replace("pixel", f"pi{character}xel", 1)
    quiz = read_quiz("quiz", "quiz.yml", text)
    assert bool(quiz.problems) == (character not in "\ufeff\U0001f642")
