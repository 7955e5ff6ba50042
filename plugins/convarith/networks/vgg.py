"""VGG-16: Simonyan and Zisserman, ICLR 2015 (arXiv 1409.1556), table 1, configuration D."""

from convarith.convolution import Convolution
from convarith.linear import Linear
from convarith.network import Draft, Network
from convarith.pooling import MaxPooling

BLOCKS = ((64, 64), (128, 128), (256, 256, 256), (512, 512, 512), (512, 512, 512))
"""Output channels of the convolutions of each block; a pooling ends the block."""


def vgg16(classes: int = 1000, input_channels: int = 3) -> Network:
    """The classifier. Names: `conv1_1` … `conv5_3`, `pool1` … `pool5`, `fc6`, `fc7`, `fc8`.

    The number of parameters depends on the input's size, for which `fc6` is made: 224 in the paper.
    """
    draft = Draft("VGG-16", input_channels)
    add_blocks(draft)
    for name, channels in (("fc6", 4096), ("fc7", 4096), ("fc8", classes)):
        draft.add(name, Linear(channels=channels))
    return draft.network()


def add_blocks(draft: Draft, first_padding: int = 1, ceil_mode: bool = False) -> None:
    """Put down the five blocks. FCN pads the first convolution more, and its framework rounds poolings up."""
    for block, widths in enumerate(BLOCKS, start=1):
        for number, channels in enumerate(widths, start=1):
            padding = first_padding if (block, number) == (1, 1) else 1
            draft.add(f"conv{block}_{number}", Convolution(channels=channels, kernel=3, padding=padding))
        draft.add(f"pool{block}", MaxPooling(kernel=2, ceil_mode=ceil_mode))
