"""Parses the text of a translation against its original, and reports all problems at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from selfcheck.checks.emptiness import empty_field, misread_field
from selfcheck.checks.examination import examine
from selfcheck.checks.file_fields import FileFields, unknown_file_field
from selfcheck.checks.parts import drop_empty_fields
from selfcheck.checks.swallowed import lines_below
from selfcheck.complaint import Complaint
from selfcheck.expressions import Functions
from selfcheck.file_reader import FileReader
from selfcheck.item import Varied
from selfcheck.problems import nearest
from selfcheck.question_types import QuestionType
from selfcheck.quiz import Entry, Quiz, ReadQuestion, Translation
from selfcheck.shared_passages import PASSAGE, PASSAGES, Passages
from selfcheck.source import FieldPath, read
from selfcheck.translation.merging import Merging
from selfcheck.translation.notes import Notes
from selfcheck.translation.shape import shape_of_item
from selfcheck.translation.stamp import stamp_of
from selfcheck.written_value import NothingInBraces, described, is_empty

_QUIZ_FIELDS = ("passages", "questions", "title")
STAMP = "stamp"
SECTION_STAMP = "section-stamp"
"""Of a translated question, that of a section of its own."""


@dataclass(frozen=True)
class Original:
    """A quiz that is translated, and the text of its file."""

    quiz: Quiz
    text: str

    @cached_property
    def _data(self) -> Any:
        return read(self.text).data

    @cached_property
    def passages(self) -> Passages:
        """Its passages."""
        return Passages.read(self._data.get(PASSAGES))

    @cached_property
    def questions(self) -> Mapping[str, dict[str, Any]]:
        """Every valid question as written, by id, with the text of its passage in place of the name."""
        return {
            raw["id"]: drop_empty_fields(self.passages.resolve(raw)[0])
            for raw in self._data["questions"]
            if isinstance(raw, dict) and str(raw.get("id")) in self.entries
        }

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """Every valid entry, by id."""
        return {entry.id: entry for entry in self.quiz.entries}

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all questions, valid or not, except those that are no ids."""
        return self.quiz.broken.union(self.entries) - {""}

    @property
    def has_unknown_ids(self) -> bool:
        """Whether the id of a question is none, which is told there."""
        return "" in self.quiz.broken


def read_translation(
    original: Original,
    language: str,
    path: str,
    text: str,
    require: Iterable[str],
    types: Mapping[str, QuestionType],
    functions: Functions,
) -> Translation:
    """Read the text of a file that translates a quiz into `language`; `path` is its name in problems.

    Where the original cannot be read, nothing is said of its translation.
    """
    reader = _TranslationReader(original, language, path, frozenset(require), types, functions)
    if original.entries:
        reader.read(text)
    return Translation(
        original.quiz.name,
        language,
        path,
        tuple(reader.entries),
        reader.stamps,
        tuple(reader.notes.missing),
        tuple(reader.notes.stale),
        tuple(sorted(reader.problems)),
    )


class _TranslationReader(FileReader):
    """Reads the translated questions of a file."""

    code = "translation"

    def __init__(
        self,
        original: Original,
        language: str,
        path: str,
        require: frozenset[str],
        types: Mapping[str, QuestionType],
        functions: Functions,
    ) -> None:
        super().__init__(path)
        self.original, self.require, self.types = original, require, types
        self.language, self.functions = language, functions
        self.stamps: dict[str, str] = {}
        self.notes = Notes(path)

    def read(self, text: str) -> None:
        if not self.open(text):
            return
        for index, raw in enumerate(self._questions(self.document.data)):
            self._read_question((self.fields.written.get("questions", "questions"), index), raw)
        for name, entry in self.original.entries.items():
            if name not in self.stamps:
                self.notes.question_is_missing(entry)

    def _questions(self, data: Any) -> list[Any]:
        if not isinstance(data, dict):
            message = f"a mapping is expected, not {'nothing' if data is None else described(data)}"
            self.tell(Complaint((), message, "begin the file with `questions:`"))
            return []
        for field in data:
            if field not in _QUIZ_FIELDS and isinstance(data[field], NothingInBraces):
                self.tell(empty_field((field,), data[field]))
            elif field not in _QUIZ_FIELDS:
                self.tell(_about_quiz_field(field))
            elif is_empty(data[field]) and field != "questions":
                self.tell(empty_field((field,), data[field]))
        self.fields = FileFields.of(data, _QUIZ_FIELDS)
        data = self.fields.data
        self.passages = Passages.read(data.get(PASSAGES))
        for complaint in (*self.passages.complaints, *self.passages.beyond(self.original.passages)):
            self.tell(complaint)
        questions: Any = data.get("questions", "")
        if not isinstance(questions, list) or not questions:
            found = "nothing" if questions in ("", []) else described(questions)
            hint = "begin each question with `- id:`, and its texts below"
            self.tell(Complaint(("questions",), f"a list is expected, not {found}", hint))
            return []
        return questions

    def _read_question(self, path: FieldPath, raw: Any) -> None:
        name = raw.get("id") if isinstance(raw, dict) else raw
        if isinstance(raw, dict) and (misread := misread_field(raw, "id")):
            self.tell(empty_field((*path, misread[0]), raw[misread[0]]))
        elif not isinstance(raw, dict) or not isinstance(name, str) or is_empty(name):
            hint = "write `- id:` and the id of the question that this translates"
            self.tell(Complaint(path, "a question without an id translates nothing", hint))
        elif name not in self.original.ids and self.original.has_unknown_ids:
            return  # it may be meant by that name
        elif name not in self.original.ids:
            message = f'there is no question "{name}" in {self.original.quiz.path}'
            self.tell(Complaint((*path, "id"), message, nearest(name, self.original.ids)))
        elif name in self.stamps:
            message = f'the question "{name}" is translated twice'
            self.tell(Complaint((*path, "id"), message, "keep one of the two"))
        elif name in self.original.entries:
            self._translate(path, str(name), raw)

    def _translate(self, path: FieldPath, name: str, raw: dict[str, Any]) -> None:
        original, entry = self.original.questions[name], self.original.entries[name]
        model = self.types[entry.type].model
        shape = shape_of_item(model)
        self.stamps[name] = stamp_of(shape, original)
        merging = Merging()
        if is_empty(raw.get(STAMP)):
            self.tell(empty_field((*path, STAMP), raw[STAMP]), name)
        elif STAMP in raw and not isinstance(raw[STAMP], str):
            message = f"a stamp is expected, not {described(raw[STAMP])}"
            hint = "remove the field, and let `selfcheck stamp` write it"
            self.tell(Complaint((*path, STAMP), message, hint), name)
        given = {field: value for field, value in raw.items() if field not in ("id", STAMP, PASSAGE)}
        if PASSAGE in raw:
            self.tell(_PASSAGE_IN_QUESTION.within(path), name)
        if entry.passage in self.passages.texts:
            given[PASSAGE] = self.passages.texts[entry.passage]
            if issubclass(model, Varied) and (computed := self.passages.computed(entry.passage)):
                self.tell(computed)
        merged = merging.merged(shape, original, given)
        options = (self.require, self.functions, self.language, lines_below(self.document, path))
        examination = examine(model, merged, *options, entry.item)
        for complaint in (*merging.complaints, *examination.complaints):
            self.tell(complaint.within(path), name)
        if examination.item is None:
            return
        here = self.location((*path, "id"))
        # A passage that the original names may have another anchor in this language: it is named here, then.
        section = self.location((*path, "section")) if "section" in given else here
        untranslated = frozenset(text.strip("\n") for _, text in merging.untranslated)
        self.entries.append(
            Entry(
                ReadQuestion(examination.item),
                here,
                section,
                entry.asks_confidence,
                entry.language,
                untranslated,
                self.original.quiz.path,
                str(given.get(SECTION_STAMP, "")),
                entry.passage,
            )
        )
        self.notes.texts_are_missing(name, here, [place for place, _ in merging.untranslated])
        self.notes.stamp_differs(name, here, raw.get(STAMP), self.stamps[name], entry.location)


_PASSAGE_IN_QUESTION = Complaint(
    (PASSAGE,),
    '"passage" is the original\'s in every language',
    "remove it: its text stands under `passages:` at the top of the file",
    is_about_name=True,
)


def _about_quiz_field(field: str) -> Complaint:
    if field == "confidence":
        message = f'"{field}" is the original\'s in every language'
        return Complaint((field,), message, "remove it: a translation has texts alone", is_about_name=True)
    return unknown_file_field(field, _QUIZ_FIELDS)
