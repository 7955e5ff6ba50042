"""all-of-the-above and none-of-the-above: options about the other options."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from selfcheck.lint.question import Question
from selfcheck.lint.rule import ENGLISH, Finding, Rule

_PLACED = r"(?:above|below|others?|(?:afore)?mentioned|listed|given|previous|preceding)"
_ENTRIES = r"(?:options?|answers?|choices?|alternatives?|statements?)"
_OTHERS = rf"(?:the\s+)?(?:{_PLACED}|options|answers|choices|alternatives|statements)\b"
_SHOWN = rf"(?:\w+\s+)?(?:{_PLACED}|provided|suggested|stated)(?:\s+{_ENTRIES})?\s*[.!]?$"
_RIGHT = r"(?:correct|right|true|valid)\b"
_DONE = r"(?:\w+ed|shown|thrown|sent|written|drawn|left|lost|kept|read|found|known)\b"
"""What is done to things, as in "none is returned": it says more than that options hold."""

_OF_THINGS = rf"(?!\s+(?!(?:is|was|has|does|{_ENTRIES})\b)\w+s\s+(?!(?:is|are)\s+{_RIGHT})\w)"
"""Behind "all of these", a noun and a verb, as in "all of these steps happen at night"."""

_ALL = re.compile(
    rf"^(?:all|every\s?one|everything|any|each)\s+(?:of\s+(?:these|them|those)\b{_OF_THINGS}|of\s+{_OTHERS}|(?:the\s+)?above\b"
    rf"|are\b(?!\s+{_DONE}\s+\w)|(?:three|four|options|answers|choices|statements)\b)"
    rf"|^(?:all|every\w*|each)\s+(?:(?:of\s+)?the\s+)?{_SHOWN}"
    rf"|^all\s+the\s+{_ENTRIES}\s+are\b|^they\s+are\s+all\s+{_RIGHT}|^all\s+(?:these|those)\s*[.!]?$"
    r"|^(?:(?:it|they)\s+)?(?:is|are|has|have|in|for|by|with|on|at|to|from)\s+(?:all|any|each)\s+of\s+"
    r"(?:these|those|them|the\s+above)(?:\s+\w+)?\s*[.!]?$",
    re.I,
)
_NONE = re.compile(
    rf"^(?:none|nothing|not\s+any)\s+(?:of\s+(?:these|them|those)\b|of\s+{_OTHERS}|(?:the\s+)?above\b|(?:is|are)\s+{_RIGHT})"
    rf"|^none\s+(?:(?:is|are)\b(?!\s+{_DONE})|of\s+the\s+{_SHOWN})"
    rf"|^no\s+{_ENTRIES}\s+(?:(?:listed|given|mentioned|above|here)\s+)?(?:(?:is|are)\s+{_RIGHT}|(?:applies|apply|fits?|holds?)\b)"
    rf"|^(?:there\s+is\s+)?no\s+(?:correct|right)\s+{_ENTRIES}(?:\s+(?:is\s+)?(?:listed|given|here|above))?\s*[.!]?$",
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
