"""all-of-the-above and none-of-the-above: options about the other options."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from selfcheck.lint.question import Question
from selfcheck.lint.rule import ENGLISH, Finding, Rule

_PLACED = r"(?:above|below|others?|mentioned|listed|given|previous)"
_OTHERS = rf"(?:the\s+)?(?:{_PLACED}|options|answers|choices|alternatives|statements)\b"
_ALL = re.compile(
    rf"^(?:all|every\s?one|everything|any)\s+(?:of\s+(?:these|them|those)\b|of\s+{_OTHERS}|(?:the\s+)?above\b|(?:are|three|four|options|answers|choices|statements)\b)",
    re.I,
)
_NONE = re.compile(
    rf"^(?:none|nothing)\s+(?:of\s+(?:these|them|those)\b|of\s+{_OTHERS}|(?:the\s+)?above\b|(?:is|are)\b)",
    re.I,
)


def is_none_of_the_above(prose: str) -> bool:
    """Whether an option says that no other option holds."""
    return bool(_NONE.match(prose))


def is_all_of_the_above(prose: str) -> bool:
    """Whether an option says that all others hold."""
    return bool(_ALL.match(prose))


def _find(pattern: re.Pattern[str], hint: str, question: Question) -> Iterator[Finding]:
    for options in question.choices:
        for option in options.all:
            if found := pattern.match(option.wording.prose):
                yield Finding(f'"{found[0]}" speaks of the other options', hint, option.source)


RULES = (
    Rule(
        "all-of-the-above",
        partial(
            _find, _ALL, "ask for every option that applies, or leave it out: two right ones give it away"
        ),
        ENGLISH,
    ),
    Rule(
        "none-of-the-above",
        partial(
            _find, _NONE, "write a plausible wrong answer: who rules all others out has learned no right one"
        ),
        ENGLISH,
    ),
)
