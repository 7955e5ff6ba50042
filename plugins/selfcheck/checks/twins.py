"""Finds entries of a list with the same text."""

from __future__ import annotations

from collections.abc import Iterator

from selfcheck.complaint import Complaint
from selfcheck.model.item import Parts


def twins(parts: Parts, field: str, text: str, one: str, many: str) -> Iterator[Complaint]:
    """Complaints about entries of the list `field` that repeat the `text` of an earlier entry.

    Case and spaces are ignored. `one` and `many` name an entry and several of them in messages.
    """
    first: dict[str, int] = {}
    for index, entry in enumerate(parts.get(field) or ()):
        plain = " ".join(entry[text].split()).casefold() if entry and entry.get(text) else ""
        if plain and plain in first:
            message = f"the same text as {one} {first[plain] + 1}"
            yield Complaint((field, index, text), message, f"make the two {many} differ, or remove one")
        first.setdefault(plain, index)
