"""Rules that need the page of a question: answered-above, a key that the passage says word for word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from selfcheck.lint.english import root_of
from selfcheck.lint.question import Question
from selfcheck.lint.rule import ENGLISH, Finding
from selfcheck.lint.wording import Wording
from selfcheck.problems import Severity

_FEWEST_WORDS = 3
"""Words of meaning below which a key is a term, which a passage has to name."""

_FEWEST_IN_STATEMENT = 4


@dataclass(frozen=True, slots=True)
class PageRule:
    """A rule that reads the passage above a question. Reason, source and examples stand in the catalogue."""

    name: str
    find: Callable[[Question, Wording], Iterable[Finding]]
    languages: frozenset[str]
    severity: Severity = "warning"


def _find(question: Question, passage: Wording) -> Iterator[Finding]:
    read = _meaning(passage)
    hint = "ask for what follows from the passage, in words of your own"
    if question.judgement and question.judgement.options[0].correct:
        if _says(read, _meaning(question.stem), _FEWEST_IN_STATEMENT):
            yield Finding("the passage above says the statement in its words", hint, question.item.stem)
        return
    for options in question.choices:
        if any(_says(read, _meaning(each.wording), 1) for each in options.distractors):
            continue
        for key in options.keys:
            if _says(read, _meaning(key.wording), _FEWEST_WORDS):
                yield Finding("the passage above says the key in its words", hint, key.source)


def _meaning(text: Wording) -> tuple[str, ...]:
    """The words that carry meaning, in their order and without their endings."""
    return tuple(root for word in text.words if (root := root_of(word)))


def _says(read: Sequence[str], said: Sequence[str], fewest: int) -> bool:
    """Whether words stand side by side in what was read."""
    count = len(said)
    return count >= fewest and any(
        read[start : start + count] == said for start in range(len(read) - count + 1)
    )


PAGE_RULES = {"answered-above": PageRule("answered-above", _find, ENGLISH, severity="note")}
"""Every such rule by its name. One that is new is a note, and a warning from the next minor version on."""


def page_findings(question: Question, passage: Wording) -> Iterator[tuple[PageRule, Finding]]:
    """What these rules find in a question below a passage."""
    for rule in PAGE_RULES.values():
        is_waived = rule.name in (question.item.lint_ok or ())
        if not is_waived and question.language.partition("-")[0] in rule.languages:
            yield from ((rule, finding) for finding in rule.find(question, passage))
