"""Chains of layers that questions ask about, and single layers on short rows of pixels."""

from itertools import count

from convarith import Convolution, receptive_field

STRIDES = (2, 2, 1, 2)
LAYERS = [Convolution(kernel=3, stride=stride, padding=1) for stride in STRIDES]
IMAGE = 224

side = IMAGE
for layer in LAYERS:
    side = layer.output_size(side)
stride = receptive_field(LAYERS).jump

seen = 101
layers = next(n for n in count(1) if receptive_field([Convolution(kernel=3)] * n).size >= seen)

padded_row = Convolution(kernel=3, stride=2, padding=1).output_size(10)
bare_row = Convolution(kernel=3, stride=2).output_size(10)
wide_steps = Convolution(kernel=2, stride=3).output_size(12)
