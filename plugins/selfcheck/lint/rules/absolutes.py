"""absolute-in-distractors: words such as "always" that give a wrong option away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selfcheck.lint.question import Options, Question
from selfcheck.lint.rule import ENGLISH, Finding, Rule
from selfcheck.lint.rules.whole_sets import is_all_of_the_above, is_none_of_the_above
from selfcheck.lint.wording import Wording

_ABSOLUTE = re.compile(
    r"(?<![\w-])(?:always|never|only|all|every|everything|everyone|none|completely|entirely|impossible|must)(?![\w-])",
    re.IGNORECASE,
)
_HARMLESS = re.compile(
    r"^(?:none|all)(?=\s*[,;:–-])|\bof\s+all\b|\ball\s+(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b|\b(?:at\s+all|first\s+of\s+all|after\s+all|above\s+all|in\s+all|not\s+(?:only|all|always|every)|all\s+but|if\s+and\s+only\s+if"
    r"|the\s+only\s+thing|all\s+the\s+same)\b",
    re.IGNORECASE,
)

_OF_AMOUNT = frozenset({"all", "every", "none", "only"})
_FEWEST_WORDS = 5
"""Below which a text names a thing, such as "the second only", rather than says something of it."""


def absolutes(text: Wording) -> list[str]:
    """The words of a text that leave no exception."""
    prose = text.prose
    if is_all_of_the_above(prose) or is_none_of_the_above(prose):
        return []
    words = [word.casefold() for word in _ABSOLUTE.findall(_HARMLESS.sub("", prose))]
    is_fragment = len(text.words) < _FEWEST_WORDS
    return [word for word in words if not (is_fragment and word in _OF_AMOUNT)]


def _find(question: Question) -> Iterator[Finding]:
    for options in question.choices:
        yield from _in(options, set(absolutes(question.stem)))


def _in(options: Options, asked: set[str]) -> Iterator[Finding]:
    if any(absolutes(each.wording) for each in options.keys):
        return
    for option in options.distractors:
        if words := [word for word in absolutes(option.wording) if word not in asked]:
            message = f'"{words[0]}" stands in a distractor, and the key leaves room for exceptions'
            yield Finding(message, "claim as much in the key, or less in the distractor", option.source)
            return


RULES = (Rule("absolute-in-distractors", _find, ENGLISH),)
