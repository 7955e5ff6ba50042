"""What can be wrong with the hints of an item as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from selfcheck.complaint import Complaint
from selfcheck.model.item import Parts

_HELD = "last-hint-after-attempt"


def complaints_about_hints(parts: Parts) -> Iterator[Complaint]:
    """A complaint where a hint is to be held back and there is none."""
    if parts.get(_HELD) == "true" and "hints" not in parts:
        yield Complaint((_HELD,), "there is no hint to hold back", f"write `hints:`, or remove `{_HELD}`")
