"""What an author is told: one problem a line, with its place, what is wrong and what would be right."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from selfcheck.complaint import Complaint
from selfcheck.waivable import WAIVABLE

Severity: TypeAlias = Literal["error", "warning", "note"]
"""What an author has to do: mend it, mend or waive it, or know it."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A complaint with its place in a file. Lines and columns count from 1; that of a page has no column."""

    path: str
    line: int | None
    column: int | None
    item: str
    message: str
    hint: str
    code: str = field(default="", compare=False)
    """The kind of problem, in a word, which `selfcheck explain` knows."""
    severity: Severity = field(default="error", compare=False)
    fix: str | None = field(default=None, compare=False)
    """What is to stand at its place, where nobody has to think about it."""

    @classmethod
    def of(
        cls, complaint: Complaint, path: str, position: tuple[int | None, int | None], item: str = ""
    ) -> Problem:
        """A complaint at a line and column of the file `path`; `item` is the id of the question, if any."""
        said = (complaint.message, complaint.hint, complaint.code)
        return cls(path, *position, item, *said, fix=complaint.fix)

    @property
    def is_waivable(self) -> bool:
        """Whether the question may say that it stands on purpose."""
        return self.code in WAIVABLE and self.severity != "error"

    def of_kind(self, code: str) -> Problem:
        """The problem with this code, unless it has one of its own."""
        return self if self.code else replace(self, code=code)

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        subject = f"{self.item}: " if self.item else ""
        said = f"{subject}{self.message}; {self.hint}"
        code = "" if self.severity == "error" else f" [{self.code}]"
        # A name of many lines is still one problem in one line.
        return f"{place}: {' '.join(said.split())}{code}"


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
