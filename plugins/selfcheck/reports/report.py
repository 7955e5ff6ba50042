"""A report: all problems of a check in the order of files and lines, and what was looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path

from selfcheck.changes.report import Changes
from selfcheck.complaint import FieldPath
from selfcheck.mending import Mended
from selfcheck.problems import Problem
from selfcheck.question_types import QuestionType, discover
from selfcheck.source import Unreadable, compose
from selfcheck.translation.naming import SUFFIXES
from selfcheck.yaml_places import Places
from selfcheck.yaml_syntax import lines_of


@dataclass(frozen=True)
class Report:
    """What one check has found. Paths of problems start at `root`."""

    root: Path
    problems: tuple[Problem, ...]
    checked: str
    """What was looked at, as "2 questions in 1 file"."""
    unchecked: tuple[str, ...] = ()
    """What was not."""
    mended: tuple[Mended, ...] = ()
    """What was mended before."""
    changes: Changes | None = None
    """What has changed since a revision, if that was asked for."""
    types: Callable[[], Mapping[str, QuestionType]] = discover
    """Gives the types of question by name; those of a site take time to load."""

    def of(self, *severities: str) -> tuple[Problem, ...]:
        """The problems of these severities."""
        return tuple(each for each in self.problems if each.severity in severities)

    def errors_only(self) -> Report:
        """The report without warnings and notes."""
        return replace(self, problems=self.of("error"))

    def line(self, problem: Problem) -> str:
        """The line of a file that a problem is about; empty where it has none."""
        lines = self._lines(problem.path) if problem.line else ()
        return lines[problem.line - 1] if problem.line and problem.line <= len(lines) else ""

    def range(self, problem: Problem) -> Range | None:
        """How far what is wrong reaches, and where it stands in its question; None without a line."""
        if problem.line is None:
            return None
        line = self.line(problem)
        whole = Range(problem.line, len(line.rstrip()) + 1, ())
        places = self._places(problem.path)
        if problem.column is None or places is None:
            return whole
        spot = places.at((problem.line, problem.column))
        if spot is None:
            return whole
        is_inside = spot.start != (problem.line, problem.column)  # a line of a text
        path = spot.path[2:] if problem.item and spot.path[:1] == _QUESTIONS else spot.path
        return replace(whole, field=path) if is_inside else Range(*spot.end(self._lines(problem.path)), path)

    @cached_property
    def _lines(self) -> Callable[[str], Sequence[str]]:
        return cache(lambda path: tuple(lines_of(self._text(path))))

    @cached_property
    def _places(self) -> Callable[[str], Places | None]:
        return cache(self._places_in)

    def _places_in(self, path: str) -> Places | None:
        try:
            return Places(compose(self._text(path))) if path.endswith(SUFFIXES) else None
        except Unreadable:
            return None

    def _text(self, path: str) -> str:
        try:
            return (self.root / path).read_text("utf-8-sig")
        except (OSError, UnicodeDecodeError):
            return ""


@dataclass(frozen=True, slots=True)
class Range:
    """The line on which something ends, the column behind it, and its path inside the question."""

    line: int
    column: int
    field: FieldPath


_QUESTIONS = ("questions",)
