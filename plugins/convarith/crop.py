"""Crop."""

from dataclasses import dataclass
from typing import ClassVar

from convarith.errors import ShapeError
from convarith.layer import Layer, single
from convarith.taps import Taps, window
from convarith.window import check_not_negative, check_positive


@dataclass(frozen=True, slots=True, kw_only=True)
class Crop(Layer):
    """The inner part of a map: all but `margin` positions on both sides, or `size` positions from `offset`
    on.

    With neither margin nor size it takes two inputs and gives the first the size of the second, from `offset`
    on, as Caffe's Crop layer does in FCN.
    """

    values_from: ClassVar[int | None] = 1

    margin: int | None = None
    offset: int = 0
    size: int | None = None

    def __post_init__(self) -> None:
        check_not_negative(margin=self.margin or 0, offset=self.offset)
        if self.size is not None:
            check_positive(size=self.size)
        if self.margin is not None and (self.size is not None or self.offset):
            raise ShapeError("a crop has a margin, or an offset and a size, not both")

    def output_size(self, *sizes: int) -> int:
        """Positions that are kept; ShapeError where the input is too small for that."""
        if self.margin is not None:
            kept = single(sizes) - 2 * self.margin
        elif self.size is not None:
            kept = self.size if self.offset + self.size <= single(sizes) else 0
        elif len(sizes) == 2:
            kept = sizes[1] if self.offset + sizes[1] <= sizes[0] else 0
        else:
            raise ShapeError(f"takes two inputs unless a margin or a size is given, got {len(sizes)}")
        if kept < 1:
            raise ShapeError(f"an input of {sizes[0]} positions is too small for this crop")
        return kept

    def taps(self, *sizes: int) -> Taps:
        """One position, moved by what is cut off before it."""
        return window([self.offset if self.margin is None else self.margin])
