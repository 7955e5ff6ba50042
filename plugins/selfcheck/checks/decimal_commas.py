"""Finds decimal commas in a list of values, which part a number into two to YAML: `[1,5, 2,7]`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selfcheck.checks.swallowed import LinesAt
from selfcheck.complaint import Complaint
from selfcheck.model.item import Parts

_FIELD = "parameters"
_LIST_OF_NUMBERS = re.compile(r"\[[-+\d.,\s]+\]\s*")
_WITH_COMMA = re.compile(r"(?<![\d.,])([-+]?\d+),(\d+)(?![\d.,]*[\d.])")


def complaints_about_commas(parts: Parts, lines_at: LinesAt) -> Iterator[Complaint]:
    """Complaints about commas without a space in lists of parameters where other commas have one."""
    given = parts.get(_FIELD)
    for name, values in given.items() if isinstance(given, dict) else ():
        text = "\n".join(lines_at((_FIELD, name))) if isinstance(values, list) else ""
        if not _LIST_OF_NUMBERS.fullmatch(text) or not re.search(r",\s+[-+\d]", text):
            continue
        for found in _WITH_COMMA.finditer(text):
            place = (_FIELD, name, text.count(",", 0, found.start()))
            hint = f"write {found[1]}.{found[2]}, or a space behind each comma"
            yield Complaint(place, f"{found[0]} is two numbers in a list", hint)
