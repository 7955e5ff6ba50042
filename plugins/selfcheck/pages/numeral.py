"""A number as running text has it: the signs of every language, and those in which languages differ."""

from __future__ import annotations

MINUS = "\u2212"
NO_BREAK_SPACE = "\u00a0"
NARROW_NO_BREAK_SPACE = "\u202f"


class Numeral(str):
    """A number in neutral notation: a point before its decimals, and commas between its thousands."""

    __slots__ = ()

    def in_language(self, decimal: str) -> str:
        """The number in a language with this sign before decimals.

        Where that is a comma, spaces separate thousands: a point there could be read in two ways.
        """
        return self if decimal == "." else self.translate(_SIGNS[decimal])


class Phrase(str):
    """A text with a number in it, which alone follows the language."""

    before: str
    number: Numeral
    after: str

    @classmethod
    def of(cls, text: str, mark: str, number: Numeral) -> str:
        """The text with the number where the mark stands; one without the mark is a text as any other."""
        before, found, after = text.partition(mark)
        if not found:
            return text
        phrase = cls(f"{before}{number}{after}")
        phrase.before, phrase.number, phrase.after = before, number, after
        return phrase

    def in_language(self, decimal: str) -> str:
        """The text with its number in a language with this sign before decimals."""
        return f"{self.before}{self.number.in_language(decimal)}{self.after}"


_SIGNS = {",": str.maketrans({".": ",", ",": NARROW_NO_BREAK_SPACE})}


def in_text(written: str) -> str:
    """A number that Python has written, with a true minus sign and a no-break space before per cent."""
    return written.replace("-", MINUS).replace("%", f"{NO_BREAK_SPACE}%")


def in_code(numeral: str) -> str:
    """The same number where code is shown: its minus is the hyphen."""
    return numeral.replace(MINUS, "-")
