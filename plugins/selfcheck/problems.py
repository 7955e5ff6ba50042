"""What an author is told: one problem a line, with its place, what is wrong and what would be right."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Container, Iterable
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from selfcheck.complaint import Complaint
from selfcheck.lookalikes import with_unseen_named, without_unseen
from selfcheck.waivable import WAIVABLE

_SHORT = 6
"""So few letters are found by chance in names that mean something else, as those of rect in correct."""

_NEAR = 0.74
"""Which share of a short name and its cure is one, so that typr is type, and rect not correct."""

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

    @property
    def place(self) -> str:
        """Where it stands, as editors read it."""
        return ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)

    @property
    def said(self) -> str:
        """Which question, what is wrong, and the cure, in one line in which all can be seen."""
        subject = f"{self.item}: " if self.item else ""
        # A name of many lines is still one problem in one line.
        return " ".join(with_unseen_named(f"{subject}{self.message}; {self.hint}").split())

    def __str__(self) -> str:
        code = "" if self.severity == "error" else f" [{self.code}]"
        return f"{self.place}: {self.said}{code}"


def closest(word: str, valid: Iterable[str]) -> str | None:
    """The valid name that a misspelt one most likely means; None where all are far from it.

    Capitals and full width make no difference, nor does `_` for a hyphen or a space, nor what cannot be seen.
    """
    alike: dict[str, str] = {}
    for name in sorted(valid):
        alike.setdefault(_spelling(name), name)
    found = difflib.get_close_matches(_spelling(word), alike, n=1, cutoff=0.6)
    return alike[found[0]] if found else None


def certain(word: str, valid: Iterable[str]) -> str | None:
    """The closest name, if it may take the place of the misspelt one: of a short one, most has to fit."""
    name, spelling = closest(word, valid), _spelling(word)
    if name is None or len(spelling) >= _SHORT:
        return name
    is_near = difflib.SequenceMatcher(None, spelling, _spelling(name)).ratio() >= _NEAR
    return name if is_near else None


def _spelling(name: str) -> str:
    written = unicodedata.normalize("NFKC", without_unseen(name)).casefold()
    return re.sub(r"[_\s]", "-", written)


def nearest(word: str, valid: Iterable[str], taken: Container[str] = ()) -> str:
    """A cure for a misspelt name: the nearest valid one, unless it is taken, else the list of them."""
    names = sorted(valid)
    if (close := closest(word, names)) and close not in taken:
        return f'did you mean "{close}"?'
    if not names:
        return "there is none yet"
    shown = ", ".join(names[:12]) + (", …" if len(names) > 12 else "")
    return f"valid: {shown}"
