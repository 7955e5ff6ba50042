"""Questions that are called as a part of another one on their page, as `relu-text` beside `relu`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selfcheck.block.block import Block
from selfcheck.problems import Problem
from selfcheck.quiz import Entry


def taken_ids(entries: Sequence[Entry], blocks: Sequence[Block], sheet: str) -> Iterator[Problem]:
    """A problem for each question of a page whose block would have the id of a part of another block.

    A label, or a link to the question, would lead to whichever of the two stands first.
    """
    html = {entry.id: block.html for entry, block in zip(entries, blocks, strict=True)}
    for entry in entries:
        words = entry.id.split("-")
        for other in ("-".join(words[:number]) for number in range(1, len(words))):
            if f' id="{sheet or "check"}-{entry.id}"' in html.get(other, ""):
                place = entry.location
                message = f'a part of the question "{other}" has this id on a page that shows both'
                hint = "give one of the two another id"
                yield Problem(place.path, place.line, place.column, entry.id, message, hint, "duplicate-id")
