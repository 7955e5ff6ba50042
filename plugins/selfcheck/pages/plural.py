"""The forms of number of each language: which there are, and which of them a number takes.

The rules are those of Unicode's CLDR. For the languages that the interface speaks they stand here. Those of
any other language are taken from Babel, where it is installed: Material for MkDocs brings it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache

from selfcheck.pages.language import primary_of

FORMS = ("zero", "one", "two", "few", "many", "other")
"""Every form that any language has, in CLDR's order."""


@dataclass(frozen=True, slots=True)
class _Operands:
    """A number as the rules see it: its absolute value, its whole part, and how many decimals it shows."""

    value: Decimal
    whole: int
    decimals: int

    @classmethod
    def of(cls, written: str | int | float | Decimal) -> _Operands:
        value = abs(Decimal(str(written)))
        exponent = value.as_tuple().exponent
        return cls(value, int(value), max(0, -exponent) if isinstance(exponent, int) else 0)


_Rules = Mapping[str, Callable[[_Operands], bool]]


def _is_round_million(n: _Operands) -> bool:
    return n.decimals == 0 and n.whole != 0 and n.whole % 1_000_000 == 0


_SHOWN_AS_ONE: _Rules = {"one": lambda n: n.whole == 1 and n.decimals == 0}
_BELOW_TWO: _Rules = {"one": lambda n: n.whole in (0, 1), "many": _is_round_million}

_RULES: Mapping[str, _Rules] = {
    "en": _SHOWN_AS_ONE,
    "de": _SHOWN_AS_ONE,
    "fr": _BELOW_TWO,
    "pt": _BELOW_TWO,
    "pt-PT": {**_SHOWN_AS_ONE, "many": _is_round_million},
    "es": {"one": lambda n: n.value == 1, "many": _is_round_million},
    "zh": {},
    "ja": {},
    "ar": {
        "zero": lambda n: n.value == 0,
        "one": lambda n: n.value == 1,
        "two": lambda n: n.value == 2,
        "few": lambda n: n.value % 100 in range(3, 11),
        "many": lambda n: n.value % 100 in range(11, 100),
    },
}


def forms_of(language: str) -> tuple[str, ...]:
    """The forms of number that a language has, by its tag; none where they are not known here."""
    rules = _rules(language)
    return () if rules is None else tuple(form for form in FORMS if form in rules or form == "other")


def form_of(language: str, number: str | int | float | Decimal) -> str:
    """The form that a number takes in a language whose forms are known; as a text, `1.0` is not 1.

    What is no number takes the form `other`, as in a browser.
    """
    try:
        operands = _Operands.of(number)
    except (InvalidOperation, ValueError, OverflowError):
        return "other"
    rules = _rules(language) or {}
    return next((form for form, holds in rules.items() if holds(operands)), "other")


@cache
def _rules(language: str) -> _Rules | None:
    own = _RULES.get(language, _RULES.get(primary_of(language)))
    return _from_babel(language) if own is None else own


def _from_babel(language: str) -> _Rules | None:
    try:
        from babel import Locale, UnknownLocaleError  # only few sites need it, and not all have it
    except ImportError:
        return None
    try:
        rule = Locale.parse(language, sep="-").plural_form
    except (UnknownLocaleError, ValueError):
        return None

    def takes(form: str) -> Callable[[_Operands], bool]:
        return lambda n: rule(n.value) == form

    return {form: takes(form) for form in rule.rules}
