"""A number as running text has it, in every language alike: the signs that a program writes otherwise."""

from __future__ import annotations

MINUS = "\u2212"
NO_BREAK_SPACE = "\u00a0"


def in_text(written: str) -> str:
    """A number that Python has written, with a true minus sign and a no-break space before per cent."""
    return written.replace("-", MINUS).replace("%", f"{NO_BREAK_SPACE}%")


def in_code(numeral: str) -> str:
    """The same number where code is shown: its minus is the hyphen."""
    return numeral.replace(MINUS, "-")
