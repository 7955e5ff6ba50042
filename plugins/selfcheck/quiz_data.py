"""Converts valid quizzes to JSON data for the cache, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from sys import intern
from typing import TYPE_CHECKING, Any

from selfcheck.pages.language import written_in
from selfcheck.problems import Problem
from selfcheck.question_types import QuestionType
from selfcheck.quiz import Entry, Location, Question, Quiz, Translation

if TYPE_CHECKING:  # a build whose questions are all kept does not pay for the models
    from selfcheck.expressions import Functions
    from selfcheck.item import Item


@dataclass(frozen=True, slots=True)
class Making:
    """What items are made with: the types of a site, its functions, and the language of the texts."""

    types: Mapping[str, QuestionType]
    functions: Functions
    language: str


@dataclass(slots=True)
class KeptQuestion:
    """A question whose item is kept as `text`, in JSON: a tenth of the memory that the item would take.

    Equal texts make equal items. The selection of variants may take long, so that such an item stays.
    """

    id: str
    type: str
    section: str | None
    text: str
    may_vary: bool
    making: Making = field(repr=False, compare=False)
    original: Question | None = None
    """What it translates."""
    _item: Item | None = field(default=None, repr=False, compare=False)

    @property
    def item(self) -> Item:
        """The item. Raises ValueError where its variants cannot be selected with the site's functions."""
        from selfcheck.item_data import item_from_text

        if self._item:
            return self._item
        original = self.original.item if self.original else None
        making = self.making
        kind = making.types[self.type]
        item = item_from_text(self.text, kind, making.functions, making.language, original)
        if self.may_vary:
            self._item = item
        return item

    @property
    def basis(self) -> str | None:
        """What the item follows from; None where functions of the site may have a part in it."""
        if self.may_vary and self.making.functions:
            return None
        own = f"{self.making.language}\n{self.text}"
        if not self.original:
            return own
        above = self.original.basis
        return above and f"{own}\n{above}"


def kept_quiz(
    quiz: Quiz, types: Mapping[str, QuestionType], functions: Functions, usual_language: str = ""
) -> Quiz:
    """A quiz without problems, its items as text."""

    languages = {each.language for each in quiz.entries}
    making = {each: Making(types, functions, written_in(each, usual_language)) for each in languages}

    def kept(entry: Entry) -> Entry:
        return replace(entry, question=_kept_question(entry.item, making[entry.language]))

    return replace(quiz, entries=tuple(map(kept, quiz.entries)))


def kept_translation(
    translation: Translation, original: Quiz, types: Mapping[str, QuestionType], functions: Functions
) -> Translation:
    """A translation without problems of a quiz without any, its items as text."""
    questions = {entry.id: entry.question for entry in original.entries}
    making = Making(types, functions, translation.language)

    def kept(entry: Entry) -> Entry:
        return replace(entry, question=_kept_question(entry.item, making, questions[entry.id]))

    return replace(translation, entries=tuple(map(kept, translation.entries)))


def _kept_question(item: Item, making: Making, original: Question | None = None) -> KeptQuestion:
    from selfcheck.item_data import may_vary

    varies = may_vary(item)
    text, kept = item.as_text(), item if varies else None
    return KeptQuestion(item.id, intern(item.type), item.section, text, varies, making, original, kept)


def quiz_to_json(quiz: Quiz) -> dict[str, Any]:
    """What `kept_quiz` gave as JSON data."""
    return {"title": quiz.title, "entries": list(map(_entry_to_json, quiz.entries))}


def quiz_from_json(
    data: Mapping[str, Any],
    name: str,
    display_path: str,
    types: Mapping[str, QuestionType],
    functions: Functions,
    usual_language: str = "",
) -> Quiz | None:
    """The quiz that `quiz_to_json` wrote; None if the data are not valid, or its variants no longer are."""
    try:
        languages = {each["language"] for each in data["entries"]}
        making = {each: Making(types, functions, written_in(each, usual_language)) for each in languages}
        entries = tuple(
            _entry_from_json(each, display_path, making[each["language"]]) for each in data["entries"]
        )
        return Quiz(name, display_path, data["title"], entries, frozenset(), ())
    except (ValueError, KeyError, TypeError):
        return None


def translation_to_json(translation: Translation) -> dict[str, Any]:
    """What `kept_translation` gave as JSON data."""
    return {
        "entries": list(map(_entry_to_json, translation.entries)),
        "stamps": dict(translation.stamps),
        "missing": list(map(asdict, translation.missing)),
        "stale": list(map(asdict, translation.stale)),
    }


def translation_from_json(
    data: Mapping[str, Any],
    original: Quiz,
    language: str,
    display_path: str,
    types: Mapping[str, QuestionType],
    functions: Functions,
) -> Translation | None:
    """The translation that `translation_to_json` wrote; None where `quiz_from_json` would give None."""
    questions = {entry.id: entry.question for entry in original.entries}
    making = Making(types, functions, language)
    try:
        return Translation(
            original.name,
            language,
            display_path,
            tuple(_entry_from_json(each, display_path, making, questions) for each in data["entries"]),
            data["stamps"],
            tuple(Problem(**each) for each in data["missing"]),
            tuple(Problem(**each) for each in data["stale"]),
        )
    except (ValueError, KeyError, TypeError):
        return None


def _entry_to_json(entry: Entry) -> dict[str, Any]:
    question, at, section_at = entry.question, entry.location, entry.section_location
    assert isinstance(question, KeptQuestion)
    return {
        "question": [question.id, question.type, question.section, question.text, question.may_vary],
        "checked_in": question.making.language,
        "at": [at.line, at.column],
        "section_at": [section_at.line, section_at.column] if section_at else None,
        "asks_confidence": entry.asks_confidence,
        "language": entry.language,
        "untranslated": sorted(entry.untranslated),
        "original_file": entry.original_file,
        "section_stamp": entry.section_stamp,
        "passage": entry.passage,
    }


def _entry_from_json(
    data: dict[str, Any], path: str, making: Making, originals: Mapping[str, Question] | None = None
) -> Entry:
    """A valid entry of the file at `path`; with `originals` by id, the translation of one of them.

    Variants are selected at once where the functions of the site or its language may have changed.
    """
    name, kind, section, text, may_vary = data["question"]
    _ = making.types[kind]
    original = originals[name] if originals else None
    question = KeptQuestion(name, intern(kind), section, text, may_vary, making, original)
    if may_vary and (making.functions or making.language != data["checked_in"]):
        _ = question.item
    return Entry(
        question,
        Location(path, *data["at"]),
        Location(path, *data["section_at"]) if data["section_at"] else None,
        data["asks_confidence"],
        data["language"],
        frozenset(data["untranslated"]),
        data["original_file"],
        data["section_stamp"],
        data["passage"],
    )
