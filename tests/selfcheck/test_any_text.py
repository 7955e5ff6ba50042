"""Any text in a question file or a fence gives problems and never an exception."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from selfcheck.bank import Bank
from selfcheck.directive import read_directive
from selfcheck.model import fragment
from selfcheck.pages.fence import fences_of
from selfcheck.question_types import discover
from selfcheck.quiz_text import read_quiz
from selfcheck.translation.reading import Original, read_translation
from selfcheck.yaml_syntax import lines_of
from tests.selfcheck.cases import all_accepted, quiz_of
from tests.selfcheck.translating import translation_of

EVERYTHING = ["explanation", "feedback", "hints", "objective", "section"]
ANY_PACE = settings(suppress_health_check=list(HealthCheck))


@cache
def whole_file() -> str:
    """Every accepted question in one file."""
    return quiz_of(*(case.question for case in all_accepted()))


@st.composite
def edited(draw: st.DrawFn) -> str:
    """A sound file after some slips of the hand: deleted, doubled, moved or mistyped pieces."""
    text = draw(st.sampled_from([quiz_of(case.question) for case in all_accepted()]))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 30)))
        inserted = draw(
            st.one_of(st.just(""), st.just(text[start:end] * 2), st.sampled_from(SLIPS), st.text(max_size=4))
        )
        text = text[:start] + inserted + text[end:]
    return text


@st.composite
def edited_translation(draw: st.DrawFn) -> tuple[str, str]:
    """A sound file, and a translation of it after some slips: pieces replaced by others of it."""
    case = draw(st.sampled_from(all_accepted()))
    original = quiz_of(case.question)
    text = draw(st.sampled_from([translation_of(case.question), original]))
    for _ in range(draw(st.integers(1, 4))):
        start, length = draw(st.integers(0, len(text))), draw(st.integers(0, 30))
        other = draw(st.integers(0, len(text)))
        inserted = draw(st.sampled_from(["", text[other : other + length], "{}", "[]", "3", *SLIPS]))
        text = text[:start] + inserted + text[start + length :]
    return original, text


SLIPS = [
    "\n",
    "\t",
    ": ",
    "- ",
    "[",
    "]",
    "{",
    "}",
    "'",
    '"',
    "|\n",
    "&a ",
    "*a ",
    "!x ",
    "```\n",
    "# ",
    "? ",
    "~",
    "\r",
]


@ANY_PACE
@given(st.one_of(st.text(), edited()))
def test_any_file_gives_a_quiz_or_problems(text: str) -> None:
    quiz = read_quiz("quiz", "quizzes/quiz.yml", text, EVERYTHING)
    assert quiz.problems or quiz.entries
    lines = len(text.splitlines()) + 1
    for problem in quiz.problems:
        assert problem.message
        assert problem.hint
        assert "\n" not in str(problem)
        assert problem.line is not None
        assert 1 <= problem.line <= lines
        assert problem.column is not None
        assert problem.column >= 1


@ANY_PACE
@given(st.text(), st.sampled_from(["", "> ", "- ", "    "]))
def test_any_fence_that_names_no_quiz_gives_complaints(body: str, prefix: str) -> None:
    page = [f"{prefix}```quiz", *(f"{' ' * len(prefix)}{line}" for line in body.splitlines()), "```"]
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
    told = [complaint.line_in_text for complaint in fragment.complaints("\n".join(lines))]
    assert all(line is not None and 0 <= line < max(1, len(lines)) for line in told)


@pytest.mark.parametrize(
    "character", ["\0", "\x07", "\x7f", "\x85", "\u2028", "\ufeff", "\ud800", "\U0001f642"]
)
def test_odd_characters(character: str) -> None:
    text = whole_file().replace("pixel", f"pi{character}xel", 1)
    quiz = read_quiz("quiz", "quiz.yml", text)
    assert quiz.problems or quiz.entries


@ANY_PACE
@given(edited_translation())
def test_any_translation_gives_texts_or_problems(texts: tuple[str, str]) -> None:
    original, text = texts
    quiz = read_quiz("quiz", "quizzes/quiz.yml", original)
    translation = read_translation(
        Original(quiz, original), "fr", "quizzes/quiz.fr.yml", text, EVERYTHING, discover(), functions={}
    )
    lines = len(lines_of(text)) + 1  # what the end of a file lacks
    for problem in (*translation.problems, *translation.missing, *translation.stale):
        assert problem.message
        assert problem.hint
        assert "\n" not in str(problem)
        assert problem.line is not None
        assert 1 <= problem.line <= lines
    for entry in translation.entries:
        assert entry.item.fingerprint == quiz.entries[0].item.fingerprint
