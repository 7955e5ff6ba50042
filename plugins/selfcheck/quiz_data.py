"""Converts valid quizzes to JSON data for the cache, and back: what a warm build has and a cold one makes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from selfcheck.expressions import Functions
from selfcheck.item import Item, Varied, draw
from selfcheck.model.fields import TRUSTED
from selfcheck.question_types import QuestionType
from selfcheck.quiz import Entry, Location, Quiz


def quiz_to_json(quiz: Quiz) -> dict[str, Any]:
    """A quiz without problems as JSON data."""
    entries = [
        {
            "item": item_to_json(entry.item),
            "location": asdict(entry.location),
            "section_location": asdict(entry.section_location) if entry.section_location else None,
            "asks_confidence": entry.asks_confidence,
        }
        for entry in quiz.entries
    ]
    return {"title": quiz.title, "entries": entries}


def quiz_from_json(
    data: Mapping[str, Any],
    name: str,
    display_path: str,
    types: Mapping[str, QuestionType],
    functions: Functions,
) -> Quiz | None:
    """The quiz that `quiz_to_json` wrote; None if the data are not valid, or its variants no longer are."""
    try:
        entries = tuple(
            Entry(
                item_from_json(entry["item"], types, functions),
                Location(**entry["location"]),
                Location(**entry["section_location"]) if entry["section_location"] else None,
                entry["asks_confidence"],
            )
            for entry in data["entries"]
        )
        return Quiz(name, display_path, data["title"], entries, frozenset(), ())
    except (ValueError, KeyError, TypeError):
        return None


def item_to_json(item: Item) -> dict[str, Any]:
    """The fields of a valid item as JSON data."""
    return item.model_dump(mode="json", by_alias=True, exclude_none=True)


def item_from_json(
    data: dict[str, Any],
    types: Mapping[str, QuestionType],
    functions: Functions,
    original: Item | None = None,
) -> Item:
    """A valid item, the translation of `original` if there is one.

    Its variants are checked again, since the site's functions may have changed.
    """
    item = types[data["type"]].model.model_validate(data, context=TRUSTED)
    if original:
        item.use_original(original)
    if isinstance(item, Varied) and draw(item, functions):
        raise ValueError(item.id)
    return item
