"""Layer: what every layer can be asked."""

from abc import ABC, abstractmethod
from typing import ClassVar

from convarith.errors import ShapeError
from convarith.shape import Shape
from convarith.taps import Taps


class Layer(ABC):
    """One step of a network on square maps; sizes and positions are those of one axis.

    All settings are given by keyword, named and preset as in PyTorch. A layer is checked when it is made:
    settings that no input could satisfy raise ShapeError at once.
    """

    __slots__ = ()

    values_from: ClassVar[int | None] = None
    """How many of its inputs give it values; what comes after them gives only its size. None: all."""

    @abstractmethod
    def output_size(self, *sizes: int) -> int:
        """Positions along one axis of the output, given those of each input (one, for most layers).

        Raises ShapeError with the reason wherever the framework refuses the input.
        """

    @abstractmethod
    def taps(self, *sizes: int) -> Taps:
        """Which input positions each output reads; of the sizes, most layers need none."""

    def output_channels(self, *channels: int | None) -> int | None:
        """Channels of the output, given those of each input; None where they are not known."""
        return channels[0]

    def parameters(self, *inputs: Shape) -> int | None:
        """Learnable numbers, given the shapes of the inputs; None where channels are not known."""
        return 0

    def output_shape(self, *inputs: Shape) -> Shape:
        """Shape of the output. Raises ShapeError as `output_size` and `output_channels` do."""
        size = self.output_size(*(shape.size for shape in inputs))
        return Shape(self.output_channels(*(shape.channels for shape in inputs)), size)


def single(sizes: tuple[int, ...]) -> int:
    """The size of the one input that the layer takes; ShapeError where it is not one, or empty."""
    if len(sizes) != 1:
        raise ShapeError(f"takes one input, got {len(sizes)}")
    if sizes[0] < 1:
        raise ShapeError(f"a map needs at least one position, got size {sizes[0]}")
    return sizes[0]
