"""Where a question file writes the text that a finding is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from selfcheck.complaint import Complaint, FieldPath
from selfcheck.quiz import Entry
from selfcheck.source import Document, Position, Unreadable, read


@dataclass(frozen=True)
class _File:
    """A question file as it is now."""

    document: Document

    @cached_property
    def questions(self) -> Mapping[Position, FieldPath]:
        """The path of each question by the place of its id."""
        data: Any = self.document.data
        listed = data.get("questions") if isinstance(data, dict) else None
        paths = (("questions", index) for index in range(len(listed) if isinstance(listed, list) else 0))
        return {self.document.place((*path, "id")): path for path in paths}

    def text_at(self, path: FieldPath) -> Any:
        node: Any = self.document.data
        for step in path:
            node = node[step]
        return node


@dataclass
class Places:
    """Finds texts in the question files below `root`. A file is read once, and only if a flaw is in it."""

    root: Path
    _files: dict[str, _File] = field(default_factory=dict)

    def of(self, entry: Entry, text: str | None) -> Position:
        """The line and column of a text of a question; of its id, where the text is none or not found."""
        file = self._file(entry.location.path)
        at = entry.location.line, entry.location.column
        path = file.questions.get(at)
        if text is None or path is None:
            return at
        for found, written in _texts(file.text_at(path), path):
            if text in (plain := written.strip("\n"), entry.item.with_placeholders(plain)):
                empty_lines = len(written) - len(written.lstrip("\n"))
                return file.document.position(Complaint(found, "", "", empty_lines))
        return at

    def _file(self, path: str) -> _File:
        if path not in self._files:
            try:
                self._files[path] = _File(read((self.root / path).read_text("utf-8-sig")))
            except (OSError, UnicodeDecodeError, Unreadable):
                self._files[path] = _File(Document())
        return self._files[path]


def _texts(node: Any, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    """Every text at or below a path, with its own path; waivers are none that readers see."""
    if isinstance(node, str):
        yield path, node
    steps = node if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ()
    for step in steps:
        if step != "lint-ok":
            yield from _texts(node[step], (*path, step))
