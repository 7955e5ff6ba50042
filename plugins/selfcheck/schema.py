"""The JSON Schemas of question files and translations, made from the models, for editors."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Annotated, Any, Union

from pydantic import Field, create_model
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, models_json_schema
from pydantic_core.core_schema import ModelSchema

from selfcheck.checks.validation import meanings
from selfcheck.item import Boolean, Model, Text
from selfcheck.model.fields import KEBAB
from selfcheck.question_types import QuestionType, discover
from selfcheck.translation.schema import translation_schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_PASSAGES: Any = (
    dict[str, Text] | None,
    Field(
        None,
        min_length=1,
        description="texts that several questions are about, by the names that these write as `passage`",
        json_schema_extra={"propertyNames": {"pattern": KEBAB}},
    ),
)


class _WithMeanings(GenerateJsonSchema):
    """Says beside each field what it means."""

    def model_schema(self, schema: ModelSchema) -> JsonSchemaValue:
        described = super().model_schema(schema)
        for name, text in meanings(schema["cls"]).items():
            described["properties"][name]["description"] = text
        return described


def quiz_schema(types: Mapping[str, QuestionType] | None = None) -> dict[str, Any]:
    """The schema of a whole file whose questions are of these types (by default, those of this package)."""
    models = [kind.model for kind in (types or discover()).values()]
    any_item: Any = Union[tuple(models)]  # noqa: UP007 -- the types are known at run time only
    questions = (tuple[Annotated[any_item, Field(discriminator="type")], ...], Field(min_length=1))
    fields: dict[str, Any] = {
        "title": (Text | None, None),
        "confidence": (Boolean | None, None),
        "language": (Text | None, None),
        "passages": _PASSAGES,
        "questions": questions,
    }
    quiz = create_model("Quiz", __base__=Model, **fields)
    _, schema = models_json_schema([(quiz, "validation")], by_alias=True, schema_generator=_WithMeanings)
    definitions = schema["$defs"]
    return {
        "$schema": DIALECT,
        **definitions.pop("Quiz"),
        "$defs": definitions,
        "title": "A selfcheck question file",
    }


def translations_schema(types: Mapping[str, QuestionType] | None = None) -> dict[str, Any]:
    """The schema of a file that translates questions of these types."""
    models = [kind.model for kind in (types or discover()).values()]
    return {"$schema": DIALECT, **translation_schema(models)}


def schema_text(schema: Mapping[str, Any]) -> str:
    """A schema as the file for an editor."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
