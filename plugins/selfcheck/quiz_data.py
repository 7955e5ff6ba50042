"""A sound quiz as plain data, which can be kept, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from selfcheck.expressions import Functions
from selfcheck.item import Item, Varied, draw
from selfcheck.model.fields import TRUSTED
from selfcheck.question_types import QuestionType
from selfcheck.quiz import Entry, Place, Quiz


def frozen(quiz: Quiz) -> dict[str, Any]:
    """A quiz without problems as JSON has it."""
    entries = [
        {
            "item": entry.item.model_dump(mode="json", by_alias=True, exclude_none=True),
            "place": asdict(entry.place),
            "section_place": asdict(entry.section_place) if entry.section_place else None,
            "asks_confidence": entry.asks_confidence,
        }
        for entry in quiz.entries
    ]
    return {"title": quiz.title, "entries": entries}


def thawed(
    data: Mapping[str, Any], name: str, shown: str, types: Mapping[str, QuestionType], functions: Functions
) -> Quiz | None:
    """The quiz that `frozen` was given; None for anything else, and where its variants no longer hold."""
    try:
        entries = tuple(
            Entry(
                _item(entry["item"], types, functions),
                Place(**entry["place"]),
                Place(**entry["section_place"]) if entry["section_place"] else None,
                entry["asks_confidence"],
            )
            for entry in data["entries"]
        )
        return Quiz(name, shown, data["title"], entries, frozenset(), ())
    except (ValueError, KeyError, TypeError):
        return None


def _item(data: dict[str, Any], types: Mapping[str, QuestionType], functions: Functions) -> Item:
    """An item that was sound. Its variants are drawn and proven anew: functions may have changed."""
    item = types[data["type"]].model.model_validate(data, context=TRUSTED)
    if isinstance(item, Varied) and draw(item, functions):
        raise ValueError(item.id)
    return item
