"""The fields of a mask to paint: classes, the key as rows of symbols, and how close is close enough."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from selfcheck.item import (
    NOT_TRANSLATED,
    Complaint,
    Item,
    Markdown,
    Model,
    Number,
    Painting,
    Parts,
    Text,
    Traits,
)
from selfcheck.model.fields import described, wrong_value
from selfcheck.question_types.mask.complaints import mask_complaints
from selfcheck.question_types.mask.masks import BACKGROUND, Labels, encode, labels_of
from selfcheck.question_types.mask.raster import Raster
from selfcheck.question_types.mask.rows import rows_of
from selfcheck.source import FieldPath

PALETTE = ("#2878b8", "#d55e00", "#009e73", "#b565a7")

_SYMBOL = r"^[^.\s]$"
_COLOUR = r"^#[0-9a-fA-F]{6}$"


def _symbol(value: Any) -> str:
    if not isinstance(value, str) or len(value) != 1 or value.isspace() or value == BACKGROUND:
        hint = 'write one sign in quotes, as in "#"; the point is the background'
        raise wrong_value(f"one sign is expected, not {described(value)}", hint)
    return str(value)


def _colour(value: Any) -> str:
    if not isinstance(value, str) or not re.match(_COLOUR, value):
        hint = f'write six hexadecimal digits in quotes, as in "{PALETTE[0]}"'
        raise wrong_value(f"a colour is expected, not {described(value)}", hint)
    return str(value)


def _expectation(value: Any) -> str:
    if value not in ("pass", "fail", "either"):
        raise wrong_value(
            f"pass, fail or either is expected, not {described(value)}", "write one of the three"
        )
    return str(value)


Symbol = Annotated[str, BeforeValidator(_symbol), WithJsonSchema({"type": "string", "pattern": _SYMBOL})]
Colour = Annotated[str, BeforeValidator(_colour), WithJsonSchema({"type": "string", "pattern": _COLOUR})]
Expectation = Annotated[
    str, BeforeValidator(_expectation), WithJsonSchema({"enum": ["pass", "fail", "either"]})
]


class LabelClass(Model):
    """A class that the reader paints; what she leaves is background."""

    name: Text
    """what the class is called"""
    symbol: Symbol
    """the sign that stands for it in the rows of the mask"""
    colour: Colour | None = None
    """its colour, as six hexadecimal digits; there is one for each class if you name none"""


class Thresholds(Model):
    """How close is close enough; every class must reach all of it."""

    iou: Number
    """the answer is right from this intersection over union on, above 0 and at most 1"""
    boundary_f1: Number | None = None
    """the same for the F1 of the boundaries; not asked for if you leave it out"""
    tolerance: Number | None = None
    """how far apart, in pixels, two boundaries may lie and still meet; 1 if you leave it out"""
    shifted: Expectation = "fail"
    """whether the key moved by one pixel, to any side, must pass or fail; or either"""
    grown: Expectation = "fail"
    """the same for the key one pixel larger all round"""
    shrunk: Expectation = "fail"
    """the same for the key one pixel smaller all round"""
    incomplete: Expectation = "fail"
    """the same for the key without the smallest piece of a class that has several"""

    @property
    def tolerance_px(self) -> float:
        """The tolerance in force; a whole number where none is written, as `1.0` has another fingerprint."""
        return 1 if self.tolerance is None else self.tolerance


class Feedback(Model):
    """What to say beside each finding."""

    right: Markdown | None = None
    """said when the mask is right"""
    unpainted: Markdown | None = None
    """a class was not painted at all"""
    mixed_up: Markdown | None = None
    """one class was painted as another"""
    elsewhere: Markdown | None = None
    """what was painted lies somewhere else"""
    shifted: Markdown | None = None
    """the shape fits and lies up to three pixels beside its place"""
    piece_missing: Markdown | None = None
    """a piece that stands apart is missing"""
    extra: Markdown | None = None
    """something was painted that is not there"""
    holes: Markdown | None = None
    """the mask has holes inside"""
    filled: Markdown | None = None
    """a hole that belongs to the background was filled"""
    thick: Markdown | None = None
    """the mask is too thick all round"""
    thin: Markdown | None = None
    """the mask is too thin all round"""
    leaked: Markdown | None = None
    """the mask leaks over the edge"""
    short: Markdown | None = None
    """the mask stops short of the edge"""

    @property
    def given(self) -> dict[str, str]:
        """The feedback that the author wrote, by finding."""
        return {name: text for name, text in self if text is not None}


class Mask(Item):
    """A small picture whose pixels the reader labels."""

    traits: ClassVar[Traits] = Traits("pointing", keeps_response=True)

    type: Literal["mask"]
    """how the question is answered"""
    classes: Annotated[tuple[LabelClass, ...], Field(min_length=1)]
    """what there is to paint, up to four classes"""
    mask: Annotated[Text, NOT_TRANSLATED]
    """the key: a row of symbols for each row of pixels, `.` for background"""
    pixels: Annotated[Text, NOT_TRANSLATED] | None = None
    """the picture under the grid: for each pixel a grey from 0 (black) over 1 to 9 and a to f (white)"""
    picture: Markdown | None = None
    """instead of `pixels`, one Markdown image, stretched to the grid"""
    alt: Text | None = None
    """what `pixels` show, in words"""
    thresholds: Thresholds
    """how close is close enough"""
    feedback: Feedback = Feedback()
    """what to say beside each finding"""

    @classmethod
    def complaints(cls, parts: Parts) -> Iterator[Complaint]:
        """Rows that draw no picture, classes that cannot be told apart, thresholds that prove nothing."""
        yield from mask_complaints(parts)

    @classmethod
    def feedback_gaps(cls, parts: Parts) -> Iterator[FieldPath]:
        """Some finding should have feedback; which ones, the question decides."""
        if "feedback" not in parts:
            yield ("feedback",)

    @property
    def labels(self) -> Labels:
        """The key as numbers."""
        return labels_of(rows_of(self.mask), [each.symbol for each in self.classes])

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return len(self.labels[0]), len(self.labels)

    @property
    def raster(self) -> Raster:
        """The key and the picture as paths, in the colours of the classes."""
        given = [each.colour or colour for each, colour in zip(self.classes, PALETTE, strict=False)]
        return Raster(self.labels, tuple(given), rows_of(self.pixels) if self.pixels else [])

    @property
    def interaction(self) -> Painting:
        """A label map to paint."""
        return Painting(tuple(each.name for each in self.classes), self.labels)

    @property
    def key(self) -> dict[str, object]:
        """Size, the mask as a response holds it, the names of the classes, and what each must reach."""
        bar = self.thresholds
        return {
            "size": self.size,
            "mask": encode(self.labels),
            "names": [each.name for each in self.classes],
            "iou": bar.iou,
            "f1": bar.boundary_f1 or 0,
            "tolerance": bar.tolerance_px,
        }

    @property
    def substance(self) -> list[str | None]:
        """The picture under the grid."""
        return [self.pixels, self.picture]
