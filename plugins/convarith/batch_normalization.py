"""BatchNormalization."""

from dataclasses import dataclass

from convarith.layer import Layer, single
from convarith.shape import Shape
from convarith.taps import Taps, window


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchNormalization(Layer):
    """Each channel shifted and scaled: two learned numbers a channel (running statistics are not)."""

    def output_size(self, *sizes: int) -> int:
        """The input's size."""
        return single(sizes)

    def parameters(self, *inputs: Shape) -> int | None:
        """A scale and a shift a channel."""
        channels = inputs[0].channels
        return None if channels is None else 2 * channels

    def taps(self, *sizes: int) -> Taps:
        """The same position: at inference the statistics are constants."""
        return window([0])
