"""Finds fields without a value: what was meant to stand there may have been cut off."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from selfcheck.complaint import Complaint
from selfcheck.lookalikes import quoting
from selfcheck.source import FieldPath
from selfcheck.written_value import CUT_BY_COMMA, NothingBehindName, NothingInBraces, is_empty, is_null

_FIELD = re.compile(r"(?P<name>[a-z][a-z-]*) *[:：﹕︰꞉] *(?P<value>[^/: ].*)", re.DOTALL)


def empty_fields(node: Any, path: FieldPath = ()) -> Iterator[tuple[FieldPath, Any]]:
    """Every field without a value, at any depth, with what stands there instead of one."""
    if isinstance(node, dict):
        for name, value in node.items():
            if isinstance(value, str):
                if is_empty(value):
                    yield (*path, name), value
            else:
                yield from empty_fields(value, (*path, name))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            if not isinstance(value, str):
                yield from empty_fields(value, (*path, index))


def cut_fields(node: Any, empty: Iterable[FieldPath]) -> Iterator[FieldPath]:
    """The fields whose value a comma has ended: each stands right before one that the comma has begun."""
    for path in empty:
        mapping = node
        for step in path[:-1]:
            mapping = mapping[step]
        names = list(mapping)
        at = names.index(path[-1])
        if at and isinstance(mapping[path[-1]], NothingBehindName):
            yield (*path[:-1], names[at - 1])


def is_unintended(value: Any) -> bool:
    """Whether the author probably wrote something that YAML reads as nothing."""
    return isinstance(value, NothingInBraces) or is_null(value)


def field_in_name(name: str, value: Any) -> tuple[str, str] | None:
    """The field and its value that stand in the name of an empty field, as in `{id:a}`, if they do."""
    found = _FIELD.fullmatch(name) if isinstance(value, NothingInBraces) else None
    return (found["name"], found["value"]) if found else None


def misread_field(mapping: Mapping[str, Any], field: str) -> tuple[str, str] | None:
    """The name in which this field and its value stand, and the value, if the mapping has such a name."""
    for name, value in mapping.items():
        found = field_in_name(name, value)
        if found and found[0] == field and field not in mapping:
            return name, found[1]
    return None


def empty_field(path: FieldPath, value: Any) -> Complaint:
    """The complaint about a field without a value."""
    message = f'"{path[-1]}" has no value'
    if field_in_name(str(path[-1]), value):
        hint = "write a colon and a space behind the name, or put quotes round a text that has a comma"
    elif isinstance(value, NothingInBraces):
        hint = quoting(str(path[-1])[-1:], CUT_BY_COMMA)
    elif is_null(value):
        hint = f"{value} means nothing to YAML: put it in quotes if you mean the text, or remove the field"
    else:
        hint = "write it behind the colon, or indented below it, or remove the field"
    return Complaint(path, message, hint, is_about_name=True, code="empty-field")
