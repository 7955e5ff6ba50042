"""What a fence asks for: an explorer by name, with settings and ranges of its controls."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from explorers.fields import NAME, Fields, Text, UnreadableError, read
from explorers.layer_arithmetic.offer import USUAL, Offer, names, read_offer
from explorers.problems import Complaint, nearest
from selfcheck.pages.fence import Fence

EXPLORERS = ("layer-arithmetic",)
_REVEAL_AFTER = "reveal-after"


@dataclass(frozen=True, slots=True)
class Directive:
    """The explorer, what it begins with, the question that it waits for, and what is wrong with the fence."""

    explorer: str = EXPLORERS[0]
    offer: Offer = USUAL
    reveal_after: Text | None = None
    complaints: tuple[Complaint, ...] = ()


def read_directive(fence: Fence) -> Directive:
    """Read a fence; whatever is wrong with it is told at once."""
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
    offer, complaints = read_offer(fields)
    awaited = fields.get(_REVEAL_AFTER)
    reveal_after = awaited.value if awaited and isinstance(awaited.value, Text) else None
    wrong = (*_misnamed(fields), *complaints, *_not_awaited(fields))
    named = reveal_after if reveal_after and reveal_after.text else None
    return Directive(offer=offer, reveal_after=named, complaints=wrong)


def _misnamed(fields: Fields) -> Iterator[Complaint]:
    explorer = fields.get(NAME)
    if explorer is None:
        yield fields.place.complaint(f'"{NAME}" is missing', f"add `{NAME}: {EXPLORERS[0]}`")
    elif not isinstance(explorer.value, Text) or explorer.value.text not in EXPLORERS:
        said = explorer.value.text if isinstance(explorer.value, Text) else ""
        yield explorer.name.complaint(f'there is no explorer "{said}"', nearest(said, EXPLORERS))
    known = (NAME, _REVEAL_AFTER, *names())
    for field in fields.entries:
        if field.name.text not in known:
            yield field.name.complaint(f'unknown field "{field.name.text}"', nearest(field.name.text, known))


def _not_awaited(fields: Fields) -> Iterator[Complaint]:
    awaited = fields.get(_REVEAL_AFTER)
    if awaited and not (isinstance(awaited.value, Text) and awaited.value.text):
        yield awaited.name.complaint(f'"{_REVEAL_AFTER}" names no question', "write the id of a question")
