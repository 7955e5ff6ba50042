"""What the lines show where YAML gives up: signs that look alike, missing spaces, wrong indentation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import yaml

from selfcheck.complaint import Complaint
from selfcheck.lookalikes import SPACES, UNSEEN, code_point

BACKSLASH = "use single quotes, or start the text on a new line after `|`: a backslash is one there"

_COLON_INSIDE: Final = "mapping values are not allowed"
_NO_COLON: Final = "could not find expected ':'"
_NO_KEY: Final = "did not find expected key"
_NO_COMMA: Final = "did not find expected ','"
_NO_HYPHEN: Final = "did not find expected '-' indicator"
_NO_ESCAPE: Final = ("found unknown escape character", "did not find expected hexdecimal number")
_NO_CHARACTER: Final = "found invalid Unicode character escape code"
"""What libyaml says."""

HYPHENS = "[‐‑–—−•]"
"""Signs that a word processor makes of a hyphen at the beginning of a line."""

_BEFORE = r"^[ \t]*(?:- +)*"
_MISTAKABLE = re.compile(
    rf"{_BEFORE}(?:-|[\w-]+:)?(?P<odd>[{SPACES}{UNSEEN}])|{_BEFORE}(?P<hyphen>{HYPHENS})[ {SPACES}]*[\w-]+:"
)
"""A space or a hyphen of another kind, where YAML has its own signs."""

_OTHER_COLON = re.compile(rf"{_BEFORE}[\w-]+ *(?P<colon>[：﹕︰꞉])")
_BARE_COLON = re.compile(rf"{_BEFORE}[\w-]+(?P<sign>:)(?![\s/]|$)")
_EQUALS = re.compile(rf"{_BEFORE}[\w-]+ *(?P<sign>=)(?!=)")
_BARE_HYPHEN = re.compile(r"^ *(?P<sign>-)[^\W\d]")
_NAME = re.compile(rf"{_BEFORE}[\w-]+ *")


@dataclass(frozen=True, slots=True)
class Place:
    """Where YAML gives up, what it says, and where what it was reading began; lines and columns from 0."""

    lines: Sequence[str]
    said: str
    line: int
    column: int
    began: int | None = None

    @property
    def before(self) -> str:
        """What stands in the line before the place."""
        return self.lines[self.line][: self.column]

    @property
    def above(self) -> int | None:
        """The nearest line above that is not empty."""
        numbers = range(self.line - 1, -1, -1)
        return next((number for number in numbers if self.lines[number].strip()), None)

    def complaint(
        self, message: str, hint: str, line: int | None = None, column: int | None = None
    ) -> Complaint:
        """A complaint about this place, or another one."""
        at = self.line if line is None else line
        return Complaint((), message, hint, at, column_in_text=self.column if column is None else column)


def mistake(place: Place) -> Complaint | None:
    """What the author has written otherwise than meant, as far as the lines show it."""
    for look in (_mistakable, _behind_the_end, _escape, _space_that_lacks, _indentation):
        if complaint := look(place):
            return complaint
    return None


def place_of(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> Place | None:
    """Where an error of YAML was noticed, if that is in the text."""
    mark, context = error.problem_mark, error.context_mark
    if mark is None or mark.line >= len(lines):
        mark = context
    if mark is None or mark.line >= len(lines):
        return None
    return Place(lines, error.problem or "", mark.line, mark.column, context.line if context else None)


def _mistakable(place: Place) -> Complaint | None:
    """A sign that only looks like one of YAML's, in the line, in the one above or where the reading began."""
    for number in sorted({each for each in (place.began, place.above, place.line) if each is not None}):
        if found := _MISTAKABLE.search(place.lines[number]):
            sign = found["odd"] or found["hyphen"]
            return place.complaint(*about_sign(sign), number, found.start(found.lastgroup or 0))
    return None


def about_sign(sign: str) -> tuple[str, str]:
    """What is wrong with a sign that looks like another one, or like none, and the cure."""
    if re.fullmatch(HYPHENS, sign):
        return f'"{sign}" begins no entry of a list', "write a hyphen and a space"
    if re.fullmatch(f"[{SPACES}]", sign):
        return f"what looks like a space here is another character ({code_point(sign)})", "write a space"
    return f"a character that nobody sees stands here ({code_point(sign)})", "delete it"


def _behind_the_end(place: Place) -> Complaint | None:
    """A text behind the quote or bracket that closed its beginning."""
    if not place.said.startswith((_NO_KEY, _NO_COMMA)):
        return None
    before, behind = place.before.rstrip(), place.lines[place.line][place.column :]
    if not before.strip() or before[-1] not in "'\"]}" or not behind.strip(" ,]}"):
        return None
    if place.said.startswith(_NO_COMMA):
        hint = "write a comma between two values; in a text between single quotes, write '' for one of them"
        return place.complaint("a value goes on behind its end", hint)
    if before[-1] in "]}":
        hint = "put quotes round the text, or start it on a new line after `|`"
        return place.complaint("a text cannot begin with [ or {", hint)
    hint = "start the text on a new line after `|`, where quotes are plain signs"
    return place.complaint("the text goes on behind its closing quote", hint)


def _escape(place: Place) -> Complaint | None:
    """A backslash that begins no escape, or half a character, as JSON has them."""
    if place.said == _NO_CHARACTER:
        column = place.lines[place.line].rfind("\\", 0, place.column + 1)
        message = f"{place.lines[place.line][column : column + 6]} stands for no character to YAML"
        return place.complaint(message, "write the character itself", column=max(column, 0))
    if place.said not in _NO_ESCAPE:
        return None
    column = place.lines[place.line].rfind("\\", 0, place.column + 1)
    sign = place.lines[place.line][column + 1 : column + 2]
    message = f"inside double quotes, \\{sign} stands for no character"
    return place.complaint(message, BACKSLASH, column=max(column, 0))


def _space_that_lacks(place: Place) -> Complaint | None:
    """A colon or a hyphen without its space, or a field without a colon."""
    if place.said.startswith(_COLON_INSIDE):
        is_name = _NAME.fullmatch(place.before) is not None
        number = place.above if is_name else None
    else:
        number = place.began if place.said.startswith(_NO_COLON) else None
    if number is None:
        return None
    line = place.lines[number]
    if found := _OTHER_COLON.search(line):
        message = f'"{found["colon"]}" is no colon to YAML'
        return place.complaint(message, "write : and a space", number, found.start("colon"))
    if found := _BARE_COLON.search(line):
        return place.complaint("no space stands behind this colon", "write one", number, found.start("sign"))
    if found := _EQUALS.search(line):
        hint = "write a colon and a space"
        return place.complaint("no field is written with this sign", hint, number, found.start("sign"))
    if found := _BARE_HYPHEN.search(line):
        return place.complaint("no space stands behind this hyphen", "write one", number, found.start("sign"))
    if number == place.line or place.said.startswith(_COLON_INSIDE):
        return None
    message = "this line has no colon, and so it is no field"
    hint = "write `name: value`, or indent it further than the field whose text it goes on with"
    return place.complaint(message, hint, number, margin_of(line))


def _indentation(place: Place) -> Complaint | None:
    """A line that begins where nothing around it does."""
    if place.said.startswith(_COLON_INSIDE):
        above = place.above
        if above is None or not _NAME.fullmatch(place.before):
            return None
        line = place.lines[place.line]
        if margin_of(line) <= margin_of(place.lines[above]):
            return None
        message = "this line is further in than the field above, and goes on with its text"
        hint = "indent it like that field, or start the text on a new line after `|`"
        return place.complaint(message, hint, column=margin_of(line))
    if place.before.strip():
        return None
    if place.said.startswith(_NO_HYPHEN):
        message = "this line begins no entry of the list above, and belongs to none"
        hint = "write `- ` before it, or indent it like the fields of the entry"
        return place.complaint(message, hint)
    if place.said.startswith(_NO_KEY):
        message = (
            "this line is further in than the fields around it, and not as far in as what stands above it"
        )
        return place.complaint(message, "indent it like one of the two")
    return None


def margin_of(line: str) -> int:
    """How far in a line begins."""
    return len(line) - len(line.lstrip())
