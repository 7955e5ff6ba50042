"""Upsampling and Unpooling: larger maps without learned weights."""

from dataclasses import dataclass
from typing import Literal, get_args

from convarith.errors import ShapeError
from convarith.layer import Layer, single
from convarith.taps import Taps
from convarith.window import check_not_negative, check_positive, transposed_size

Mode = Literal["nearest", "bilinear"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Upsampling(Layer):
    """A map `scale` times as large, copied (`nearest`) or interpolated between cell centres (`bilinear`)."""

    scale: int
    mode: Mode = "nearest"

    def __post_init__(self) -> None:
        check_positive(scale=self.scale)
        if self.mode not in get_args(Mode):
            raise ShapeError(f"mode must be one of {', '.join(get_args(Mode))}, got '{self.mode}'")

    def output_size(self, *sizes: int) -> int:
        """`scale` times the input."""
        return single(sizes) * self.scale

    def taps(self, *sizes: int) -> Taps:
        """The cell that holds the output position, or the two whose centres lie round it."""
        return Taps(tuple(self._reads(phase) for phase in range(self.scale)), 1)

    def _reads(self, output: int) -> frozenset[int]:
        if self.mode == "nearest":
            return frozenset([0])
        # Twice the distance of the output's centre from that of cell 0, in outputs.
        beyond = 2 * output + 1 - self.scale
        return frozenset([0] if beyond == 0 else [0, 1] if beyond > 0 else [-1, 0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpooling(Layer):
    """Each value back at the place where its maximum stood, zeros elsewhere, as SegNet's decoder does.

    It takes the pooled map; the remembered places add no shape. An output can come from any window that
    covers it.
    """

    kernel: int
    stride: int | None = None
    padding: int = 0

    def __post_init__(self) -> None:
        check_positive(kernel=self.kernel, stride=self.step)
        check_not_negative(padding=self.padding)

    @property
    def step(self) -> int:
        """The stride in force: the kernel's size unless given."""
        return self.kernel if self.stride is None else self.stride

    def output_size(self, *sizes: int) -> int:
        """s (n - 1) - 2p + k."""
        return transposed_size(single(sizes), self.kernel, self.step, self.padding)

    def taps(self, *sizes: int) -> Taps:
        """Every pooled position whose window covers the output."""
        return Taps(tuple(self._reads(phase) for phase in range(self.step)), 1)

    def _reads(self, output: int) -> frozenset[int]:
        spread = (output + self.padding - t for t in range(self.kernel))
        return frozenset(position // self.step for position in spread if position % self.step == 0)
