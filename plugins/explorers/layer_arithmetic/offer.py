"""What an explorer offers: the settings that it begins with, and how far each control goes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from convarith import ShapeError
from explorers.fields import Fields
from explorers.layer_arithmetic.settings import Settings
from explorers.numbers import Number, Range, WrongError, read_number, truth
from explorers.problems import Complaint

NUMBERS: Mapping[str, Number] = {
    "size": Number(10, Range(1, 12), Range(1, 24)),
    "kernel": Number(3, Range(1, 7), Range(1, 9)),
    "stride": Number(2, Range(1, 4), Range(1, 4)),
    "padding": Number(1, Range(0, 4), Range(0, 6)),
    "dilation": Number(1, Range(1, 3), Range(1, 4)),
    "output-padding": Number(0, Range(0, 3), Range(0, 3)),
}
TRANSPOSED = "transposed"


@dataclass(frozen=True, slots=True)
class Offer:
    """The settings at first, and the range of each number, by the names that fences use."""

    settings: Settings
    ranges: Mapping[str, Range]


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
                values[name], ranges[name] = read_number(field, NUMBERS[name])
            elif name == TRANSPOSED:
                transposed = truth(field)
        except WrongError as error:
            complaints.append(error.complaint)
    offer = Offer(_settings(values, transposed), ranges)
    return offer, complaints or list(_without_output(fields, offer))


def _settings(values: Mapping[str, int], transposed: bool) -> Settings:
    return Settings(
        **{name.replace("-", "_"): value for name, value in values.items()}, transposed=transposed
    )


def _without_output(fields: Fields, offer: Offer) -> Iterator[Complaint]:
    """What is shown at first has to give an output."""
    try:
        offer.settings.layer.output_size(offer.settings.size)
    except ShapeError as error:
        yield fields.place.complaint(f"these settings give no output: {error}", "begin with others")
