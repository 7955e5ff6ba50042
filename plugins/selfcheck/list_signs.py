"""Signs at the beginning of entries: labels as lists count them, and bullets, of which Markdown knows few."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

_BULLETS = "•‣⁃◦▪▫●○■□➢➤►▶✓✔❖\uf0a7\uf0b7\uf0d8\uf0fc"
"""Of word processors; the last ones are those of their own fonts."""

LABEL = r"\d{1,2}|[A-Za-z]|[IVX]{1,5}|[ivx]{1,5}"
"""A label in a regular expression."""

KINDS = "1AaIi"
"""Figures, letters and Roman numerals, as HTML names them."""

_ENTRY = re.compile(
    rf"\s*(?:(?P<bullet>[{_BULLETS}])\s*|(?P<dash>[-*+–—−])\s+|(?:\((?P<inside>{LABEL})\)|(?P<label>{LABEL})[.)])\s+)\S"
)

_TENS = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")
_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


@cache
def labels(kind: str, count: int) -> tuple[str, ...]:
    """The first labels of a kind."""
    return tuple(_label(kind, number) for number in range(1, count + 1))


def _label(kind: str, number: int) -> str:
    """The label of this number from 1 on, as lists in HTML count: AA comes after Z."""
    if kind == "1":
        return str(number)
    if kind in "Aa":
        before, last = divmod(number - 1, 26)
        return (_label(kind, before) if before else "") + chr(ord(kind) + last)
    roman = "C" * (number // 100) + _TENS[number // 10 % 10] + _ONES[number % 10]
    return roman if kind == "I" else roman.lower()


_SUCCESSIVE = frozenset({("0", "1"), *(pair for kind in KINDS for pair in pairwise(labels(kind, 99)))})


def listed_lines(lines: Sequence[str]) -> list[int]:
    """The numbers, from 0, of two lines or more of one kind: bullets, dashes, or labels in their order."""
    found = [(number, match) for number, line in enumerate(lines) if (match := _ENTRY.match(line))]
    for kind in ("bullet", "dash"):
        if len(same := [number for number, match in found if match[kind]]) > 1:
            return same
    labelled = [(number, name) for number, match in found if (name := match["inside"] or match["label"])]
    if any((one, next_one) in _SUCCESSIVE for (_, one), (_, next_one) in pairwise(labelled)):
        return [number for number, _ in labelled]
    return []
