"""near-duplicate-options: two options that say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

from selfcheck.checks.twins import without_capitals
from selfcheck.lint.english import NUMBERS
from selfcheck.lint.question import Option, Question
from selfcheck.lint.rule import Finding, Rule
from selfcheck.lint.synonyms import SYNONYMS

_DIGITS = r"[+\-−]?(?!0\d)\d+(?:[.,]\d+)?"
_NUMBER = re.compile(rf"({_DIGITS})(?:\s*/\s*(\d+))?\s*(%?)")
_DECIMAL = re.compile(_DIGITS)
_ARTICLES = re.compile(r"\b(?:the|an?|it|that|is|are|will|be)\b", re.IGNORECASE)
_PUNCTUATION = re.compile(r"[\"“”„«»…]|[.,;:!?]+$")
"""Signs that end or quote a text. Others may be what an option says, such as those of a formula or of C#, or
what is asked, such as the place of a comma."""

_NOT = re.compile(r"n['’]t\b", re.IGNORECASE)
_DIGITS_OF = {name: str(number) for number, name in enumerate(NUMBERS)}


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


def _sense(option: Option, same: Mapping[str, str]) -> object:
    """What two options have in common that say the same, be it in words that mean the same."""
    text = option.wording
    if text.is_literal:
        return text.visible
    if (number := number_in(text.visible)) is not None and not text.is_code:
        return number
    said = _NOT.sub(" not", _PUNCTUATION.sub(" ", without_capitals(text.prose))).replace("cannot", "can not")
    words = [same.get(word, word) for word in _ARTICLES.sub(" ", said).split()]
    return " ".join(words), " ".join(text.code.split()), text.formulas, text.computed


def _find(question: Question) -> Iterator[Finding]:
    same = {**SYNONYMS, **_DIGITS_OF} if question.language.startswith("en") else {}
    for options in question.choices:
        seen: dict[object, Option] = {}
        for option in options.all:
            sense = _sense(option, same)
            twin = seen.setdefault(sense, option)
            if twin is not option and sense != ("", "", (), ()) and not _is_notation_asked(option, twin):
                message = f'"{option.wording.visible}" says the same as "{twin.wording.visible}"'
                yield Finding(
                    message,
                    "make the two differ in what they claim: neither can be the only right one",
                    option.source,
                )


def _is_notation_asked(one: Option, other: Option) -> bool:
    """Whether both are decimals, as 1 and 1.0, of which a program may print one and not the other."""
    texts = {each.wording.visible.strip() for each in (one, other)}
    return len(texts) > 1 and all(map(_DECIMAL.fullmatch, texts))


RULES = (Rule("near-duplicate-options", _find),)
