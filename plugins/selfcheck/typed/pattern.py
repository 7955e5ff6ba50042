"""Checks and applies the regular expressions of authors.

Only syntax that Python and browsers read alike is allowed. A repeated group that itself repeats or branches
is refused because of catastrophic backtracking, and so are many unbounded repetitions in one pattern.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from selfcheck.complaint import Complaint
from selfcheck.typed.spelling import normalize

MOST_CHARACTERS = 200
"""The most characters of a pattern, and of a text that is matched with one."""

MOST_OPEN = 3
"""The most unbounded repetitions in a pattern."""

_TOKEN = re.compile(
    r"""(?x)
    (?P<group>\((?:\?:|(?!\?))) | (?P<close>\)) | (?P<bar>\|) |
    (?P<repeat>[*+?] | \{[0-9]{1,2}(?:,[0-9]{0,2})?\}) |
    (?P<one>\\[dDwWsS.^$*+?()\[\]{}|/\\] | [^\\()\[\]{}|*+?^$] |
            \[\^?(?: \\[dws.^$*+?()\[\]{}|/\\-] | (?!--|&&|~~|\|\|)[^\[\]\\] )+\])
    """
)

_SETS = {"d": "0-9", "w": "A-Za-z0-9_", "s": r" \t"}
"""What these escapes match in browsers; in Python they match more."""

_MEMBER = re.compile(r"(?s)(?P<first>\\.|.)(?:-(?P<last>\\.|.))?")
"""One sign of a set, or a range of signs."""


def complaint_about(pattern: str) -> Complaint | None:
    """The first thing that is wrong with a pattern, if anything is."""
    found = _first_complaint(pattern)
    if found is None and (reason := _refused_by_python(pattern)) is not None:
        return _wrong(f"this is no regular expression: {reason}", "look at its brackets and ranges")
    return found


def matches(pattern: str, text: str, ignore: Collection[str]) -> bool:
    """Whether the pattern matches a whole normalized text; of what is to be ignored, only `case` applies."""
    text = normalize(text)
    flags = re.IGNORECASE if "case" in ignore else re.NOFLAG
    return len(text) <= MOST_CHARACTERS and re.fullmatch(_for_python(pattern), text, flags) is not None


def _first_complaint(pattern: str) -> Complaint | None:
    if len(pattern) > MOST_CHARACTERS:
        message = f"the pattern has {len(pattern)} characters; at most {MOST_CHARACTERS}"
        return _wrong(message, "list answers instead")
    reader = _Reader()
    at = 0
    while at < len(pattern):
        token = _TOKEN.match(pattern, at)
        if token is None:
            return _foreign(pattern[at : at + 2])
        if range_ := _range_of_a_set(token[0]):
            return _unread(range_, r"put the hyphen first, as in [-\d], or write \-")
        reader.take(token)
        at = token.end()
    return reader.complaint()


def _for_python(pattern: str) -> str:
    return _TOKEN.sub(lambda token: _ascii(token[0]), pattern)


def _ascii(token: str) -> str:
    if token[0] == "[":
        return re.sub(r"\\(.)", lambda escape: _SETS.get(escape[1], escape[0]), token)
    if token[0] == "\\" and token[1].lower() in _SETS:
        return f"[{'^' if token[1].isupper() else ''}{_SETS[token[1].lower()]}]"
    return token


def _foreign(sign: str) -> Complaint:
    if sign[0] in "^$":
        return _wrong("the pattern covers the whole text anyway", "remove ^ and $")
    hint = r"use letters, [a-z], \d \w \s, ( ) |, ? * + {2,3}; a backslash before a sign means the sign"
    return _unread(sign, hint)


def _range_of_a_set(token: str) -> str:
    """The first range of a set that begins or ends with `\\d`, `\\w` or `\\s`; empty if there is none."""
    if token[0] != "[":
        return ""
    members = _MEMBER.finditer(token[1:-1].removeprefix("^"))
    escapes = [rf"\{name}" for name in _SETS]
    return next((each[0] for each in members if each["last"] and {*each.groups()} & {*escapes}), "")


def _unread(signs: str, hint: str) -> Complaint:
    return _wrong(f"browsers and Python do not both read {signs} in this place", hint)


def _wrong(message: str, hint: str) -> Complaint:
    return Complaint((), message, hint)


class _Reader:
    """Tracks whether each open group contains a repetition or an alternative."""

    def __init__(self) -> None:
        self.groups = [False]
        self.last_repeats_inside: bool | None = None
        self.open = 0
        self.is_nested = self.is_unbalanced = self.is_idle = False

    def take(self, token: re.Match[str]) -> None:
        kind = token.lastgroup
        inside: bool | None = False
        if kind == "group":
            self.groups.append(False)
            inside = None
        elif kind == "close":
            self.is_unbalanced |= len(self.groups) == 1
            inside = self.groups.pop() if len(self.groups) > 1 else None
            self.groups[-1] |= bool(inside)
        elif kind == "bar":
            self.groups[-1] = True
            inside = None
        elif kind == "repeat":
            self._repeat(token[0])
            inside = None
        self.last_repeats_inside = inside

    def _repeat(self, repeat: str) -> None:
        self.is_idle |= self.last_repeats_inside is None
        self.is_nested |= bool(self.last_repeats_inside) and repeat != "?"
        self.open += repeat in ("*", "+") or "," in repeat
        self.groups[-1] = True

    def complaint(self) -> Complaint | None:
        if self.is_unbalanced or len(self.groups) > 1:
            hint = r"close it, or write \( for the sign"
            return _wrong("the pattern has a parenthesis without its partner", hint)
        if self.is_idle:
            hint = "put ? * + or {2} behind a sign or a group, once"
            return _wrong("something is repeated here that cannot be", hint)
        if self.is_nested:
            hint = "repeat a single sign or a plain group, or list the answers"
            return _wrong("a repeated group repeats or branches inside, which can take for ever", hint)
        if self.open > MOST_OPEN:
            message = f"{self.open} repetitions leave open how often; at most {MOST_OPEN}"
            return _wrong(message, "write how often, as in {2}, or list the answers")
        return None


def _refused_by_python(pattern: str) -> str | None:
    try:
        re.compile(_for_python(pattern))
    except re.error as error:
        return error.msg
    return None
