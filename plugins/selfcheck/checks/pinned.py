"""Finds options that are pinned where others come after them."""

from __future__ import annotations

from collections.abc import Iterator

from selfcheck.complaint import Complaint
from selfcheck.model.item import Parts


def pinned_before_others(parts: Parts) -> Iterator[Complaint]:
    """Complaints about each option with `pinned: true` that is not the last."""
    for index, option in enumerate((parts.get("options") or ())[:-1]):
        if option and option.get("pinned") == "true":
            path = ("options", index, "pinned")
            yield Complaint(path, "an option that is pinned comes last", "move it to the end of the options")
