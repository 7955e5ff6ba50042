"""What an explorer offers: the settings that it begins with, and how far each control goes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from convarith import ShapeError
from explorers.fields import Field, Fields, Text
from explorers.layer_arithmetic.settings import Settings
from explorers.problems import Complaint, nearest


class Range(NamedTuple):
    """The whole numbers from `start` to `end`, both included."""

    start: int
    end: int

    def __str__(self) -> str:
        return f"from {self.start} to {self.end}"


class _Number(NamedTuple):
    """A control: where it begins, how far it usually goes, and how far it can go in a drawing."""

    value: int
    usual: Range
    limit: Range


NUMBERS: Mapping[str, _Number] = {
    "size": _Number(10, Range(1, 12), Range(1, 24)),
    "kernel": _Number(3, Range(1, 7), Range(1, 9)),
    "stride": _Number(2, Range(1, 4), Range(1, 4)),
    "padding": _Number(1, Range(0, 4), Range(0, 6)),
    "dilation": _Number(1, Range(1, 3), Range(1, 4)),
    "output-padding": _Number(0, Range(0, 3), Range(0, 3)),
}
TRANSPOSED = "transposed"
_PARTS = ("value", "from", "to")


@dataclass(frozen=True, slots=True)
class Offer:
    """The settings at first, and the range of each number, by the names that fences use."""

    settings: Settings
    ranges: Mapping[str, Range]


class _WrongError(Exception):
    """Carries what is wrong with one field."""

    def __init__(self, complaint: Complaint) -> None:
        super().__init__(complaint.message)
        self.complaint = complaint


def names() -> tuple[str, ...]:
    """The names of all fields that an offer reads."""
    return (*NUMBERS, TRANSPOSED)


def read_offer(fields: Fields) -> tuple[Offer, list[Complaint]]:
    """The offer of a fence, with what is usual in place of what is not said or wrong."""
    complaints: list[Complaint] = []
    values = {name: number.value for name, number in NUMBERS.items()}
    ranges = {name: number.usual for name, number in NUMBERS.items()}
    transposed = False
    for field in fields.entries:
        name = field.name.text
        try:
            if name in NUMBERS:
                values[name], ranges[name] = _number(field)
            elif name == TRANSPOSED:
                transposed = _truth(field)
        except _WrongError as error:
            complaints.append(error.complaint)
    offer = Offer(_settings(values, transposed), ranges)
    return offer, complaints or list(_without_output(fields, offer))


def _settings(values: Mapping[str, int], transposed: bool) -> Settings:
    return Settings(
        **{name.replace("-", "_"): value for name, value in values.items()}, transposed=transposed
    )


USUAL = Offer(
    _settings({name: number.value for name, number in NUMBERS.items()}, False),
    {name: number.usual for name, number in NUMBERS.items()},
)
"""The offer of a fence that says nothing but the explorer's name."""


def _number(field: Field) -> tuple[int, Range]:
    """Value and range: a value alone, or `value`, `from` and `to`, each of which may be left out."""
    name = field.name.text
    usual, limit = NUMBERS[name].usual, NUMBERS[name].limit
    if isinstance(field.value, Text):
        value = _whole(name, field.value, limit)
        return value, Range(min(usual.start, value), max(usual.end, value))
    parts = {}
    for part in field.value.entries:
        if part.name.text not in _PARTS:
            wrong = part.name.complaint(f'unknown field "{part.name.text}"', nearest(part.name.text, _PARTS))
            raise _WrongError(wrong)
        parts[part.name.text] = _whole(name, part.value, limit)
    value = parts.get("value", NUMBERS[name].value)
    if "value" not in parts:
        value = min(max(value, parts.get("from", value)), parts.get("to", value))
    found = Range(
        parts.get("from", min(usual.start, value)),
        parts.get("to", max(usual.end, value, parts.get("from", 0))),
    )
    if not found.start <= value <= found.end or found.start == found.end:
        message = f'"{name}" is {value}, and its control goes {found}'
        raise _WrongError(field.name.complaint(message, "let `from` be below `to`, and `value` between"))
    return value, found


def _whole(name: str, value: Text | Fields, limit: Range) -> int:
    place = value if isinstance(value, Text) else value.place
    cure = f"write a whole number {limit}"
    if not isinstance(value, Text) or not (value.text.isascii() and value.text.isdigit()):
        said = f'"{value.text}"' if isinstance(value, Text) else "more than a number"
        raise _WrongError(place.complaint(f'"{name}" is {said}', cure))
    number = int(value.text[:9])
    if not limit.start <= number <= limit.end:
        raise _WrongError(place.complaint(f'"{name}" is {value.text}', cure))
    return number


def _truth(field: Field) -> bool:
    said = field.value.text if isinstance(field.value, Text) else ""
    if said not in ("true", "false"):
        raise _WrongError(field.name.complaint(f'"{field.name.text}" is "{said}"', "write true or false"))
    return said == "true"


def _without_output(fields: Fields, offer: Offer) -> Iterator[Complaint]:
    """What is shown at first has to give an output."""
    try:
        offer.settings.layer.output_size(offer.settings.size)
    except ShapeError as error:
        yield fields.place.complaint(f"these settings give no output: {error}", "begin with others")
