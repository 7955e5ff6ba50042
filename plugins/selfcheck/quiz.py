"""The content of a question file: its items with their locations, and its problems."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from selfcheck.problems import Problem

if TYPE_CHECKING:  # a site without questions does not pay for the models
    from selfcheck.item import Item


@dataclass(frozen=True, slots=True)
class Location:
    """A line and a column of a file, both from 1."""

    path: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A valid item and its location: `location` is that of its id, `section_location` of its `section`."""

    item: Item
    location: Location
    section_location: Location | None
    asks_confidence: bool | None = None
    """As the question or its file says; None if neither does, and the site decides."""
    language: str = ""
    """The language of the original's texts, as its file says; empty where the site's is meant."""
    untranslated: frozenset[str] = frozenset()
    """The texts that a page shows in the language of the original."""
    original_file: str = ""
    """The file that the original of a translation stands in."""


@dataclass(frozen=True, slots=True)
class Translation:
    """The valid part of a file that translates the quiz of this name into a language, given by its tag.

    What is not translated yet is `missing`, what the original has changed since is `stale`.
    """

    quiz: str
    language: str
    path: str
    entries: tuple[Entry, ...] = ()
    stamps: Mapping[str, str] = field(default_factory=dict)
    """The stamp that each of its questions should have now, by id."""
    missing: tuple[Problem, ...] = ()
    stale: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()


def files_of(entries: Iterable[Entry]) -> tuple[str, ...]:
    """The question files that these come from, each once; that of the original as well as its translation."""
    paths = {path for entry in entries for path in (entry.location.path, entry.original_file)}
    return tuple(sorted(paths - {""}))


@dataclass(frozen=True, slots=True)
class Quiz:
    """The valid part of a file. `broken` holds the ids of items with problems; "" is one without an id."""

    name: str
    path: str
    title: str | None
    entries: tuple[Entry, ...]
    broken: frozenset[str]
    problems: tuple[Problem, ...]
