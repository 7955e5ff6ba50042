"""reading-ease: a question that is hard to read, whatever it asks."""

from __future__ import annotations

from collections.abc import Iterator

from selfcheck.lint.question import Question
from selfcheck.lint.readability import FEWEST_WORDS, VERY_DIFFICULT, reading_ease
from selfcheck.lint.rule import ENGLISH, Finding, Rule


def _find(question: Question) -> Iterator[Finding]:
    if sum(len(each.words) for each in question.running_text) < FEWEST_WORDS:
        return
    ease, words = reading_ease(question.running_text)
    if ease < VERY_DIFFICULT:
        message = f"the reading ease is {ease:.0f}, very difficult (Flesch; {words} words)"
        yield Finding(message, "write shorter sentences and shorter words where there are some")


RULES = (Rule("reading-ease", _find, ENGLISH, severity="note"),)
