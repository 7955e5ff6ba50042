"""Where YAML gives up: what libyaml says there, the lines, and what it has read before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import yaml

from selfcheck.complaint import Complaint
from selfcheck.lookalikes import QUOTES

COLON_INSIDE: Final = "mapping values are not allowed"
NO_COLON: Final = "could not find expected ':'"
NO_KEY: Final = "did not find expected key"
NO_COMMA: Final = "expected ',' or"
NO_HYPHEN: Final = "did not find expected '-' indicator"
NO_START: Final = "did not find expected <document start>"
NO_VALUE: Final = "did not find expected node content"
NO_END: Final = "found unexpected end of stream"
NO_ENTRY: Final = "block sequence entries are not allowed"
NO_ESCAPE: Final = ("found unknown escape character", "did not find expected hexdecimal number")
TAB: Final = "found a tab"
NO_CHARACTER: Final = "found invalid Unicode character escape code"
"""What libyaml says."""

BEFORE: Final = r"[ \t]*(?:- +)*"
"""What may stand in a line before the name of a field."""

ENTRY: Final = r"[ \t]*-(?: |$)"
FIELD: Final = rf"{BEFORE}[\w-]+:(?:\s|$)"
"""How an entry of a list and a field begin."""

_TYPOGRAPHIC = re.compile(rf"{BEFORE}(?:[\w-]+:\s+)?(?:[\[{{](?:.*[:,\[{{])?\s*)?(?P<text>[{QUOTES}].*)")

Position: TypeAlias = "tuple[int, int]"
"""A line and a column, from 0."""

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class Place:
    """Where YAML gives up, what it says, and where what it was reading began; lines and columns from 0."""

    lines: Sequence[str]
    said: str
    line: int
    column: int
    began: Position | None = None

    @property
    def before(self) -> str:
        """What stands in the line before the place."""
        return self.lines[self.line][: self.column]

    @property
    def behind(self) -> str:
        """What stands in the line from the place on."""
        return self.lines[self.line][self.column :]

    @property
    def text(self) -> str:
        """What a value in the line has before the place, if it begins with what only looks like a quote."""
        found = _TYPOGRAPHIC.match(self.before)
        return found["text"] if found else ""

    @property
    def above(self) -> int | None:
        """The nearest line above that is not empty."""
        numbers = range(self.line - 1, -1, -1)
        return next((number for number in numbers if self.lines[number].strip()), None)

    @property
    def first(self) -> int:
        """The first line that says something."""
        numbers = range(self.line)
        return next((n for n in numbers if not re.match(r"\s*(?:#|$)|---\s*$", self.lines[n])), self.line)

    @property
    def lacks_comma(self) -> bool:
        """Whether a comma or the end was due, inside brackets."""
        return NO_COMMA in self.said

    def tokens(self, end: Position | None = None) -> Iterator[yaml.Token]:
        """The signs and texts that YAML has read before a position, or before the place."""
        end = end or (self.line, self.column)
        try:
            for token in yaml.scan("\n".join(self.lines), Loader=_LOADER):
                if position_of(token.start_mark) >= end:
                    return
                yield token
        except (yaml.YAMLError, UnicodeEncodeError):
            return  # this is what is to be told

    def complaint(
        self, message: str, hint: str, line: int | None = None, column: int | None = None
    ) -> Complaint:
        """A complaint about this place, or another one."""
        at = self.line if line is None else line
        return Complaint((), message, hint, at, column_in_text=self.column if column is None else column)


def place_of(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> Place | None:
    """Where an error of YAML was noticed."""
    mark, context = error.problem_mark or error.context_mark, error.context_mark
    if mark is None:
        return None
    began = _within(context, lines) if context else None
    return Place(lines, error.problem or "", *_within(mark, lines), began)


def _within(mark: yaml.Mark, lines: Sequence[str]) -> Position:
    """The position of a mark, or the end of the text: libyaml may look one line further."""
    return position_of(mark) if mark.line < len(lines) else (len(lines) - 1, len(lines[-1]))


def position_of(mark: yaml.Mark) -> Position:
    """The line and column of a mark."""
    return mark.line, mark.column


def margin_of(line: str) -> int:
    """How far in a line begins."""
    return len(line) - len(line.lstrip())


def inset_of(line: str) -> int:
    """How far in stands what begins a line, behind the hyphens of its list."""
    return len(line) - len(re.sub(f"^{BEFORE}", "", line))
