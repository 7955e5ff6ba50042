"""Any text in a translation gives texts or problems, and never an exception."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from selfcheck.question_types import discover
from selfcheck.quiz_text import read_quiz
from selfcheck.translation.reading import Original, read_translation
from selfcheck.yaml_syntax import lines_of
from tests.selfcheck.cases import all_accepted, quiz_of
from tests.selfcheck.fuzz.odd import SLIPS
from tests.selfcheck.translating import translation_of

ANY_PACE = settings(suppress_health_check=list(HealthCheck))


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, str]:
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


@ANY_PACE
@given(damaged())
def test_a_damaged_translation_gives_problems_at_its_lines_or_one_record(texts: tuple[str, str]) -> None:
    original, text = texts
    quiz = read_quiz("quiz", "quizzes/quiz.yml", original)
    translation = read_translation(
        Original(quiz, original), "fr", "quizzes/quiz.fr.yml", text, (), discover(), functions={}
    )
    for problem in (*translation.problems, *translation.missing, *translation.stale):
        assert problem.message
        assert problem.hint
        assert "\n" not in str(problem)
        assert problem.line is not None
        assert 1 <= problem.line <= len(lines_of(text))
    for entry in translation.entries:
        assert entry.item.fingerprint == quiz.entries[0].item.fingerprint
