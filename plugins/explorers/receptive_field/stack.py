"""A stack of layers, from the image on."""

from __future__ import annotations

from dataclasses import dataclass

from convarith import Convolution


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A layer whose outputs each read a square of positions: a convolution, or a pooling."""

    kernel: int
    stride: int = 1
    padding: int = 0
    dilation: int = 1

    @property
    def layer(self) -> Convolution:
        """The layer."""
        return Convolution(
            kernel=self.kernel, stride=self.stride, padding=self.padding, dilation=self.dilation
        )


@dataclass(frozen=True, slots=True)
class Stack:
    """Layers on an image of `size` pixels a side."""

    size: int
    windows: tuple[Window, ...]

    @property
    def text(self) -> str:
        """All of it in one text, as buttons and the script have it."""
        layers = (f"{each.kernel} {each.stride} {each.padding} {each.dilation}" for each in self.windows)
        return f"{self.size};{','.join(layers)}"
