"""Finds `[=n]` in questions of a type that has no variants, where readers would see it as it is written."""

from __future__ import annotations

from collections.abc import Iterator

from selfcheck.complaint import Complaint
from selfcheck.expressions import ExpressionError, read_expression
from selfcheck.model.item import Item
from selfcheck.variants.inline import INLINE, Inline
from selfcheck.variants.selection import texts_of


def complaints_about_values(item: Item) -> Iterator[Complaint]:
    """A complaint about each value in a text of the item, but for its passage, which others may share."""
    if "[=" not in item.as_text():
        return  # nearly always, and looking for it text by text takes many times as long
    for path, text in texts_of(item):
        for number, line in enumerate(text.split("\n") if path != ("passage",) else ()):
            for found in INLINE.finditer(line):
                if _is_formula(Inline.parse(found[1]).formula):
                    message = f"{found[0]} stands for no value, since no question of this type has variants"
                    hint = "write the value itself, or `\\[=` for the signs themselves"
                    yield Complaint(path, message, hint, number, column_in_text=found.start())


def _is_formula(text: str) -> bool:
    try:
        read_expression(text)
    except ExpressionError:
        return False
    return True
