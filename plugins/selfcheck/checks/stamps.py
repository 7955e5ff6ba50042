"""Checks the stamp of an item's section."""

from __future__ import annotations

from collections.abc import Iterator

from selfcheck.complaint import Complaint
from selfcheck.model.item import Parts

_STAMP = "section-stamp"


def complaints_about_stamps(parts: Parts) -> Iterator[Complaint]:
    """A complaint if `section-stamp` is set and there is no section."""
    if _STAMP in parts and "section" not in parts:
        yield Complaint(
            (_STAMP,), "there is no section to compare", f"write `section:`, or remove `{_STAMP}`"
        )
