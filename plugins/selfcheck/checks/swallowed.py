"""Finds fields at the end of a text: indented like its lines, they have become a part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from selfcheck.checks.validation import AnyModel, names_beside
from selfcheck.complaint import Complaint
from selfcheck.source import FieldPath

_FIELD = re.compile(r"(?P<name>[a-z]+(?:-[a-z]+)*):(?: .*)?")


def swallowed_fields(model: AnyModel, node: Any, path: FieldPath = ()) -> Iterator[Complaint]:
    """A complaint about each field that a text ends with, and that is given nowhere else."""
    if isinstance(node, list):
        for index, value in enumerate(node):
            yield from swallowed_fields(model, value, (*path, index))
    elif isinstance(node, dict):
        for name, value in node.items():
            if not isinstance(value, str):
                yield from swallowed_fields(model, value, (*path, name))
            elif "\n" in value:
                left = set(names_beside(model, (*path, name))) - node.keys()
                for number, field in _at_the_end(value):
                    if field in left:
                        message = f'"{field}:" stands inside the text of "{name}"'
                        hint = f"indent it as far as `{name}:`"
                        yield Complaint((*path, name), message, hint, number, code="yaml")


def _at_the_end(text: str) -> Iterator[tuple[int, str]]:
    """The last lines (from 0) of a text that look like fields, with their names."""
    lines = text.rstrip().split("\n")
    for number in range(len(lines) - 1, 0, -1):
        found = _FIELD.fullmatch(lines[number])
        if found is None:
            return
        yield number, found["name"]
