"""The backbone of ResNet-50 for an image of 224 pixels a side, by output stride: 32, or dilated to 16 or 8.

The layers are those of He and others 2016, table 1, without the classifier; dilated as in
`convarith.networks`.
"""

from receptive_fields import ON_1X1, ON_3X3

from convarith import Convolution, Trace, trace
from convarith.networks import deeplab_backbone

TRACES = {stride: trace(deeplab_backbone(stride), 224) for stride in (32, 16, 8)}

side = {stride: traced.output.shape.size for stride, traced in TRACES.items()}
grid = {stride: f"{size}×{size}" for stride, size in side.items()}
stride = {asked: traced.output.field.jump for asked, traced in TRACES.items()}
parameters = {stride: traced.parameters for stride, traced in TRACES.items()}

BYTES_A_NUMBER = 4  # a float of 32 bits


def _megabytes(traced: Trace) -> float:
    """Million bytes of all maps that its convolutions give."""
    maps = [step.shape.values for step in traced.steps if isinstance(step.layer, Convolution)]
    return sum(maps) * BYTES_A_NUMBER / 1e6


last_megabytes = {
    stride: traced.output.shape.values * BYTES_A_NUMBER / 1e6 for stride, traced in TRACES.items()
}
all_megabytes = {stride: _megabytes(traced) for stride, traced in TRACES.items()}
"""Memory for the last map, and for those of all convolutions."""

more_memory = all_megabytes[8] / all_megabytes[32]

more_positions = side[8] ** 2 / side[32] ** 2
"""How many times as many positions the last map has at output stride 8 as at 32."""

field = {"3x3": ON_3X3.last, "1x1": ON_1X1.last}
"""Side of the last map's receptive field, by the convolution of a block that strides."""

image_share = ON_3X3.stages[-1].image_share
"""How much of the smaller of these fields an image of 224 pixels fills."""
