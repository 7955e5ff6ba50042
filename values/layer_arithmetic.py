"""Examples of the formula sheet: sizes, counts and networks, all by `convarith`."""

from dataclasses import dataclass

from convarith import (
    AveragePooling,
    Convolution,
    Crop,
    Layer,
    MaxPooling,
    Network,
    Shape,
    TransposedConvolution,
    Unpooling,
    Upsampling,
    trace,
)
from convarith.networks import deeplab_backbone, fcn32s, resnet50, unet, vgg16

_SIZES: dict[str, tuple[Layer, int]] = {
    "convolution": (Convolution(kernel=7, stride=2, padding=3), 224),
    "dilated": (Convolution(kernel=3, padding=2, dilation=2), 28),
    "pooling": (MaxPooling(kernel=3, stride=2, padding=1), 112),
    "average": (AveragePooling(kernel=7), 7),
    "rounded_down": (MaxPooling(kernel=3, stride=2), 56),
    "rounded_up": (MaxPooling(kernel=3, stride=2, ceil_mode=True), 56),
    "transposed": (TransposedConvolution(kernel=4, stride=2, padding=1), 28),
    "with_output_padding": (TransposedConvolution(kernel=3, stride=2, padding=1, output_padding=1), 28),
    "upsampling": (Upsampling(scale=4), 14),
    "unpooling": (Unpooling(kernel=2), 14),
    "crop": (Crop(margin=88), 568),
}
size = {name: layer.output_size(before) for name, (layer, before) in _SIZES.items()}
"""What each example layer makes of its row."""

_LAYER = Convolution(channels=64, kernel=3, padding=1)
_READ = Shape(32, 56)
parameters = _LAYER.parameters(_READ)
numbers = _LAYER.output_shape(_READ).values
multiply_adds = (Convolution(channels=64, kernel=3, bias=False).parameters(_READ) or 0) * _READ.size**2
megabytes = numbers * 4 / 1e6
depthwise = (Convolution(channels=32, kernel=3, groups=32).parameters(_READ) or 0) + (
    Convolution(channels=64, kernel=1).parameters(_READ) or 0
)
"""A 3×3 convolution of each channel by itself, then a 1×1 convolution."""


@dataclass(frozen=True)
class Row:
    """A network at a size: its narrowest map, and the parameters of the network without a fixed enlarging."""

    grid: str
    step: int
    field: int
    parameters: int


def _row(network: Network, size: int, last: str) -> Row:
    traced = trace(network, size)
    step = traced[last]
    parameters = sum(each.parameters or 0 for each in traced.steps if each.name != "upscore")
    return Row(f"{step.shape.size}×{step.shape.size}", int(step.field.jump), step.field.size, parameters)


_LAST_BLOCK = "layer4.2.add"
networks = {
    "vgg16": _row(vgg16(), 224, "pool5"),
    "resnet50": _row(resnet50(), 224, _LAST_BLOCK),
    "resnet50_1x1": _row(resnet50("1x1"), 224, _LAST_BLOCK),
    "dilated16": _row(deeplab_backbone(16), 224, _LAST_BLOCK),
    "dilated8": _row(deeplab_backbone(8), 224, _LAST_BLOCK),
    "fcn32s": _row(fcn32s(), 500, "score_fr"),
    "unet": _row(unet(), 572, "down5.conv2"),
}
