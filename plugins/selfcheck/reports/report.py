"""A report: all problems of a check in the order of files and lines, and what was looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path

from selfcheck.mending import Mended
from selfcheck.problems import Problem
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

    @cached_property
    def _lines(self) -> _Lines:
        return _Lines(self.root)


class _Lines:
    def __init__(self, root: Path) -> None:
        self._read = cache(lambda path: self._of(root / path))

    def __call__(self, path: str) -> Sequence[str]:
        return self._read(path)

    @staticmethod
    def _of(file: Path) -> Sequence[str]:
        try:
            return tuple(lines_of(file.read_text("utf-8-sig")))
        except (OSError, UnicodeDecodeError):
            return ()
