"""Notes for the author of a translation: what is missing, and what the original has changed since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from selfcheck.complaint import FieldPath, wording
from selfcheck.problems import Problem, Severity
from selfcheck.quiz import Entry, Location

_MISSING: tuple[str, Severity] = ("untranslated", "note")
_STALE: tuple[str, Severity] = ("stale-translation", "warning")


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes about the file at `path`, which are no mistakes."""

    path: str
    missing: list[Problem] = field(default_factory=list)
    stale: list[Problem] = field(default_factory=list)

    def question_is_missing(self, original: Entry) -> None:
        """Note that a whole question has no translation."""
        message = f"not translated yet ({original.location.path}:{original.location.line})"
        hint = "add its texts; until then the original is shown"
        self.missing.append(Problem(self.path, 1, 1, original.id, message, hint, *_MISSING))

    def texts_are_missing(self, item: str, at: Location, paths: Sequence[FieldPath]) -> None:
        """Note the texts of a question that have no translation."""
        if paths:
            names = ", ".join(dict.fromkeys(map(wording, paths)))
            hint = "add them; until then the original is shown"
            self.missing.append(_note(item, at, f"not translated yet: {names}", hint, _MISSING))

    def stamp_differs(self, item: str, at: Location, found: Any, due: str, original: Location) -> None:
        """Note a stamp that is missing, or tells that the original has changed."""
        if found is None:
            hint = f"run `selfcheck stamp {self.path}`, so that a later change of the original is noticed"
            self.stale.append(_note(item, at, "the translation has no stamp", hint, _STALE))
        elif found != due:
            message = f"the original has changed since ({original.path}:{original.line})"
            hint = f"bring the texts up to date, then run `selfcheck stamp {self.path}`"
            self.stale.append(_note(item, at, message, hint, _STALE))


def _note(item: str, at: Location, message: str, hint: str, kind: tuple[str, Severity]) -> Problem:
    return Problem(at.path, at.line, at.column, item, message, hint, *kind)
