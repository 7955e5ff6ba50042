"""The texts of a question that a translation gives, derived from the fields of the model of its type."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias, TypeGuard

from pydantic import BaseModel
from pydantic_core import PydanticUndefined

from selfcheck.model.item import Item
from selfcheck.model.translatable import Translatable
from selfcheck.source import FieldPath


@dataclass(frozen=True, slots=True)
class Words:
    """A text, or several of them."""


@dataclass(frozen=True, slots=True)
class Address:
    """An address, which is not missing where a translation has none."""


@dataclass(frozen=True, slots=True)
class Fields:
    """A mapping: the shapes of the fields that hold texts, and the names of all others."""

    texts: Mapping[str, Shape]
    originals: frozenset[str]
    bare: str = ""
    """The field that a text in place of the mapping stands for; empty where none may stand there."""


@dataclass(frozen=True, slots=True)
class Entries:
    """A list whose entries all have one shape."""

    each: Shape


@dataclass(frozen=True, slots=True)
class Named:
    """A mapping whose names the author chose; what they lead to has one shape."""

    each: Shape


@dataclass(frozen=True, slots=True)
class Anew:
    """What readers type, which a translation replaces as a whole, unless it holds more than texts."""

    inner: Shape


Shape: TypeAlias = Words | Address | Fields | Entries | Named | Anew

_KEPT = ("id", "type")
"""Fields of an item that a translation repeats or leaves out."""


@cache
def shape_of_item(model: type[Item]) -> Fields:
    """The texts of a question of this type."""
    shape = _of_model(model)
    return Fields(shape.texts, shape.originals - {"id"})


def texts_in(shape: Shape, data: Any, path: FieldPath = ()) -> Iterator[tuple[FieldPath, str]]:
    """Every text of data as written, with its path, in the order of the fields of the model."""
    match shape:
        case Address():
            return
        case Words():
            for text in data if isinstance(data, list) else [data]:
                yield path, str(text)
        case Fields(texts) if isinstance(data, dict):
            for name, inner in texts.items():
                if name in data:
                    yield from texts_in(inner, data[name], (*path, name))
        case Fields():
            yield path, str(data)
        case Entries(each):
            for index, entry in enumerate(data):
                yield from texts_in(each, entry, (*path, index))
        case Named(each):
            for name, entry in data.items():
                yield from texts_in(each, entry, (*path, name))
        case Anew(inner):
            yield from texts_in(inner, data, path)


def holds_more_than_texts(shape: Shape, data: Any) -> bool:
    """Whether data as written have fields that are the original's in every language."""
    match shape:
        case Fields(texts, originals) if isinstance(data, dict):
            inner = (holds_more_than_texts(each, data[name]) for name, each in texts.items() if name in data)
            return not originals.isdisjoint(data) or any(inner)
        case Entries(each) if isinstance(data, list):
            return any(holds_more_than_texts(each, entry) for entry in data)
        case Named(each) if isinstance(data, dict):
            return any(holds_more_than_texts(each, entry) for entry in data.values())
        case Anew(inner):
            return holds_more_than_texts(inner, data)
    return False


def _of_model(model: type[BaseModel]) -> Fields:
    shapes = {
        field.alias or name: None if name in _KEPT else _of(field.annotation, field.metadata)
        for name, field in model.model_fields.items()
    }
    texts = {name: shape for name, shape in shapes.items() if shape is not None}
    return Fields(texts, frozenset(shapes.keys() - texts.keys()))


def _of(annotation: Any, metadata: typing.Sequence[Any] = ()) -> Shape | None:
    """The shape of a field; None where it holds no text that is translated."""
    mark = next((each for each in reversed(metadata) if isinstance(each, Translatable)), None)
    if mark is Translatable.NO:
        return None
    for each in metadata:
        written = getattr(each, "json_schema_input_type", PydanticUndefined)
        if written is not PydanticUndefined:  # the field is read from more than it becomes
            annotation = written
    if annotation is str:
        shape: Shape | None = Address() if mark is Translatable.ADDRESS else Words() if mark else None
    else:
        shape = _of_parts(annotation)
    return Anew(shape) if shape and mark is Translatable.TYPED else shape


def _of_parts(annotation: Any) -> Shape | None:
    origin, parts = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return _of(parts[0], parts[1:])
    if origin in (typing.Union, types.UnionType):
        return _of_union([part for part in parts if part is not types.NoneType])
    if _is_model(annotation):
        shape = _of_model(annotation)
        return shape if shape.texts else None
    if origin is None or not parts:
        return None
    each = _of(parts[-1] if parts[-1] is not Ellipsis else parts[0])
    if each is None:
        return None
    return Named(each) if issubclass(origin, Mapping) else Entries(each)


def _of_union(parts: list[Any]) -> Shape | None:
    """The shape of what may be written in several ways: a text alone, or a mapping or list of texts."""
    shapes = {part: shape for part in parts if (shape := _of(part)) is not None}
    fields = next((shape for shape in shapes.values() if isinstance(shape, Fields)), None)
    if fields and any(isinstance(shape, Words) for shape in shapes.values()):
        return Fields(fields.texts, fields.originals, next(iter(fields.texts)))
    if any(isinstance(shape, Entries) for shape in shapes.values()) and len(shapes) > 1:
        return Words()
    return next(iter(shapes.values()), None)


def _is_model(annotation: Any) -> TypeGuard[type[BaseModel]]:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)
