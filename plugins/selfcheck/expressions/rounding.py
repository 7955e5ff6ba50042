"""Decimal rounding with halves away from zero."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext


def round_half_up(number: int | float, digits: int = 0) -> int | float:
    """Round to `digits` decimals, halves away from zero; an int if `digits` is 0 or less.

    The shortest decimal that represents the number is rounded: 2.675 gives 2.68, although the binary
    fraction lies below it.
    """
    with localcontext(prec=450):  # 309 digits of the longest float, and up to 101 behind its point
        decimal = Decimal(repr(number)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    return float(decimal) if digits > 0 else int(decimal)
