"""Fields that hold a formula."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from selfcheck.expressions import ExpressionError, read_expression
from selfcheck.item.fields import TRUSTED, Text
from selfcheck.item.validation import BEYOND_SCHEMA


def _formula(value: Any, info: ValidationInfo) -> Any:
    if info.context != TRUSTED and isinstance(value, str):
        try:
            read_expression(value)
        except ExpressionError as error:
            raise PydanticCustomError(
                BEYOND_SCHEMA, "", {"faults": [((), error.message, error.hint)]}
            ) from error
    return value


Formula = Annotated[Text, BeforeValidator(_formula), WithJsonSchema({"type": ["number", "string"]})]
"""A formula as text; what it needs (names, functions) is for the whole item to check."""
