"""The backbone of DeepLabv3: Chen, Papandreou, Schroff and Adam, 2017 (arXiv 1706.05587), section 3.1."""

from convarith.network import Network
from convarith.networks.resnet import resnet50


def deeplab_backbone(output_stride: int = 16, input_channels: int = 3) -> Network:
    """ResNet-50 without its classifier, dilated so that the map is reduced by 8, 16 or 32 and no further.

    The rates are doubled where a stride is taken out, and a stage's first block keeps the rate of the stage
    before, as torchvision builds it; the paper's multi-grid rates are not applied. Names are those of
    `resnet50`. Raises ShapeError for another output stride.
    """
    return resnet50(classes=None, input_channels=input_channels, output_stride=output_stride)
