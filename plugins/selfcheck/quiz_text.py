"""The text of a question file to its items, or every one of its problems at once."""

from __future__ import annotations

import typing
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from selfcheck.item import Complaint, Item
from selfcheck.item.fields import is_empty, kind
from selfcheck.problems import Problem, nearest
from selfcheck.question_types import QuestionType, discover
from selfcheck.source import Document, Path, Unreadable, read

REQUIRABLE = ("explanation", "feedback", "hints", "objective", "section")
"""What a site may demand of each question by the option `require`."""

_QUIZ_FIELDS = ("questions", "title")


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file; lines and columns count from 1."""

    path: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A sound item and where it stands."""

    item: Item
    place: Place
    section_place: Place | None


@dataclass(frozen=True, slots=True)
class Quiz:
    """A file as far as it is sound. `broken` names the ids of items that have problems."""

    name: str
    path: str
    title: str | None
    entries: tuple[Entry, ...]
    broken: frozenset[str]
    problems: tuple[Problem, ...]


def read_quiz(name: str, path: str, text: str, require: Iterable[str] = ()) -> Quiz:
    """Read the text of a question file; `path` is how the file is named in problems."""
    return _QuizReader(name, path, frozenset(require)).read(text)


class _QuizReader:
    """Goes through a document once and gathers what is sound and what is not."""

    def __init__(self, name: str, path: str, require: frozenset[str]) -> None:
        self.name, self.path, self.require = name, path, require
        self.problems: list[Problem] = []
        self.entries: list[Entry] = []
        self.broken: set[str] = set()
        self.document = Document(None, (), None)

    def read(self, text: str) -> Quiz:
        try:
            self.document = read(text)
        except Unreadable as error:
            fault = error.fault
            self.problems.append(Problem(self.path, fault.line, fault.column, "", fault.message, fault.hint))
            return self._quiz(None)
        for fault in self.document.faults:
            self.problems.append(Problem(self.path, fault.line, fault.column, "", fault.message, fault.hint))
        return self._quiz(self._read_root(self.document.data))

    def _quiz(self, title: str | None) -> Quiz:
        return Quiz(
            self.name, self.path, title, tuple(self.entries), frozenset(self.broken), tuple(sorted(self.problems))
        )

    def _read_root(self, data: Any) -> str | None:
        if data is None or is_empty(data):
            self._tell((), "", "the file is empty", "write `questions:` and a list of questions below it")
            return None
        if not isinstance(data, dict):
            self._tell((), "", f"a mapping is expected, not {kind(data)}", "begin the file with `questions:`")
            return None
        for field in data.keys() - set(_QUIZ_FIELDS):
            self._tell((field,), "", f'unknown field "{field}"', nearest(field, _QUIZ_FIELDS), at_key=True)
        self._read_questions(data.get("questions"))
        title = data.get("title")
        if title is not None and not isinstance(title, str):
            self._tell(("title",), "", f"a text is expected, not {kind(title)}", "write the title behind the field")
            return None
        return title

    def _read_questions(self, questions: Any) -> None:
        if questions is None or is_empty(questions) or questions == []:
            self._tell(("questions",), "", "there are no questions", "write a list of questions below `questions:`")
        elif not isinstance(questions, list):
            self._tell(
                ("questions",), "", f"a list is expected, not {kind(questions)}", "begin each question with `- id:`"
            )
        else:
            for index, raw in enumerate(questions):
                self._read_item(("questions", index), raw)

    def _read_item(self, path: Path, raw: Any) -> None:
        if not isinstance(raw, dict):
            self._tell(path, "", f"a question is expected, not {kind(raw)}", "write `id:`, `type:`, `stem:` …")
            return
        raw = _stated(raw)
        name = raw["id"] if isinstance(raw.get("id"), str) else ""
        before = len(self.problems)
        kind_of_question = self._type_of(path, name, raw)
        item = self._validate(path, name, raw, kind_of_question) if kind_of_question else None
        if item is None or len(self.problems) > before or self._has_fault_within(path):
            self.broken.add(name)
        else:
            self.entries.append(
                Entry(item, self._place((*path, "id")), self._place((*path, "section")) if item.section else None)
            )

    def _has_fault_within(self, path: Path) -> bool:
        first = self.document.place(path)[0]
        questions = typing.cast("dict[str, Any]", self.document.data)["questions"]
        last = self.document.place((*path[:-1], int(path[-1]) + 1))[0] if int(path[-1]) + 1 < len(questions) else None
        return any(first <= fault.line and (last is None or fault.line < last) for fault in self.document.faults)

    def _type_of(self, path: Path, name: str, raw: dict[str, Any]) -> QuestionType | None:
        types = discover()
        found = raw.get("type")
        if found is None:
            self._tell((*path, "id"), name, '"type" is missing', f"add `type:`, one of: {', '.join(types)}")
        elif not isinstance(found, str) or found not in types:
            self._tell((*path, "type"), name, f"unknown type {kind(found)}", nearest(str(found), types))
        else:
            return types[found]
        return None

    def _validate(self, path: Path, name: str, raw: dict[str, Any], question: QuestionType) -> Item | None:
        item, parts = None, raw
        try:
            item = question.model.model_validate(raw)
        except ValidationError as error:
            details = error.errors()
            for detail in details:
                self._tell_detail(path, name, question.model, detail)
            parts = _prune(raw, [detail["loc"] for detail in details])
        for complaint in question.model.complaints(parts):
            self._tell_complaint(path, name, complaint)
        for complaint in _lacking(question.model, parts, self.require):
            self._tell_complaint(path, name, complaint)
        return item

    def _tell_detail(self, path: Path, name: str, model: type[Item], detail: ErrorDetails) -> None:
        loc = detail["loc"]
        if detail["type"] == "fragment":
            for line, message, hint in detail["ctx"]["faults"]:
                self._tell_complaint(path, name, Complaint(loc, message, hint, line))
        elif detail["type"] == "missing":
            cure = _description(_model_at(model, loc[:-1]), str(loc[-1]))
            self._tell((*path, *loc), name, f'"{loc[-1]}" is missing', f"add `{loc[-1]}:`, {cure}")
        elif detail["type"] == "extra_forbidden":
            valid = [field.alias or key for key, field in _model_at(model, loc[:-1]).model_fields.items()]
            message = f'unknown field "{loc[-1]}"'
            self._tell((*path, *loc), name, message, nearest(str(loc[-1]), valid), at_key=True)
        elif detail["type"] == "problem":
            self._tell((*path, *loc), name, detail["ctx"]["message"], detail["ctx"]["hint"])
        else:
            message, hint = _expectation(detail)
            self._tell((*path, *loc), name, message, hint)

    def _tell_complaint(self, path: Path, name: str, complaint: Complaint) -> None:
        full = (*path, *complaint.path)
        if complaint.line_in_text is None:
            self._tell(full, name, complaint.message, complaint.hint)
        else:
            line, column = self.document.text_place(full, complaint.line_in_text)
            self.problems.append(Problem(self.path, line, column, name, complaint.message, complaint.hint))

    def _tell(self, path: Path, item: str, message: str, hint: str, *, at_key: bool = False) -> None:
        place = self.document.key_place(path) if at_key else self.document.place(self._existing(path))
        self.problems.append(Problem(self.path, *place, item, message, hint))

    def _existing(self, path: Path) -> Path:
        """The path itself, or the id of the item where a whole field is missing from it."""
        if len(path) == 3 and path[0] == "questions" and not self._exists(path):
            return (*path[:2], "id")
        return path

    def _exists(self, path: Path) -> bool:
        node: Any = self.document.data
        for step in path:
            if isinstance(node, dict) and step in node:
                node = node[step]
            elif isinstance(node, list) and isinstance(step, int) and step < len(node):
                node = node[step]
            else:
                return False
        return True

    def _place(self, path: Path) -> Place:
        return Place(self.path, *self.document.place(path))


def _lacking(model: type[Item], parts: dict[str, Any], require: frozenset[str]) -> Iterator[Complaint]:
    for field in sorted(require - {"feedback"}):
        if field not in parts:
            yield Complaint((field,), f'"{field}" is missing', f"add `{field}:`, {_description(model, field)}")
    if "feedback" in require:
        for path in model.feedback_gaps(parts):
            where = f" of option {path[1] + 1}" if len(path) == 3 and isinstance(path[1], int) else ""
            yield Complaint(
                path, f'"{path[-1]}"{where} is missing', f"add `{path[-1]}:`, what to say to a reader who chose this"
            )


def _prune(raw: dict[str, Any], places: list[tuple[int | str, ...]]) -> dict[str, Any]:
    """A copy of the item with None in place of everything that failed its check."""
    copy: dict[str, Any] = _copied(raw)
    for place in places:
        node: Any = copy
        for step in place[:-1]:
            node = node[step] if isinstance(node, dict | list) else None
            if node is None:
                break
        last = place[-1]
        if (isinstance(node, dict) and last in node) or (isinstance(node, list) and isinstance(last, int)):
            node[last] = None
    return {name: value for name, value in copy.items() if value is not None}


def _stated(node: Any) -> Any:
    """The same data without the fields that say nothing: they count as missing."""
    if isinstance(node, dict):
        return {name: _stated(value) for name, value in node.items() if not is_empty(value)}
    if isinstance(node, list):
        return [_stated(value) for value in node]
    return node


def _copied(node: Any) -> Any:
    if isinstance(node, dict):
        return {name: _copied(value) for name, value in node.items()}
    if isinstance(node, list):
        return [_copied(value) for value in node]
    return node


def _model_at(model: type[BaseModel], loc: Iterable[str | int]) -> type[BaseModel]:
    """The model of the mapping at `loc` inside `model`."""
    for step in loc:
        if isinstance(step, str):
            field = next((f for key, f in model.model_fields.items() if step in (key, f.alias)), None)
            inner = _models_in(field.annotation) if field else []
            model = inner[0] if inner else model
    return model


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for argument in typing.get_args(annotation) for model in _models_in(argument)]


def _description(model: type[BaseModel], name: str) -> str:
    field = next((f for key, f in model.model_fields.items() if name in (key, f.alias)), None)
    return (field.description or "") if field else ""


def _expectation(detail: ErrorDetails) -> tuple[str, str]:
    found = kind(detail["input"])
    if "tuple" in detail["type"] or "list" in detail["type"]:
        return f"a list is expected, not {found}", "write each entry on its own line, after `- `"
    if detail["type"] == "too_short":
        return "the list is empty", "add an entry after `- `"
    if "model" in detail["type"] or "dict" in detail["type"]:
        return f"a mapping is expected, not {found}", "write `field: value` pairs"
    return detail["msg"].lower(), "see the guide of this question type"
