"""A question file as it was read: its items, where they stand, and its problems."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from selfcheck.problems import Problem

if TYPE_CHECKING:  # a site without questions does not pay for the models
    from selfcheck.item import Item


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file; lines and columns count from 1."""

    path: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A sound item and where it stands."""

    item: Item
    place: Place
    section_place: Place | None
    asks_confidence: bool | None = None
    """As the question or its file says; None leaves it to the site."""


@dataclass(frozen=True, slots=True)
class Quiz:
    """A file as far as it is sound. `broken` names items with problems; "" is one without an id."""

    name: str
    path: str
    title: str | None
    entries: tuple[Entry, ...]
    broken: frozenset[str]
    problems: tuple[Problem, ...]
