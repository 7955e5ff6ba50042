"""Puts the texts of a translation in the places of the original's, which keeps everything else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from selfcheck.checks.emptiness import empty_field
from selfcheck.complaint import Complaint
from selfcheck.problems import certain, nearest
from selfcheck.source import FieldPath
from selfcheck.translation.shape import (
    Address,
    Anew,
    Entries,
    Fields,
    Named,
    Shape,
    Words,
    holds_more_than_texts,
    texts_in,
)
from selfcheck.written_value import described, is_empty


@dataclass(slots=True)
class Merging:
    """One question as written, merged with its translation part by part."""

    complaints: list[Complaint] = field(default_factory=list)
    """What the translation has that it may not have; the original stands in its place."""
    untranslated: list[tuple[FieldPath, str]] = field(default_factory=list)
    """Texts of the original for which the translation has none, and their paths."""

    def merged(self, shape: Shape, original: Any, given: Any, path: FieldPath = ()) -> Any:
        """The original with the texts that are `given` for it at `path`, even if that is nothing."""
        if is_empty(given):
            return given
        match shape:
            case Words() | Address():
                return given
            case Anew(inner) if not holds_more_than_texts(inner, original):
                return given
            case Anew(inner):
                return self.merged(inner, original, given, path)
            case Fields():
                return self._fields(shape, original, given, path)
            case Entries(each):
                return self._entries(each, original, given, path)
            case Named(each):
                return self._named(each, original, given, path)

    def _fields(self, shape: Fields, original: Any, given: Any, path: FieldPath) -> Any:
        if shape.bare and isinstance(given, str):
            if isinstance(original, str):
                return given
            given = {shape.bare: given}
        if not isinstance(given, dict):
            first = next(iter(shape.texts))
            return self._kept(shape, original, path, _mismatch("a mapping", given, f"write `{first}: …`"))
        written = {shape.bare: original} if isinstance(original, str) else original
        merged = dict(written)
        for name, value in given.items():
            place = (*path, name)
            inner = shape.texts.get(name)
            if inner is None and is_empty(value):
                self.complaints.append(empty_field(place, value))
            elif inner is None:
                self.complaints.append(_out_of_place(shape, name, place))
            elif name in written:
                merged[name] = self.merged(inner, written[name], value, place)
            elif isinstance(inner, Anew):
                merged[name] = value
            else:
                self.complaints.append(_without_original(name, place))
        for name, inner in shape.texts.items():
            if name in written and name not in given:
                self.untranslated += texts_in(inner, written[name], (*path, name))
        return merged

    def _entries(self, each: Shape, original: Any, given: Any, path: FieldPath) -> Any:
        if not isinstance(given, list):
            complaint = _mismatch("a list", given, "write each entry on its own line, after `- `")
            return self._kept(Entries(each), original, path, complaint)
        if len(given) != len(original):
            message = f'"{path[-1]}" has {_count(given)}, the original has {len(original)}'
            complaint = Complaint((), message, "translate each in its place; what has no text yet is `{}`")
            return self._kept(Entries(each), original, path, complaint)
        return [
            self._entry(each, *pair, (*path, index))
            for index, pair in enumerate(zip(original, given, strict=True))
        ]

    def _entry(self, each: Shape, original: Any, given: Any, path: FieldPath) -> Any:
        """One entry of a list: the original's where `{}` says that it has no text yet."""
        if given == {}:
            self.untranslated += texts_in(each, original, path)
            return original
        return self.merged(each, original, given, path)

    def _named(self, each: Shape, original: Mapping[str, Any], given: Any, path: FieldPath) -> Any:
        if not isinstance(given, dict):
            complaint = _mismatch("a mapping", given, "write the names that the original has")
            return self._kept(Named(each), original, path, complaint)
        merged = dict(original)
        for name, value in given.items():
            if name in original:
                merged[name] = self.merged(each, original[name], value, (*path, name))
            else:
                message = f'the original has no "{name}" here'
                hint = nearest(name, original)
                self.complaints.append(Complaint((*path, name), message, hint, is_about_name=True))
        for name in original:
            if name not in given:
                self.untranslated += texts_in(each, original[name], (*path, name))
        return merged

    def _kept(self, shape: Shape, original: Any, path: FieldPath, complaint: Complaint) -> Any:
        """The original, where what is given cannot take its place."""
        self.complaints.append(complaint.within(path))
        self.untranslated += texts_in(shape, original, path)
        return original


def _count(given: list[Any]) -> str:
    return "1 entry" if len(given) == 1 else f"{len(given)} entries"


def _mismatch(expected: str, given: Any, hint: str) -> Complaint:
    return Complaint((), f"{expected} is expected, not {described(given)}", hint)


def _out_of_place(shape: Fields, name: str, place: FieldPath) -> Complaint:
    """The complaint about a field that holds no text, or that no question of the type has."""
    if name in shape.originals:
        message = f'"{name}" is the original\'s in every language'
        return Complaint(place, message, "remove it: a translation has texts alone", is_about_name=True)
    message, hint = f'unknown field "{name}"', nearest(name, shape.texts)
    return Complaint(place, message, hint, is_about_name=True, fix=certain(name, shape.texts))


def _without_original(name: str, place: FieldPath) -> Complaint:
    message = f'the original has no "{name}" here'
    return Complaint(place, message, "write it there too, or remove it", is_about_name=True)
