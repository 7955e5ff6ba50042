"""A problem of an item at a path, before its line and column are known."""

from __future__ import annotations

from dataclasses import dataclass

from selfcheck.source import FieldPath


@dataclass(frozen=True, slots=True)
class Complaint:
    """A fault at `path` inside an item; `line_in_text` (from 0) is a line of a text there."""

    path: FieldPath
    message: str
    hint: str
    line_in_text: int | None = None
    is_about_name: bool = False
    """Whether the fault is in the name of the field rather than in its value."""
