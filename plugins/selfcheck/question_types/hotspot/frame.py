"""The coordinate frame of regions, and checks of the regions in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from selfcheck.item import Complaint, Parts
from selfcheck.question_types.hotspot import geometry
from selfcheck.question_types.hotspot.geometry import Rings
from selfcheck.source import FieldPath

OUTLINES = ("polygon", "circle", "cells")
STEPS = 100
"""The steps of the keyboard's cursor along each side of a picture without a grid."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The width and height of a picture in the unit of its regions: percent, pixels or cells."""

    width: float = 100
    height: float = 100
    is_grid: bool = False

    @classmethod
    def of(cls, parts: Parts) -> Frame | None:
        """The frame of an item as written, or None if it is invalid."""
        for name, width, height in (("grid", "columns", "rows"), ("size", "width", "height")):
            if name in parts:
                wide, high = (float((parts[name] or {}).get(side) or 0) for side in (width, height))
                return cls(wide, high, is_grid=name == "grid") if min(wide, high) > 0 else None
        return cls()

    def in_percent(self, region: Mapping[str, Any]) -> Rings:
        """The rings of a valid region in percent of the picture's sides, to two decimals."""
        across, down = 100 / self.width, 100 / self.height
        return tuple(
            tuple((round(x * across, 2), round(y * down, 2)) for x, y in ring) for ring in rings(region)
        )

    def outlines(self, region: Mapping[str, Any]) -> list[list[float]]:
        """A sound region in percent, as the page draws and grades it.

        A circle is its middle and its two radii, since a percentage across is not one down; any other outline
        is x, y, x, y and so on.
        """
        if outline_of(region) == "circle":
            x, y, radius = (float(region["circle"][name]) for name in ("x", "y", "r"))
            sides = (self.width, self.height, self.width, self.height)
            return [[round(n * 100 / side, 2) for n, side in zip((x, y, radius, radius), sides, strict=True)]]
        return [[part for point in ring for part in point] for ring in self.in_percent(region)]

    def complaints(self, regions: Mapping[int, Mapping[str, Any]]) -> Iterator[Complaint]:
        """Complaints about regions by index; each has a single outline that can be read."""
        fit: dict[int, Rings] = {}
        for index, region in regions.items():
            found = list(self._about(region, ("regions", index, outline_of(region))))
            yield from found
            if not found:
                fit[index] = rings(region)
        told: set[int] = set()
        for (one, first), (other, second) in combinations(fit.items(), 2):
            if other not in told and geometry.overlap(first, second):
                told.add(other)
                path = ("regions", other, outline_of(regions[other]))
                hint = "move their borders apart: a place belongs to one region"
                yield Complaint(path, f"this region overlaps region {one + 1}", hint)

    def _about(self, region: Mapping[str, Any], path: FieldPath) -> Iterator[Complaint]:
        about = {"polygon": self._about_polygon, "circle": self._about_circle, "cells": self._about_cells}
        outline = outline_of(region)
        found = list(about[outline](region[outline], path))
        yield from found
        if not found and not self.is_grid and not self._can_be_hit(rings(region)):
            hint = f"make it at least {self.width / STEPS:g} wide and {self.height / STEPS:g} high"
            yield Complaint(path, "the region is too small to be hit", hint)

    def _about_polygon(self, corners: Any, path: FieldPath) -> Iterator[Complaint]:
        ring = [(float(x), float(y)) for x, y in corners]
        if len(ring) < 3:
            yield Complaint(path, f"{len(ring)} corners enclose nothing", "give a polygon three or more")
            return
        found = False
        for index, (x, y) in enumerate(ring):
            if not (0 <= x <= self.width and 0 <= y <= self.height):
                found = True
                hint = f"keep x between 0 and {self.width:g}, and y between 0 and {self.height:g}"
                yield Complaint((*path, index), f"[{x:g}, {y:g}] lies outside the picture", hint)
            elif (x, y) == ring[index - 1]:
                found = True
                yield Complaint((*path, index), "the same corner twice running", "remove one of the two")
        if not found and geometry.crosses_itself(tuple(ring)):
            hint = "list the corners in the order of a walk round the region"
            yield Complaint(path, "the outline meets or crosses itself", hint)

    def _about_circle(self, circle: Any, path: FieldPath) -> Iterator[Complaint]:
        x, y, radius = (float(circle[name]) for name in ("x", "y", "r"))
        if radius <= 0:
            message = f"a radius of {radius:g} encloses nothing"
            yield Complaint((*path, "r"), message, "write a radius above 0")
        elif x < radius or y < radius or x + radius > self.width or y + radius > self.height:
            hint = f"move it or make it smaller; the picture is {self.width:g} wide and {self.height:g} high"
            yield Complaint(path, "the circle reaches beyond the picture", hint)

    def _about_cells(self, cells: Any, path: FieldPath) -> Iterator[Complaint]:
        met: set[tuple[int, int]] = set()
        for index, (column, row) in enumerate((int(column), int(row)) for column, row in cells):
            if column > self.width or row > self.height:
                hint = f"columns go from 1 to {self.width:g}, rows from 1 to {self.height:g}"
                yield Complaint((*path, index), f"the grid has no cell [{column}, {row}]", hint)
            elif (column, row) in met:
                yield Complaint((*path, index), "the same cell twice", "remove one of the two")
            met.add((column, row))

    def _can_be_hit(self, region: Rings) -> bool:
        """Whether the keyboard's cursor can reach the region; it stops at the middle of each hundredth."""
        for step in range(STEPS):
            for left, right in geometry.spans(region, (step + 0.5) * self.height / STEPS):
                after_left = int(left * STEPS / self.width + 0.5)
                if left < (after_left + 0.5) * self.width / STEPS < right:
                    return True
        return False


def outline_of(region: Mapping[str, Any]) -> str:
    """The field that holds the outline of a region."""
    return next(name for name in OUTLINES if region.get(name) is not None)


def rings(region: Mapping[str, Any]) -> Rings:
    """The rings of a region in its own unit, from numbers or their texts."""
    outline = outline_of(region)
    if outline == "circle":
        return geometry.circle(*(float(region["circle"][name]) for name in ("x", "y", "r")))
    if outline == "cells":
        return geometry.cells([(int(column), int(row)) for column, row in region["cells"]])
    return (tuple((float(x), float(y)) for x, y in region["polygon"]),)
