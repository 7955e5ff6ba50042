"""U-Net: Ronneberger, Fischer and Brox, MICCAI 2015 (arXiv 1505.04597), figure 1."""

from convarith.convolution import Convolution
from convarith.crop import Crop
from convarith.joining import Concatenation
from convarith.network import Draft, Network
from convarith.pooling import MaxPooling
from convarith.transposed_convolution import TransposedConvolution

LEVELS = 5
TAKEN = 2
"""Positions that two unpadded 3x3 convolutions take from each side of a map."""


def unet(classes: int = 2, input_channels: int = 1, width: int = 64) -> Network:
    """The network of figure 1: convolutions without padding, skips cropped, `width` channels at the first
    level.

    Names: `down1.conv1` … `down5.conv2`, `down1.pool` …, `up4.upconv`, `up4.crop`, `up4.concat`, `up4.conv1`
    …, `output`. An input of 188 + 16 j positions a side gives an output of 4 + 16 j.
    """
    draft = Draft("U-Net (2015)", input_channels)
    for level in range(1, LEVELS + 1):
        if level > 1:
            draft.add(f"down{level - 1}.pool", MaxPooling(kernel=2))
        _two_convolutions(draft, f"down{level}", width * 2 ** (level - 1))
    margin = 0
    for level in range(LEVELS - 1, 0, -1):
        # What a skip has too much on each side: all that the unpadded convolutions below it took away.
        margin = 2 * (margin + (TAKEN if level == LEVELS - 1 else 2 * TAKEN))
        channels = width * 2 ** (level - 1)
        risen = draft.add(f"up{level}.upconv", TransposedConvolution(channels=channels, kernel=2, stride=2))
        cropped = draft.add(f"up{level}.crop", Crop(margin=margin), f"down{level}.conv2")
        draft.add(f"up{level}.concat", Concatenation(), cropped, risen)
        _two_convolutions(draft, f"up{level}", channels)
    draft.add("output", Convolution(channels=classes, kernel=1))
    return draft.network()


def _two_convolutions(draft: Draft, block: str, channels: int) -> None:
    for number in (1, 2):
        draft.add(f"{block}.conv{number}", Convolution(channels=channels, kernel=3))
