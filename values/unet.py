"""U-Net as published in 2015, for the paper's own tile: sizes, what skips crop away, what joining costs.

The layers are those of Ronneberger, Fischer and Brox 2015, figure 1.
"""

from dataclasses import dataclass

from skip_connections import SKIPS, STEPS, TILE

from convarith import Convolution, Shape

tile = TILE
output = STEPS["output"].shape.size
parameters = STEPS.parameters

skips = {skip.level: skip for skip in SKIPS}
"""By level, 1 the finest: `whole` and `kept` are shapes, `lost` is the share of the area that is cropped."""


@dataclass(frozen=True)
class Joining:
    """Weights of the convolution that reads a level's joined maps, without its biases."""

    concatenated: int
    added: int


def _weights(read: int, channels: int) -> int:
    layer = Convolution(channels=channels, kernel=3, bias=False)
    return layer.parameters(Shape(read, 3)) or 0


def _joining(channels: int) -> Joining:
    return Joining(_weights(2 * channels, channels), _weights(channels, channels))


joining = {level: _joining(skip.kept.channels or 0) for level, skip in skips.items()}
weights_for_concatenating = sum(each.concatenated - each.added for each in joining.values())
share_for_concatenating = weights_for_concatenating / parameters
