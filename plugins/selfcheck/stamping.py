"""Writes stamps into the text of question files, and leaves every other character as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from yaml.nodes import Node

from selfcheck.author_file import parted, rewrite
from selfcheck.errors import SelfCheckError
from selfcheck.source import Unreadable, read

_LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_ALIAS = re.compile(r"\s*:\s*\*[^\s,\[\]{}]+")


class NotStampable(SelfCheckError):
    """The YAML of a file is such that no stamp can be written into it without changing more."""


@dataclass(frozen=True, slots=True)
class Field:
    """The field that a stamp stands in, and the one below which it is written where there is none yet."""

    name: str
    below: str


OF_TRANSLATION = Field("stamp", "id")
OF_SECTION = Field("section-stamp", "section")


@dataclass(frozen=True, slots=True)
class _Edit:
    """A piece of the text, by its first character and the one after it, and what takes its place."""

    question: str
    start: int
    end: int
    replacement: str


def write_stamps(file: Path, field: Field, stamps: Mapping[str, str]) -> list[str]:
    """Give questions of a valid file their stamps, by id. Returns the ids of those that had another or none.

    Raises NotStampable, or OSError where the file cannot be written; it is then as it was.
    """
    mark, text = parted(file.read_bytes().decode("utf-8"))
    edits = list(_edits(text, field, stamps))
    if edits:
        stamped = _edited(text, edits)
        if not _differs_by_stamps_alone(
            text, stamped, field, {each.question: stamps[each.question] for each in edits}
        ):
            raise NotStampable(_why(text, field, edits, stamps))
        rewrite(file, (mark + stamped).encode())
    return [edit.question for edit in edits]


def _edited(text: str, edits: Sequence[_Edit]) -> str:
    for edit in sorted(edits, key=lambda each: each.start, reverse=True):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    return text


def _edits(text: str, field: Field, stamps: Mapping[str, str]) -> Iterator[_Edit]:
    """The edits in the order of the text."""
    for question in _fields(read(text).root)["questions"][1].value:
        fields = _fields(question)
        name = str(fields["id"][1].value)
        if name not in stamps:
            continue
        if field.name in fields:
            if str(fields[field.name][1].value).strip() != stamps[name]:
                yield _other_stamp(name, fields[field.name][1], stamps[name])
        elif field.below in fields:
            stamp = f"{field.name}: {stamps[name]}"
            yield _new_stamp(text, name, question.flow_style, fields[field.below], stamp)


def _fields(mapping: Any) -> dict[str, tuple[Node, Node]]:
    """The nodes of each field's name and value."""
    return {str(name.value): (name, value) for name, value in mapping.value}


def _new_stamp(text: str, question: str, is_flow: bool, field: tuple[Node, Node], stamp: str) -> _Edit:
    """A stamp behind another field: in braces, or on a line of its own."""
    name, end = field[0], _end(text, *field)
    if is_flow:
        return _Edit(question, end, end, f", {stamp}")
    line = f"{' ' * name.start_mark.column}{stamp}"
    following = _LINE_BREAK.search(text, end)
    if following is None:  # the file ends behind the field
        known = _LINE_BREAK.search(text)
        return _Edit(question, len(text), len(text), (known[0] if known else "\n") + line)
    return _Edit(question, following.end(), following.end(), f"{line}{following[0]}")


def _end(text: str, name: Any, value: Any) -> int:
    """Where the value of a field ends; that of an alias stands elsewhere."""
    if value.start_mark.index < name.end_mark.index:
        alias = _ALIAS.match(text, name.end_mark.index)
        return alias.end() if alias else int(name.end_mark.index)
    if value.style in ("|", ">"):  # which ends where the next line begins, or a later one
        return len(text[: value.end_mark.index].rstrip())
    return int(value.end_mark.index)


def _other_stamp(question: str, value: Any, stamp: str) -> _Edit:
    quote = value.style if value.style in ("'", '"') else ""
    return _Edit(question, value.start_mark.index, value.end_mark.index, f"{quote}{stamp}{quote}")


def _differs_by_stamps_alone(before: str, after: str, field: Field, stamps: Mapping[str, str]) -> bool:
    """Whether a text says the same as before but for these stamps."""
    try:
        old, new = read(before), read(after)
    except Unreadable:
        return False
    meant: Any = old.data
    meant["questions"] = [
        {**each, field.name: stamps[each["id"]]} if each["id"] in stamps else each
        for each in meant["questions"]
    ]
    return bool(new.data == meant) and len(new.complaints) == len(old.complaints)


def _why(text: str, field: Field, edits: Sequence[_Edit], stamps: Mapping[str, str]) -> str:
    """The first question whose stamp has no place, and what its author may write."""
    for edit in edits:
        wanted = {edit.question: stamps[edit.question]}
        if not _differs_by_stamps_alone(text, _edited(text, [edit]), field, wanted):
            above = _LINE_BREAK.split(text[: edit.start])
            line = len(above) - (not above[-1])  # a stamp on a line of its own is told at the one above
            cure = f"write `{field.name}: {stamps[edit.question]}` there yourself"
            return f"{line}: {edit.question}: this YAML leaves no place for a stamp; {cure}"
    return f"1: no place for stamps; write `{field.name}:` yourself"
