"""longest-key: the right option can be told by its length."""

from __future__ import annotations

from collections.abc import Iterator

from selfcheck.lint.question import Options, Question
from selfcheck.lint.rule import Finding, Rule
from selfcheck.lint.rules.whole_sets import is_none_of_the_above

MOST_RATIO = 1.3
MOST_EXCESS = 20
"""How much longer, in characters, a key is before it is seen at a glance."""


def _find(question: Question) -> Iterator[Finding]:
    for options in question.choices:
        yield from _in(options)


def _in(options: Options) -> Iterator[Finding]:
    compared = [each for each in options.distractors if not is_none_of_the_above(each.wording.prose)]
    if not compared:
        return
    longest = max(each.wording.length for each in compared)
    lengths = [each.wording.length for each in options.keys]
    if lengths and all(n >= MOST_RATIO * longest and n - longest >= MOST_EXCESS for n in lengths):
        message = f"the key has {max(lengths)} characters, and the longest distractor {longest}"
        yield Finding(message, "cut the key, or say as much in a distractor", options.keys[0].source)


RULES = (Rule("longest-key", _find),)
