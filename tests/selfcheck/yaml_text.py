"""Data as YAML text in both of its styles, with quotes only where they change nothing."""

from __future__ import annotations

import json
import re
from typing import Any

from selfcheck.written_value import Plain

NOTHING = object()
"""Stands where a field is to have no value."""


def block(node: Any, indentation: int = 0) -> str:
    """The data as YAML with a line for each entry."""
    margin = " " * indentation
    if isinstance(node, dict):
        return "".join(f"{margin}{scalar(name)}:{below(value, indentation)}" for name, value in node.items())
    return "".join(f"{margin}-{below(value, indentation)}" for value in node)


def below(value: Any, indentation: int) -> str:
    if value is NOTHING:
        return "\n"
    if isinstance(value, dict | list) and value:
        return "\n" + block(value, indentation + 2)
    return f" {braces(value)}\n"


def braces(node: Any) -> str:
    """The data as YAML in braces and brackets, in one line."""
    if isinstance(node, dict):
        entries = (
            scalar(name) if value is NOTHING else f"{scalar(name)}: {braces(value)}"
            for name, value in node.items()
        )
        return f"{{{', '.join(entries)}}}"
    return f"[{', '.join(map(braces, node))}]" if isinstance(node, list) else scalar(node)


def scalar(value: str) -> str:
    is_plain = isinstance(value, Plain) or re.fullmatch(r"[A-Za-z-]+", value)
    return value if is_plain and re.fullmatch(r"[\w.%-]+", value) else json.dumps(value, ensure_ascii=False)
