"""What has changed since a revision, question by question."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """A question that is not as it was; one that is gone has the file that it stood in, and no line."""

    question: str
    path: str
    line: int | None
    parts: tuple[str, ...] = ()
    """What is another in a question that was there before, as `options 2 feedback`."""
    section: str = ""
    """The section that says something else."""
    moved_from: str = ""
    """The file that a question stood in before, if it was another."""


@dataclass(frozen=True, slots=True)
class Changes:
    """All changes since a revision, by the name that was given for it; each list in the order of files."""

    since: str
    added: tuple[Change, ...]
    removed: tuple[Change, ...]
    changed: tuple[Change, ...]
    sections: tuple[Change, ...]
    unread: tuple[str, ...] = ()
    """Files that cannot be read now, or could not be then: nothing is said of their questions."""
