"""Parses the text of a question file into items, and reports all problems at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic_core import PydanticCustomError

from selfcheck.checks.examination import examine
from selfcheck.checks.parts import drop_empty_fields
from selfcheck.expressions import Functions
from selfcheck.item import Complaint, Item
from selfcheck.model.fields import boolean
from selfcheck.problems import Problem, closest, nearest
from selfcheck.question_types import QuestionType, discover
from selfcheck.quiz import Entry, Location, Quiz
from selfcheck.source import Document, FieldPath, Unreadable, is_empty, kind, read
from selfcheck.yaml_faults import Fault

_QUIZ_FIELDS = ("confidence", "questions", "title")


def read_quiz(
    name: str,
    path: str,
    text: str,
    require: Iterable[str] = (),
    types: Mapping[str, QuestionType] | None = None,
    functions: Functions | None = None,
) -> Quiz:
    """Read the text of a question file; `path` is its name in problems.

    `types` are those of the site, `functions` what it offers to formulas.
    """
    return _QuizReader(name, path, frozenset(require), types or discover(), functions or {}).read(text)


class _QuizReader:
    """Goes through a document once and gathers what is sound and what is not."""

    def __init__(
        self,
        name: str,
        path: str,
        require: frozenset[str],
        types: Mapping[str, QuestionType],
        functions: Functions,
    ) -> None:
        self.name, self.path, self.require, self.types = name, path, require, types
        self.functions = functions
        self.problems: list[Problem] = []
        self.entries: list[Entry] = []
        self.broken: set[str] = set()
        self.document = Document(None, (), None, "")
        self.asks_confidence: bool | None = None

    def read(self, text: str) -> Quiz:
        try:
            self.document = read(text)
        except Unreadable as error:
            self._tell_fault(error.fault)
            return self._quiz(None)
        for fault in self.document.faults:
            self._tell_fault(fault)
        return self._quiz(self._read_root(self.document.data))

    def _quiz(self, title: str | None) -> Quiz:
        problems, broken = tuple(sorted(self.problems)), frozenset(self.broken)
        return Quiz(self.name, self.path, title, tuple(self.entries), broken, problems)

    def _read_root(self, data: Any) -> str | None:
        if data is None or is_empty(data) or data in ({}, []):
            self._tell((), "", "the file is empty", "write `questions:` and a list of questions below it")
            return None
        if not isinstance(data, dict):
            self._tell((), "", f"a mapping is expected, not {kind(data)}", "begin the file with `questions:`")
            return None
        unknown = [field for field in data if field not in _QUIZ_FIELDS]
        for field in unknown:
            self._tell((field,), "", f'unknown field "{field}"', nearest(field, _QUIZ_FIELDS), at_name=True)
        self.asks_confidence = self._read_confidence(data.get("confidence"))
        if "questions" in data or not unknown:
            self._read_questions(data.get("questions"))
        title = data.get("title")
        if title is not None and not isinstance(title, str):
            self._tell(
                ("title",), "", f"a text is expected, not {kind(title)}", "write the title behind the field"
            )
            return None
        return None if title is None or is_empty(title) else str(title)

    def _read_confidence(self, value: Any) -> bool | None:
        if value is None or is_empty(value):
            return None
        try:
            return boolean(value)
        except PydanticCustomError as error:
            fault = error.context or {}
            self._tell(("confidence",), "", fault["message"], fault["hint"])
            return None

    def _read_questions(self, questions: Any) -> None:
        path = ("questions",)
        if questions is None or is_empty(questions) or questions == []:
            self._tell(path, "", "there are no questions", "write a list of questions below `questions:`")
        elif not isinstance(questions, list):
            self._tell(
                path, "", f"a list is expected, not {kind(questions)}", "begin each question with `- id:`"
            )
        else:
            for index, raw in enumerate(questions):
                self._read_item((*path, index), raw)

    def _read_item(self, path: FieldPath, raw: Any) -> None:
        if not isinstance(raw, dict):
            self._tell(
                path, "", f"a question is expected, not {kind(raw)}", "write `id:`, `type:`, `stem:` …"
            )
            self.broken.add("")
            return
        raw = drop_empty_fields(raw)
        name = str(raw["id"]) if isinstance(raw.get("id"), str) else ""
        question = self._type_of(path, name, raw)
        if question is None:
            self.broken.add(name)
            return
        meant = {**raw, "type": question.name}
        examination = examine(question.model, meant, self.require, self.functions)
        for complaint in examination.complaints:
            self._tell_complaint(path, name, complaint)
        if examination.item is None or meant != raw or self._has_fault_within(path):
            self.broken.add("" if any(each.path == ("id",) for each in examination.complaints) else name)
        else:
            self._keep(path, examination.item)

    def _keep(self, path: FieldPath, item: Item) -> None:
        section = self._location((*path, "section")) if item.section else None
        asks = self.asks_confidence if item.confidence is None else item.confidence
        self.entries.append(Entry(item, self._location((*path, "id")), section, asks))

    def _has_fault_within(self, path: FieldPath) -> bool:
        first, last = self.document.span(path)
        return any(first <= (fault.line, fault.column) < last for fault in self.document.faults)

    def _type_of(self, path: FieldPath, name: str, raw: dict[str, Any]) -> QuestionType | None:
        """The type, or the one that a misspelt name was meant to be."""
        types = self.types
        found = raw.get("type")
        if found is None:
            self._tell((*path, "type"), name, '"type" is missing', f"add `type:`, one of: {', '.join(types)}")
            return None
        if isinstance(found, str) and found in types:
            return types[found]
        self._tell((*path, "type"), name, f"unknown type {kind(found)}", nearest(str(found), types))
        return types.get(closest(str(found), types) or "")

    def _tell_fault(self, fault: Fault) -> None:
        self.problems.append(Problem(self.path, fault.line, fault.column, "", fault.message, fault.hint))

    def _tell_complaint(self, path: FieldPath, item: str, complaint: Complaint) -> None:
        full = (*path, *complaint.path)
        if complaint.line_in_text is None:
            self._tell(full, item, complaint.message, complaint.hint, at_name=complaint.is_about_name)
        else:
            line, column = self.document.text_place(full, complaint.line_in_text)
            self.problems.append(Problem(self.path, line, column, item, complaint.message, complaint.hint))

    def _tell(self, path: FieldPath, item: str, message: str, hint: str, *, at_name: bool = False) -> None:
        place = self.document.name_place(path) if at_name else self.document.place(self._existing(path))
        self.problems.append(Problem(self.path, *place, item, message, hint))

    def _existing(self, path: FieldPath) -> FieldPath:
        """The path as far as it exists; the id of an item that lacks a whole field."""
        existing = self.document.existing(path)
        return (*existing, "id") if len(existing) == 2 < len(path) else existing

    def _location(self, path: FieldPath) -> Location:
        return Location(self.path, *self.document.place(path))
