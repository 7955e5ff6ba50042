"""A rule of the linter, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from selfcheck.lint.question import Question
from selfcheck.problems import Severity

ENGLISH = frozenset({"en"})
WITH_GERMAN_AND_FRENCH = frozenset({"de", "en", "fr"})


@dataclass(frozen=True, slots=True)
class Finding:
    """A flaw: the text that has it as the author wrote it, or none for the question as a whole.

    `words` are those of the text in which the flaw is, where it is in a few of them.
    """

    message: str
    hint: str
    text: str | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """What makes a sound question a bad one. Reason, source and examples stand in the catalogue.

    `languages` are those whose words the rule knows; it is silent in others. Without any, it reads no words.
    """

    name: str
    find: Callable[[Question], Iterable[Finding]]
    languages: frozenset[str] | None = None
    severity: Severity = "warning"

    def speaks(self, language: str) -> bool:
        """Whether the rule can judge a text in this language, given by its tag."""
        return self.languages is None or language.partition("-")[0] in self.languages
