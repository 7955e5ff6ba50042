"""A decoder's map and a skip of fewer channels, and what joining them gives: as a question has it."""

from convarith import Concatenation, Convolution, Shape

RISEN, SKIP = Shape(96, 60), Shape(32, 60)

CONCATENATED = Concatenation().output_shape(RISEN, SKIP)


def _written(shape: Shape) -> str:
    return f"{shape.channels}×{shape.size}×{shape.size}"


risen, skip, concatenated = map(_written, (RISEN, SKIP, CONCATENATED))
channels = {
    "risen": RISEN.channels or 0,
    "skip": SKIP.channels or 0,
    "concatenated": CONCATENATED.channels or 0,
}
mean_channels = (channels["risen"] + channels["skip"]) // 2
projection = Convolution(channels=channels["risen"], kernel=1, bias=False).parameters(SKIP)
"""Weights of a 1x1 convolution that brings the skip to the decoder's channels."""
