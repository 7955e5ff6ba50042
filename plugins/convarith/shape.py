"""Shape: what a layer takes and gives."""

from dataclasses import dataclass

from convarith.errors import ShapeError


@dataclass(frozen=True, slots=True)
class Shape:
    """A square feature map of `channels` x `size` x `size`.

    `channels` is None where only the geometry is known.
    """

    channels: int | None
    size: int

    @property
    def values(self) -> int:
        """How many numbers the map holds. Raises ShapeError if the channels are not known."""
        if self.channels is None:
            raise ShapeError("the number of channels is not known")
        return self.channels * self.size**2

    def __str__(self) -> str:
        return f"{'?' if self.channels is None else self.channels}x{self.size}x{self.size}"
