"""VGG-16 for an image of 224 pixels a side: its maps after each block, block 0 being the image itself.

The layers are those of Simonyan and Zisserman 2015, table 1, configuration D.
"""

from math import ceil

from convarith import Convolution, trace
from convarith.networks import vgg16

STEPS = trace(vgg16(), 224)
BLOCKS = [STEPS["input"], *(STEPS[f"pool{block}"] for block in range(1, 6))]

side = [step.shape.size for step in BLOCKS]
grid = [f"{size}×{size}" for size in side]
channels = [step.shape.channels for step in BLOCKS]
positions = [step.shape.size**2 for step in BLOCKS]
numbers = [step.shape.values for step in BLOCKS]
field = [step.field.size for step in BLOCKS]
stride = [step.field.jump for step in BLOCKS]

fewer_positions = positions[0] / positions[-1]
fewer_numbers = numbers[0] / numbers[-1]
convolutions = sum(isinstance(step.layer, Convolution) for step in STEPS.steps)
parameters = STEPS.parameters

columns_of_512 = trace(vgg16(), 512)["pool5"].shape.size
"""Columns of the last map for an image 512 pixels wide."""

# Each 3x3 layer at stride 1 adds a pixel on both sides to the one it stands on.
layers_at_stride_one = ceil((field[-1] - 1) / 2)
