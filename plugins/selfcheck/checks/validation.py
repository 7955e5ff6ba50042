"""Translates pydantic's errors into complaints in the author's words."""

from __future__ import annotations

import re
import typing
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from selfcheck.complaint import Complaint
from selfcheck.model.descriptions import descriptions
from selfcheck.model.fields import FIELD_ERRORS, described
from selfcheck.problems import certain, nearest

AnyModel = type[BaseModel]

_OF_PYDANTIC = re.compile("^(Value error|Assertion failed), ")
"""What pydantic puts before the words of a validator."""


def complaints_in(model: AnyModel, errors: Iterable[ErrorDetails]) -> Iterator[Complaint]:
    """The complaints that errors of pydantic carry, and one for each error of pydantic's own."""
    for detail in errors:
        place = detail["loc"]
        if detail["type"] in FIELD_ERRORS:
            complaints = detail["ctx"]["complaints"]
            yield from (each.within(place).of_kind("wrong-value") for each in complaints)
        elif detail["type"] == "missing":
            yield missing_field(model, place)
        else:
            yield _describe_mismatch(model, detail).of_kind("wrong-value")


def missing_field(model: AnyModel, place: Sequence[str | int]) -> Complaint:
    """The complaint about a missing field."""
    name = str(place[-1])
    meaning = meanings(model_at(model, place[:-1])).get(name, "which is required here")
    return Complaint(tuple(place), f'"{name}" is missing', f"add `{name}:`, {meaning}", code="missing-field")


def unknown_field(model: AnyModel, place: Sequence[str | int], beside: Container[str] = ()) -> Complaint:
    """The complaint about an unknown field. It cannot be meant for one that stands beside it."""
    names = names_beside(model, place)
    name = str(place[-1])
    meant = certain(name, names)
    fix = None if meant in beside else meant
    hint = nearest(name, names, taken=beside)
    message = f'unknown field "{name}"'
    return Complaint(tuple(place), message, hint, is_about_name=True, fix=fix, code="unknown-field")


def names_beside(model: AnyModel, place: Sequence[str | int]) -> list[str]:
    """The names of the fields that may stand beside the one at `place`."""
    return field_names(model_at(model, place[:-1]))


def meanings(model: AnyModel) -> dict[str, str]:
    """The meaning of each field, by its name in question files."""
    return {model.model_fields[name].alias or name: text for name, text in descriptions(model).items()}


def field_names(model: AnyModel) -> list[str]:
    """The fields of a model by their names in question files."""
    return [field.alias or name for name, field in model.model_fields.items()]


def _describe_mismatch(model: AnyModel, detail: ErrorDetails) -> Complaint:
    place, found = detail["loc"], described(detail["input"])
    if detail["type"] == "too_short":
        return Complaint(place, "the list is empty", "add an entry after `- `")
    if detail["type"] == "tuple_type":
        hint = "write each entry on its own line, after `- `"
        return Complaint(place, f"a list is expected, not {found}", hint)
    if detail["type"] == "model_type":
        first = field_names(model_at(model, place))[0]
        hint = f"write `{first}:` and what belongs to it"
        return Complaint(place, f"a mapping is expected, not {found}", hint)
    # A site's own type may have fields of pydantic's own kinds.
    said, _, cure = _OF_PYDANTIC.sub("", detail["msg"]).partition("; ")
    return Complaint(place, f"{found} is refused: {said}", cure or "write a value that the type allows")


def _field(model: AnyModel, name: str) -> FieldInfo | None:
    return next((field for key, field in model.model_fields.items() if name == (field.alias or key)), None)


def model_at(model: AnyModel, place: Sequence[str | int]) -> AnyModel:
    """The model of the mapping at `place` inside `model`."""
    for step in place:
        field = _field(model, step) if isinstance(step, str) else None
        model = next(iter(_models_in(field.annotation if field else None)), model)
    return model


def _models_in(annotation: Any) -> list[AnyModel]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for argument in typing.get_args(annotation) for model in _models_in(argument)]
