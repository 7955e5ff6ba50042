"""The numbers of an overview, taken from the questions of a bank, their pages and their problems."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from selfcheck.bank import Bank
from selfcheck.lint.bank_tests import Share, key_places, longest_keys, trace_of, true_statements
from selfcheck.lint.linter import USUAL_LANGUAGE
from selfcheck.lint.question import Question
from selfcheck.lint.readability import FEWEST_WORDS, reading_ease
from selfcheck.problems import Problem
from selfcheck.quiz import Translation

_HARDEST = 3
"""How many of the questions that are hardest to read are named."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Which sections the questions cover, and which questions pages show."""

    empty: tuple[str, ...] = ()
    """Sections without a question, as page.md#heading, on pages of which others have some."""
    unshown: tuple[str, ...] = ()
    """The ids of questions that no page shows."""


@dataclass(frozen=True, slots=True)
class Ease:
    """The reading ease of the questions that are long enough to have one."""

    median: int | None
    counted: int
    hardest: Mapping[str, int]
    """That of the hardest questions, by id."""


@dataclass(frozen=True, slots=True)
class Language:
    """How far the questions are translated into a language."""

    translated: int
    missing: int
    stale: int


@dataclass(frozen=True, slots=True)
class Overview:
    """A bank at a glance; questions are named by their ids."""

    files: int
    questions: int
    broken: int
    """Questions that cannot be read for their problems, and of which nothing below tells."""
    types: Mapping[str, int]
    objectives: Mapping[str, tuple[str, ...]]
    without_objective: tuple[str, ...]
    sections: Mapping[str, tuple[str, ...]]
    without_section: tuple[str, ...]
    stamped: int
    """Questions that were compared with their sections."""
    stale: tuple[str, ...]
    """Those of them whose section has changed since."""
    passages: Coverage | None
    """None where the pages were not read."""
    places: tuple[Share, ...]
    """How often the key is the first option, the second and so on, where options are not shuffled."""
    longest: Share
    true: Share
    ease: Ease
    languages: Mapping[str, Language]
    problems: Mapping[str, Mapping[str, int]]
    """How many problems there are of each severity, and of each code."""


def overview_of(
    bank: Bank, language: str, problems: Iterable[Problem], passages: Coverage | None
) -> Overview:
    """The overview of a bank; `language` is that of files that name none."""
    usual = language or USUAL_LANGUAGE
    items = [entry.item for entry in bank.entries.values()]
    questions = [Question(entry.item, entry.language or usual) for entry in bank.entries.values()]
    traces = list(map(trace_of, questions))
    told = list(problems)
    stamped = [entry.id for entry in bank.entries.values() if entry.section_stamp]
    changed = {each.item for each in told if each.code == "stale"}
    return Overview(
        files=len(bank.quizzes),
        questions=len(items),
        broken=len(bank.broken - bank.entries.keys()),
        types=_most_first(Counter(item.type for item in items)),
        objectives=_by((item.objective, item.id) for item in items),
        without_objective=tuple(item.id for item in items if item.objective is None),
        sections=_by((item.section, item.id) for item in items),
        without_section=tuple(item.id for item in items if item.section is None),
        stamped=len(stamped),
        stale=tuple(name for name in stamped if name in changed),
        passages=passages,
        places=tuple(key_places(traces)),
        longest=longest_keys(traces),
        true=true_statements(traces),
        ease=_ease(questions),
        languages=_languages(bank.translations),
        problems=_counts(told),
    )


def _most_first(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda each: (-each[1], each[0])))


def _by(pairs: Iterable[tuple[str | None, str]]) -> dict[str, tuple[str, ...]]:
    """The ids that belong to each value, in the order of the files."""
    found: dict[str, tuple[str, ...]] = {}
    for value, name in pairs:
        if value is not None:
            found[value] = (*found.get(value, ()), name)
    return found


def _ease(questions: Iterable[Question]) -> Ease:
    read = [
        (reading_ease(each.running_text), each.item.id)
        for each in questions
        if each.language.startswith(USUAL_LANGUAGE)
    ]
    long = sorted((round(ease), name) for (ease, words), name in read if words >= FEWEST_WORDS)
    middle = round(median(ease for ease, _ in long)) if long else None
    return Ease(middle, len(long), {name: ease for ease, name in long[:_HARDEST]})


def _languages(translations: Sequence[Translation]) -> dict[str, Language]:
    found: dict[str, Language] = {}
    for each in sorted(translations, key=lambda each: each.language):
        known = found.get(each.language, Language(0, 0, 0))
        found[each.language] = Language(
            known.translated + len(each.entries),
            known.missing + len(each.missing),
            known.stale + len(each.stale),
        )
    return found


def _counts(problems: Iterable[Problem]) -> dict[str, dict[str, int]]:
    listed = list(problems)
    return {
        severity: _most_first(Counter(each.code for each in listed if each.severity == severity))
        for severity in ("error", "warning", "note")
    }
