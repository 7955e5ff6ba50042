"""What dilated 3x3 convolutions reach, weigh and read, alone and stacked at stride 1."""

from dataclasses import dataclass
from fractions import Fraction

from convarith import Convolution, ReceptiveField, Shape, extent, receptive_field, trace
from convarith.field import grown
from convarith.networks import vgg16

KERNEL = 3
STACKS = (
    (1, 1, 1),
    (1, 2, 3),
    (1, 2, 4),
    (2, 2, 2),
    (3, 3, 3),
    (1, 2, 9),
    (1, 3, 9),
    (1, 4, 4),
    (2, 4, 6),
    (2, 2, 2, 1),
)


@dataclass(frozen=True)
class Reading:
    """What a stack reaches and what it reads: positions along an axis, pixels in the plane."""

    field: ReceptiveField

    @property
    def size(self) -> int:
        return self.field.size

    @property
    def reach(self) -> int:
        """Positions to each side of the middle."""
        return self.size // 2

    @property
    def reads(self) -> int:
        return self.field.reads

    @property
    def pixels(self) -> int:
        return self.size**2

    @property
    def pixels_read(self) -> int:
        return self.reads**2

    @property
    def share(self) -> float:
        return self.pixels_read / self.pixels

    @property
    def pixels_shared(self) -> int:
        """How many of the pixels that an output reads its right-hand neighbour reads as well."""
        return len(self.field.positions(0) & self.field.positions(1)) * self.reads


def _weights(kernel: int) -> int:
    return Convolution(channels=1, kernel=kernel, bias=False).parameters(Shape(1, kernel)) or 0


span = {rate: extent(KERNEL, rate) for rate in (1, 2, 4)}
weights = {kernel: _weights(kernel) for kernel in (3, 5)}
"""For each pair of an input and an output channel, whatever the rate."""

stacks = {
    "-".join(map(str, rates)): Reading(
        receptive_field(Convolution(kernel=KERNEL, dilation=rate) for rate in rates)
    )
    for rates in STACKS
}
"""By their rates: `stacks[1-2-4]`."""


def _stripes(rates: tuple[int, ...]) -> Fraction:
    """The contrast that is left of stripes, 0 and 1 by turns, if each layer averages its taps."""
    even, odd = Fraction(0), Fraction(1)
    for rate in rates:
        if rate % 2:
            even, odd = (even + 2 * odd) / KERNEL, (odd + 2 * even) / KERNEL
    return abs(odd - even)


stripes = {"-".join(map(str, rates)): _stripes(rates) for rates in STACKS}


def _on_vgg16(rates: tuple[int, ...]) -> Reading:
    """The same stack on VGG-16's map after its third pooling, counted in the image."""
    field = trace(vgg16(), 224)["pool3"].field
    for rate in rates:
        field = grown(field, Convolution(kernel=KERNEL, dilation=rate).taps())
    return Reading(field)


in_the_image = _on_vgg16((2, 2, 2))
"""What an output of rates 2, 2, 2 reads of the image, if the map that they read has output stride 8."""


@dataclass(frozen=True)
class LargeRate:
    """A rate that is large for its map: at how many positions do all nine taps lie inside?"""

    side: int
    rate: int

    @property
    def inside(self) -> int:
        """Along one axis."""
        return max(0, self.side - 2 * self.rate)

    @property
    def positions(self) -> int:
        return self.side**2

    @property
    def share(self) -> float:
        return self.inside**2 / self.positions


as_large = LargeRate(65, 65)
"""A rate as large as the map."""

large = LargeRate(65, 24)
