"""FCN-32s, FCN-16s, FCN-8s: Long, Shelhamer and Darrell, CVPR 2015 (arXiv 1411.4038), section 4 and figure 3.

Padding, kernels and crop offsets are those of the authors' published networks on VGG-16: the first
convolution is padded by 100 so that a small image still gives a score, and each crop undoes the shift of what
is cropped.
"""

from convarith.convolution import Convolution
from convarith.crop import Crop
from convarith.joining import Addition
from convarith.network import INPUT, Draft, Network
from convarith.networks.vgg import add_blocks
from convarith.transposed_convolution import TransposedConvolution

PADDING = 100


def fcn32s(classes: int = 21, input_channels: int = 3) -> Network:
    """Scores at stride 32, enlarged in one step. Names: VGG-16's, `score_fr`, `upscore`, `score`."""
    draft = _scored("FCN-32s", classes, input_channels)
    return _enlarged(draft, "upscore", classes, stride=32, offset=19)


def fcn16s(classes: int = 21, input_channels: int = 3) -> Network:
    """Adds scores of `pool4`. New: `upscore2`, `score_pool4`, `score_pool4c`, `fuse_pool4`, `upscore16`."""
    draft = _scored("FCN-16s", classes, input_channels)
    _fused(draft, "pool4", "upscore2", classes, offset=5)
    return _enlarged(draft, "upscore16", classes, stride=16, offset=27)


def fcn8s(classes: int = 21, input_channels: int = 3) -> Network:
    """Adds scores of `pool4` and `pool3`. New: `upscore_pool4`, `score_pool3` …, `fuse_pool3`, `upscore8`."""
    draft = _scored("FCN-8s", classes, input_channels)
    _fused(draft, "pool4", "upscore2", classes, offset=5)
    _fused(draft, "pool3", "upscore_pool4", classes, offset=9)
    return _enlarged(draft, "upscore8", classes, stride=8, offset=31)


def _scored(name: str, classes: int, input_channels: int) -> Draft:
    """VGG-16 with its fully connected layers turned into convolutions, and a score for each class."""
    draft = Draft(name, input_channels)
    add_blocks(draft, PADDING, ceil_mode=True)
    draft.add("fc6", Convolution(channels=4096, kernel=7))
    draft.add("fc7", Convolution(channels=4096, kernel=1))
    draft.add("score_fr", Convolution(channels=classes, kernel=1))
    return draft


def _fused(draft: Draft, pool: str, upscore: str, classes: int, offset: int) -> None:
    up = TransposedConvolution(channels=classes, kernel=4, stride=2, bias=False)
    draft.add(upscore, up)
    scored = draft.add(f"score_{pool}", Convolution(channels=classes, kernel=1), pool)
    cropped = draft.add(f"score_{pool}c", Crop(offset=offset), scored, upscore)
    draft.add(f"fuse_{pool}", Addition(), upscore, cropped)


def _enlarged(draft: Draft, upscore: str, classes: int, stride: int, offset: int) -> Network:
    up = TransposedConvolution(channels=classes, kernel=2 * stride, stride=stride, bias=False)
    draft.add(upscore, up)
    draft.add("score", Crop(offset=offset), upscore, INPUT)
    return draft.network()
