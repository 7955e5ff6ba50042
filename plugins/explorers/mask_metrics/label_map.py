"""The label map of a fence: an image whose pixels are labels, and the class whose mask is the truth."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PIL.ImageFile import ImageFile

from explorers.fields import Field, Fields, Text
from explorers.numbers import Range, WrongError, whole
from explorers.problems import Complaint, nearest
from maskmetrics import Mask

SIDES = Range(8, 96)
"""Pixels along a side: with more, none could be seen."""

_LABELS = Range(0, 255)
_ONE_NUMBER_A_PIXEL = ("1", "L", "P")
_SPREAD = {"L;2": 85, "L;4": 17}
"""By what Pillow multiplies greys of 2 and 4 bits, by its names for how they lie in the file."""
_AS_LABELS = "save it as a PNG in greyscale or with a palette, its numbers being the labels"


@dataclass(frozen=True, slots=True)
class LabelMap:
    """`labels` has one whole number a pixel; `label` and `name` are of the class that is looked at."""

    labels: NDArray[np.int64]
    label: int
    name: str

    @property
    def truth(self) -> Mask:
        """The true mask of the class."""
        return np.equal(self.labels, self.label)


def read_label_map(fields: Fields, docs: Path) -> tuple[LabelMap | None, list[Complaint]]:
    """The label map that a fence names, by a path below the folder of the pages, and all that is wrong."""
    complaints: list[Complaint] = []
    labels = label = name = None
    try:
        labels = _labels(_needed(fields, "map", "map: assets/labels.png"), docs)
    except WrongError as error:
        complaints.append(error.complaint)
    try:
        label = whole("label", _needed(fields, "label", "label: 1").value, _LABELS)
    except WrongError as error:
        complaints.append(error.complaint)
    try:
        name = _text(_needed(fields, "name", "name: spoon")).text
    except WrongError as error:
        complaints.append(error.complaint)
    if labels is None or label is None or name is None:
        return None, complaints
    found = LabelMap(labels, label, name)
    return found, list(_unlike_a_class(fields, found))


def _needed(fields: Fields, name: str, example: str) -> Field:
    field = fields.get(name)
    if field is None:
        raise WrongError(fields.place.complaint(f'"{name}" is missing', f"add it, as in `{example}`"))
    return field


def _text(field: Field) -> Text:
    if not isinstance(field.value, Text) or not field.value.text:
        raise WrongError(field.name.complaint(f'"{field.name.text}" says nothing', "write a text"))
    return field.value


def _labels(field: Field, docs: Path) -> NDArray[np.int64]:
    said = _text(field)
    file = Path(os.path.normpath(docs / said.text))
    if not file.is_relative_to(docs) or "\0" in said.text:
        raise WrongError(said.complaint(f'"{said.text}" leads out of the pages', "name a file below them"))
    if not file.is_file():
        raise WrongError(said.complaint(f'there is no image "{said.text}"', _nearest_image(file, docs)))
    try:
        with Image.open(file, formats=["PNG"]) as image:
            return _read(image, said)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise WrongError(said.complaint(f'"{said.text}" is no PNG that can be read', _AS_LABELS)) from error


def _nearest_image(file: Path, docs: Path) -> str:
    return nearest(
        file.relative_to(docs).as_posix(),
        (each.relative_to(docs).as_posix() for each in file.parent.glob("*.png")),
    )


def _read(image: ImageFile, said: Text) -> NDArray[np.int64]:
    columns, rows = image.size
    if not all(SIDES.start <= side <= SIDES.end for side in image.size):
        message = f'"{said.text}" has {columns} × {rows} pixels'
        cure = f"scale it, without blending labels, to {SIDES.start} to {SIDES.end} pixels a side"
        raise WrongError(said.complaint(message, cure))
    if image.mode not in _ONE_NUMBER_A_PIXEL:
        message = f'"{said.text}" holds no labels but {image.mode}'
        raise WrongError(said.complaint(message, _AS_LABELS))
    spread = [_SPREAD.get(str(tile[3]), 1) for tile in image.tile]  # told until the pixels are read
    return np.asarray(image).astype(np.int64) // spread[0]


def _unlike_a_class(fields: Fields, found: LabelMap) -> list[Complaint]:
    """A mask needs pixels inside and pixels outside."""
    if found.truth.any() and not found.truth.all():
        return []
    place = fields.get("label")
    assert place is not None  # it was read
    there = ", ".join(map(str, np.unique(found.labels)))
    which = "every pixel" if found.truth.all() else "no pixel"
    cure = f"name another label or map: this one has {there}"
    return [place.value.place.complaint(f"{which} of the map has the label {found.label}", cure)]
