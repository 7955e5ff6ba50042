"""A complaint: what an examination found wrong in a text or a question, and what would be right."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TypeAlias

FieldPath: TypeAlias = "tuple[str | int, ...]"
"""Where a node stands inside what is read: field names and list indices from the root."""


def wording(path: FieldPath) -> str:
    """A path as authors read it, as `options 2 feedback`, entries counted from 1."""
    return " ".join(str(step + 1) if isinstance(step, int) else step for step in path)


@dataclass(frozen=True, slots=True)
class Complaint:
    """One mistake at `path` inside what is examined: an item, a field, a formula, a fence, a whole file.

    `line_in_text` and `column_in_text` (from 0) point into the text at `path`. The file and the line in it
    are for the caller to add, who knows them: see `Problem`.
    """

    path: FieldPath
    message: str
    hint: str
    line_in_text: int | None = None
    is_about_name: bool = False
    """Whether the name of the field is wrong, rather than what stands behind it."""
    column_in_text: int | None = None
    fix: str | None = field(default=None, compare=False)
    """The name or value that is to stand there, where nobody has to think about it."""
    code: str = field(default="", compare=False)
    """The kind of mistake, in a word; empty until the code that gathers complaints sets it."""

    def __str__(self) -> str:
        return f"{self.message}; {self.hint}"

    def of_kind(self, code: str) -> Complaint:
        """The complaint with this code, unless it has one of its own."""
        return self if self.code else replace(self, code=code)

    def within(self, path: FieldPath) -> Complaint:
        """The complaint as seen from further out: what was examined stands at `path` there."""
        return replace(self, path=(*path, *self.path))
