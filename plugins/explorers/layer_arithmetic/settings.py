"""Settings of one layer on a row of pixels."""

from __future__ import annotations

from dataclasses import dataclass

from convarith import Convolution, TransposedConvolution, extent


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`size` is that of the input; `output_padding` counts for a transposed convolution alone."""

    size: int
    kernel: int
    stride: int
    padding: int
    dilation: int
    output_padding: int
    transposed: bool

    @property
    def layer(self) -> Convolution | TransposedConvolution:
        """The layer. Raises ShapeError where no input could satisfy the settings."""
        if self.transposed:
            return TransposedConvolution(
                kernel=self.kernel,
                stride=self.stride,
                padding=self.padding,
                output_padding=self.output_padding,
                dilation=self.dilation,
            )
        return Convolution(
            kernel=self.kernel, stride=self.stride, padding=self.padding, dilation=self.dilation
        )

    @property
    def span(self) -> int:
        """Positions from the first that the kernel reads to the last."""
        return extent(self.kernel, self.dilation)
