"""Lines that begin like entries of a list, by signs that Markdown does not know."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_BULLETS = "•‣⁃◦▪▫●○■□➢➤►▶✓✔❖\uf0a7\uf0b7\uf0d8\uf0fc"
"""Of word processors; the last ones are those of their own fonts."""

_LABEL = r"\d{1,2}|[A-Za-z]|[IVX]{1,4}|[ivx]{1,4}"
_ENTRY = re.compile(
    rf"\s*(?:(?P<bullet>[{_BULLETS}])\s*|(?P<dash>[-*+–—−])\s+|(?:\((?P<inside>{_LABEL})\)|(?P<label>{_LABEL})[.)])\s+)\S"
)

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_SERIES = (tuple(map(str, range(100))), tuple(_LETTERS), tuple(_LETTERS.upper()), _ROMAN)
_SUCCESSIVE = frozenset(
    pair for names in (*_SERIES, tuple(map(str.upper, _ROMAN))) for pair in pairwise(names)
)


def listed_lines(lines: Sequence[str]) -> list[int]:
    """The numbers, from 0, of two lines or more of one kind: bullets, dashes, or labels in their order."""
    found = [(number, match) for number, line in enumerate(lines) if (match := _ENTRY.match(line))]
    for kind in ("bullet", "dash"):
        if len(same := [number for number, match in found if match[kind]]) > 1:
            return same
    labels = [(number, name) for number, match in found if (name := match["inside"] or match["label"])]
    if any((one, next_one) in _SUCCESSIVE for (_, one), (_, next_one) in pairwise(labels)):
        return [number for number, _ in labels]
    return []
