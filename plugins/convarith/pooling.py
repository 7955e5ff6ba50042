"""MaxPooling and AveragePooling."""

from dataclasses import dataclass

from convarith.errors import ShapeError
from convarith.layer import Layer, single
from convarith.taps import Taps, window
from convarith.window import check_not_negative, check_positive, extent, pooled_size


@dataclass(frozen=True, slots=True, kw_only=True)
class AveragePooling(Layer):
    """The mean of each window. `stride` is the kernel's size unless given; `ceil_mode` rounds sizes up."""

    kernel: int
    stride: int | None = None
    padding: int = 0
    ceil_mode: bool = False

    def __post_init__(self) -> None:
        check_window(self.kernel, self.step, self.padding)

    @property
    def step(self) -> int:
        """The stride in force."""
        return self.kernel if self.stride is None else self.stride

    def output_size(self, *sizes: int) -> int:
        """Positions along one axis of the output; ShapeError where no window fits."""
        return pooled_size(single(sizes), self.kernel, self.step, self.padding, ceil_mode=self.ceil_mode)

    def taps(self, *sizes: int) -> Taps:
        """`kernel` neighbouring positions."""
        return window(range(-self.padding, self.kernel - self.padding), self.step)


@dataclass(frozen=True, slots=True, kw_only=True)
class MaxPooling(Layer):
    """The maximum of each window. `stride` is the kernel's size unless given; `ceil_mode` rounds sizes up."""

    kernel: int
    stride: int | None = None
    padding: int = 0
    dilation: int = 1
    ceil_mode: bool = False

    def __post_init__(self) -> None:
        check_window(self.kernel, self.step, self.padding, self.dilation)

    @property
    def step(self) -> int:
        """The stride in force."""
        return self.kernel if self.stride is None else self.stride

    def output_size(self, *sizes: int) -> int:
        """Positions along one axis of the output; ShapeError where no window fits."""
        return pooled_size(single(sizes), self.kernel, self.step, self.padding, self.dilation, self.ceil_mode)

    def taps(self, *sizes: int) -> Taps:
        """`kernel` positions, `dilation` apart: any of them may hold the maximum."""
        return window((self.dilation * t - self.padding for t in range(self.kernel)), self.step)


def check_window(kernel: int, stride: int, padding: int, dilation: int = 1) -> None:
    """Raise ShapeError for the settings that the framework refuses."""
    check_positive(kernel=kernel, stride=stride, dilation=dilation)
    check_not_negative(padding=padding)
    if padding > extent(kernel, dilation) // 2:
        reach = extent(kernel, dilation)
        raise ShapeError(f"padding may be at most half of the window's {reach} positions, got {padding}")
