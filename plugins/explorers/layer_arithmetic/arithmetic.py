"""What a layer does with a row of pixels: which positions belong to each output, and how often each is met.

Two rows are told apart: the fine one, whose positions a window covers (the padded input of a convolution, the
output of a transposed one before the padding is cut away), and the coarse one, with one window a position.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from convarith import ShapeError
from explorers.layer_arithmetic.settings import Settings


@dataclass(frozen=True)
class Outcome:
    """What comes of settings. `refusal` says in words why there is no output; else it is empty."""

    settings: Settings
    outputs: int
    refusal: str

    @classmethod
    def of(cls, settings: Settings) -> Outcome:
        """Compute it by `convarith`."""
        try:
            return cls(settings, settings.layer.output_size(settings.size), "")
        except ShapeError as error:
            return cls(settings, 0, str(error))

    @property
    def first(self) -> int:
        """The first position of the fine row; those of the input or the output itself count from 0."""
        return 0 if self.refusal and self.settings.transposed else -self.settings.padding

    @property
    def fine(self) -> int:
        """Positions of the fine row, those of the padding included."""
        each = self.settings
        if not each.transposed:
            return each.size + 2 * each.padding
        if self.refusal:
            return each.size
        return max(each.stride * (each.size - 1) + each.span, each.padding + self.outputs)

    @cached_property
    def pairs(self) -> tuple[tuple[int, int], ...]:
        """Each position of the coarse row with each of the fine row that its window covers, in order."""
        return () if self.refusal else tuple(sorted(self._pairs()))

    def _pairs(self) -> Iterator[tuple[int, int]]:
        each, taps = self.settings, self.settings.layer.taps()
        if not each.transposed:
            yield from ((output, at) for output in range(self.outputs) for at in taps.positions(output))
            return
        for output in range(self.first, self.first + self.fine):
            yield from ((at, output) for at in taps.positions(output) if 0 <= at < each.size)

    @cached_property
    def links(self) -> tuple[tuple[int, int], ...]:
        """The same as pairs of input and output, in the order of outputs."""
        pairs = self.pairs if self.settings.transposed else [(fine, coarse) for coarse, fine in self.pairs]
        return tuple(sorted(pairs, key=lambda link: (link[1], link[0])))

    def reads(self, output: int) -> list[int]:
        """The inputs that an output reads; below 0 or beyond the size they lie in the padding."""
        return [at for at, other in self.links if other == output]

    def read_by(self, at: int) -> list[int]:
        """The outputs that read an input; in a transposed convolution some of them may be cut away."""
        return [output for other, output in self.links if other == at]

    @cached_property
    def counts(self) -> list[int]:
        """How many windows cover each position of the fine row that is no padding."""
        met = Counter(fine for _, fine in self.pairs)
        size = self.outputs if self.settings.transposed else self.settings.size
        return [met[at] for at in range(size)]

    @property
    def turns(self) -> list[int]:
        """How many pixels reach the outputs of a transposed convolution in turn, as far as no end is near."""
        return [len(phase) for phase in self.settings.layer.taps().phases]
