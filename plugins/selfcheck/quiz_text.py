"""Parses the text of a question file into items, and reports all problems at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from pydantic_core import PydanticCustomError

from selfcheck.checks.emptiness import empty_field, field_in_name, is_unintended, misread_field
from selfcheck.checks.examination import examine
from selfcheck.checks.file_fields import FileFields
from selfcheck.checks.swallowed import lines_below
from selfcheck.checks.validation import field_names
from selfcheck.expressions import Functions
from selfcheck.item import Complaint, Item, Varied
from selfcheck.model.fields import boolean
from selfcheck.pages.language import tag_of, written_in
from selfcheck.problems import Problem, certain, closest, nearest
from selfcheck.question_types import QuestionType, discover
from selfcheck.quiz import Entry, Location, Quiz, ReadQuestion
from selfcheck.shared_passages import PASSAGE, PASSAGES, Passages
from selfcheck.source import Document, FieldPath, NothingInBraces, Unreadable, is_empty, kind, read

_QUIZ_FIELDS = ("confidence", "language", "passages", "questions", "title")


def read_quiz(
    name: str,
    path: str,
    text: str,
    require: Iterable[str] = (),
    types: Mapping[str, QuestionType] | None = None,
    functions: Functions | None = None,
    language: str = "",
) -> Quiz:
    """Read the text of a question file; `path` is its name in problems.

    `types` are those of the site, `functions` what it offers to formulas; `language` is that of a file that
    names none.
    """
    reader = _QuizReader(name, path, frozenset(require), types or discover(), functions or {}, language)
    return reader.read(text)


class _QuizReader:
    """Goes through a document once and gathers what is sound and what is not."""

    def __init__(
        self,
        name: str,
        path: str,
        require: frozenset[str],
        types: Mapping[str, QuestionType],
        functions: Functions,
        usual_language: str,
    ) -> None:
        self.name, self.path, self.require, self.types = name, path, require, types
        self.functions, self.usual_language = functions, usual_language
        self.problems: list[Problem] = []
        self.entries: list[Entry] = []
        self.broken: set[str] = set()
        self.document = Document()
        self.asks_confidence: bool | None = None
        self.language = ""
        self.passages = Passages()
        self.fields = FileFields()

    def read(self, text: str) -> Quiz:
        try:
            self.document = read(text)
        except Unreadable as error:
            self._tell(error.complaint.of_kind("yaml"))
            return self._quiz(None)
        for complaint in self.document.complaints:
            self._tell(complaint.of_kind("yaml"))
        return self._quiz(self._read_root(self.document.data))

    def _quiz(self, title: str | None) -> Quiz:
        problems, broken = tuple(sorted(self.problems)), frozenset(self.broken)
        return Quiz(self.name, self.path, title, tuple(self.entries), broken, problems)

    def _read_root(self, data: Any) -> str | None:
        if data is None or is_empty(data) or data in ({}, []):
            hint = "write `questions:` and a list of questions below it"
            self._tell(Complaint((), "the file is empty", hint))
            return None
        if not isinstance(data, dict):
            message = f"a mapping is expected, not {kind(data)}"
            self._tell(Complaint((), message, "begin the file with `questions:`"))
            return None
        unknown = [field for field in data if field not in _QUIZ_FIELDS]
        for field in unknown:
            if isinstance(data[field], NothingInBraces):
                self._tell(empty_field((field,), data[field]))
                continue
            message = f'unknown field "{field}"'
            hint, meant = nearest(field, _QUIZ_FIELDS), certain(field, _QUIZ_FIELDS)
            self._tell(
                Complaint((field,), message, hint, is_about_name=True, fix=meant, code="unknown-field")
            )
        self.fields = FileFields.of(data, _QUIZ_FIELDS)
        data = self.fields.data
        for field, value in data.items():
            if is_empty(value) and field in _QUIZ_FIELDS and field != "questions":
                self._tell(empty_field((field,), value))
        self.asks_confidence = self._read_confidence(data.get("confidence"))
        self.language = self._read_language(data.get("language"))
        self.passages = Passages.read(data.get(PASSAGES))
        if "questions" in data or not unknown:
            self._read_questions(data.get("questions"))
        for complaint in (*self.passages.complaints, *self.passages.unused()):
            self._tell(complaint)
        title = data.get("title")
        if title is not None and not isinstance(title, str):
            message = f"a text is expected, not {kind(title)}"
            self._tell(Complaint(("title",), message, "write the title behind the field"))
            return None
        return None if title is None or is_empty(title) else str(title)

    def _read_confidence(self, value: Any) -> bool | None:
        if value is None or is_empty(value):
            return None
        try:
            return boolean(value)
        except PydanticCustomError as error:
            for complaint in (error.context or {})["complaints"]:
                self._tell(complaint.within(("confidence",)))
            return None

    def _read_language(self, value: Any) -> str:
        if value is None or is_empty(value):
            return ""
        tag = tag_of(value) if isinstance(value, str) else ""
        if not tag:
            message = f"a language tag is expected, not {kind(value)}"
            self._tell(Complaint(("language",), message, "write one, as in en or pt-BR"))
        return tag

    def _read_questions(self, questions: Any) -> None:
        path = ("questions",)
        if questions is None or is_empty(questions) or questions == []:
            hint = "write a list of questions below `questions:`"
            self._tell(Complaint(path, "there are no questions", hint))
        elif not isinstance(questions, list):
            message = f"a list is expected, not {kind(questions)}"
            self._tell(Complaint(path, message, "begin each question with `- id:`"))
        else:
            for index, raw in enumerate(questions):
                self._read_item((self.fields.written.get("questions", "questions"), index), raw)

    def _read_item(self, path: FieldPath, raw: Any) -> None:
        if not isinstance(raw, dict):
            message = f"a question is expected, not {kind(raw)}"
            self._tell(Complaint(path, message, "write `id:`, `type:`, `stem:` …"))
            self.broken.add("")
            return
        name = str(raw["id"]) if isinstance(raw.get("id"), str) and not is_empty(raw["id"]) else ""
        resolved, unknown = self.passages.resolve(raw)
        if unknown:
            self._tell(unknown.within(path), name)
        question, field = self._type_of(path, name, raw)
        if question is None:
            self._examine_in_general(path, name, resolved)
            self.broken.add(name)
            return
        passage = str(raw.get(PASSAGE, ""))
        if issubclass(question.model, Varied) and (computed := self.passages.computed(passage)):
            self._tell(computed)
        meant = {each: value for each, value in resolved.items() if each != field} | {"type": question.name}
        language = written_in(self.language, self.usual_language)
        examination = examine(
            question.model, meant, self.require, self.functions, language, lines_below(self.document, path)
        )
        for complaint in examination.complaints:
            self._tell(complaint.within(path), name)
        is_whole = raw.get("type") == question.name and raw.keys() == meant.keys()
        is_whole &= "questions" not in self.fields.written
        if examination.item is None or not is_whole or self._is_misread(path):
            self.broken.add("" if any(each.path == ("id",) for each in examination.complaints) else name)
        else:
            self._keep(path, examination.item, passage)

    def _keep(self, path: FieldPath, item: Item, passage: str) -> None:
        section = self._location((*path, "section")) if item.section else None
        asks = self.asks_confidence if item.confidence is None else item.confidence
        here = self._location((*path, "id"))
        stamp = item.section_stamp or ""
        question = ReadQuestion(item)
        self.entries.append(
            Entry(question, here, section, asks, self.language, section_stamp=stamp, passage=passage)
        )

    def _is_misread(self, path: FieldPath) -> bool:
        """Whether the YAML of the item has a complaint of its own."""
        first, last = self.document.span(path)
        return any(first <= self.document.position(each) < last for each in self.document.complaints)

    def _examine_in_general(self, path: FieldPath, name: str, raw: dict[str, Any]) -> None:
        """Tell what is wrong with the fields that every question has, where nothing is known of the type."""
        common = set(field_names(Item))
        special = {field for each in self.types.values() for field in field_names(each.model)} - common
        asked = {
            field: value
            for field, value in raw.items()
            if field not in special
            and closest((field_in_name(field, value) or (field,))[0], common) not in (None, "type")
        }
        language = written_in(self.language, self.usual_language)
        general: type[Item] = Item  # type: ignore[type-abstract]  # without a type no item is made
        options = (self.require, self.functions, language, lines_below(self.document, path))
        for complaint in examine(general, asked, *options).complaints:
            if complaint.path != ("type",):
                self._tell(complaint.within(path), name)

    def _type_of(self, path: FieldPath, name: str, raw: dict[str, Any]) -> tuple[QuestionType | None, str]:
        """The type, or the one that a misspelt name was meant to be, and the field that names it."""
        types = self.types
        if misread := misread_field(raw, "type"):
            field, meant = misread
            self._tell(empty_field((*path, field), raw[field]), name)
            return types.get(meant), field
        field = "type" if "type" in raw else next((each for each in raw if closest(each, ["type"])), "type")
        found = raw.get(field)
        if field != "type":
            message = f'unknown field "{field}"'
            at = (*path, field)
            hint = nearest(field, ["type"])
            self._tell(
                Complaint(at, message, hint, is_about_name=True, fix="type", code="unknown-field"), name
            )
        if found is None or is_empty(found):
            hint = f"add `type:`, one of: {', '.join(types)}"
            missing = Complaint((*path, "type"), '"type" is missing', hint, code="missing-field")
            self._tell(empty_field(missing.path, found) if is_unintended(found) else missing, name)
            return None, field
        if isinstance(found, str) and found in types:
            return types[found], field
        message = f"unknown type {kind(found)}"
        hint = nearest(str(found), types)
        near = closest(str(found), types)
        self._tell(
            Complaint((*path, field), message, hint, fix=certain(str(found), types), code="unknown-type"),
            name,
        )
        return types.get(near or ""), field

    def _tell(self, complaint: Complaint, item: str = "") -> None:
        placed = self.fields.placed(complaint)
        if placed is None:
            return
        complaint = placed
        is_located = complaint.line_in_text is not None or complaint.is_about_name
        told = complaint if is_located else replace(complaint, path=self._existing(complaint.path))
        position = self.document.position(told)
        if told.code in ("missing-field", "empty-field") and self._is_cut(complaint.path):
            return
        if told.code == "empty-field" and self.document.complains_at(position):
            return
        self.problems.append(Problem.of(complaint.of_kind("file"), self.path, position, item))

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

    def _existing(self, path: FieldPath) -> FieldPath:
        """The path as far as it exists; the id of an item that lacks a whole field."""
        existing = self.document.existing(path)
        return (*existing, "id") if len(existing) == 2 < len(path) else existing

    def _location(self, path: FieldPath) -> Location:
        return Location(self.path, *self.document.place(path))
