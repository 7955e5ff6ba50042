"""The fields of a hotspot's picture, its coordinate frame, and its regions."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, ValidationInfo, WithJsonSchema

from selfcheck.item import Boolean, Count, Markdown, Model, Number, Text
from selfcheck.model.fields import TRUSTED, described, wrong_value

_SUFFIX = "[sS][vV][gG]|[pP][nN][gG]|[jJ][pP][eE]?[gG]|[gG][iI][fF]|[wW][eE][bB][pP]|[aA][vV][iI][fF]"
_PATH = rf"^(?!/|\.\.?/)[^\s:`~!]+\.({_SUFFIX})$"
_PICTURE = rf"{_PATH}|^(```|~~~)"


def is_path(picture: str) -> bool:
    """Whether a picture is an image file; else it is a fence."""
    return bool(re.match(_PATH, picture))


def _picture(value: Any, info: ValidationInfo) -> str:
    text = str(value).strip("\n")
    if info.context == TRUSTED:
        return text
    if not isinstance(value, str) or not re.match(_PICTURE, text):
        raise wrong_value(
            f"a picture is expected, not {described(value)}",
            "write its path from the docs folder, as in images/name.svg, or a fence that makes one",
        )
    return text


def _pair(value: Any) -> Any:
    if not isinstance(value, list | tuple) or len(value) != 2:
        raise wrong_value(f"two numbers are expected, not {described(value)}", "write them as [12, 40]")
    return tuple(value)


def _pair_of(number: dict[str, Any]) -> WithJsonSchema:
    return WithJsonSchema({"type": "array", "items": number, "minItems": 2, "maxItems": 2})


Picture = Annotated[str, BeforeValidator(_picture), WithJsonSchema({"type": "string", "pattern": _PICTURE})]
Point = Annotated[tuple[Number, Number], BeforeValidator(_pair), _pair_of({"type": "number"})]
Cell = Annotated[tuple[Count, Count], BeforeValidator(_pair), _pair_of({"type": "integer", "minimum": 1})]


class Size(Model):
    """How long the sides of the picture are, in the unit of the coordinates."""

    width: Number
    """how long the upper edge of the picture is"""
    height: Number
    """how long its left edge is"""


class Grid(Model):
    """Equal cells that cover the picture."""

    columns: Count
    """how many cells stand side by side"""
    rows: Count
    """how many rows of them there are"""


class Circle(Model):
    """A round region."""

    x: Number
    """how far its middle lies from the left edge"""
    y: Number
    """how far its middle lies from the upper edge"""
    r: Number
    """its radius"""


class Region(Model):
    """A part of the picture, told in one of three ways."""

    name: Text
    """what the list calls it: where it lies or what it looks like, never what it means"""
    polygon: Annotated[tuple[Point, ...], Field(min_length=1)] | None = None
    """its corners in order, each `[x, y]`, counted from the upper left of the picture"""
    circle: Circle | None = None
    """its middle and its radius, `{x: 30, y: 20, r: 8}`"""
    cells: Annotated[tuple[Cell, ...], Field(min_length=1)] | None = None
    """its cells of the grid, each `[column, row]`, counted from 1"""
    correct: Boolean = False
    """true for what is to be found; of several such regions any is right"""
    feedback: Markdown | None = None
    """why a reader would choose it, and why it is right or fails"""
