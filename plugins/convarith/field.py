"""ReceptiveField: which input positions an output depends on, and how that grows through layers.

The exact sets of positions are carried through every layer, so that holes (gridding), even kernels, padding,
several paths and upsampling need no formula of their own. For chains of windows the sizes agree with the
recurrences of Araujo, Norris and Sim, "Computing Receptive Fields of Convolutional Neural Networks", Distill
2019, equations 2 and 3.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from convarith.errors import ShapeError
from convarith.layer import Layer
from convarith.taps import Taps, window


@dataclass(frozen=True, slots=True)
class ReceptiveField:
    """The theoretical receptive field of every output position, along one axis of the input.

    Positions count from 0; a field may reach into the padding (below 0 or beyond the input) and is not cut
    there. After a transposed convolution or an upsampling neighbouring outputs differ: `size` and `reads` are
    then the largest, and `sizes` lists all, one an output of the repeating pattern.
    """

    taps: Taps

    @property
    def size(self) -> int:
        """Positions from the first to the last that one output depends on, both included."""
        return max(self.sizes)

    @property
    def sizes(self) -> tuple[int, ...]:
        """The size for each output of the repeating pattern; 0 where an output reads nothing."""
        return tuple(max(reads) - min(reads) + 1 if reads else 0 for reads in self.taps.phases)

    @property
    def reads(self) -> int:
        """How many positions of the field are really read: less than `size` where there is gridding."""
        return max(map(len, self.taps.phases))

    @property
    def jump(self) -> Fraction:
        """Input positions from one output to the next, on average: the output stride."""
        return Fraction(self.taps.advance, self.taps.period)

    @property
    def start(self) -> Fraction:
        """Centre of the first output's field, as an input position. Raises ShapeError if it reads nothing."""
        reads = self.taps.positions(0)
        if not reads:
            raise ShapeError("the first output reads no position of the input")
        return Fraction(min(reads) + max(reads), 2)

    def positions(self, output: int) -> frozenset[int]:
        """The input positions that output `output` depends on, padding included."""
        return self.taps.positions(output)


POINT = ReceptiveField(window([0]))
"""The field of an input position: itself."""


def receptive_field(layers: Iterable[Layer], size: int | None = None) -> ReceptiveField:
    """Receptive field of a chain of layers, the first of which reads the input.

    `size` is that of the input; only a chain with a linear layer needs it. Raises ShapeError where a layer
    refuses.
    """
    field = POINT
    for layer in layers:
        sizes = () if size is None else (size,)
        field = grown(field, layer.taps(*sizes))
        size = None if size is None else layer.output_size(size)
    return field


def grown(field: ReceptiveField, taps: Taps) -> ReceptiveField:
    """The field after one more layer that reads `taps` of what had `field`."""
    cycles = lcm(taps.advance, field.taps.period) // taps.advance
    outputs = range(taps.period * cycles)
    phases = tuple(_reached(field, taps.positions(output)) for output in outputs)
    return ReceptiveField(Taps(phases, cycles * taps.advance * field.taps.advance // field.taps.period))


def united(fields: Sequence[ReceptiveField]) -> ReceptiveField:
    """The union of fields where paths meet. Raises ShapeError where their jumps differ."""
    jumps = sorted({field.jump for field in fields})
    if len(jumps) > 1:
        raise ShapeError(f"paths with jumps of {' and '.join(map(str, jumps))} input positions meet")
    period = lcm(*(field.taps.period for field in fields))
    phases = tuple(frozenset().union(*(field.positions(o) for field in fields)) for o in range(period))
    return ReceptiveField(Taps(phases, int(jumps[0] * period)))


def _reached(field: ReceptiveField, positions: frozenset[int]) -> frozenset[int]:
    return frozenset().union(*(field.positions(position) for position in positions))
