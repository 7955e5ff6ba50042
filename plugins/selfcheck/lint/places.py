"""Where a question file writes the text that a finding is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from yaml.nodes import Node, ScalarNode, SequenceNode

from selfcheck.complaint import Complaint, FieldPath
from selfcheck.quiz import Entry
from selfcheck.source import Document, Position, Unreadable, compose, fields_of


@dataclass(frozen=True)
class _File:
    """A question file as it is now."""

    document: Document

    @cached_property
    def questions(self) -> Mapping[Position, tuple[FieldPath, Node]]:
        """The path of each question and its node, by the place of its id."""
        listed = fields_of(self.document.root).get("questions")
        nodes = listed.value if isinstance(listed, SequenceNode) else []
        paths = [("questions", index) for index in range(len(nodes))]
        return {
            self.document.place((*path, "id")): (path, node) for path, node in zip(paths, nodes, strict=True)
        }


@dataclass
class Places:
    """Finds texts and waivers in the question files below `root`. A file is read once, if need be."""

    root: Path
    _files: dict[str, _File] = field(default_factory=dict)

    def of(self, entry: Entry, text: str | None, words: str = "") -> Position:
        """The line and column of a text of a question; of its id, where the text is none or not found.

        They are those of the words, where these stand in the text once and as they are written.
        """
        file = self._file(entry.location.path)
        at = entry.location.line, entry.location.column
        if text is None or at not in file.questions:
            return at
        path, question = file.questions[at]
        for found, written in _texts(question, path):
            if text in (plain := written.strip("\n"), entry.item.with_placeholders(plain)):
                empty_lines = len(written) - len(written.lstrip("\n"))
                line, column = _place_of(words, written) or (empty_lines, None)
                return file.document.position(Complaint(found, "", "", line, column_in_text=column))
        return at

    def of_waiver(self, entry: Entry, rule: str) -> tuple[Position, Position]:
        """The line and column of a rule in the `lint-ok` of a question, and those of the field."""
        file = self._file(entry.location.path)
        at = entry.location.line, entry.location.column
        if at not in file.questions:
            return at, at
        field = (*file.questions[at][0], "lint-ok")
        return file.document.name_place((*field, rule)), file.document.name_place(field)

    def _file(self, path: str) -> _File:
        if path not in self._files:
            try:
                self._files[path] = _File(compose((self.root / path).read_text("utf-8-sig")))
            except (OSError, UnicodeDecodeError, Unreadable):
                self._files[path] = _File(Document())
        return self._files[path]


def _place_of(words: str, text: str) -> tuple[int, int] | None:
    """The line and column (from 0) of words that stand in a text once."""
    if not words or text.count(words) != 1:
        return None
    before = text.partition(words)[0]
    return before.count("\n"), len(before) - before.rfind("\n") - 1


def _texts(node: Node, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    """Every text at or below a node, with its path, but those of `lint-ok`, which readers never see."""
    if isinstance(node, ScalarNode):
        yield path, str(node.value)
    elif isinstance(node, SequenceNode):
        for index, each in enumerate(node.value):
            yield from _texts(each, (*path, index))
    else:
        for name, each in fields_of(node).items():
            if name != "lint-ok":
                yield from _texts(each, (*path, name))
