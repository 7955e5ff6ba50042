"""Where a question file writes what is found wrong only after its fields have been read.

The file is read anew, since a valid question keeps no lines of its texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from selfcheck.complaint import Complaint, FieldPath
from selfcheck.file_state import state_of
from selfcheck.quiz import Entry, Quiz
from selfcheck.source import Document, Position, Unreadable, read


def position_of_text(root: Path, entry: Entry, text: str, complaint: Complaint) -> Position:
    """The line and column of a complaint about a text of a question, with placeholders for its values.

    Where its file does not hold the text, the place is that of the question's id.
    """
    document, question = _question(root, entry)
    above: FieldPath = ("passages", entry.passage) if question and entry.passage else ()
    if document.existing(above) != above:  # a translation may leave its passage untranslated
        above = ()
    for path, written in (*_texts(document.data, question), *_texts(document.data, above)):
        if entry.item.with_placeholders(written.strip("\n")) == text:
            empty_lines = len(written) - len(written.lstrip("\n"))
            line = (complaint.line_in_text or 0) + empty_lines
            return document.position(replace(complaint, path=path, line_in_text=line))
    return entry.location.line, entry.location.column


def position_of_piece(root: Path, entry: Entry, *pieces: str) -> Position | None:
    """Where a question or its passage writes the first of these pieces of text; None for none of them."""
    document, question = _question(root, entry)
    above: FieldPath = ("passages", entry.passage) if question and entry.passage else ()
    for place in filter(None, (question, above)):
        if document.existing(place) != place:
            continue
        (first, _), (end, _) = document.span(place)
        lines = document.lines
        last = min(end, len(lines)) if end > first else len(lines)
        for piece in pieces:
            for number in range(first - 1, last):
                if piece in lines[number]:
                    return number + 1, lines[number].index(piece) + 1
    return None


def position_of_title(root: Path, quiz: Quiz) -> Position:
    """The line and column of the title of a quiz; of its file, where that has none any more."""
    return _file(root / quiz.path).document.position(Complaint(("title",), "", ""))


def _question(root: Path, entry: Entry) -> tuple[Document, FieldPath]:
    """The file of a question as it is now, and the path of the question in it; empty where it is gone."""
    file = _file(root / entry.location.path)
    return file.document, file.questions.get((entry.location.line, entry.location.column), ())


@dataclass(frozen=True)
class _File:
    """A question file as it is now."""

    document: Document

    @cached_property
    def questions(self) -> Mapping[Position, FieldPath]:
        """The path of each question by the place of its id."""
        data = self.document.data
        listed: Any = data.get("questions") if isinstance(data, dict) else None
        paths = [("questions", index) for index in range(len(listed) if isinstance(listed, list) else 0)]
        return {self.document.place((*path, "id")): path for path in reversed(paths)}


def _file(file: Path) -> _File:
    """A question file; one without anything in it where it cannot be read."""
    try:
        return _read(file, state_of(file))
    except (OSError, UnicodeDecodeError, Unreadable):
        return _File(Document())


@lru_cache(maxsize=4)
def _read(file: Path, _state: tuple[int, int, int]) -> _File:
    """A question file in this state, since many problems of one file may be told in a row."""
    return _File(read(file.read_text("utf-8-sig")))


def _texts(data: Any, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    """Every text at or below a path, with its own path; nothing for the empty path."""
    node: Any = data if path else None
    for step in path:
        node = node.get(step) if isinstance(node, dict) else node[step]
    if isinstance(node, str):
        yield path, node
    steps = node if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ()
    for step in steps:
        yield from _texts(data, (*path, step))
