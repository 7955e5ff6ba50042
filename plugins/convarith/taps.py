"""Taps: which input positions each output position of a layer reads, along one axis."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Taps:
    """Input positions read by every output position, as a pattern that repeats.

    Output o reads `positions(o)`. `phases` lists them for the outputs 0 .. period - 1; each further period
    reads the same pattern moved on by `advance` input positions. Ordinary windows have one phase and advance
    by their stride; an upsampling by s has s phases and advances by one. Positions count from 0; those below
    0 or beyond the map lie in the padding. The pattern is that of the map's interior: what a border cuts off
    is not taken away.
    """

    phases: tuple[frozenset[int], ...]
    advance: int

    @property
    def period(self) -> int:
        """After how many outputs the pattern repeats."""
        return len(self.phases)

    def positions(self, output: int) -> frozenset[int]:
        """The input positions that output `output` reads."""
        cycle, phase = divmod(output, self.period)
        return frozenset(position + cycle * self.advance for position in self.phases[phase])


def window(extents: Iterable[int], stride: int = 1) -> Taps:
    """Taps of a window that reads the positions `extents` for output 0 and moves on by `stride`."""
    return Taps((frozenset(extents),), stride)
