"""The functions that every formula can call."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from selfcheck.expressions.rounding import round_half_up

Functions: TypeAlias = "Mapping[str, Callable[..., object]]"
"""Functions by the name under which formulas call them."""


def _log(number: float, base: float | None = None) -> float:
    """The natural logarithm, or that to a base; exact where it is a whole number, as for log(8, 2)."""
    if base is None:
        return math.log(number)
    result = math.log(number) / math.log(base)
    nearest = round(result)
    return nearest if base**nearest == number else result


def _root(number: float) -> float:
    if isinstance(number, int) and number >= 0 and math.isqrt(number) ** 2 == number:
        return math.isqrt(number)
    return math.sqrt(number)


def _round(number: float, digits: int = 0) -> float:
    if not -15 <= digits <= 15:
        raise ValueError("round to 15 digits at most")
    return round_half_up(number, digits)


BUILT_IN: Functions = MappingProxyType(
    {
        "abs": abs,
        "ceil": math.ceil,
        "floor": math.floor,
        "log": _log,
        "max": lambda first, *others: max((first, *others)),
        "min": lambda first, *others: min((first, *others)),
        "round": _round,
        "sqrt": _root,
    }
)
