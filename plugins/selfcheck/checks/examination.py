"""Runs all checks of one item."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from selfcheck.checks.emptiness import empty_field, empty_fields, is_unintended
from selfcheck.checks.hints import complaints_about_hints
from selfcheck.checks.parts import drop_empty_fields, rename_fields, valid_parts
from selfcheck.checks.requirements import complaints_about_requirements
from selfcheck.checks.stamps import complaints_about_stamps
from selfcheck.checks.swallowed import swallowed_fields
from selfcheck.checks.type_code import said_by, try_out
from selfcheck.checks.validation import complaints_in, names_beside, unknown_field
from selfcheck.complaint import Complaint
from selfcheck.expressions import Functions
from selfcheck.model.item import Item
from selfcheck.problems import closest
from selfcheck.question_types.registry import is_of_package
from selfcheck.source import FieldPath
from selfcheck.variants.selection import draw
from selfcheck.variants.varied import Varied


@dataclass(frozen=True, slots=True)
class Examination:
    """A valid item, or the complaints about it."""

    item: Item | None
    complaints: tuple[Complaint, ...]


def examine(
    model: type[Item],
    raw: dict[str, Any],
    require: Collection[str],
    functions: Functions,
    language: str,
    original: Item | None = None,
) -> Examination:
    """Check an item as written against its model and the requirements of the site.

    A misspelt field is reported once and then read under its intended name, so that it is not reported as
    missing as well. A field without a value is reported once, too, and counts as invalid, not as missing.
    `functions` are those of the site for formulas, `language` is that of the texts. A valid item
    has its variants.
    `original` is the item that it translates, if it is a translation.
    """
    empty = dict(empty_fields(raw))
    sound = drop_empty_fields(raw) if empty else raw
    item, errors = _validate(model, sound)
    draft = item
    meant: dict[FieldPath, str | None] = {
        error["loc"]: None for error in errors if error["type"] == "extra_forbidden"
    }
    complaints = [unknown_field(model, place, _mapping_at(sound, place[:-1])) for place in meant]
    told = errors
    if meant:
        meant = {place: _intended_name(model, place, sound) for place in meant}
        raw, sound = rename_fields(raw, meant), rename_fields(sound, meant)
        respelt = {(*place[:-1], name) for place, name in meant.items() if name}
        draft, errors = _validate(model, sound)
        told = [error for error in errors if not _is_within(error["loc"], respelt)]
    complaints += (_with_hyphen(each, sound) for each in complaints_in(model, told))
    without_value = dict(empty_fields(raw)) if meant else empty
    parts = valid_parts(raw, [*without_value, *(error["loc"] for error in errors)])
    code = str(raw.get("type", ""))
    as_a_whole = said_by(model, code, lambda: model.complaints(parts))
    complaints += as_a_whole
    complaints += (each.of_kind("hints") for each in complaints_about_hints(parts))
    complaints += (each.of_kind("section") for each in complaints_about_stamps(parts))
    complaints += swallowed_fields(model, raw)
    shuffle_field = model.traits.shuffle_field
    if shuffle_field and parts.get(shuffle_field) == "true":
        # Hundreds of phrases are compiled, and most questions need none of them.
        from selfcheck.checks.positions import complaints_about_positions

        found = complaints_about_positions(parts, shuffle_field)
        complaints += (each.of_kind("option-by-letter") for each in found)
    if draft and original:
        complaints += said_by(model, "translation", partial(_as_translation, draft, original))
    if isinstance(draft, Varied) and not as_a_whole and all(len(path) == 1 for path in empty):
        complaints += said_by(model, "variants", partial(draw, draft, functions, language))
    complaints += said_by(model, "", lambda: complaints_about_requirements(model, parts, require))
    if item and not complaints and not is_of_package(model):
        complaints += said_by(model, code, partial(try_out, item))
    complaints = _with_empty_fields(complaints, empty, may_be_missing=original is not None)
    return Examination(None if complaints else item, tuple(complaints))


def _as_translation(item: Item, original: Item) -> Iterable[Complaint]:
    item.use_original(original)
    return item.translation_complaints(original)


def _with_empty_fields(
    complaints: list[Complaint], empty: Mapping[FieldPath, Any], may_be_missing: bool
) -> list[Complaint]:
    """The complaints, with one about each empty field in place of those that follow from its being empty.

    The complaint that it is missing, which says what belongs there, is kept instead, unless any field may be
    missing or the author seems to have written something.
    """
    missing = {each.path for each in complaints if each.message.endswith('" is missing')}
    told = {path for path in missing if not (may_be_missing or is_unintended(empty.get(path)))}
    consequences = (empty.keys() | {path[:-1] for path in empty if path[1:]}) - told
    others = [each for each in complaints if each.path not in consequences]
    return others + [empty_field(path, value) for path, value in empty.items() if path not in told]


def _with_hyphen(complaint: Complaint, raw: Any) -> Complaint:
    """A missing field with a further cure where its entry looks like the rest of the one above."""
    *above, index, _ = complaint.path if len(complaint.path) > 1 else (0, 0)
    if complaint.code != "missing-field" or not isinstance(index, int) or not index or not above:
        return complaint
    for step in above:
        raw = raw[step]
    before, entry = raw[index - 1], raw[index]
    if not isinstance(before, dict) or not entry or entry.keys() & before.keys():
        return complaint
    hint = f"{complaint.hint}; if this belongs to the entry above, remove the hyphen"
    return replace(complaint, hint=hint)


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


def _intended_name(model: type[Item], place: FieldPath, raw: Any) -> str | None:
    """The intended name of a misspelt field, or None if there is none or that field exists too."""
    name = closest(str(place[-1]), names_beside(model, place))
    return name if name not in _mapping_at(raw, place[:-1]) else None


def _mapping_at(raw: Any, place: FieldPath) -> dict[str, Any]:
    for step in place:
        raw = raw[step]
    mapping: dict[str, Any] = raw
    return mapping


def _is_within(path: FieldPath, places: Iterable[FieldPath]) -> bool:
    return any(path[: len(place)] == place for place in places)
