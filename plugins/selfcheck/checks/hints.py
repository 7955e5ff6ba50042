"""Checks the hints of an item."""

from __future__ import annotations

from collections.abc import Iterator

from selfcheck.complaint import Complaint
from selfcheck.model.item import Parts

_HELD = "last-hint-after-attempt"


def complaints_about_hints(parts: Parts) -> Iterator[Complaint]:
    """A complaint if `last-hint-after-attempt` is set and there are no hints."""
    if parts.get(_HELD) == "true" and "hints" not in parts:
        yield Complaint((_HELD,), "there is no hint to hold back", f"write `hints:`, or remove `{_HELD}`")
