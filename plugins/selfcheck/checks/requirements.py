"""Checks an item against the requirements of a site."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from selfcheck.checks.validation import missing_field
from selfcheck.complaint import Complaint
from selfcheck.model.item import Item, Parts
from selfcheck.requirable import REQUIRABLE


def complaints_about_requirements(
    model: type[Item], parts: Parts, require: Collection[str]
) -> Iterator[Complaint]:
    """Complaints about fields that the site requires and the item lacks."""
    for name in REQUIRABLE:
        if name in require and name != "feedback" and name not in parts:
            yield missing_field(model, (name,))
    if "feedback" in require:
        yield from (missing_field(model, path) for path in model.feedback_gaps(parts))
