"""Reads an item as it was meant: misspelt fields by their names, and texts that a colon has cut in two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from selfcheck.checks.parts import node_at, put, rename_fields
from selfcheck.checks.validation import complaints_in, field_names, model_at, names_beside, unknown_field
from selfcheck.complaint import Complaint
from selfcheck.lookalikes import quoting
from selfcheck.model.item import Item
from selfcheck.problems import closest
from selfcheck.source import FieldPath
from selfcheck.written_value import is_empty

_LIKE_TEXT = re.compile(r"[A-Z\s]|[^\x00-\x7f]")
"""What no name of a field has, and the beginning of a text mostly."""


@dataclass(slots=True)
class Meant:
    """An item as it was meant, and what is wrong with it."""

    model: type[Item]
    raw: dict[str, Any]
    sound: dict[str, Any]
    """The same without its empty fields."""
    item: Item | None = None
    """The item, where it is valid."""
    errors: list[ErrorDetails] = field(default_factory=list)
    complaints: list[Complaint] = field(default_factory=list)
    """What is read otherwise than it is written, with paths as written; all other paths are those meant."""
    _respelt: list[tuple[FieldPath, FieldPath]] = field(default_factory=list)
    """The path of each misspelt field as it was meant, and the one before, in the order of their change."""

    @classmethod
    def of(cls, model: type[Item], raw: dict[str, Any], sound: dict[str, Any]) -> Meant:
        """The item that is meant by `raw`; `sound` is the same without its empty fields."""
        meant = cls(model, raw, sound)
        meant.item, meant.errors = _validate(model, sound)
        while meant.errors and (meant._join_texts() or meant._rename_fields()):
            meant.item, meant.errors = _validate(model, meant.sound)
        return meant

    def faults(self) -> Iterator[Complaint]:
        """What is wrong with its fields, but for a misspelt one itself: another may have been meant."""
        guessed = {place for place, _ in self._respelt}
        return complaints_in(self.model, (each for each in self.errors if each["loc"] not in guessed))

    def as_written(self, path: FieldPath) -> FieldPath:
        """A path in the item as it is written."""
        for meant, before in reversed(self._respelt):
            if path[: len(meant)] == meant:
                path = (*before, *path[len(meant) :])
        return path

    def _rename_fields(self) -> bool:
        """Give each misspelt field the name that was meant, or remove it; whether there is any."""
        names: dict[FieldPath, str | None] = {}
        for place in [each["loc"] for each in self.errors if each["type"] == "extra_forbidden"]:
            beside = node_at(self.sound, place[:-1])
            told = unknown_field(self.model, place, beside)
            self.complaints.append(replace(told, path=self.as_written(place)))
            name = closest(str(place[-1]), names_beside(self.model, place))
            names[place] = name if name not in beside else None
        self._respelt += [((*place[:-1], name), place) for place, name in names.items() if name]
        self.raw, self.sound = rename_fields(self.raw, names), rename_fields(self.sound, names)
        return bool(names)

    def _join_texts(self) -> bool:
        """Put the texts that were meant in place of mappings; whether there is any."""
        texts = dict(self._cut_texts())
        if not texts:
            return False
        left = [each["loc"] for each in _validate(self.model, put(self.sound, texts))[1]]
        texts = {place: texts[place] for place in texts if not any(_is_within(each, place) for each in left)}
        message, hint = "a colon and a space stand inside a text", "put quotes round the text"
        self.complaints += [
            Complaint(self.as_written(place), message, quoting(text, hint), code="yaml")
            for place, text in texts.items()
        ]
        self.raw, self.sound = put(self.raw, texts), put(self.sound, texts)
        return bool(texts)

    def _cut_texts(self) -> Iterator[tuple[FieldPath, str]]:
        """Each mapping that may be a text with a colon: what stands before that looks like no field."""
        for error in self.errors:
            place = error["loc"][:-1] if error["type"] == "extra_forbidden" else error["loc"]
            node = node_at(self.sound, place)
            if not place or not isinstance(node, dict) or len(node) != 1:
                continue
            ((name, value),) = node.items()
            is_text = isinstance(value, str) and not is_empty(value) and _LIKE_TEXT.search(name)
            if is_text and not closest(name, field_names(model_at(self.model, place))):
                yield place, f"{name}: {value}"


def _is_within(path: Sequence[str | int], place: FieldPath) -> bool:
    return tuple(path[: len(place)]) == place


def _validate(model: type[Item], raw: dict[str, Any]) -> tuple[Item | None, list[ErrorDetails]]:
    try:
        return model.model_validate(raw), []
    except ValidationError as error:
        return None, [_locate(each) for each in error.errors() if not _is_echo(each)]


def _locate(error: ErrorDetails) -> ErrorDetails:
    """The error with its path in the file, without the union tags, such as "<text>", that pydantic adds."""
    *steps, last = error["loc"]
    place = [step for step in steps if not str(step).startswith("<")]
    if error["type"] == "extra_forbidden" or not str(last).startswith("<"):
        place.append(last)
    error["loc"] = tuple(place)
    return error


def _is_echo(error: ErrorDetails) -> bool:
    """Whether pydantic reports a list as too short only because invalid entries do not count."""
    return error["type"] == "too_short" and bool(error["input"])
