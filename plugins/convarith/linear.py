"""Linear."""

from dataclasses import dataclass

from convarith.errors import ShapeError
from convarith.layer import Layer, single
from convarith.shape import Shape
from convarith.taps import Taps, window


@dataclass(frozen=True, slots=True, kw_only=True)
class Linear(Layer):
    """A fully connected layer on the flattened map: a convolution whose kernel is the whole map."""

    channels: int | None = None
    bias: bool = True

    def output_size(self, *sizes: int) -> int:
        """Always 1: no position is left."""
        single(sizes)
        return 1

    def output_channels(self, *channels: int | None) -> int | None:
        """The layer's own channels."""
        return self.channels

    def parameters(self, *inputs: Shape) -> int | None:
        """One weight for each value of the input and each output channel, and its bias."""
        if inputs[0].channels is None or self.channels is None:
            return None
        return inputs[0].values * self.channels + (self.channels if self.bias else 0)

    def taps(self, *sizes: int) -> Taps:
        """Every position of the input, whose size must therefore be given."""
        if not sizes:
            raise ShapeError("a linear layer reads the whole map: its receptive field needs the input's size")
        return window(range(single(sizes)), single(sizes))
