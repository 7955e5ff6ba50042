"""Reads the document of a question file or of its translation, and tells each problem at its place."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from selfcheck.checks.file_fields import FileFields
from selfcheck.complaint import Complaint
from selfcheck.problems import Problem
from selfcheck.quiz import Entry, Location
from selfcheck.shared_passages import Passages
from selfcheck.source import Document, FieldPath, Unreadable, read


class FileReader:
    """Goes through a document once and gathers what is sound and what is not."""

    code: ClassVar[str]
    """That of a problem which has no other."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.entries: list[Entry] = []
        self.document = Document()
        self.passages = Passages()
        self.fields = FileFields()

    def open(self, text: str) -> bool:
        """Read the YAML and tell what is wrong with it; whether any of it can be trusted."""
        try:
            self.document = read(text)
        except Unreadable as error:
            self.tell(error.complaint.of_kind("yaml"))
            return False
        for complaint in self.document.complaints:
            self.tell(complaint.of_kind("yaml"))
        return True

    def tell(self, complaint: Complaint, item: str = "") -> None:
        """Add a problem of a question, unless it follows from another one.

        What is not written in this file is told at the id of the question.
        """
        placed = self.fields.placed(complaint)
        if placed is None:
            return
        written = self._as_far_as_written(placed)
        position = self.document.position(written)
        if placed.code in ("missing-field", "empty-field") and self._is_cut(placed.path):
            return
        if placed.code == "empty-field" and self.document.complains_at(position):
            return
        self.problems.append(Problem.of(written.of_kind(self.code), self.path, position, item))

    def location(self, path: FieldPath) -> Location:
        """Where the value at a path begins."""
        return Location(self.path, *self.document.place(path))

    def _as_far_as_written(self, complaint: Complaint) -> Complaint:
        path, existing = complaint.path, self.document.existing(complaint.path)
        if existing == path or (complaint.is_about_name and existing == path[:-1]):
            return complaint
        nearest = (*existing, "id") if len(existing) == 2 else existing
        return replace(complaint, path=nearest, line_in_text=None, is_about_name=False)

    def _is_cut(self, path: FieldPath) -> bool:
        """Whether what stands behind a field has been told to be nothing but a comment."""
        if self.document.existing(path) != path:
            return False
        line, column = self.document.place(path)
        if line > len(self.document.lines):  # to libyaml, the value of a last key without one begins there
            return False
        behind = self.document.lines[line - 1][column - 1 :]
        first = (line, column + len(behind) - len(behind.lstrip()))
        return self.document.complains_at(first)
