"""What a fence asks for: an explorer by name, with settings and ranges of its controls."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from explorers.catalogue import EXPLORERS
from explorers.explorer import Explorer
from explorers.fields import NAME, Fields, Text, UnreadableError, read
from explorers.problems import Complaint, nearest
from selfcheck.pages.fence import Fence

_REVEAL_AFTER = "reveal-after"


@dataclass(frozen=True, slots=True)
class Directive:
    """The explorer, what it begins with, the question that it waits for, and what is wrong with the fence.

    With complaints, explorer and offer are not to be used. The explorer is None if the fence cannot be read,
    names none, or needs a library that is missing.
    """

    explorer: Explorer[Any] | None = None
    offer: Any = None
    reveal_after: Text | None = None
    complaints: tuple[Complaint, ...] = ()


def read_directive(fence: Fence, docs: Path) -> Directive:
    """Read a fence of a page in the folder `docs`, with everything that is wrong with it."""
    if fence.odd_space:
        message = "an explorer fence stands behind a character that only looks like a space"
        return Directive(complaints=(Complaint(message, "write a space"),))
    if not fence.is_closed:
        cure = "close it with the same sign, as often and as far in as it was opened"
        return Directive(complaints=(Complaint("an explorer fence is never closed", cure),))
    if fence.info != "explorer":
        said = fence.info.removeprefix("explorer").strip()
        message = f'an explorer fence takes nothing behind the word, found "{said}"'
        return Directive(complaints=(Complaint(message, "write it into the body"),))
    try:
        fields = read(fence.body)
    except UnreadableError as error:
        return Directive(complaints=(error.complaint,))
    awaited = fields.get(_REVEAL_AFTER)
    wrong = tuple(_not_awaited(fields))
    reveal_after = awaited.value if awaited and isinstance(awaited.value, Text) and not wrong else None
    try:
        explorer = _explorer(fields)
    except ModuleNotFoundError as error:
        return Directive(reveal_after=reveal_after, complaints=(_lacking(fields, error), *wrong))
    if explorer is None:
        return Directive(reveal_after=reveal_after, complaints=(_unnamed(fields), *wrong))
    offer, complaints = explorer.read(fields, docs)
    return Directive(explorer, offer, reveal_after, (*_unknown(fields, explorer), *complaints, *wrong))


def _explorer(fields: Fields) -> Explorer[Any] | None:
    named = fields.get(NAME)
    return EXPLORERS.get(named.value.text) if named and isinstance(named.value, Text) else None


def _lacking(fields: Fields, error: ModuleNotFoundError) -> Complaint:
    message = f'this explorer needs "{error.name}", which is not installed'
    return fields.place.complaint(message, "install what the guide names for it")


def _unknown(fields: Fields, explorer: Explorer[Any]) -> Iterator[Complaint]:
    known = (NAME, _REVEAL_AFTER, *explorer.fields)
    for field in fields.entries:
        if field.name.text not in known:
            yield field.name.complaint(f'unknown field "{field.name.text}"', nearest(field.name.text, known))


def _unnamed(fields: Fields) -> Complaint:
    named = fields.get(NAME)
    if named is None:
        return fields.place.complaint(f'"{NAME}" is missing', f"add `{NAME}: {next(iter(EXPLORERS))}`")
    said = named.value.text if isinstance(named.value, Text) else ""
    return named.name.complaint(f'there is no explorer "{said}"', nearest(said, EXPLORERS))


def _not_awaited(fields: Fields) -> Iterator[Complaint]:
    awaited = fields.get(_REVEAL_AFTER)
    if awaited and not (isinstance(awaited.value, Text) and awaited.value.text):
        yield awaited.name.complaint(f'"{_REVEAL_AFTER}" names no question', "write the id of a question")
