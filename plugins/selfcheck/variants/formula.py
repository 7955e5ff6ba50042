"""The field type of formulas."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from selfcheck.expressions import ExpressionError, read_expression
from selfcheck.model.fields import BEYOND_SCHEMA, TRUSTED, Text, kind, problem


def _formula(value: Any, info: ValidationInfo) -> Any:
    if not isinstance(value, str):
        raise problem(
            f"a number or a formula is expected, not {kind(value)}", "write it as in 9 or n - k + 1"
        )
    if info.context != TRUSTED:
        try:
            read_expression(value)
        except ExpressionError as error:
            raise PydanticCustomError(
                BEYOND_SCHEMA, "", {"faults": [((), error.message, error.hint)]}
            ) from error
    return value


Formula = Annotated[Text, BeforeValidator(_formula), WithJsonSchema({"type": ["number", "string"]})]
"""A formula as text; its names and functions are checked with the whole item."""
