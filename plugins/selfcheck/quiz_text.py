"""Parses the text of a question file into items, and reports all problems at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic_core import PydanticCustomError

from selfcheck.checks.emptiness import empty_field, field_in_name, is_unintended, misread_field
from selfcheck.checks.examination import examine
from selfcheck.checks.file_fields import FileFields, unknown_file_field
from selfcheck.checks.swallowed import lines_below
from selfcheck.checks.validation import field_names
from selfcheck.expressions import Functions
from selfcheck.file_reader import FileReader
from selfcheck.item import Complaint, Item, Varied
from selfcheck.model.fields import boolean
from selfcheck.pages.language import tag_of, written_in
from selfcheck.problems import certain, closest, nearest
from selfcheck.question_types import QuestionType, discover
from selfcheck.quiz import Entry, Quiz, ReadQuestion
from selfcheck.shared_passages import PASSAGE, PASSAGES, Passages
from selfcheck.source import FieldPath
from selfcheck.written_value import NothingInBraces, described, is_empty

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


class _QuizReader(FileReader):
    """Reads the questions of a file."""

    code = "file"

    def __init__(
        self,
        name: str,
        path: str,
        require: frozenset[str],
        types: Mapping[str, QuestionType],
        functions: Functions,
        usual_language: str,
    ) -> None:
        super().__init__(path)
        self.name, self.require, self.types = name, require, types
        self.functions, self.usual_language = functions, usual_language
        self.broken: set[str] = set()
        self.asks_confidence: bool | None = None
        self.language = ""

    def read(self, text: str) -> Quiz:
        return self._quiz(self._read_root(self.document.data) if self.open(text) else None)

    def _quiz(self, title: str | None) -> Quiz:
        problems, broken = tuple(sorted(self.problems)), frozenset(self.broken)
        return Quiz(self.name, self.path, title, tuple(self.entries), broken, problems)

    def _read_root(self, data: Any) -> str | None:
        if data is None or is_empty(data) or data in ({}, []):
            hint = "write `questions:` and a list of questions below it"
            self.tell(Complaint((), "the file is empty", hint))
            return None
        if not isinstance(data, dict):
            message = f"a mapping is expected, not {described(data)}"
            self.tell(Complaint((), message, "begin the file with `questions:`"))
            return None
        unknown = [field for field in data if field not in _QUIZ_FIELDS]
        for field in unknown:
            if isinstance(data[field], NothingInBraces):
                self.tell(empty_field((field,), data[field]))
                continue
            self.tell(unknown_file_field(field, _QUIZ_FIELDS))
        self.fields = FileFields.of(data, _QUIZ_FIELDS)
        data = self.fields.data
        for field, value in data.items():
            if is_empty(value) and field in _QUIZ_FIELDS and field != "questions":
                self.tell(empty_field((field,), value))
        self.asks_confidence = self._read_confidence(data.get("confidence"))
        self.language = self._read_language(data.get("language"))
        self.passages = Passages.read(data.get(PASSAGES))
        if "questions" in data or not unknown:
            self._read_questions(data.get("questions"))
        for complaint in (*self.passages.complaints, *self.passages.unused()):
            self.tell(complaint)
        title = data.get("title")
        if title is not None and not isinstance(title, str):
            message = f"a text is expected, not {described(title)}"
            self.tell(Complaint(("title",), message, "write the title behind the field"))
            return None
        return None if title is None or is_empty(title) else str(title)

    def _read_confidence(self, value: Any) -> bool | None:
        if value is None or is_empty(value):
            return None
        try:
            return boolean(value)
        except PydanticCustomError as error:
            for complaint in (error.context or {})["complaints"]:
                self.tell(complaint.within(("confidence",)))
            return None

    def _read_language(self, value: Any) -> str:
        if value is None or is_empty(value):
            return ""
        tag = tag_of(value) if isinstance(value, str) else ""
        if not tag:
            message = f"a language tag is expected, not {described(value)}"
            self.tell(Complaint(("language",), message, "write one, as in en or pt-BR"))
        return tag

    def _read_questions(self, questions: Any) -> None:
        path = ("questions",)
        if questions is None or is_empty(questions) or questions == []:
            hint = "write a list of questions below `questions:`"
            self.tell(Complaint(path, "there are no questions", hint))
        elif not isinstance(questions, list):
            message = f"a list is expected, not {described(questions)}"
            self.tell(Complaint(path, message, "begin each question with `- id:`"))
        else:
            for index, raw in enumerate(questions):
                self._read_item((self.fields.written.get("questions", "questions"), index), raw)

    def _read_item(self, path: FieldPath, raw: Any) -> None:
        if not isinstance(raw, dict):
            message = f"a question is expected, not {described(raw)}"
            self.tell(Complaint(path, message, "write `id:`, `type:`, `stem:` …"))
            self.broken.add("")
            return
        name = str(raw["id"]) if isinstance(raw.get("id"), str) and not is_empty(raw["id"]) else ""
        resolved, unknown = self.passages.resolve(raw)
        if unknown:
            self.tell(unknown.within(path), name)
        question, field = self._type_of(path, name, raw)
        if question is None:
            self._examine_in_general(path, name, resolved)
            self.broken.add(name)
            return
        passage = str(raw.get(PASSAGE, ""))
        if issubclass(question.model, Varied) and (computed := self.passages.computed(passage)):
            self.tell(computed)
        meant = {each: value for each, value in resolved.items() if each != field} | {"type": question.name}
        language = written_in(self.language, self.usual_language)
        examination = examine(
            question.model, meant, self.require, self.functions, language, lines_below(self.document, path)
        )
        for complaint in examination.complaints:
            self.tell(complaint.within(path), name)
        is_whole = raw.get("type") == question.name and raw.keys() == meant.keys()
        is_whole &= "questions" not in self.fields.written
        if examination.item is None or not is_whole or self._is_misread(path):
            self.broken.add("" if any(each.path == ("id",) for each in examination.complaints) else name)
        else:
            self._keep(path, examination.item, passage)

    def _keep(self, path: FieldPath, item: Item, passage: str) -> None:
        section = self.location((*path, "section")) if item.section else None
        asks = self.asks_confidence if item.confidence is None else item.confidence
        here = self.location((*path, "id"))
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
                self.tell(complaint.within(path), name)

    def _type_of(self, path: FieldPath, name: str, raw: dict[str, Any]) -> tuple[QuestionType | None, str]:
        """The type, or the one that a misspelt name was meant to be, and the field that names it."""
        types = self.types
        if misread := misread_field(raw, "type"):
            field, meant = misread
            self.tell(empty_field((*path, field), raw[field]), name)
            return types.get(meant), field
        field = "type" if "type" in raw else next((each for each in raw if closest(each, ["type"])), "type")
        found = raw.get(field)
        if field != "type":
            message = f'unknown field "{field}"'
            at = (*path, field)
            hint = nearest(field, ["type"])
            self.tell(
                Complaint(at, message, hint, is_about_name=True, fix="type", code="unknown-field"), name
            )
        if found is None or is_empty(found):
            hint = f"add `type:`, one of: {', '.join(types)}"
            missing = Complaint((*path, "type"), '"type" is missing', hint, code="missing-field")
            self.tell(empty_field(missing.path, found) if is_unintended(found) else missing, name)
            return None, field
        if isinstance(found, str) and found in types:
            return types[found], field
        message = f"unknown type {described(found)}"
        hint = nearest(str(found), types)
        near = closest(str(found), types)
        self.tell(
            Complaint((*path, field), message, hint, fix=certain(str(found), types), code="unknown-type"),
            name,
        )
        return types.get(near or ""), field
