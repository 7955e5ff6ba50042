"""Concatenation and Addition: where paths meet."""

from dataclasses import dataclass

from convarith.errors import ShapeError
from convarith.layer import Layer
from convarith.taps import Taps, window


class Joining(Layer):
    """A layer that takes several maps of one size and works position by position."""

    __slots__ = ()

    def output_size(self, *sizes: int) -> int:
        """The inputs' common size. Raises ShapeError where they differ or are fewer than two."""
        if len(sizes) < 2:
            raise ShapeError(f"takes at least two inputs, got {len(sizes)}")
        if len(set(sizes)) > 1:
            raise ShapeError(f"sizes do not meet: {' and '.join(map(str, sizes))}")
        return sizes[0]

    def taps(self, *sizes: int) -> Taps:
        """The same position of every input."""
        return window([0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Concatenation(Joining):
    """The inputs' channels one after the other, as U-Net's skip connections join them."""

    def output_channels(self, *channels: int | None) -> int | None:
        """The sum of the inputs' channels."""
        known = [count for count in channels if count is not None]
        return sum(known) if len(known) == len(channels) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition(Joining):
    """The inputs' sum, as FCN's skip connections and residual blocks join them."""

    def output_channels(self, *channels: int | None) -> int | None:
        """The inputs' common channels. Raises ShapeError where the known ones differ."""
        known = sorted({count for count in channels if count is not None})
        if len(known) > 1:
            raise ShapeError(f"channels do not meet: {' and '.join(map(str, known))}")
        return known[0] if known else None
