"""Converts valid quizzes to JSON data for the cache, and back: what a warm build has and a cold one makes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from selfcheck.expressions import Functions
from selfcheck.item import Item, Varied, draw
from selfcheck.model.fields import TRUSTED
from selfcheck.pages.language import written_in
from selfcheck.problems import Problem
from selfcheck.question_types import QuestionType
from selfcheck.quiz import Entry, Location, Quiz, Translation


def quiz_to_json(quiz: Quiz) -> dict[str, Any]:
    """A quiz without problems as JSON data."""
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
        entries = tuple(
            _entry_from_json(entry, types, functions, usual_language) for entry in data["entries"]
        )
        return Quiz(name, display_path, data["title"], entries, frozenset(), ())
    except (ValueError, KeyError, TypeError):
        return None


def translation_to_json(translation: Translation) -> dict[str, Any]:
    """A translation without problems as JSON data."""
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
    items = {entry.item.id: entry.item for entry in original.entries}
    try:
        return Translation(
            original.name,
            language,
            display_path,
            tuple(_entry_from_json(each, types, functions, language, items) for each in data["entries"]),
            data["stamps"],
            tuple(Problem(**each) for each in data["missing"]),
            tuple(Problem(**each) for each in data["stale"]),
        )
    except (ValueError, KeyError, TypeError):
        return None


def _entry_to_json(entry: Entry) -> dict[str, Any]:
    return {
        "item": entry.item.model_dump(mode="json", by_alias=True, exclude_none=True),
        "location": asdict(entry.location),
        "section_location": asdict(entry.section_location) if entry.section_location else None,
        "asks_confidence": entry.asks_confidence,
        "language": entry.language,
        "untranslated": sorted(entry.untranslated),
        "original_file": entry.original_file,
    }


def _entry_from_json(
    data: dict[str, Any],
    types: Mapping[str, QuestionType],
    functions: Functions,
    language: str,
    originals: Mapping[str, Item] | None = None,
) -> Entry:
    """A valid entry; with `originals` by id, the translation of one of them into this language."""
    original = originals[data["item"]["id"]] if originals else None
    spoken = language if original else written_in(data["language"], language)
    return Entry(
        _item(data["item"], types, functions, spoken, original),
        Location(**data["location"]),
        Location(**data["section_location"]) if data["section_location"] else None,
        data["asks_confidence"],
        data["language"],
        frozenset(data["untranslated"]),
        data["original_file"],
    )


def _item(
    data: dict[str, Any],
    types: Mapping[str, QuestionType],
    functions: Functions,
    language: str,
    original: Item | None,
) -> Item:
    """A valid item. Its variants are checked again, since the site's functions may have changed."""
    item = types[data["type"]].model.model_validate(data, context=TRUSTED)
    if original:
        item.use_original(original)
    if isinstance(item, Varied) and draw(item, functions, language):
        raise ValueError(item.id)
    return item
