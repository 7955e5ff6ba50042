"""Finds fields at the end of a text: indented like its lines, they have become a part of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeAlias

from selfcheck.checks.validation import AnyModel, names_beside
from selfcheck.complaint import Complaint
from selfcheck.source import Document, FieldPath
from selfcheck.yaml_failure import margin_of

LinesAt: TypeAlias = Callable[[FieldPath], Sequence[str]]
"""Gives the lines in which the text at a path is written; none for what is not written there."""

_NAME = r"[a-z]+(?:-[a-z]+)*"
_NAMES = re.compile(rf"(?<!\S)({_NAME}):(?!\S)")
_FIELD = re.compile(rf"(?P<name>{_NAME}):(?: +(?P<value>.*))?")
_QUESTION = re.compile(r"[-] +id: *(?P<id>\S+)")
_TYPE = re.compile(r" +type: *\S")
_BELOW = re.compile(r"[ ]*(?:-[ ]|[\w-]+:(?:[ ]|$))")
"""What a field holds that has nothing behind its name: a list, or fields."""


def lines_below(document: Document, root: FieldPath) -> LinesAt:
    """Gives the lines of a document in which a text below `root` is written, from where it begins."""

    def lines_at(path: FieldPath) -> Sequence[str]:
        whole = (*root, *path)
        if document.existing(whole) != whole:
            return ()
        (first, start), (last, end) = document.span(whole)
        lines = document.lines[first - 1 : last]
        if len(lines) > last - first:
            lines[-1] = lines[-1][: end - 1]
        return [lines[0][start - 1 :], *lines[1:]] if lines else ()

    return lines_at


def swallowed_fields(
    model: AnyModel, node: Any, lines_at: LinesAt, path: FieldPath = ()
) -> Iterator[Complaint]:
    """A complaint about each field that a text ends with, and that is given nowhere else; so of questions."""
    if isinstance(node, list):
        for index, value in enumerate(node):
            yield from swallowed_fields(model, value, lines_at, (*path, index))
    elif isinstance(node, dict):
        for name, value in node.items():
            place = (*path, name)
            if not isinstance(value, str):
                yield from swallowed_fields(model, value, lines_at, place)
            elif ":" in value and (found := set(_NAMES.findall(value))):
                left = found & set(names_beside(model, place)) - node.keys()
                if left or "id" in found:
                    yield from _in_text(place, value, left, lines_at(place))


def _in_text(path: FieldPath, value: str, left: set[str], lines: Sequence[str]) -> Iterator[Complaint]:
    """Complaints about the fields `left` and about questions at the end of a text written in these lines."""
    style, body = lines[0][:1] if lines else "", lines[1:]
    for number, name in _at_the_end(body, first=1 if style in ("|", ">") else 0):
        said, cure = f'"{name}:"', f"indent it as far as `{path[-1]}:`"
        if question := _QUESTION.match(name):
            if style != "|" and (not number or body[number - 1].strip()):
                continue  # it has been told that YAML joins this line to the one before
            said, cure = f'the question "{question["id"]}"', "indent its `- id:` like that of this question"
        elif name not in left:
            continue
        line, column = (number, None) if style == "|" else _place(value, name)
        message = f'{said} stands inside the text of "{path[-1]}"'
        yield Complaint(path, message, cure, line, column_in_text=column, code="yaml")


def _at_the_end(body: Sequence[str], first: int) -> Iterator[tuple[int, str]]:
    """The last lines of a text that look like fields or begin a question: their numbers, from 0, and names.

    The name of a question is the line that begins it.
    """
    margin = min((margin_of(line) for line in body if line.strip()), default=0)
    end = len(body)
    for number in range(len(body) - 1, first - 1, -1):
        line, below = body[number][margin:].rstrip(), body[number + 1 : end]
        if _QUESTION.match(line) and any(map(_TYPE.match, below)):
            yield number, line
        elif not line or line.startswith((" ", "- ")):
            continue
        elif (found := _FIELD.fullmatch(line)) and _may_hold(found["value"] or "", below):
            yield number, found["name"]
        else:
            return
        end = number


def _may_hold(value: str, below: Sequence[str]) -> bool:
    """Whether a field may have this behind its name and these lines below it."""
    lines = "\n".join(below).rstrip().split("\n")
    if lines == [""] or value.startswith(("|", ">")):
        return True
    return "" not in map(str.strip, lines) and (value != "" or _BELOW.match(lines[0]) is not None)


def _place(value: str, name: str) -> tuple[int, int]:
    """The line and column of a text, from 0, at which this name stands last."""
    start = max(value.rfind(name if name.startswith("-") else f"{name}:"), 0)
    return value.count("\n", 0, start), start - (value.rfind("\n", 0, start) + 1)
