"""Finds texts that refer to an option by its position, which is meaningless once options are shuffled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from selfcheck.complaint import Complaint
from selfcheck.model.item import Parts
from selfcheck.source import FieldPath

_ELSEWHERE = frozenset({"id", "type", "section", "objective"})
"""Fields that are not shown beside the options."""

_PLACE = re.compile(
    r"""(?x) \b(?:
      (?:[Oo]ptions?|[Aa]nswers?|[Cc]hoices?|[Aa]lternatives?) \s+ [A-H]
    | (?i: (?:first|second|third|fourth|fifth|last) \s+ (?:option|answer|alternative) )
    | (?i: (?:all|none|any|both|neither|either) \s+ of \s+ the \s+ (?:above|below|options|answers) )
    | (?i: (?:options?|answers?|alternatives?) \s+ (?:above|below) )
    | (?:Option(?:en)?|Antwort(?:en)?|Möglichkeit(?:en)?) \s+ [A-H]
    | (?i: (?:erste|zweite|dritte|vierte|fünfte|letzte)[nrs]? \s+ (?:Option|Antwort|Möglichkeit) )
    | (?i: (?:alle|keine|beide)[rs]? \s+ (?:der \s+)? (?:obigen|oben|vorstehenden|genannten) )
    )\b"""
)
"""English and German."""


def complaints_about_positions(parts: Parts, shuffle_field: str) -> Iterator[Complaint]:
    """Complaints about every reference to a position, if the field `shuffle_field` is set."""
    if parts.get(shuffle_field) != "true":
        return
    for path, text in _texts(parts, ()):
        if match := _PLACE.search(text):
            found = " ".join(match[0].split())
            message = f'"{found}" means nothing where options are shuffled'
            hint = f"say what the option says, or remove `{shuffle_field}`"
            yield Complaint(path, message, hint, text.count("\n", 0, match.start()))


def _texts(node: Any, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(node, str):
        yield path, str(node)
    elif isinstance(node, dict):
        for name, value in node.items():
            if path or name not in _ELSEWHERE:
                yield from _texts(value, (*path, name))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from _texts(value, (*path, index))
