"""Formats computed values for readers."""

from __future__ import annotations

import math
import re
import sys
from decimal import Decimal

from selfcheck.expressions import ExpressionError, Value, round_half_up
from selfcheck.pages.numeral import Numeral, in_text

MOST_DIGITS = 6
"""The most digits that a value may need which is not whole and has no format."""

_LEAST_PART = 0.05
"""How far a value lies from a whole number that is no rounding error, however large it is."""

_SPEC = re.compile(r"(?P<comma>,?)(?:\.(?P<digits>\d\d?))?(?P<kind>[dfeg%]?)")


def format_value(value: Value, spec: str = "") -> str:
    """A number or text in a format such as `.2f`, `,` or `.0%`. Raises ExpressionError if that is impossible.

    A number is a `Numeral`. The minus sign is U+2212. Decimals are rounded with halves away from zero.
    """
    if isinstance(value, str):
        if spec:
            raise ExpressionError(
                f'a text takes no format, as ":{spec}"', "remove the colon and what follows"
            )
        return value
    if isinstance(value, bool):
        raise ExpressionError(
            f"{str(value).lower()} is no number to show", "compare in `where`, show numbers"
        )
    written = _format_number(value, spec) if spec else plain(value)
    written = re.sub(r"^-(?=[0.,]*%?$)", "", written)
    return Numeral(in_text(written))


def plain(value: int | float) -> str:
    """A number without a format, in six digits at most unless it is whole; the minus sign is a hyphen."""
    # 0.1 + 0.2 is 0.3 to every reader; a whole number keeps all its digits.
    clean = float(f"{value:.12g}") if abs(value) < 1e12 else round(value)
    if abs(clean) >= 1e15:
        raise _too_long(value)
    is_whole = clean == int(clean)
    if is_whole and abs(clean - value) < _LEAST_PART:
        return str(int(clean))
    short = float(f"{clean:.{MOST_DIGITS}g}")
    if is_whole or not math.isclose(short, value, rel_tol=1e-9):
        message = f"{value:.{15 if is_whole else 12}g} has more than {MOST_DIGITS} digits"
        raise ExpressionError(message, "add a format, as in [=n / 3:.2f], or rule it out by `where`")
    return format(Decimal(repr(short)), "f")


def _too_long(value: int | float) -> ExpressionError:
    return ExpressionError(f"{value:.6g} has too many digits to show", "add a format, as in [=n:.2e]")


def _format_number(value: int | float, spec: str) -> str:
    match = _SPEC.fullmatch(spec)
    if match is None or (match["kind"] in ("", "d") and match["digits"]):
        raise ExpressionError(f'":{spec}" is no format', "write one as in .2f, .0%, .3g or a comma")
    if match["kind"] in ("", "d"):
        if not float(value).is_integer():
            raise ExpressionError(f'{value:.6g} is not whole, as ":{spec}" asks', "write :.2f, or round it")
        return format(int(value), match["comma"])
    if match["kind"] in "f%":
        digits = int(match["digits"] or 6)
        if match["kind"] == "%" and abs(value) > sys.float_info.max / 100:
            raise _too_long(value)
        value = round_half_up(value, digits + 2 * (match["kind"] == "%"))
    else:
        digits = int(match["digits"] or 6)
        value = _to_digits(value, digits + 1 if match["kind"] == "e" else max(digits, 1))
    return format(value, spec)


def _to_digits(value: int | float, digits: int) -> int | float:
    """Round to so many significant digits, halves away from zero; 0 and the greatest numbers stay."""
    rounded = round_half_up(value, digits - 1 - Decimal(repr(value)).adjusted())
    return rounded if value and abs(rounded) <= sys.float_info.max else value
