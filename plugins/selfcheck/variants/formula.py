"""The field type of formulas."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, ValidationInfo, WithJsonSchema

from selfcheck.expressions import ExpressionError, read_expression
from selfcheck.model.fields import TRUSTED, Text, beyond_schema, kind, wrong_value
from selfcheck.model.translatable import NOT_TRANSLATED


def _formula(value: Any, info: ValidationInfo) -> Any:
    if not isinstance(value, str):
        raise wrong_value(
            f"a number or a formula is expected, not {kind(value)}", "write it as in 9 or n - k + 1"
        )
    if info.context != TRUSTED:
        try:
            read_expression(value)
        except ExpressionError as error:
            raise beyond_schema(error.complaint) from error
    return value


Formula = Annotated[
    Text, BeforeValidator(_formula), WithJsonSchema({"type": ["number", "string"]}), NOT_TRANSLATED
]
"""A formula as text; its names and functions are checked with the whole item."""
