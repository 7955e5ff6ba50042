"""Writes stamps into the text of a translation, and leaves every other character as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from yaml.nodes import Node

from selfcheck.source import read
from selfcheck.translation.reading import STAMP

_BYTE_ORDER_MARK = "\ufeff"
_LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class _Edit:
    """A piece of the text, by its first character and the one after it, and what takes its place."""

    question: str
    start: int
    end: int
    replacement: str


def write_stamps(file: Path, stamps: Mapping[str, str]) -> list[str]:
    """Give the questions of a valid translation their stamps, by id.

    Returns the ids of those that had another stamp or none.
    """
    content = file.read_bytes().decode("utf-8")
    mark = _BYTE_ORDER_MARK if content.startswith(_BYTE_ORDER_MARK) else ""
    text = content.removeprefix(mark)
    edits = list(_edits(text, stamps))
    for edit in reversed(edits):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    if edits:
        file.write_bytes((mark + text).encode())
    return [edit.question for edit in edits]


def _edits(text: str, stamps: Mapping[str, str]) -> Iterator[_Edit]:
    """The edits in the order of the text."""
    for question in _fields(read(text).root)["questions"][1].value:
        fields = _fields(question)
        name = str(fields["id"][1].value)
        if name not in stamps:
            continue
        if STAMP not in fields:
            yield _new_stamp(text, name, question.flow_style, fields["id"], stamps[name])
        elif str(fields[STAMP][1].value).strip() != stamps[name]:
            yield _other_stamp(name, fields[STAMP][1], stamps[name])


def _fields(mapping: Any) -> dict[str, tuple[Node, Node]]:
    """The nodes of each field's name and value."""
    return {str(name.value): (name, value) for name, value in mapping.value}


def _new_stamp(text: str, question: str, is_flow: bool, field: tuple[Node, Node], stamp: str) -> _Edit:
    """A stamp behind the id: in braces, or on a line of its own."""
    name, value = field
    end = value.end_mark.index
    if is_flow:
        return _Edit(question, end, end, f", {STAMP}: {stamp}")
    line = f"{' ' * name.start_mark.column}{STAMP}: {stamp}"
    following = _LINE_BREAK.search(text, end)
    if following is None:  # the file ends behind the id
        known = _LINE_BREAK.search(text)
        return _Edit(question, len(text), len(text), (known[0] if known else "\n") + line)
    return _Edit(question, following.end(), following.end(), f"{line}{following[0]}")


def _other_stamp(question: str, value: Any, stamp: str) -> _Edit:
    quote = value.style if value.style in ("'", '"') else ""
    return _Edit(question, value.start_mark.index, value.end_mark.index, f"{quote}{stamp}{quote}")
