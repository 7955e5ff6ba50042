"""What a site may demand of each question by the option `require`."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from selfcheck.item.complaint import Complaint
from selfcheck.item.model import Item, Parts
from selfcheck.item.validation import missing

REQUIRABLE = ("explanation", "feedback", "hints", "objective", "section")
"""Every name that the option takes."""


def complaints_about_requirements(
    model: type[Item], parts: Parts, require: Collection[str]
) -> Iterator[Complaint]:
    """Complaints about what the site demands and the item does not have."""
    for name in REQUIRABLE:
        if name in require and name != "feedback" and name not in parts:
            yield missing(model, (name,))
    if "feedback" in require:
        yield from (missing(model, path) for path in model.feedback_gaps(parts))
