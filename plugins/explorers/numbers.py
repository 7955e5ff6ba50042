"""Numbers and switches of a fence: what is written, within which limits, and how far a control goes."""

from __future__ import annotations

from typing import NamedTuple

from explorers.fields import Field, Fields, Text, Value
from explorers.problems import Complaint, nearest

_PARTS = ("value", "from", "to")


class Range(NamedTuple):
    """The whole numbers from `start` to `end`, both included."""

    start: int
    end: int

    def __str__(self) -> str:
        return f"from {self.start} to {self.end}"


class Number(NamedTuple):
    """A control: where it begins, how far it usually goes, and how far it can go."""

    value: int
    usual: Range
    limit: Range


class WrongError(Exception):
    """Carries what is wrong with one field."""

    def __init__(self, complaint: Complaint) -> None:
        super().__init__(complaint.message)
        self.complaint = complaint


def read_number(field: Field, number: Number) -> tuple[int, Range]:
    """Value and range: a value alone, or `value`, `from` and `to`, each of which may be left out.

    Raises WrongError.
    """
    name, usual = field.name.text, number.usual
    if not isinstance(field.value, Fields):
        value = whole(name, field.value, number.limit)
        return value, Range(min(usual.start, value), max(usual.end, value))
    parts = {}
    for part in field.value.entries:
        if part.name.text not in _PARTS:
            wrong = part.name.complaint(f'unknown field "{part.name.text}"', nearest(part.name.text, _PARTS))
            raise WrongError(wrong)
        parts[part.name.text] = whole(name, part.value, number.limit)
    value = parts.get("value", number.value)
    if "value" not in parts:
        value = min(max(value, parts.get("from", value)), parts.get("to", value))
    found = Range(
        parts.get("from", min(usual.start, value)),
        parts.get("to", max(usual.end, value, parts.get("from", 0))),
    )
    if not found.start <= value <= found.end or found.start == found.end:
        message = f'"{name}" is {value}, and its control goes {found}'
        raise WrongError(field.name.complaint(message, "let `from` be below `to`, and `value` between"))
    return value, found


def whole(name: str, value: Value, limit: Range) -> int:
    """A whole number within its limit. Raises WrongError."""
    cure = f"write a whole number {limit}"
    if not isinstance(value, Text) or not _is_whole(value.text, limit.start < 0):
        said = f'"{value.text}"' if isinstance(value, Text) else "more than a number"
        raise WrongError(value.place.complaint(f'"{name}" is {said}', cure))
    number = int(value.text[:9])
    if not limit.start <= number <= limit.end:
        raise WrongError(value.complaint(f'"{name}" is {value.text}', cure))
    return number


def _is_whole(text: str, may_be_negative: bool) -> bool:
    digits = text.removeprefix("-") if may_be_negative else text
    return digits.isascii() and digits.isdigit()


def truth(field: Field) -> bool:
    """Whether a field says true. Raises WrongError."""
    said = field.value.text if isinstance(field.value, Text) else ""
    if said not in ("true", "false"):
        raise WrongError(field.name.complaint(f'"{field.name.text}" is "{said}"', "write true or false"))
    return said == "true"
