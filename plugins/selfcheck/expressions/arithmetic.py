"""Arithmetic on numbers of limited size; texts and truth values are refused."""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Callable
from typing import Any, TypeAlias

from selfcheck.expressions.error import ExpressionError

Value: TypeAlias = "int | float | str | bool"
"""The value of a formula."""

MOST_BITS = 256
"""The most bits that a whole number may have; those of questions have far fewer."""

_SMALLER = "make the numbers smaller"


def _divide(left: float, right: float) -> float:
    """The quotient, as a whole number where the division leaves no remainder."""
    if isinstance(left, int) and isinstance(right, int) and left % right == 0:
        return left // right
    return left / right


def _power(base: float, exponent: float) -> float:
    if isinstance(base, int) and isinstance(exponent, int):
        fewest_bits = max(0, base.bit_length() - 1) * exponent
        if fewest_bits > MOST_BITS:  # is not computed, since it may have no end
            raise OverflowError
    result = base**exponent
    if isinstance(result, complex):
        raise ValueError
    return float(result) if isinstance(result, float) else int(result)


BINARY: dict[type[ast.operator], tuple[str, Callable[[float, float], float]]] = {
    ast.Add: ("+", operator.add),
    ast.Sub: ("-", operator.sub),
    ast.Mult: ("*", operator.mul),
    ast.Div: ("/", _divide),
    ast.FloorDiv: ("//", operator.floordiv),
    ast.Mod: ("%", operator.mod),
    ast.Pow: ("**", _power),
}

COMPARISONS: dict[type[ast.cmpop], tuple[str, Callable[[Any, Any], bool]]] = {
    ast.Lt: ("<", operator.lt),
    ast.LtE: ("<=", operator.le),
    ast.Gt: (">", operator.gt),
    ast.GtE: (">=", operator.ge),
    ast.Eq: ("==", operator.eq),
    ast.NotEq: ("!=", operator.ne),
}


def is_number(value: object) -> bool:
    """Whether a value is a number; true and false are not."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def is_too_large(value: Value) -> bool:
    """Whether a number exceeds `MOST_BITS`, or is not finite."""
    if isinstance(value, float):
        return not math.isfinite(value)
    return isinstance(value, int) and value.bit_length() > MOST_BITS


def check_size(value: Value, where: str) -> Value:
    """Return the value, or raise ExpressionError if it is too large; `where` says what it belongs to."""
    if is_too_large(value):
        raise ExpressionError(f"{where} is too large", _SMALLER)
    return value


def apply_operator(kind: type[ast.operator], left: Value, right: Value) -> Value:
    """The result of a binary operator. Raises ExpressionError where it has none."""
    sign, compute = BINARY[kind]
    if isinstance(left, str | bool) or isinstance(right, str | bool):
        message = f"{left!r} {sign} {right!r} cannot be computed"
        raise ExpressionError(message, "texts and truths can only be compared")
    try:
        result = compute(left, right)
    except ZeroDivisionError:
        message = f"{left!r} {sign} {right!r} divides by zero"
        raise ExpressionError(message, "rule that out by `where`") from None
    except OverflowError:
        raise ExpressionError(f"{left!r} {sign} {right!r} is too large", _SMALLER) from None
    except ValueError:
        message = f"{left!r} {sign} {right!r} is not a real number"
        raise ExpressionError(message, "rule that out by `where`") from None
    if is_too_large(result):
        raise ExpressionError(f"{left!r} {sign} {right!r} is too large", _SMALLER)
    return result


def apply_comparison(kind: type[ast.cmpop], left: Value, right: Value) -> bool:
    """Whether a comparison is true. Raises ExpressionError where the operands have no order."""
    sign, compare = COMPARISONS[kind]
    are_alike = is_number(left) == is_number(right) and isinstance(left, str) == isinstance(right, str)
    if not are_alike and sign not in ("==", "!="):
        raise ExpressionError(f"{left!r} {sign} {right!r} compares unlike things", "compare two numbers")
    return compare(left, right) if are_alike else sign == "!="
