"""Which interface words a script says, and whether it gives a number to those that have forms."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

_WORD = re.compile(r"\bwords(?:\.(\w+)|\[`(\w+)\$\{)")
_OPENING, _CLOSING = "([{", ")]}"


@dataclass(frozen=True, slots=True)
class Said:
    """One word in a script: `words.NAME`, or the beginning of a name in words[`NAME${…}`]."""

    name: str
    is_stem: bool
    values: frozenset[str] | None
    """The names in the braces behind it in `fill(word, { … })`; None where it stands in no `fill`."""
    is_open: bool = False
    """Whether the script makes the values elsewhere, so that nothing is known of them here."""

    def meant(self, names: Collection[str]) -> list[str]:
        """Those of these names that the script may mean by it."""
        if self.is_stem:
            return [name for name in names if name.startswith(self.name)]
        return [self.name] if self.name in names else []

    def gives(self, number: str) -> bool:
        """Whether a number of this name goes with it, as far as the script can be read."""
        return self.values is not None and (self.is_open or number in self.values)


def words_in(script: str) -> Iterator[Said]:
    """Every word that a script says."""
    for match in _WORD.finditer(script):
        call = _call_around(script, match.start())
        given = None if call is None else _values_in(script, call)
        is_open = given is not None and not given.startswith("{")
        names = frozenset(re.findall(r"[{,]\s*(\w+)", given)) if given is not None else None
        yield Said(match[1] or match[2], bool(match[2]), names, is_open or "..." in (given or ""))


def _call_around(script: str, place: int) -> int | None:
    """Where the arguments of `fill` begin whose first one holds this place."""
    depth = 0
    for at in range(place - 1, -1, -1):
        letter = script[at]
        if letter in _CLOSING:
            depth += 1
        elif letter in _OPENING and depth:
            depth -= 1
        elif letter in _OPENING:
            before = script[:at]
            if letter == "(" and re.search(r"\bfill$", before[-5:]):
                return at + 1
            if letter != "(" or re.search(r"\w$", before[-1:]):
                return None
        elif letter in ",;" and not depth:
            return None
    return None


def _values_in(script: str, start: int) -> str:
    """The second argument of a call whose arguments begin at `start`."""
    depth, second = 0, 0
    for at in range(start, len(script)):
        letter = script[at]
        if letter in _OPENING:
            depth += 1
        elif letter in _CLOSING:
            if not depth:
                return script[second:at].strip() if second else "{"
            depth -= 1
        elif letter == "," and not depth and not second:
            second = at + 1
    return "{"
