"""A value of YAML as it was written: plain or quoted, empty or null, and what it is called to its author."""

from __future__ import annotations

import re
from typing import Any

from selfcheck.lookalikes import SPACES, is_unseen

_NULLS = frozenset({"~", "null", "Null", "NULL"})
_LONGEST_NULL = max(map(len, _NULLS))


class Plain(str):
    """A scalar written without quotes: only such a one can be a boolean or a number."""

    __slots__ = ()


class NothingInBraces(Plain):
    """The empty value of a field inside `{…}`, which is what a comma in an unquoted text leaves behind."""

    __slots__ = ()


class NothingBehindName(NothingInBraces):
    """The same where no colon stands behind the name, so that it is hardly meant as one."""

    __slots__ = ()


CUT_BY_COMMA = "inside {…} a comma ends a value: put quotes round a text that has one, and write 1.5, not 1,5"


def is_empty(value: Any) -> bool:
    """Whether a scalar says nothing at all (`stem:` with nothing behind it, or null)."""
    return isinstance(value, str) and (not value or value.isspace() or is_null(value) or is_unseen(value))


def is_null(value: Any) -> bool:
    """Whether a scalar is a word that means nothing in YAML, unless it is quoted: `null` or `~`."""
    return isinstance(value, Plain) and len(value) <= _LONGEST_NULL and value in _NULLS


def described(value: Any) -> str:
    """What stands there, in the author's words."""
    if is_empty(value):
        return "nothing"
    if isinstance(value, dict | list):
        return "a mapping" if isinstance(value, dict) else "a list"
    return f'"{shorten(str(value))}"'


def shorten(text: str) -> str:
    """A text in one line, cut off where it is long. Spaces of another kind stay, to be named."""
    line = re.sub(rf"[^\S{SPACES}]+", " ", text).strip(" ")
    return line if len(line) <= 40 else f"{line[:39]}…"
