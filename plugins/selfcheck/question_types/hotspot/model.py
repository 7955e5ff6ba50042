"""The fields of a hotspot: a picture and its regions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from selfcheck.checks.validation import missing_field
from selfcheck.item import (
    Complaint,
    Item,
    Markdown,
    Parts,
    PictureRegion,
    PointSelection,
    Text,
    Traits,
    twins,
)
from selfcheck.question_types.hotspot import geometry
from selfcheck.question_types.hotspot.fields import Grid, Picture, Region, Size, is_path
from selfcheck.question_types.hotspot.frame import OUTLINES, STEPS, Frame
from selfcheck.source import FieldPath
from selfcheck.typed.markup import shown_markup

MOST_REGIONS = 26
"""A region is called by a letter, from A to Z."""


class Hotspot(Item):
    """Find the place on a picture."""

    traits: ClassVar[Traits] = Traits("pointing", choice_field="response")

    type: Literal["hotspot"]
    """how the question is answered"""
    picture: Picture
    """an image file, from the docs folder, or a fence that the site turns into one picture"""
    alt: Text
    """what the picture shows, in words that do not give the answer away"""
    size: Size | None = None
    """the sides of the picture in the unit of the coordinates; without it they are percent"""
    grid: Grid | None = None
    """the columns and rows, where regions are told in cells"""
    regions: Annotated[tuple[Region, ...], Field(min_length=1)]
    """the places that may be chosen, at least one of them with `correct: true`"""
    elsewhere: Markdown | None = None
    """feedback to a place outside all regions"""

    @classmethod
    def complaints(cls, parts: Parts) -> Iterator[Complaint]:
        """Complaints about keys, names, and regions that cannot be read, reached or told apart."""
        regions = parts.get("regions") or []
        yield from twins(parts, "regions", "name", "region", "regions", is_plain=True)
        for index, complaint in shown_markup([(each or {}).get("name") for each in regions], "a name"):
            yield complaint.within(("regions", index, "name"))
        for _, complaint in shown_markup([parts.get("alt")], "`alt`"):
            yield complaint.within(("alt",))
        yield from _about_keys(regions)
        yield from _about_alt(parts, regions)
        yield from _about_frame(parts)
        if "grid" not in parts and any(region and "cells" in region for region in regions):
            yield missing_field(cls, ("grid",))
        for index, region in enumerate(regions):
            yield from _about_outlines(region or {}, ("regions", index), "grid" in parts)
        if frame := Frame.of(parts):
            yield from frame.complaints(
                {
                    index: region
                    for index, region in enumerate(regions)
                    if region and _is_readable(region, frame.is_grid)
                }
            )

    @classmethod
    def feedback_gaps(cls, parts: Parts) -> Iterator[FieldPath]:
        """Every region may have feedback, and so may what lies outside them."""
        for index, region in enumerate(parts.get("regions") or ()):
            if region and "feedback" not in region:
                yield "regions", index, "feedback"
        if "elsewhere" not in parts:
            yield ("elsewhere",)

    @property
    def interaction(self) -> PointSelection:
        """A choice of a place, the regions in percent of the picture's sides."""
        regions = (
            PictureRegion(region.name, rings, region.correct, region.feedback)
            for region, rings in zip(self.regions, self.rings, strict=True)
        )
        return PointSelection(self.picture, self.alt, tuple(regions), self.elsewhere)

    @property
    def key(self) -> dict[str, Any]:
        """The grid, if any, the outlines of all regions in percent, and the numbers of the right ones."""
        return {
            "grid": [self.grid.columns, self.grid.rows] if self.grid else None,
            "regions": self.outlines,
            "right": [str(number) for number, region in enumerate(self.regions, 1) if region.correct],
        }

    @property
    def substance(self) -> list[str]:
        """The picture and the names of the regions in order."""
        return [self.picture, *(region.name for region in self.regions)]

    @property
    def is_image(self) -> bool:
        """Whether the picture is a file; else it is a fence."""
        return is_path(self.picture)

    @property
    def outlines(self) -> list[list[list[float]]]:
        """The outlines of each region: x, y, x, y, …, or the centre and the two radii of a circle."""
        return [self._frame.outlines(region.model_dump()) for region in self.regions]

    @property
    def rings(self) -> tuple[geometry.Rings, ...]:
        """The rings of every region in percent of the picture's sides, circles as polygons."""
        return tuple(self._frame.in_percent(region.model_dump()) for region in self.regions)

    @property
    def letter_places(self) -> list[geometry.Point]:
        """The point of each region at which its letter is written."""
        return [geometry.middle(rings) for rings in self.rings]

    @property
    def _frame(self) -> Frame:
        frame = Frame.of(self.model_dump(by_alias=True, include={"grid", "size"}, exclude_none=True))
        assert frame is not None
        return frame


def _about_keys(regions: list[Any]) -> Iterator[Complaint]:
    if len(regions) == 1:
        hint = "add at least one region that a reader could take for the right one"
        yield Complaint(("regions",), "one region leaves nothing to choose", hint)
    if len(regions) > MOST_REGIONS:
        message = f"{len(regions)} regions are more than there are letters to call them by"
        yield Complaint(("regions", MOST_REGIONS), message, "keep the most plausible few")
    if not all(region and region.get("correct", "false") for region in regions):
        return
    keys = [region for region in regions if region.get("correct") == "true"]
    if regions and not keys:
        yield Complaint(("regions",), "no region is right", "add `correct: true` to what is to be found")
    elif len(keys) == len(regions) > 1:
        yield Complaint(("regions",), "every region is right", "keep `correct: true` for what is to be found")


def _about_alt(parts: Parts, regions: list[Any]) -> Iterator[Complaint]:
    """Complaints about an alternative text that names a right region but not all others."""
    alt = _plain(parts.get("alt"))
    names = [(_plain(region.get("name")), region.get("correct") == "true") for region in regions if region]
    if all(name and name in alt for name, _ in names):
        return
    for name, is_key in names:
        if is_key and name and name in alt:
            message = f'the text names "{name.strip()}", which is right, and not every other region'
            yield Complaint(("alt",), message, "leave that out, or name all regions alike")


def _plain(text: str | None) -> str:
    """The text in lower case between single spaces, so that whole words can be found in it."""
    words = "".join(letter if letter.isalnum() else " " for letter in (text or "").casefold()).split()
    return f" {' '.join(words)} " if words else ""


def _about_frame(parts: Parts) -> Iterator[Complaint]:
    if "grid" in parts and "size" in parts:
        yield Complaint(("size",), "a grid counts in cells", "remove `size`, or `grid`")
    for side, length in (parts.get("size") or {}).items():
        if length is not None and float(length) <= 0:
            message = f"a picture with a {side} of {float(length):g} has no places"
            yield Complaint(("size", side), message, "write a number above 0")
    for side, count in (parts.get("grid") or {}).items():
        if count is not None and int(count) > STEPS:
            message = f"{int(count)} {side} are too fine to point at"
            yield Complaint(("grid", side), message, f"use {STEPS} at most")


def _about_outlines(region: Mapping[str, Any], path: FieldPath, is_grid: bool) -> Iterator[Complaint]:
    given = [name for name in OUTLINES if name in region]
    if region and not given:
        hint = "add its `cells`" if is_grid else "add its `polygon`, or a `circle`"
        yield Complaint(path, "this region has no outline", hint)
    for name in given[1:]:
        hint = "keep one of `polygon`, `circle` and `cells`"
        yield Complaint((*path, name), f"a second outline beside `{given[0]}`", hint)
    if given and is_grid and given[0] != "cells":
        yield Complaint(
            (*path, given[0]),
            "an outline that does not keep to the grid",
            "tell the region in `cells`, or remove `grid`",
        )


def _is_readable(region: Mapping[str, Any], is_grid: bool) -> bool:
    """Whether a region has a single outline of the right kind with valid numbers."""
    given = [name for name in OUTLINES if name in region]
    if len(given) != 1 or (given[0] == "cells") != is_grid or region[given[0]] is None:
        return False
    outline = region[given[0]]
    if given[0] == "circle":
        return all(outline.get(name) is not None for name in ("x", "y", "r"))
    return all(pair and None not in pair for pair in outline)
