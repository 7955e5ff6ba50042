"""Reads formulas in a part of Python's grammar. Python itself never evaluates them."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from selfcheck.complaint import Complaint
from selfcheck.expressions.arithmetic import Value
from selfcheck.expressions.error import ExpressionError
from selfcheck.expressions.evaluation import Evaluation
from selfcheck.expressions.functions import BUILT_IN, Functions
from selfcheck.expressions.grammar import Grammar
from selfcheck.problems import nearest

MOST_CHARACTERS = 500
"""The most characters of a formula, of which several blanks in a row count as one."""

_SIGNS: Mapping[str, str] = {
    **dict.fromkeys("×·⋅∙•", "*"),
    **dict.fromkeys("÷∕", "/"),
    **dict.fromkeys("−–—", "-"),
    "²": "**2",
    "³": "**3",
    "√": "sqrt(…)",
    "≤": "<=",
    "=<": "<=",
    "≥": ">=",
    "=>": ">=",
    "≠": "!=",
    "&&": "and",
    "||": "or",
}
"""Signs of word processors and of other languages, and what formulas have for them."""

_SIGN = re.compile(rf"'[^']*'|\"[^\"]*\"|(?P<sign>{'|'.join(map(re.escape, _SIGNS))})")
_SHOWN = re.compile(r"\[?=(?!=)")
"""How a spreadsheet begins a formula, and a text a value."""

_BLANK = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Expression:
    """A formula, and the names and functions that it uses, each with its position in characters from 1."""

    body: ast.expr
    names: tuple[tuple[str, int], ...]
    calls: tuple[tuple[str, int], ...]

    def complaints(self, names: Collection[str], functions: Functions) -> Iterator[Complaint]:
        """One for each name and each function of the formula that does not exist."""
        for name, place in self.names:
            if name not in names:
                message = f'unknown name "{name}" at character {place}'
                yield Complaint((), message, nearest(name, names))
        known = [*BUILT_IN, *functions]
        for name, place in self.calls:
            if name not in known:
                message = f'unknown function "{name}" at character {place}'
                yield Complaint((), message, nearest(name, known))

    def value(self, names: Mapping[str, Value], functions: Functions) -> Value:
        """What a formula without `complaints` gives; ExpressionError where it gives nothing."""
        return Evaluation(names, {**functions, **BUILT_IN}).of(self.body)


@lru_cache(maxsize=4096)
def read_expression(written: str) -> Expression:
    """Parse a formula. Raises ExpressionError, which names the character where it cannot be read."""
    text = _BLANK.sub(" ", written).rstrip()
    if not text:
        raise ExpressionError("the formula is empty", "write one, as in (h - k) // s + 1")
    length = len(" ".join(text.split()))
    if length > MOST_CHARACTERS:
        raise ExpressionError(
            f"the formula has {length} characters, at most {MOST_CHARACTERS}",
            "give a part a parameter of its own",
        )
    bare = text.lstrip()
    before = len(text) - len(bare)
    _refuse_signs(bare, before)
    body = _parse(bare, before)
    reading = Grammar(bare, before)
    reading.read(body, 0)
    return Expression(body, tuple(reading.names), tuple(reading.calls))


def _refuse_signs(text: str, before: int) -> None:
    """Refuse a sign that only looks like one of formulas; inside a text it may be any."""
    for found in _SIGN.finditer(text):
        if sign := found["sign"]:
            message = f'"{sign}" at character {before + found.start() + 1} is no sign of formulas'
            raise ExpressionError(message, f"write {_SIGNS[sign]}")


def _parse(text: str, before: int) -> ast.expr:
    """The syntax tree of a text in one line; `before` is how many blanks its author wrote in front of it."""
    try:
        with warnings.catch_warnings(action="ignore"):
            return ast.parse(text, mode="eval").body
    except SyntaxError as error:
        place = min(error.offset or len(text), len(text))  # no offset: it ends too early
        is_equality = text[place - 1 : place] == "=" and not _SHOWN.match(text)
        hint = "write == to compare" if is_equality else "write it as in (h - k) // s + 1"
        raise ExpressionError(
            f"the formula cannot be read from character {before + place} on", hint
        ) from None
    except (ValueError, RecursionError, MemoryError):
        raise ExpressionError("the formula cannot be read", "write it as in (h - k) // s + 1") from None
