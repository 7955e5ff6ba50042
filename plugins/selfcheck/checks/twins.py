"""Finds entries of a list with the same text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from selfcheck.complaint import Complaint
from selfcheck.lookalikes import as_seen
from selfcheck.model.item import Parts

_WORD_OR_CODE = re.compile(
    r"`[^`]*`|\$[^$]*\$|(?P<small>\b(?:A|An|At|By|He|If|In|Is|It|No|Of|On|So|To|We)\b(?= \w))|\w+"
)
_ENTITY_OR_CODE = re.compile(
    r"`[^`]*`|\$[^$]*\$|(?P<entity>&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]*);)"
)
_FEWEST_LETTERS = 3
"""Below which a word may be a symbol, as m and M, or aa and Aa."""


def twins(
    parts: Parts, field: str, text: str, one: str, many: str, *, is_plain: bool = False
) -> Iterator[Complaint]:
    """Complaints about entries of the list `field` that repeat the `text` of an earlier entry.

    Several spaces count as one; what cannot be seen is ignored, and so is the capital that a word may begin
    with. An entity is the sign that it stands for, unless the text `is_plain` and no Markdown. `one` and
    `many` name an entry and several of them in messages.
    """
    written = [entry[text] if entry and entry.get(text) else "" for entry in parts.get(field) or ()]
    seen = [_seen(each if is_plain else with_signs(each)) for each in written]
    if len({each.lower() for each in seen}) == len(seen):
        return  # as nearly all lists are: the capitals of words are looked at where a twin may be
    first: dict[str, int] = {}
    for index, plain in enumerate(map(without_capitals, seen)):
        if plain and plain in first:
            message = f"the same text as {one} {first[plain] + 1}"
            yield Complaint((field, index, text), message, f"make the two {many} differ, or remove one")
        first.setdefault(plain, index)


def as_compared(text: str) -> str:
    """A text of Markdown so that two of them are equal if they are twins."""
    return without_capitals(_seen(with_signs(text)))


def _seen(text: str) -> str:
    return as_seen(" ".join(text.split()))


def with_signs(text: str) -> str:
    """A text of Markdown with the signs that its entities stand for; in code and formulas they are none."""
    if "&" not in text:
        return text
    return _ENTITY_OR_CODE.sub(lambda each: html.unescape(each[0]) if each["entity"] else each[0], text)


def without_capitals(text: str) -> str:
    """A text without the capitals that its words may begin with; code, formulas and symbols keep theirs."""
    return _WORD_OR_CODE.sub(_folded, text)


def _folded(found: re.Match[str]) -> str:
    text = found[0]
    is_word = found["small"] or (len(text) >= _FEWEST_LETTERS and text[1:].islower() and text.isalpha())
    return text.lower() if is_word else text
