"""Stacks of published networks, taken from `convarith.networks`."""

from __future__ import annotations

from collections.abc import Mapping

from convarith import INPUT, Convolution, Layer, MaxPooling, Network
from convarith.networks import deeplab_backbone, resnet50, unet, vgg16
from explorers.receptive_field.stack import Stack, Window


def main_path(network: Network, end: str) -> tuple[Window, ...]:
    """The windows on the way from the image to a layer; where paths meet, those of the first that is read.

    What field and step do not depend on is left out: 1x1 convolutions of stride 1, normalisation, joining.
    """
    nodes = {node.name: node for node in network.nodes}
    layers: list[Layer] = []
    while end != INPUT:
        layers.insert(0, nodes[end].layer)
        end = nodes[end].inputs[0]
    windows = (
        Window(kernel=each.kernel, stride=_stride(each), padding=each.padding, dilation=each.dilation)
        for each in layers
        if isinstance(each, Convolution | MaxPooling)
    )
    return tuple(each for each in windows if each.kernel > 1 or each.stride > 1)


def _stride(layer: Convolution | MaxPooling) -> int:
    return layer.stride if isinstance(layer, Convolution) else layer.step


NETWORKS: Mapping[str, tuple[str, Stack]] = {
    "vgg-16": ("VGG-16", Stack(224, main_path(vgg16(), "pool5"))),
    "resnet-50": ("ResNet-50", Stack(224, main_path(resnet50(), "layer4.2.add"))),
    "deeplabv3": ("DeepLabv3", Stack(224, main_path(deeplab_backbone(), "layer4.2.add"))),
    "u-net": ("U-Net", Stack(572, main_path(unet(), "down5.conv2"))),
}
"""By the names that fences use: how each is called, and its layers to the end of the encoder."""
