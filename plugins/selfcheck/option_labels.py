"""What options are called: letters, or the numbers that their author wrote before their texts."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from selfcheck.complaint import Complaint
from selfcheck.list_signs import KINDS, LABEL, labels

if TYPE_CHECKING:  # a build whose blocks are all kept does not pay for the models
    from selfcheck.model.item import Parts

_WRITTEN = re.compile(rf"[*_]{{0,2}}(?:\(({LABEL})\)|({LABEL})[.):])[*_]{{0,2}}(?=\s|\Z)")
"""A number or a letter before a text, with a sign that sets it apart."""

_LISTED = re.compile(rf"({LABEL})([.)])(?=\s)")
"""What Markdown may take for the beginning of a list, whose entries it numbers itself."""

_FURTHER_ENTRY = re.compile(rf"^ {{0,3}}(?:{LABEL})[.)]\s", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class OptionLabels:
    """The labels of the options of one question, in the order of the file."""

    kind: str
    """What the list of reasons counts by: the value of `type` in HTML."""
    names: tuple[str, ...]
    """What key and reasons call each option."""
    written: int = 0
    """How many options, from the first on, begin with their own name, so that none is put before them."""

    @classmethod
    def of(cls, texts: Sequence[str], *, shuffled: bool = False) -> OptionLabels:
        """The author's own where at least two options, from the first on, begin with theirs; else letters.

        Options after those may begin with none; their labels go on from there. Texts that are nothing but
        these labels, such as 1, 2 and 3, count too. Where options are shuffled, they have letters.
        """
        found, whole = _labels_before(texts), tuple(text.strip() for text in texts)
        for kind in "" if shuffled else KINDS:
            names = labels(kind, len(texts))
            count = _written(found, names)
            if count > 1 or (len(texts) > 1 and whole == names):
                return cls(kind, names, count or len(texts))
        return cls("A", labels("A", len(texts)))

    def before(self, place: int) -> str:
        """The label that is put before the option at a place, from 0."""
        return "" if place < self.written else self.names[place]


def shown_option(text: str) -> str:
    """The Markdown of an option whose number stays the number that was written."""
    marked = _LISTED.match(text)
    if marked is None or _FURTHER_ENTRY.search(text, marked.end()):
        return text
    first, _, further = text[marked.end() :].partition("\n")
    return f"{marked[1]}\\{marked[2]}{first}" + (f"\n{textwrap.dedent(further)}" if further else "")


def numbered_but_shuffled(parts: Parts) -> Iterator[Complaint]:
    """The complaint that options which begin with their own numbers are shuffled."""
    options = parts.get("options") or ()
    texts = tuple(str(option.get("text") or "") if option else "" for option in options)
    if parts.get("shuffle") == "true" and _written(_labels_before(texts), OptionLabels.of(texts).names) > 1:
        message = "the options begin with their numbers, and would be shuffled against them"
        yield Complaint(("shuffle",), message, "remove `shuffle`, or the numbers")


def are_labelled(texts: Sequence[str], kinds: str = KINDS) -> bool:
    """Whether the first two texts or more begin with labels in their order, and no later one with any.

    A label without a text behind it may be what a place in a picture is called.
    """
    if any(_WRITTEN.fullmatch(text.strip()) for text in texts):
        return False
    found = _labels_before(texts)
    return any(_written(found, labels(kind, len(texts))) > 1 for kind in kinds)


def _labels_before(texts: Sequence[str]) -> list[str]:
    """The label that each text begins with; an empty one where it begins with none."""
    return [mark[1] or mark[2] if (mark := _WRITTEN.match(text)) else "" for text in texts]


def _written(found: Sequence[str], names: Sequence[str]) -> int:
    """How many of the labels found, from the first on, are the names, if no further text begins with any."""
    count = next((place for place, name in enumerate(names) if found[place] != name), len(names))
    return 0 if any(found[count:]) else count
