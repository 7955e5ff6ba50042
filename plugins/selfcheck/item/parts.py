"""An item as plain data: what is stated, and what of it is sound."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from selfcheck.item.fields import is_empty
from selfcheck.source import Path


def stated(node: Any) -> Any:
    """The same data without the fields that say nothing: they count as missing."""
    if isinstance(node, dict):
        return {name: stated(value) for name, value in node.items() if not is_empty(value)}
    if isinstance(node, list):
        return [stated(value) for value in node]
    return node


def sound(item: dict[str, Any], faulty: Iterable[Path]) -> dict[str, Any]:
    """A copy of the item with None in place of what is faulty inside a field; faulty fields fall away."""
    copy: dict[str, Any] = _copied(item)
    for path in faulty:
        _blank(copy, path)
    return {name: value for name, value in copy.items() if value is not None}


def _blank(node: Any, path: Path) -> None:
    for step in path[:-1]:
        node = _entry(node, step)
    if _entry(node, path[-1]) is not None:
        node[path[-1]] = None


def _entry(node: Any, step: str | int) -> Any:
    if isinstance(node, dict):
        return node.get(step)
    return node[step] if isinstance(node, list) and isinstance(step, int) else None


def _copied(node: Any) -> Any:
    if isinstance(node, dict):
        return {name: _copied(value) for name, value in node.items()}
    return [_copied(value) for value in node] if isinstance(node, list) else node
