"""Convolution."""

from dataclasses import dataclass

from convarith.errors import ShapeError
from convarith.layer import Layer, single
from convarith.shape import Shape
from convarith.taps import Taps, window
from convarith.window import check_not_negative, check_positive, convolved_size


@dataclass(frozen=True, slots=True, kw_only=True)
class Convolution(Layer):
    """A convolution with a square kernel; `dilation` spaces its weights without adding any.

    `channels` are those of the output; leave them out where only geometry is asked. `groups` splits input and
    output channels into that many separate convolutions. Raises ShapeError for settings that the framework
    refuses.
    """

    channels: int | None = None
    kernel: int
    stride: int = 1
    padding: int = 0
    dilation: int = 1
    groups: int = 1
    bias: bool = True

    def __post_init__(self) -> None:
        check_positive(kernel=self.kernel, stride=self.stride, dilation=self.dilation, groups=self.groups)
        check_not_negative(padding=self.padding)
        check_groups("output", self.channels, self.groups)

    def output_size(self, *sizes: int) -> int:
        """Positions along one axis of the output; ShapeError where the kernel does not fit."""
        return convolved_size(single(sizes), self.kernel, self.stride, self.padding, self.dilation)

    def output_channels(self, *channels: int | None) -> int | None:
        """The layer's own channels. Raises ShapeError where the groups do not divide the input's."""
        check_groups("input", channels[0], self.groups)
        return self.channels

    def parameters(self, *inputs: Shape) -> int | None:
        """k x k x (input channels / groups) weights for each output channel, and its bias."""
        return weights(self.kernel, inputs[0].channels, self.channels, self.groups, self.bias)

    def taps(self, *sizes: int) -> Taps:
        """`kernel` positions, `dilation` apart, beginning `padding` before the input."""
        return window((self.dilation * t - self.padding for t in range(self.kernel)), self.stride)


def check_groups(side: str, channels: int | None, groups: int) -> None:
    """Raise ShapeError unless `groups` divides the channels, where they are known."""
    if channels is not None and (channels < 1 or channels % groups):
        raise ShapeError(f"{channels} {side} channels cannot be split into {groups} groups")


def weights(kernel: int, taken: int | None, given: int | None, groups: int, bias: bool) -> int | None:
    """Numbers in a square kernel between `taken` and `given` channels; None where one is not known."""
    if taken is None or given is None:
        return None
    return kernel**2 * (taken // groups) * given + (given if bias else 0)
