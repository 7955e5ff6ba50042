"""A value as it stands in running text."""

import math
import re
from decimal import Decimal
from fractions import Fraction
from numbers import Integral, Rational, Real

from computed_figures.value.expression import ExpressionError
from selfcheck.pages.numeral import in_text

_NOTHING = re.compile(r"[-+0., _%]+")


def worded(value: object, spec: str) -> str:
    """Write a number or a text by a format specification of Python; ExpressionError where it has none.

    A number gets a true minus sign, and a no-break space before its per cent sign.
    """
    if isinstance(value, str):
        return _formatted(value, spec)
    if isinstance(value, bool) or not isinstance(value, Real | Decimal):
        raise ExpressionError(
            f"{kind(value)}, neither a number nor a text; go on to one with .attribute or [key]"
        )
    if not isinstance(value, Rational) and not math.isfinite(value):
        raise ExpressionError(f"{value}, which is no number to print")
    if not spec and not isinstance(value, Rational):
        raise ExpressionError(f'{value}, a number that needs a format, such as ":.2f" or ":.0%"')
    written = _formatted(value, spec)
    if _NOTHING.fullmatch(written):
        written = written.lstrip("+-")  # what rounds to nothing has no sign
    return in_text(written)


def _plain(value: object) -> object:
    """A fraction as Python of any version can format it."""
    if isinstance(value, Fraction):
        return value.numerator if value.denominator == 1 else float(value)
    return int(value) if isinstance(value, Integral) else value


def _formatted(value: object, spec: str) -> str:
    try:
        return format(_plain(value) if spec else value, spec)
    except (ValueError, OverflowError) as error:
        raise ExpressionError(f'{kind(value)}, which the format ":{spec}" does not suit: {error}') from error


def kind(value: object) -> str:
    """Return the name of a value's type with its article."""
    name = type(value).__name__
    return f"an {name}" if name[0] in "aeiouAEIOU" else f"a {name}"
