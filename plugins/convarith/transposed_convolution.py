"""TransposedConvolution."""

from dataclasses import dataclass

from convarith.convolution import check_groups, weights
from convarith.errors import ShapeError
from convarith.layer import Layer, single
from convarith.shape import Shape
from convarith.taps import Taps
from convarith.window import check_not_negative, check_positive, transposed_size


@dataclass(frozen=True, slots=True, kw_only=True)
class TransposedConvolution(Layer):
    """A convolution turned round: each input position is spread over `kernel` outputs, `dilation` apart, and
    those of the next position begin `stride` further on.

    `padding` cuts outputs away on both sides, `output_padding` adds some at the end; the framework refuses
    the latter unless it is smaller than the stride or the dilation.
    """

    channels: int | None = None
    kernel: int
    stride: int = 1
    padding: int = 0
    output_padding: int = 0
    groups: int = 1
    bias: bool = True
    dilation: int = 1

    def __post_init__(self) -> None:
        check_positive(kernel=self.kernel, stride=self.stride, dilation=self.dilation, groups=self.groups)
        check_not_negative(padding=self.padding, output_padding=self.output_padding)
        check_groups("output", self.channels, self.groups)
        if self.output_padding >= max(self.stride, self.dilation):
            raise ShapeError(
                f"output padding must be smaller than the stride or the dilation, got {self.output_padding} "
                f"with stride {self.stride} and dilation {self.dilation}"
            )

    def output_size(self, *sizes: int) -> int:
        """Positions along one axis of the output; ShapeError where the padding leaves none."""
        return transposed_size(
            single(sizes), self.kernel, self.stride, self.padding, self.output_padding, self.dilation
        )

    def output_channels(self, *channels: int | None) -> int | None:
        """The layer's own channels. Raises ShapeError where the groups do not divide the input's."""
        check_groups("input", channels[0], self.groups)
        return self.channels

    def parameters(self, *inputs: Shape) -> int | None:
        """As many as those of a convolution between the same channels."""
        return weights(self.kernel, inputs[0].channels, self.channels, self.groups, self.bias)

    def taps(self, *sizes: int) -> Taps:
        """Output o reads every i with s i - p + d t = o for a weight t: none, where s > k leaves gaps."""
        return Taps(tuple(self._reads(phase) for phase in range(self.stride)), 1)

    def _reads(self, output: int) -> frozenset[int]:
        spread = (output + self.padding - self.dilation * t for t in range(self.kernel))
        return frozenset(position // self.stride for position in spread if position % self.stride == 0)
