"""What is written otherwise than meant inside brackets and braces: commas, comments, texts with brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, takewhile

import yaml

from selfcheck.complaint import Complaint
from selfcheck.lookalikes import quoting
from selfcheck.yaml_failure import (
    ENTRY,
    FIELD,
    NO_VALUE,
    Place,
    Position,
    inset_of,
    margin_of,
    position_of,
)

_CLOSE = "close it, or put quotes round a text that begins with this sign"
_OPEN_BRACE = ("the brace that opens here is never closed", _CLOSE)
_OPEN_BRACKET = ("the bracket that opens here is never closed", _CLOSE)
_NO_COMMA_THERE = (
    "a value goes on behind its end",
    "write a comma between two values; in a text between single quotes, write '' for one of them",
)
BRACKET_FIRST = (
    "a text cannot begin with [ or {",
    "put quotes round the text, or start it on a new line after `|`",
)
_BRACKETS_IN_TEXT = ("a text with brackets needs quotes here", "put quotes round the text")
_CLOSES_NOTHING = ("this sign closes nothing", "remove it, or write the bracket that it was to close")
ONE_TOO_MANY = ("this sign is one too many", "remove it")

_VALUE_ENDS = ("", "'", '"', "]", "}")
_OPENERS = {"]": "[", "}": "{"}
_OPENS = (yaml.FlowSequenceStartToken, yaml.FlowMappingStartToken)
_CLOSES = (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken)

_SIGNS = re.compile(
    r"""(?<=[\s,\[{\]}"'])(?P<comment>#[^\n]*)"""
    r"""|(?<=[,:\[{])\s*(?:"(?:[^"\\]|\\[\s\S])*"|'(?:[^']|'')*')"""
    r"|(?P<bracket>[\[\]{}])"
)
"""What counts between brackets; a bracket inside quotes does not."""

_WIDE_COMMAS = ("，", "、", "،")
_WIDE_COMMA_AND_NAME = re.compile(rf"[{''.join(_WIDE_COMMAS)}](?=\s*[\"']?[a-z][\w-]*[\"']?\s*$)")


@dataclass(frozen=True)
class _Inside:
    """What stands from an opening bracket on, up to a line that can only stand outside of it."""

    place: Place
    opening: Position
    text: str

    @property
    def before(self) -> str:
        """What stands between the bracket and the place."""
        lines = self.place.lines[self.opening[0] : self.place.line]
        return "\n".join((*lines, self.place.before))[self.opening[1] :]

    @property
    def is_left(self) -> bool:
        """Whether the place is outside already, or the end of all."""
        last = self.opening[0] + self.text.count("\n")
        return self.place.line > last or (self.place.line == last and not self.place.behind)

    @cached_property
    def is_closed(self) -> bool:
        """Whether the bracket is closed, each one inside of it by one of its kind."""
        open_ones: list[str] = []
        for found in _SIGNS.finditer(self.text):
            sign = found["bracket"]
            if sign in ("[", "{"):
                open_ones.append(sign)
            elif sign and open_ones.pop() != _OPENERS[sign]:
                return False
            if not open_ones:
                return True
        return False

    def complaint(self, message: str, hint: str, offset: int) -> Complaint:
        """A complaint about what stands so many characters behind the bracket."""
        lines_above, column = self.text.count("\n", 0, offset), offset - self.text.rfind("\n", 0, offset) - 1
        number, margin = self.opening
        return self.place.complaint(
            message, hint, number + lines_above, column if lines_above else margin + offset
        )


def inside_brackets(place: Place) -> Complaint | None:
    """What is wrong where a comma, a value or the end lacks inside brackets."""
    opened = _opened(place) if place.lacks_comma or place.said.startswith(NO_VALUE) else []
    if not opened:
        return None
    inside = _Inside(place, opened[-1], _text_inside(place, opened[-1]))
    if found := _cutting_comment(inside):
        return found
    if not inside.is_left and place.behind[:1] in _OPENERS:
        return _other_end(inside, _text_inside(place, opened[0]))
    if (
        place.lacks_comma
        and not inside.is_left
        and (found := _wide_comma(inside) or _behind_a_value(place) or _plain_text(inside))
    ):
        return found
    if inside.is_left or (place.lacks_comma and not inside.is_closed):
        return _never_closed(inside)
    return place.complaint(*_NO_COMMA_THERE) if place.lacks_comma else None


def _opened(place: Place) -> list[Position]:
    """The brackets that YAML was inside of, the outermost first."""
    opened: list[Position] = []
    for token in place.tokens():
        if isinstance(token, _OPENS):
            opened.append(position_of(token.start_mark))
        elif isinstance(token, _CLOSES) and opened:
            opened.pop()
    return opened or ([place.began] if place.lacks_comma and place.began else [])


def _text_inside(place: Place, opening: Position) -> str:
    """What stands from the opening bracket on, as far as a field or an entry that stands no further in."""
    number, column = opening
    first, outside = place.lines[number], f"{ENTRY}|{FIELD}"
    if not re.match(outside, first):  # as in JSON
        return "\n".join(place.lines[number:])[column:]
    margin = inset_of(first) - (re.match(FIELD, first) is None)
    inside = takewhile(
        lambda line: margin_of(line) > margin or not re.match(outside, line), place.lines[number + 1 :]
    )
    return "\n".join((first[column:], *inside))


def _cutting_comment(inside: _Inside) -> Complaint | None:
    """A comment that has cut a text, and with it the comma or the bracket behind the text."""
    for found in _SIGNS.finditer(inside.text, 0, len(inside.before)):
        if (comment := found["comment"]) is None:
            continue
        begin = inside.text.rfind("\n", 0, found.start()) + 1
        ahead, is_word = inside.text[begin : found.start()].rstrip(), comment[1:2].strip() != ""
        has_end = (is_word or ahead) and _closes_more(comment) and not inside.is_closed
        has_comma = is_word and ahead and ahead[-1] != "," and comment.rstrip().endswith(",")
        if has_end or has_comma:
            message = "the text ends before #, which begins a comment to YAML"
            return inside.complaint(message, "put quotes round the text", found.start())
    return None


def _closes_more(text: str) -> bool:
    """Whether a bracket closes in a text that does not open there."""
    steps = (1 if sign in "[{" else -1 for sign in re.findall(r"[\[\]{}]", text))
    return min(accumulate(steps), default=0) < 0


def _wide_comma(inside: _Inside) -> Complaint | None:
    """A comma of another script, behind a value or before the name of a field."""
    behind, before = inside.place.behind, inside.before
    offset = None
    if behind[:1] in _WIDE_COMMAS:
        offset = len(before)
    elif behind[:1] == ":" and (found := _WIDE_COMMA_AND_NAME.search(before)):
        offset = found.start()
    if offset is None:
        return None
    return inside.complaint(f'"{inside.text[offset]}" is no comma to YAML', "write , and a space", offset)


def _never_closed(inside: _Inside) -> Complaint:
    return inside.complaint(*(_OPEN_BRACE if inside.text.startswith("{") else _OPEN_BRACKET), 0)


def _other_end(inside: _Inside, outermost: str) -> Complaint:
    """A bracket that would close one of the other kind: it is too many, or the other one is not closed."""
    signs = [found["bracket"] for found in _SIGNS.finditer(outermost) if found["bracket"]]
    if 2 * sum(sign in _OPENERS for sign in signs) <= len(signs):
        return _never_closed(inside)
    before = inside.place.before.rstrip()
    return inside.place.complaint(*(_CLOSES_NOTHING if before[-1:] in _VALUE_ENDS else _BRACKETS_IN_TEXT))


def _behind_a_value(place: Place) -> Complaint | None:
    """What stands in the same line behind the quote or bracket that closed a value."""
    before, sign = place.before.rstrip(), place.behind[:1]
    if before[-1:] not in _VALUE_ENDS[1:] or not sign:
        return None
    if before[-1] in "]}" and before == place.before and sign == "(":  # as in a link
        return place.complaint(*BRACKET_FIRST)
    return place.complaint(*_NO_COMMA_THERE)


def _plain_text(inside: _Inside) -> Complaint | None:
    """A sign of YAML inside a text without quotes."""
    place = inside.place
    if place.before.strip() and place.behind.startswith(("[", "{")):
        message, hint = _BRACKETS_IN_TEXT
        return place.complaint(message, quoting(place.text, hint))
    if place.behind.startswith(":") and inside.is_closed:
        hint = "put quotes round the text, or a comma before the name of the next field"
        return place.complaint("a colon and a space stand inside a text", quoting(place.text, hint))
    return None
