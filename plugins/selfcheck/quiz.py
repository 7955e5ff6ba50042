"""The content of a question file: its items with their locations, and its problems."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from selfcheck.problems import Problem

if TYPE_CHECKING:  # a site without questions does not pay for the models
    from selfcheck.item import Item


@dataclass(frozen=True, slots=True)
class Location:
    """A line and a column of a file, both from 1."""

    path: str
    line: int
    column: int


class Question(Protocol):
    """A valid question. What lists and fences need of it is at hand; its item may have to be made first."""

    @property
    def id(self) -> str:
        """That of the item."""

    @property
    def type(self) -> str:
        """That of the item."""

    @property
    def section(self) -> str | None:
        """That of the item."""

    @property
    def item(self) -> Item:
        """The item itself; a new one each time, where it is not kept."""

    @property
    def basis(self) -> str | None:
        """A text from which the item follows, given the code of this package; None where there is none."""


@dataclass(frozen=True, slots=True)
class ReadQuestion:
    """A question as it was read from a file in this build."""

    item: Item

    @property
    def id(self) -> str:
        """That of the item."""
        return self.item.id

    @property
    def type(self) -> str:
        """That of the item."""
        return self.item.type

    @property
    def section(self) -> str | None:
        """That of the item."""
        return self.item.section

    @property
    def basis(self) -> None:
        """Such a question is written in no other form."""
        return None


@dataclass(frozen=True, slots=True)
class Entry:
    """A valid question. `location` is that of its id, `section_location` that of its `section`."""

    question: Question
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
    section_stamp: str = ""
    """What its section said when it was stamped; empty where it never was."""
    passage: str = ""
    """The name of the passage that it is about, among those of its file."""

    @property
    def id(self) -> str:
        """The id of the question."""
        return self.question.id

    @property
    def type(self) -> str:
        """The type of the question."""
        return self.question.type

    @property
    def section(self) -> str | None:
        """The section that teaches it, as pages and anchors are named from the docs root."""
        return self.question.section

    @property
    def item(self) -> Item:
        """The question with all that belongs to it; made anew where it is not kept."""
        return self.question.item


@dataclass(frozen=True, slots=True)
class Translation:
    """The valid part of a file that translates the quiz of this name into a language, given by its tag.

    `missing` tells what is not translated yet, `stale` which originals have changed since.
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
