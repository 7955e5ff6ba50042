"""What an explorer offers: the label map, the settings that it begins with, and how far each control goes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from explorers.fields import Fields
from explorers.mask_metrics.label_map import LabelMap, read_label_map
from explorers.mask_metrics.settings import Settings
from explorers.numbers import Number, Range, WrongError, read_number
from explorers.problems import Complaint

NUMBERS: Mapping[str, Number] = {
    "thin": Number(0, Range(0, 3), Range(0, 6)),
    "erode": Number(0, Range(0, 4), Range(0, 12)),
    "dilate": Number(0, Range(0, 4), Range(0, 12)),
    "across": Number(0, Range(-6, 6), Range(-24, 24)),
    "down": Number(0, Range(-6, 6), Range(-24, 24)),
    "tolerance": Number(1, Range(0, 4), Range(0, 8)),
}


@dataclass(frozen=True, slots=True)
class Offer:
    """The label map, the settings at first, and the range of each number, by the names that fences use."""

    map: LabelMap
    settings: Settings
    ranges: Mapping[str, Range]


def names() -> tuple[str, ...]:
    """The names of all fields that an offer reads."""
    return ("map", "label", "name", *NUMBERS)


def read_offer(fields: Fields, docs: Path) -> tuple[Offer | None, list[Complaint]]:
    """The offer of a fence, with what is usual where nothing is said; None if the map cannot be read."""
    found, complaints = read_label_map(fields, docs)
    values = {name: number.value for name, number in NUMBERS.items()}
    ranges = {name: number.usual for name, number in NUMBERS.items()}
    for field in fields.entries:
        name = field.name.text
        try:
            if name in NUMBERS:
                values[name], ranges[name] = read_number(field, NUMBERS[name])
        except WrongError as error:
            complaints.append(error.complaint)
    return Offer(found, Settings(**values), ranges) if found else None, complaints
