"""Transformations of an item as plain data: drop empty, rename misspelt, and replace or blank out fields."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from selfcheck.source import FieldPath
from selfcheck.written_value import is_empty


def drop_empty_fields(node: Any) -> Any:
    """The data without its empty fields."""
    if isinstance(node, dict):
        return {name: drop_empty_fields(value) for name, value in node.items() if not is_empty(value)}
    return [drop_empty_fields(value) for value in node] if isinstance(node, list) else node


def rename_fields(item: dict[str, Any], names: Mapping[FieldPath, str | None]) -> dict[str, Any]:
    """A copy of the item with fields renamed by path; a field whose new name is None is removed."""
    copy: dict[str, Any] = _copy(item)
    for path, name in names.items():
        mapping = node_at(copy, path[:-1])
        value = mapping.pop(path[-1])
        if name is not None:
            mapping[name] = value
    return copy


def valid_parts(item: dict[str, Any], faulty: Iterable[FieldPath]) -> dict[str, Any]:
    """The item with None in place of each invalid part; a copy, if there is one."""
    faulty = list(faulty)
    copy: dict[str, Any] = _copy(item) if faulty else item
    for path in faulty:
        if node_at(copy, path) is not None:
            node_at(copy, path[:-1])[path[-1]] = None
    return copy


def put(item: dict[str, Any], values: Mapping[FieldPath, Any]) -> dict[str, Any]:
    """A copy of the item with other values at these paths."""
    copy: dict[str, Any] = _copy(item)
    for path, value in values.items():
        node_at(copy, path[:-1])[path[-1]] = value
    return copy


def node_at(node: Any, path: FieldPath) -> Any:
    """What stands at a path; None where nothing does."""
    for step in path:
        if isinstance(node, dict):
            node = node.get(step)
        else:
            node = node[step] if isinstance(node, list) and isinstance(step, int) else None
    return node


def _copy(node: Any) -> Any:
    if isinstance(node, dict):
        return {name: _copy(value) for name, value in node.items()}
    return [_copy(value) for value in node] if isinstance(node, list) else node
