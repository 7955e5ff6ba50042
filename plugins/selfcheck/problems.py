"""What an author is told: one problem a line, with its place, what is wrong and what would be right."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake of an author. Lines and columns count from 1; a page's problem may know no column."""

    path: str
    line: int | None
    column: int | None
    item: str
    message: str
    hint: str

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        subject = f"{self.item}: " if self.item else ""
        said = f"{subject}{self.message}; {self.hint}"
        return f"{place}: {' '.join(said.split())}"  # a name of many lines is still one problem in one line


class SelfCheckError(Exception):
    """The base of everything this package raises."""


class ProblemsFound(SelfCheckError):
    """Carries every problem that was found, in the order of files and lines.

    Its text gives each a line of its own: some hosts put words of theirs before the first.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems), key=_order))
        count = len(self.problems)
        heading = f"selfcheck found {count} problem{'s' if count > 1 else ''}:"
        super().__init__("\n".join([heading, *map(str, self.problems)]))


def closest(word: str, valid: Iterable[str]) -> str | None:
    """The valid name that a misspelt one most likely means; None where all are far from it."""
    return next(iter(difflib.get_close_matches(word, sorted(valid), n=1, cutoff=0.6)), None)


def nearest(word: str, valid: Iterable[str]) -> str:
    """A cure for a misspelt name: the nearest valid one, else the list of them."""
    names = sorted(valid)
    if close := closest(word, names):
        return f'did you mean "{close}"?'
    if not names:
        return "there is none yet"
    shown = ", ".join(names[:12]) + (", …" if len(names) > 12 else "")
    return f"valid: {shown}"


def _order(problem: Problem) -> tuple[str, int, int, str]:
    return problem.path, problem.line or 0, problem.column or 0, problem.message
