"""near-duplicate-options: two options that say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from selfcheck.lint.question import Option, Question
from selfcheck.lint.rule import Finding, Rule
from selfcheck.lint.wording import CODE

_NUMBER = re.compile(r"([+\-−]?(?!0\d)\d+(?:[.,]\d+)?)(?:\s*/\s*(\d+))?\s*(%?)")
_ARTICLES = re.compile(r"\b(?:the|an?|it|that|is|are|will|be)\b")
_SIGNS = re.compile(rf"[^\w\s{CODE}+\-−<>=/*%.,]|[.,](?!\d)")


def number_in(text: str) -> Fraction | None:
    """The number that a text is, as 0.5, 1/2 or 50 %; None for any other text."""
    found = _NUMBER.fullmatch(text.strip())
    if not found:
        return None
    value, divisor, percent = found.groups()
    number = Fraction(value.replace(",", ".").replace("−", "-"))
    if divisor and not int(divisor):
        return None
    return number / int(divisor or 1) / (100 if percent else 1)


def _sense(option: Option) -> object:
    """What two options have in common that say the same."""
    text = option.wording
    number = number_in(text.visible)
    if number is not None:
        return number
    if text.is_literal:
        return text.visible
    prose = _ARTICLES.sub(" ", _SIGNS.sub(" ", text.prose.casefold()))
    return " ".join(prose.split()), " ".join(text.code.split()), text.computed


def _find(question: Question) -> Iterator[Finding]:
    for options in question.choices:
        seen: dict[object, Option] = {}
        for option in options.all:
            sense = _sense(option)
            if sense in seen and sense != ("", "", ()):
                message = f'"{option.wording.visible}" says the same as "{seen[sense].wording.visible}"'
                yield Finding(message, "make the two differ in what they claim", option.source)
            seen.setdefault(sense, option)


RULES = (Rule("near-duplicate-options", _find),)
