"""What options are called: letters, or the numbers that their author wrote before their texts."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from selfcheck.complaint import Complaint

if TYPE_CHECKING:  # a build whose blocks are all kept does not pay for the models
    from selfcheck.model.item import Parts

_NAME = r"\d{1,2}|[A-Za-z]|[IVX]{1,5}|[ivx]{1,5}"
_WRITTEN = re.compile(rf"[*_]{{0,2}}(?:\(({_NAME})\)|({_NAME})[.):])[*_]{{0,2}}(?=\s|\Z)")
"""A number or a letter before a text, with a sign that sets it apart."""

_LISTED = re.compile(rf"({_NAME})([.)])(?=\s)")
"""What Markdown may take for the beginning of a list, whose entries it numbers itself."""

_FURTHER_ENTRY = re.compile(rf"^ {{0,3}}(?:{_NAME})[.)]\s", re.MULTILINE)
_KINDS = "1AaIi"
"""Figures, letters and Roman numerals, as HTML names them."""

_TENS = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")
_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


@dataclass(frozen=True, slots=True)
class OptionLabels:
    """The labels of the options of one question, in the order of the file."""

    kind: str
    """What the list of reasons counts by: the value of `type` in HTML."""
    names: tuple[str, ...]
    """What key and reasons call each option."""
    written: int = 0
    """How many options, from the first on, begin with their own name, so that none is put before them."""

    @classmethod
    def of(cls, texts: Sequence[str], *, shuffled: bool = False) -> OptionLabels:
        """The author's own where at least two options, from the first on, begin with theirs; else letters.

        Options after those may begin with none; their labels go on from there. Texts that are nothing but
        these labels, such as 1, 2 and 3, count too. Where options are shuffled, they have letters.
        """
        for kind in "" if shuffled else _KINDS:
            names = _names(kind, len(texts))
            count = _written(texts, names)
            if count > 1 or (len(texts) > 1 and tuple(text.strip() for text in texts) == names):
                return cls(kind, names, count or len(texts))
        return cls("A", _names("A", len(texts)))

    def before(self, place: int) -> str:
        """The label that is put before the option at a place, from 0."""
        return "" if place < self.written else self.names[place]


def shown_option(text: str) -> str:
    """The Markdown of an option whose number stays the number that was written."""
    marked = _LISTED.match(text)
    if marked is None or _FURTHER_ENTRY.search(text, marked.end()):
        return text
    first, _, further = text[marked.end() :].partition("\n")
    return f"{marked[1]}\\{marked[2]}{first}" + (f"\n{textwrap.dedent(further)}" if further else "")


def numbered_but_shuffled(parts: Parts) -> Iterator[Complaint]:
    """The complaint that options which begin with their own numbers are shuffled."""
    options = parts.get("options") or ()
    texts = tuple(str(option.get("text") or "") if option else "" for option in options)
    if parts.get("shuffle") == "true" and _written(texts, OptionLabels.of(texts).names) > 1:
        message = "the options begin with their numbers, and would be shuffled against them"
        yield Complaint(("shuffle",), message, "remove `shuffle`, or the numbers")


def are_labelled(texts: Sequence[str]) -> bool:
    """Whether the first two texts or more begin with numbers or letters in order, and no later one does."""
    return any(_written(texts, _names(kind, len(texts))) > 1 for kind in _KINDS)


def _written(texts: Sequence[str], names: Sequence[str]) -> int:
    """How many texts, from the first on, begin with their name, if no further one begins with any."""
    marks = [_WRITTEN.match(text) for text in texts]
    found = [mark[1] or mark[2] if mark else "" for mark in marks]
    count = next((place for place, name in enumerate(names) if found[place] != name), len(names))
    return 0 if any(found[count:]) else count


def _names(kind: str, count: int) -> tuple[str, ...]:
    return tuple(_name(kind, number) for number in range(1, count + 1))


def _name(kind: str, number: int) -> str:
    """The label of this number from 1 on, as lists in HTML count: AA comes after Z."""
    if kind == "1":
        return str(number)
    if kind in "Aa":
        before, last = divmod(number - 1, 26)
        return (_name(kind, before) if before else "") + chr(ord(kind) + last)
    roman = "C" * (number // 100) + _TENS[number // 10 % 10] + _ONES[number % 10]
    return roman if kind == "I" else roman.lower()
