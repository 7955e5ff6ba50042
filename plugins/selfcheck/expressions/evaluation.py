"""Evaluates a formula that has been read."""

from __future__ import annotations

import ast
import math
from collections.abc import Mapping
from numbers import Integral, Real

from selfcheck.errors import FAILURES
from selfcheck.expressions.arithmetic import Value, apply_comparison, apply_operator, check_size, is_number
from selfcheck.expressions.error import ExpressionError
from selfcheck.expressions.functions import BUILT_IN, Functions


class Evaluation:
    """The evaluation of a syntax tree with given names and functions."""

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
                return apply_operator(type(node.op), self.of(node.left), self.of(node.right))
            case ast.UnaryOp(op=ast.Not()):
                return not self.truth(node.operand)
            case ast.UnaryOp():
                return apply_operator(
                    ast.Mult, -1 if isinstance(node.op, ast.USub) else 1, self.of(node.operand)
                )
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
            if not apply_comparison(type(kind), left, right):
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
            value = _plain(self.functions[name](*given, **named))
        except FAILURES as error:  # a site's function may fail in any way, and its author is to be told
            said = str(error) or type(error).__name__
            raise ExpressionError(f"{written} has no value: {said}", "change its arguments") from error
        if value is None:
            raise ExpressionError(f"{written} gives no number, text or truth", "use another function")
        if isinstance(value, float) and math.isnan(value):
            raise ExpressionError(f"{written} has no value", "change its arguments")
        return check_size(value, written)


def _plain(value: object) -> Value | None:
    """What a function gives, with numbers of other libraries made Python's own; None for anything else."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Integral | Real):  # a float of numpy is one of Python's, but is not written as one
        return int(value) if isinstance(value, Integral) else float(value)
    return None
