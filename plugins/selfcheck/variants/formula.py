"""The field type of formulas."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, Any

from pydantic import BeforeValidator, ValidationInfo, WithJsonSchema

from selfcheck.complaint import Complaint
from selfcheck.expressions import ExpressionError, read_expression
from selfcheck.model.fields import TRUSTED, Text, beyond_schema, described, wrong_value
from selfcheck.model.translatable import NOT_TRANSLATED

_NEARLY_NUMBER = re.compile(
    r"[-+−–—]?[\s\d.,'’_:]*\d[\s\d.,'’_:]*(?:%|[^\W\d_]+)?|[-+]?\.(?:inf|nan)", re.IGNORECASE
)
"""A number as people write it, with a unit perhaps, and as YAML writes what is none."""


def _about_number(value: str) -> Complaint | None:
    """What is wrong with a text that no formula can be, since a number was meant."""
    if not _NEARLY_NUMBER.fullmatch(unicodedata.normalize("NFKC", value)):
        return None
    hint = "write digits and a point alone, as in 1000, 0.5 or -3, and no unit"
    return Complaint((), f"{described(value)} is no number that can be computed with", hint)


def _formula(value: Any, info: ValidationInfo) -> Any:
    if not isinstance(value, str):
        raise wrong_value(
            f"a number or a formula is expected, not {described(value)}", "write it as in 9 or n - k + 1"
        )
    if info.context != TRUSTED:
        try:
            read_expression(value)
        except ExpressionError as error:
            raise beyond_schema(_about_number(value) or error.complaint) from error
    return value


Formula = Annotated[
    Text, BeforeValidator(_formula), WithJsonSchema({"type": ["number", "string"]}), NOT_TRANSLATED
]
"""A formula as text; its names and functions are checked with the whole item."""
