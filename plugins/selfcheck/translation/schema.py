"""The JSON Schema of a translation, made from the texts of each type, for editors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from selfcheck.model.item import Item
from selfcheck.shared_passages import PASSAGE, PASSAGES
from selfcheck.translation.reading import STAMP
from selfcheck.translation.shape import Address, Anew, Entries, Fields, Named, Shape, Words, shape_of_item

Schema: TypeAlias = dict[str, Any]

# Any scalar there is read as the text that was written.
_TEXT: Schema = {"type": ["string", "number", "boolean", "null"]}
_NO_TEXT_YET: Schema = {"type": "object", "maxProperties": 0}


def translation_schema(models: Iterable[type[Item]]) -> Schema:
    """The schema of a file that translates questions of these types; which type, only the original says."""
    return {
        "title": "A translation of a selfcheck question file",
        "type": "object",
        "properties": {
            "title": _TEXT,
            PASSAGES: {"type": "object", "additionalProperties": _TEXT, "minProperties": 1},
            "questions": {
                "type": "array",
                "minItems": 1,
                "items": {"anyOf": [_question(shape_of_item(model)) for model in models]},
            },
        },
        "required": ["questions"],
        "additionalProperties": False,
    }


def _question(shape: Fields) -> Schema:
    own = {"id": _TEXT, STAMP: _TEXT}
    texts = {name: inner for name, inner in shape.texts.items() if name != PASSAGE}
    return {**_mapping(texts, own), "required": ["id"]}


def _mapping(texts: Mapping[str, Shape], besides: Mapping[str, Schema]) -> Schema:
    fields = {name: _schema(shape) for name, shape in texts.items()}
    return {"type": "object", "properties": {**besides, **fields}, "additionalProperties": False}


def _schema(shape: Shape) -> Schema:
    match shape:
        case Address():
            return _TEXT
        case Words():
            return {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}
        case Fields(texts, _, bare):
            mapping = _mapping(texts, {})
            return {"anyOf": [_TEXT, mapping]} if bare else mapping
        case Entries(each):
            return {"type": "array", "items": {"anyOf": [_schema(each), _NO_TEXT_YET]}}
        case Named(each):
            return {"type": "object", "additionalProperties": _schema(each)}
        case Anew(inner):
            return _schema(inner)
