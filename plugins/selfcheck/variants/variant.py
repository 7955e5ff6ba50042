"""One combination of parameter values, and what formulas and texts give for it."""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product

from selfcheck.complaint import Complaint
from selfcheck.expressions import ExpressionError, Functions, Value, read_expression
from selfcheck.expressions.wording import format_value
from selfcheck.variants.inline import INLINE, Inline

_DECIMAL_COMMA = re.compile(r"[-+]?\d+,\d+")

MOST_TRIES = 5000
"""The most combinations that are tried."""


@dataclass(frozen=True, slots=True)
class Variant:
    """The values by parameter name, the functions that formulas may call, and the language of the texts."""

    values: Mapping[str, Value]
    functions: Functions
    language: str = "en"

    def value(self, formula: str) -> Value:
        """The value of a formula. Raises ExpressionError where it has none."""
        return read_expression(formula).value(self.values, self.functions)

    def number(self, formula: str) -> int | float:
        """The value of a formula that has to be a finite number; else ExpressionError."""
        value = self.value(formula)
        if isinstance(value, bool | str) or not math.isfinite(value):
            hint = "change the formula"
            if isinstance(value, str) and _DECIMAL_COMMA.fullmatch(value):
                hint = f"write {value.replace(',', '.')} among the parameters, without quotes"
            raise ExpressionError(f"a number is expected, not {value!r}", hint)
        return value

    def text(self, text: str) -> str:
        """A text with the values of its inline formulas."""
        return INLINE.sub(lambda found: self.inline(Inline.parse(found[1])), text)

    def inline(self, inline: Inline) -> str:
        """The value of an inline formula as it is written for readers, or the form that it chooses."""
        value = self.value(inline.formula)
        shown = format_value(value, inline.spec)
        if inline.forms and isinstance(value, str):
            raise ExpressionError(
                f"{value!r} is no number to choose a form by", "name a number before the first |"
            )
        return inline.of_number(shown, self.language) if inline.forms else shown

    def prefix(self, message: str) -> str:
        """A message about this variant with the values of its parameters before it."""
        values = ", ".join(f"{name}={value}" for name, value in self.values.items())
        return f"with {values}: {message}" if values else message

    def with_parameters(self, complaint: Complaint) -> Complaint:
        """A complaint about this variant, with its parameters before the message."""
        return replace(complaint, message=self.prefix(complaint.message))


def combinations(seed: str, parameters: Mapping[str, tuple[Value, ...]]) -> Iterator[dict[str, Value]]:
    """Distinct combinations of parameter values, in an order that depends on `seed` and the values alone.

    Nothing is random, so a question has the same variants on every machine. With up to `MOST_TRIES`
    combinations, adding a value to a parameter does not change the order of the others.
    """
    names = list(parameters)
    if math.prod(map(len, parameters.values())) <= MOST_TRIES:
        every = product(*parameters.values())
        yield from (
            dict(zip(names, each, strict=True)) for each in sorted(every, key=lambda e: _digest(seed, e))
        )
        return
    seen = set()
    for number in range(MOST_TRIES):
        each = tuple(_pick(f"{seed} {number} {name}", values) for name, values in parameters.items())
        if each not in seen:
            seen.add(each)
            yield dict(zip(names, each, strict=True))


def _pick(seed: str, values: tuple[Value, ...]) -> Value:
    return values[int.from_bytes(_digest(seed, ())[:8]) % len(values)]


def _digest(seed: str, values: tuple[Value, ...]) -> bytes:
    return hashlib.sha256(f"{seed} {values!r}".encode()).digest()
