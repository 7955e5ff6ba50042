"""Finds the place in a question file of a text that turned out to be wrong when a page showed it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from selfcheck.complaint import Complaint, FieldPath
from selfcheck.quiz import Entry
from selfcheck.source import Document, Position, Unreadable, read


def position_in_file(root: Path, entry: Entry, text: str, complaint: Complaint) -> Position:
    """The line and column of a complaint about a text of a question, with placeholders for its values.

    The file is read anew, since a valid question keeps no lines of its texts. Where it does not hold the
    text, the place is that of the question's id.
    """
    place = entry.location
    try:
        document = read((root / place.path).read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError, Unreadable):
        return place.line, place.column
    path = _path_of(document, entry, text)
    if path is None:
        return place.line, place.column
    line = (complaint.line_in_text or 0) + _empty_lines_above(document, path)
    return document.position(replace(complaint, path=path, line_in_text=line))


def _path_of(document: Document, entry: Entry, text: str) -> FieldPath | None:
    at = (entry.location.line, entry.location.column)
    questions: Any = document.data.get("questions") if isinstance(document.data, dict) else None
    for index in range(len(questions) if isinstance(questions, list) else 0):
        path = ("questions", index)
        if document.place((*path, "id")) == at:
            texts = _texts(questions[index], path)
            return next((each for each, written in texts if _as_parsed(entry, written) == text), None)
    return None


def _as_parsed(entry: Entry, written: str) -> str:
    return entry.item.with_placeholders(str(written).strip("\n"))


def _empty_lines_above(document: Document, path: FieldPath) -> int:
    node: Any = document.data
    for step in path:
        node = node[step]
    return len(node) - len(node.lstrip("\n"))


def _texts(node: Any, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(node, str):
        yield path, node
    elif isinstance(node, dict):
        for name, value in node.items():
            yield from _texts(value, (*path, name))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from _texts(value, (*path, index))
