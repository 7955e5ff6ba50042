"""U-Net as published in 2015, for the paper's own tile: sizes, what skips crop away, what joining costs.

The layers are those of Ronneberger, Fischer and Brox 2015, figure 1.
"""

from dataclasses import dataclass

from skip_connections import SKIPS, STEPS, TILE

from convarith import Convolution, Shape

tile = TILE
output = STEPS["output"].shape.size
field_of_narrow_end = STEPS["down5.conv2"].field.size
field_of_output = STEPS["output"].field.size
parameters = STEPS.parameters

# All by level, 1 the finest: what the encoder has, what the decoder has room for, the share that is cropped.
encoder_side = {skip.level: skip.whole.size for skip in SKIPS}
encoder_grid = {skip.level: f"{skip.whole.size}×{skip.whole.size}" for skip in SKIPS}
decoder_side = {skip.level: skip.kept.size for skip in SKIPS}
decoder_grid = {skip.level: f"{skip.kept.size}×{skip.kept.size}" for skip in SKIPS}
channels = {skip.level: skip.kept.channels or 0 for skip in SKIPS}
cropped = {skip.level: skip.lost for skip in SKIPS}
kept = {level: 1 - share for level, share in cropped.items()}


@dataclass(frozen=True)
class Joining:
    """What the next convolution reads of a level's joined maps, and its weights, without biases."""

    read: int
    concatenated: int
    added: int


def _weights(read: int, channels: int) -> int:
    layer = Convolution(channels=channels, kernel=3, bias=False)
    return layer.parameters(Shape(read, 3)) or 0


def _joining(channels: int) -> Joining:
    return Joining(2 * channels, _weights(2 * channels, channels), _weights(channels, channels))


joining = {level: _joining(count) for level, count in channels.items()}
weights_for_concatenating = sum(each.concatenated - each.added for each in joining.values())
share_for_concatenating = weights_for_concatenating / parameters
