"""Tolerances of numbers to type, and how a right number is written."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema

from selfcheck.complaint import Complaint
from selfcheck.expressions import ExpressionError, round_half_up
from selfcheck.expressions.wording import MOST_DIGITS, format_value, plain
from selfcheck.model.fields import NUMBER, Number, described, wrong_value

NOISE = 1e-9
"""The relative rounding error of floating-point numbers, which is added to every tolerance."""


def _positive(number: float) -> float:
    if number <= 0:
        raise wrong_value(f"a tolerance of {number:g} allows nothing", "leave it out for an exact answer")
    return number


Tolerance = Annotated[
    Number, AfterValidator(_positive), WithJsonSchema({"type": "number", "exclusiveMinimum": 0})
]
"""How far from the answer a number may be and still be right, in the answer's own unit."""


def _share(value: Any) -> float:
    if isinstance(value, float):
        return value
    match = re.fullmatch(rf"(?P<number>{NUMBER})(?P<percent>%?)", value) if isinstance(value, str) else None
    if match is None:
        raise wrong_value(f"a share is expected, not {described(value)}", "write it as in 1% or 0.01")
    share = float(match["number"]) / (100 if match["percent"] else 1)
    if not 0 < share < 1:
        raise wrong_value(
            f"a share of {described(value)} is not between 0 and 1", "write it as in 1% or 0.01"
        )
    return share


_PERCENT = r"^(0|[1-9][0-9]?)(\.[0-9]+)?%$"
Share = Annotated[
    float,
    BeforeValidator(_share),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1},
                {"type": "string", "pattern": _PERCENT},
            ]
        }
    ),
]
"""The same as a part of the answer: `1%` or 0.01."""


@dataclass(frozen=True, slots=True)
class Nearness:
    """The tolerance of an answer, absolute, relative, both or none."""

    absolute: float | None = None
    relative: float | None = None

    def around(self, answer: float) -> float:
        """The greatest distance from `answer` at which a number is right."""
        return (self.absolute or 0) + ((self.relative or 0) + NOISE) * abs(answer)

    @property
    def is_exact(self) -> bool:
        """Whether there is no tolerance."""
        return self.absolute is None and self.relative is None


def format_answer(answer: float, within: float) -> str:
    """The answer in as few decimals as change it by at most a tenth of the tolerance `within`.

    Raises ExpressionError if it needs more than six digits.
    """
    for digits in range(16):
        short = round_half_up(answer, digits)
        if math.isclose(short, answer, rel_tol=1e-12) or abs(short - answer) <= within / 10:
            return format_value(float(f"{short:.15g}") if digits else short)
    raise ExpressionError(f"{plain(answer)} is too small to show", f"keep it to {MOST_DIGITS} digits")


def format_mistake(value: float, within: float) -> str:
    """A known wrong number like an answer; one that nobody could type exactly, to a thousandth of itself.

    Raises ExpressionError as `format_answer` does.
    """
    try:
        return format_answer(value, within)
    except ExpressionError:
        return format_answer(value, abs(value) / 100)


def complaint_about_mistake(value: float, within: float) -> Complaint | None:
    """The complaint about a known wrong number that cannot be written down."""
    try:
        format_mistake(value, within)
    except ExpressionError as error:
        return Complaint((), error.complaint.message, "choose a mistake that a reader would type")
    return None
