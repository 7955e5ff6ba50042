"""The small encoder-decoder of the lesson's worked example: 128 pixels a side, four halvings, 21 classes."""

from convarith import Convolution, Draft, Shape, TransposedConvolution, trace

SIDE = 128
CLASSES = 21
WIDTHS = (16, 32, 64, 128)


def _network() -> Draft:
    draft = Draft("small encoder-decoder", 3)
    for level, channels in enumerate(WIDTHS, start=1):
        draft.add(f"encoder{level}", Convolution(channels=channels, kernel=3, stride=2, padding=1))
    for level, channels in reversed(list(enumerate(WIDTHS[:-1], start=1))):
        draft.add(f"decoder{level}", TransposedConvolution(channels=channels, kernel=2, stride=2))
    draft.add("scores", TransposedConvolution(channels=CLASSES, kernel=2, stride=2))
    return draft


STEPS = trace(_network().network(), SIDE)


def _written(shape: Shape) -> str:
    return f"{shape.channels}×{shape.size}×{shape.size}"


side = SIDE
shape = {step.name: _written(step.shape) for step in STEPS.steps}
"""Channels × side × side, by layer: input, encoder1 … encoder4, decoder3 … decoder1, scores."""

numbers = {step.name: step.shape.values for step in STEPS.steps}
narrowest = min(numbers.values())
widening = numbers["scores"] / narrowest
