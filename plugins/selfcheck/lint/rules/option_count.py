"""too-many-options and too-few-options."""

from __future__ import annotations

from collections.abc import Iterator

from selfcheck.lint.question import Question
from selfcheck.lint.rule import Finding, Rule

FEWEST = 3
MOST = 4
MOST_OF_SEVERAL = 6
"""Where several may apply."""


def _too_many(question: Question) -> Iterator[Finding]:
    for options in question.choices:
        most = MOST_OF_SEVERAL if options.asked.many else MOST
        if (count := len(options.all)) > most:
            message = f"{count} options; more than {most} are read and soon forgotten"
            yield Finding(
                message, "keep the key and the two or three mistakes that readers make", options.all[0].source
            )


def _too_few(question: Question) -> Iterator[Finding]:
    if question.choice and len(question.choice.all) < FEWEST:
        message = f"{len(question.choice.all)} options: every other guess is right"
        hint = "add a mistake that readers make, or make it a statement that is true or false"
        yield Finding(message, hint, question.choice.all[0].source)


RULES = (Rule("too-many-options", _too_many), Rule("too-few-options", _too_few))
