"""Rounding as it is done by hand."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext


def rounded(number: int | float, digits: int = 0) -> int | float:
    """`number` to so many decimals, halves away from zero; a whole number where `digits` is 0 or less.

    It goes by the shortest decimal that names the number: 2.675 gives 2.68, though the nearest binary
    fraction lies below it.
    """
    with localcontext(prec=400):  # the longest finite float has 309 digits before its point
        decimal = Decimal(repr(number)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    return float(decimal) if digits > 0 else int(decimal)
