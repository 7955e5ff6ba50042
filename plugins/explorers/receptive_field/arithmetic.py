"""What an output of a stack reads: size, field, step and start of each layer, and the paths of each pixel."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from convarith import ReceptiveField, ShapeError, receptive_field
from convarith.field import POINT, grown
from explorers.receptive_field.stack import Stack, Window

WIDEST = 512
"""Pixels a side of the widest field that is shown."""
MOST_DRAWN = 48
"""Pixels a side that are drawn one by one; those of a wider field are drawn in squares."""


@dataclass(frozen=True, slots=True)
class Step:
    """A layer, how many outputs a side it gives (0 where none), and the field of its outputs."""

    window: Window
    size: int
    reach: ReceptiveField

    @property
    def field(self) -> int:
        """Pixels a side."""
        return self.reach.size

    @property
    def step(self) -> int:
        """Pixels from one output to the next."""
        return int(self.reach.jump)

    @property
    def start(self) -> Fraction:
        """The place over which the first output stands; 0 is the middle of the first pixel."""
        return self.reach.start


@dataclass(frozen=True)
class Outcome:
    """What comes of a stack.

    `steps` ends before the first layer whose outputs see more than WIDEST pixels a side. `refused` counts
    from 1 and is the first layer without an output, for the reason `refusal`; 0 where there is none.
    """

    stack: Stack
    steps: tuple[Step, ...]
    refused: int
    refusal: str

    @classmethod
    def of(cls, stack: Stack) -> Outcome:
        """Compute it by `convarith`."""
        steps: list[Step] = []
        reach, size, refused, refusal = POINT, stack.size, 0, ""
        for number, window in enumerate(stack.windows, 1):
            reach = grown(reach, window.layer.taps())
            if reach.size > WIDEST:
                break
            try:
                size = window.layer.output_size(size) if not refused else 0
            except ShapeError as error:
                size, refused, refusal = 0, number, str(error)
            steps.append(Step(window, size, reach))
        return cls(stack, tuple(steps), refused, refusal)

    @property
    def field(self) -> int:
        """Pixels a side that an output of the last step sees."""
        return self.steps[-1].field

    @cached_property
    def paths(self) -> tuple[int, ...]:
        """How many paths lead to an output from each pixel of its field, along one axis.

        In the plane, those of row and column are multiplied.
        """
        counts = Counter({0: 1})
        for step in reversed(self.steps):
            counts = Counter(dict(_before(counts, step.window)))
        reads = receptive_field(step.window.layer for step in self.steps).positions(0)
        return tuple(counts[pixel] for pixel in range(min(reads), max(reads) + 1))

    @property
    def reads(self) -> int:
        """How many pixels of a row of the field are read; in the plane, this times itself."""
        return sum(1 for count in self.paths if count)

    @property
    def half(self) -> int:
        """Side of the smallest square round the middle of the field that holds half of the paths."""
        return self._square(0.5)

    @property
    def most(self) -> int:
        """The same of 95 % of the paths."""
        return self._square(0.95)

    @property
    def pixels_drawn(self) -> int:
        """How many pixels a side are drawn as one square."""
        return -(-self.field // MOST_DRAWN)

    def _square(self, share: float) -> int:
        cuts = range((self.field - 1) // 2, -1, -1)
        return next(self.field - 2 * cut for cut in cuts if self._held(cut) >= share)

    def _held(self, cut: int) -> float:
        share = sum(self.paths[cut : self.field - cut]) / sum(self.paths)
        return share * share


def _before(counts: Counter[int], window: Window) -> Iterator[tuple[int, int]]:
    """The paths from each position that a layer reads, given the paths from each of its outputs."""
    before: Counter[int] = Counter()
    taps = window.layer.taps()
    for output, count in counts.items():
        for position in taps.positions(output):
            before[position] += count
    yield from before.items()


def tenths(part: int, whole: int) -> int:
    """A share in tenths of a per cent."""
    return math.floor(1000 * (part / whole) + 0.5)


def shades(paths: Sequence[int], pixels: int) -> list[list[int]]:
    """How strongly each square of so many pixels a side is shaded, from 0, not read, to 8, with most paths.

    By the fourth root of the paths that its pixels have on average, so that the rim can be seen too.
    """
    parts = [paths[at : at + pixels] for at in range(0, len(paths), pixels)]
    means = [sum(part) / len(part) for part in parts]
    along = [mean / max(means) for mean in means]
    return [[math.ceil(8 * math.sqrt(math.sqrt(row * column))) for column in along] for row in along]
