"""SegNet: Badrinarayanan, Kendall and Cipolla, 2017 (arXiv 1511.00561), section 3 and figure 2."""

from convarith.batch_normalization import BatchNormalization
from convarith.convolution import Convolution
from convarith.network import Draft, Network
from convarith.networks.vgg import BLOCKS
from convarith.pooling import MaxPooling
from convarith.upsampling import Unpooling


def segnet(classes: int = 11, input_channels: int = 3) -> Network:
    """VGG-16's convolutions and, mirrored, as many again; each unpooling takes up the places its pooling
    kept.

    Names: `conv1_1`, `conv1_1.norm` …, `pool1` …, `unpool5` … `unpool1`, `conv5_3_d` … `conv1_1_d`. Sizes
    that 32 does not divide need the pooled sizes kept as well, which this network does not: they come out
    smaller.
    """
    draft = Draft("SegNet", input_channels)
    for block, widths in enumerate(BLOCKS, start=1):
        for number, channels in enumerate(widths, start=1):
            _normalized(draft, f"conv{block}_{number}", channels)
        draft.add(f"pool{block}", MaxPooling(kernel=2))
    for block in range(len(BLOCKS), 0, -1):
        draft.add(f"unpool{block}", Unpooling(kernel=2))
        for number in range(len(BLOCKS[block - 1]), 1, -1):
            _normalized(draft, f"conv{block}_{number}_d", BLOCKS[block - 1][number - 2])
        if block > 1:
            _normalized(draft, f"conv{block}_1_d", BLOCKS[block - 2][-1])
    draft.add("conv1_1_d", Convolution(channels=classes, kernel=3, padding=1))
    return draft.network()


def _normalized(draft: Draft, name: str, channels: int) -> None:
    draft.add(name, Convolution(channels=channels, kernel=3, padding=1))
    draft.add(f"{name}.norm", BatchNormalization())
