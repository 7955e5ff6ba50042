"""One variant of a question: a value for each parameter, and what comes of it."""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product

from selfcheck.complaint import Complaint
from selfcheck.expressions import ExpressionError, Functions, Value, read_expression
from selfcheck.expressions.wording import worded
from selfcheck.model.variation import Drawn

MOST_TRIES = 5000
"""At most so many combinations are looked at."""

INLINE = re.compile(r"(?<!\\)\[=(?![A-Za-z]\w*\.[A-Za-z_])([^\[\]\n]+)\]")
"""`[=FORMULA]` or `[=FORMULA:FORMAT]` in a text. `[=file.name]` is none: hosts have values of
that form. Nor is one with a backslash before it."""


@dataclass(frozen=True, slots=True)
class Inline:
    """What stands between `[=` and `]`."""

    formula: str
    spec: str

    @classmethod
    def parse(cls, inside: str) -> Inline:
        """Part at the last colon, unless it stands in a text of the formula."""
        formula, colon, spec = inside.rpartition(":")
        return cls(formula, spec.strip()) if colon and not set(spec) & {"'", '"'} else cls(inside, "")


@dataclass(frozen=True, slots=True)
class Variant:
    """Values by parameter, and the functions that formulas may call."""

    values: Mapping[str, Value]
    functions: Functions

    def value(self, formula: str) -> Value:
        """What a formula gives here; ExpressionError where it gives nothing."""
        return read_expression(formula).value(self.values, self.functions)

    def number(self, formula: str) -> int | float:
        """The same where only a number will do."""
        value = self.value(formula)
        if isinstance(value, bool | str) or not math.isfinite(value):
            raise ExpressionError(f"a number is expected, not {value!r}", "change the formula")
        return value

    def text(self, text: str) -> str:
        """A text with its values put in."""
        return INLINE.sub(lambda found: self.inline(Inline.parse(found[1])), text)

    def inline(self, inline: Inline) -> str:
        """How one of these values is written."""
        return worded(self.value(inline.formula), inline.spec)

    def said(self, message: str) -> str:
        """A message about this variant, with its parameters before it."""
        values = ", ".join(f"{name}={value}" for name, value in self.values.items())
        return f"with {values}: {message}" if values else message

    def with_parameters(self, complaint: Complaint) -> Complaint:
        """A complaint about this variant, with its parameters before the message."""
        return replace(complaint, message=self.said(complaint.message))


@dataclass(frozen=True, slots=True)
class Drawing:
    """All variants, and for each value (as written, or by the type's own name) the word that holds its place.

    A word is a number of twelve digits, which Markdown, highlighting and formulas leave whole. The first
    `asked` values stand in the stem.
    """

    variants: tuple[Drawn, ...]
    words: Mapping[str, str]
    asked: int = 0


def combinations(seed: str, parameters: Mapping[str, tuple[Value, ...]]) -> Iterator[dict[str, Value]]:
    """Different values for all parameters, in an order that only `seed` and the values decide.

    Nothing is random: the same question gives the same variants on every machine. A value that is added
    leaves the order of the others as it was, as long as there are few combinations.
    """
    names = list(parameters)
    if math.prod(map(len, parameters.values())) <= MOST_TRIES:
        every = product(*parameters.values())
        yield from (
            dict(zip(names, each, strict=True)) for each in sorted(every, key=lambda e: _mark(seed, e))
        )
        return
    met = set()
    for number in range(MOST_TRIES):
        each = tuple(_pick(f"{seed} {number} {name}", values) for name, values in parameters.items())
        if each not in met:
            met.add(each)
            yield dict(zip(names, each, strict=True))


def _pick(seed: str, values: tuple[Value, ...]) -> Value:
    return values[int.from_bytes(_mark(seed, ())[:8]) % len(values)]


def _mark(seed: str, values: tuple[Value, ...]) -> bytes:
    return hashlib.sha256(f"{seed} {values!r}".encode()).digest()
