"""Reads a formula: Python's own grammar, as far as a white list goes. Nothing is ever evaluated by Python."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from numbers import Integral, Real
from typing import NoReturn

from selfcheck.expressions.arithmetic import (
    BINARY,
    COMPARISONS,
    Value,
    bounded,
    combined,
    compared,
    is_number,
)
from selfcheck.expressions.error import ExpressionError
from selfcheck.expressions.functions import BUILT_IN, Functions
from selfcheck.problems import nearest

MOST_CHARACTERS = 500
MOST_DEPTH = 40

_WORDS: Mapping[type[ast.AST], str] = {
    ast.BitXor: "write ** for a power",
    ast.BitAnd: "write `and`",
    ast.BitOr: "write `or`",
    ast.IfExp: "use min, max or abs",
    ast.Attribute: "write a function's name alone, without a dot",
    ast.Subscript: "a formula knows no lists",
    ast.In: "compare with == or !=",
}
_ALLOWED = "numbers, names, + - * / // % **, comparisons, and, or, not, and functions are allowed"


@dataclass(frozen=True, slots=True)
class Expression:
    """A formula as written, and what it needs: names and functions, each with its character from 1."""

    written: str
    body: ast.expr
    names: tuple[tuple[str, int], ...]
    calls: tuple[tuple[str, int], ...]

    def faults(self, names: Collection[str], functions: Functions) -> Iterator[ExpressionError]:
        """Everything the formula needs and nobody gives."""
        for name, place in self.names:
            if name not in names:
                yield ExpressionError(f'unknown name "{name}" at character {place}', nearest(name, names))
        known = [*BUILT_IN, *functions]
        for name, place in self.calls:
            if name not in known:
                yield ExpressionError(f'unknown function "{name}" at character {place}', nearest(name, known))

    def value(self, names: Mapping[str, Value], functions: Functions) -> Value:
        """What the formula gives; ExpressionError where it gives nothing. It has no `faults`."""
        return _Evaluation(names, {**functions, **BUILT_IN}).of(self.body)


@lru_cache(maxsize=4096)
def read_expression(written: str) -> Expression:
    """The formula in a text; ExpressionError says what is wrong at which character."""
    text = " ".join(written.split())
    if not text:
        raise ExpressionError("the formula is empty", "write one, as in (h - k) // s + 1")
    if len(text) > MOST_CHARACTERS:
        raise ExpressionError(
            f"the formula has {len(text)} characters, at most {MOST_CHARACTERS}",
            "give a part a parameter of its own",
        )
    body = _parsed(text)
    reading = _Reading(text)
    reading.read(body, 0)
    return Expression(text, body, tuple(reading.names), tuple(reading.calls))


def _parsed(text: str) -> ast.expr:
    try:
        with warnings.catch_warnings(action="ignore"):
            return ast.parse(text, mode="eval").body
    except SyntaxError as error:
        place = min(error.offset or len(text), len(text))  # no offset: it ends too early
        hint = "write == to compare" if text[place - 1 : place] == "=" else "write it as in (h - k) // s + 1"
        raise ExpressionError(f"the formula cannot be read from character {place} on", hint) from None
    except (ValueError, RecursionError, MemoryError):
        raise ExpressionError("the formula cannot be read", "write it as in (h - k) // s + 1") from None


class _Reading:
    """Goes through a formula once: refuses what is not on the list, gathers what it needs."""

    def __init__(self, text: str) -> None:
        self.bytes = text.encode()
        self.names: list[tuple[str, int]] = []
        self.calls: list[tuple[str, int]] = []

    def read(self, node: ast.expr, depth: int) -> None:
        if depth > MOST_DEPTH:
            raise ExpressionError("the formula is nested too deep", "give a part a parameter of its own")
        match node:
            case ast.Constant(value=bool() | int() | float() | str() as value):
                bounded(value, f"the number at character {self.place(node)}")
            case ast.Name():
                self.names.append((node.id, self.place(node)))
            case ast.BinOp() if type(node.op) not in BINARY:
                self.refuse(node, node.op)
            case ast.UnaryOp(op=ast.Invert()):
                self.refuse(node, node.op)
            case ast.Compare() if odd := [op for op in node.ops if type(op) not in COMPARISONS]:
                self.refuse(node, odd[0])
            case ast.BinOp() | ast.UnaryOp() | ast.BoolOp() | ast.Compare():
                pass
            case ast.Call():
                self.read_call(node)
            case _:
                self.refuse(node, node)
        for child in self.children(node):
            self.read(child, depth + 1)

    def read_call(self, node: ast.Call) -> None:
        if not isinstance(node.func, ast.Name):
            self.refuse(node.func, node.func)
        if any(isinstance(each, ast.Starred) for each in node.args) or any(
            k.arg is None for k in node.keywords
        ):
            raise ExpressionError(f"a star at character {self.place(node)}", "write the arguments out")
        self.calls.append((node.func.id, self.place(node)))

    def children(self, node: ast.expr) -> Iterator[ast.expr]:
        if isinstance(node, ast.Call):
            yield from (*node.args, *(keyword.value for keyword in node.keywords))
        else:
            yield from (child for child in ast.iter_child_nodes(node) if isinstance(child, ast.expr))

    def place(self, node: ast.expr) -> int:
        return len(self.bytes[: node.col_offset].decode()) + 1

    def refuse(self, node: ast.expr, reason: ast.AST) -> NoReturn:
        message = f"the formula has something it may not have at character {self.place(node)}"
        raise ExpressionError(message, _WORDS.get(type(reason), _ALLOWED))


class _Evaluation:
    """Walks a formula that has been read."""

    def __init__(self, names: Mapping[str, Value], functions: Functions) -> None:
        self.names = names
        self.functions = functions

    def of(self, node: ast.expr) -> Value:
        match node:
            case ast.Constant():
                return node.value  # type: ignore[return-value]  # reading let four kinds through
            case ast.Name():
                return self.names[node.id]
            case ast.BinOp():
                return combined(type(node.op), self.of(node.left), self.of(node.right))
            case ast.UnaryOp(op=ast.Not()):
                return not self.truth(node.operand)
            case ast.UnaryOp():
                return combined(ast.Mult, -1 if isinstance(node.op, ast.USub) else 1, self.of(node.operand))
            case ast.BoolOp(op=ast.And()):
                return all(self.truth(each) for each in node.values)
            case ast.BoolOp():
                return any(self.truth(each) for each in node.values)
            case ast.Compare():
                return self.comparison(node)
            case ast.Call():
                return self.call(node)
        raise AssertionError(f"reading lets no {type(node).__name__} through")

    def truth(self, node: ast.expr) -> bool:
        value = self.of(node)
        if not isinstance(value, bool):
            raise ExpressionError(f"{value!r} is neither true nor false", "compare it with something")
        return value

    def comparison(self, node: ast.Compare) -> bool:
        left = self.of(node.left)
        for kind, operand in zip(node.ops, node.comparators, strict=True):
            right = self.of(operand)
            if not compared(type(kind), left, right):
                return False
            left = right
        return True

    def call(self, node: ast.Call) -> Value:
        assert isinstance(node.func, ast.Name)
        name = node.func.id
        given = [self.of(each) for each in node.args]
        named = {str(each.arg): self.of(each.value) for each in node.keywords}
        written = f"{name}({', '.join([*map(repr, given), *(f'{k}={v!r}' for k, v in named.items())])})"
        if name in BUILT_IN and not all(map(is_number, given)):
            raise ExpressionError(f"{written} has no value", "give it numbers")
        try:
            value = self.functions[name](*given, **named)
        except Exception as error:  # a site's function may fail in any way, and its author is to be told
            said = str(error) or type(error).__name__
            raise ExpressionError(f"{written} has no value: {said}", "change its arguments") from error
        return bounded(_plain(value, written), written)


def _plain(value: object, written: str) -> Value:
    """What a function gave, numbers of other libraries as Python's own."""
    if isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, Integral | Real):
        return int(value) if isinstance(value, Integral) else float(value)
    raise ExpressionError(f"{written} gives no number, text or truth", "use another function")
