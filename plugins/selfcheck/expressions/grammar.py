"""The part of Python's grammar that formulas may use."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from typing import NoReturn

from selfcheck.expressions.arithmetic import BINARY, COMPARISONS, check_size
from selfcheck.expressions.error import ExpressionError

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


class Grammar:
    """Walks a syntax tree: refuses what formulas may not use, and collects the names and functions used."""

    def __init__(self, text: str, before: int) -> None:
        """`before` is how many blanks the author of the formula wrote in front of it."""
        self.bytes = text.encode()
        self.before = before
        self.names: list[tuple[str, int]] = []
        self.calls: list[tuple[str, int]] = []

    def read(self, node: ast.expr, depth: int) -> None:
        if depth > MOST_DEPTH:
            raise ExpressionError("the formula is nested too deep", "give a part a parameter of its own")
        match node:
            case ast.Constant(value=bool() | int() | float() | str() as value):
                check_size(value, f"the number at character {self.place(node)}")
                self.refuse_lost(node, value)
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
            case ast.Tuple() if comma := re.search(rb"(?<![\w.])(\d+),(\d+)", self.bytes[node.col_offset :]):
                whole, share = comma[1].decode(), comma[2].decode()
                hint = f"write {whole}.{share}"
                if len(share) == 3 and whole != "0":
                    hint += f", or {whole + share} if thousands are meant"
                raise ExpressionError(f'"{whole},{share}" is no number in a formula', hint)
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
        return self.before + len(self.bytes[: node.col_offset].decode()) + 1

    def refuse_lost(self, node: ast.expr, value: object) -> None:
        """Refuse a number that is written with other digits than 0, and yet is 0 to a machine."""
        written = self.bytes[node.col_offset : node.end_col_offset].lower()
        if isinstance(value, float) and value == 0 and re.search(b"[1-9]", written.partition(b"e")[0]):
            message = f"the number at character {self.place(node)} is too small"
            raise ExpressionError(message, "write 0, or a number above 1e-308")

    def refuse(self, node: ast.expr, reason: ast.AST) -> NoReturn:
        message = f"the formula has something it may not have at character {self.place(node)}"
        raise ExpressionError(message, _WORDS.get(type(reason), _ALLOWED))
