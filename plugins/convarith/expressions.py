"""What a question file may compute: whole numbers from whole numbers and names.

Each function answers one question that a lesson asks; `__all__` lists what is offered. Errors are those of
the layers: ShapeError and NetworkError, whose messages an author can act on.
"""

from collections.abc import Callable
from functools import cache
from types import MappingProxyType

from convarith import networks
from convarith.convolution import Convolution
from convarith.errors import NetworkError, ShapeError
from convarith.field import ReceptiveField, receptive_field
from convarith.network import Network
from convarith.pooling import MaxPooling
from convarith.shape import Shape
from convarith.tracing import Step, Trace, trace
from convarith.transposed_convolution import TransposedConvolution
from convarith.window import extent

__all__ = [
    "convolution_parameters",
    "convolution_size",
    "effective_kernel",
    "network_channels",
    "network_field",
    "network_parameters",
    "network_size",
    "network_stride",
    "pooling_size",
    "rates_field",
    "rates_read",
    "transposed_size",
]

NETWORKS: MappingProxyType[str, Callable[[], Network]] = MappingProxyType(
    {
        "vgg-16": networks.vgg16,
        "resnet-50": networks.resnet50,
        "resnet-50-1x1": lambda: networks.resnet50(stride_on="1x1"),
        "fcn-32s": networks.fcn32s,
        "fcn-16s": networks.fcn16s,
        "fcn-8s": networks.fcn8s,
        "unet": networks.unet,
        "segnet": networks.segnet,
        "deeplab-os8": lambda: networks.deeplab_backbone(8),
        "deeplab-os16": lambda: networks.deeplab_backbone(16),
        "deeplab-os32": lambda: networks.deeplab_backbone(32),
    }
)
"""The networks that expressions know by name."""


def convolution_size(size: int, kernel: int, stride: int = 1, padding: int = 0, dilation: int = 1) -> int:
    """Positions along one axis after a convolution."""
    return Convolution(kernel=kernel, stride=stride, padding=padding, dilation=dilation).output_size(size)


def pooling_size(
    size: int, kernel: int, stride: int | None = None, padding: int = 0, ceil_mode: bool = False
) -> int:
    """Positions along one axis after a pooling."""
    pooling = MaxPooling(kernel=kernel, stride=stride, padding=padding, ceil_mode=ceil_mode)
    return pooling.output_size(size)


def transposed_size(
    size: int, kernel: int, stride: int = 1, padding: int = 0, output_padding: int = 0, dilation: int = 1
) -> int:
    """Positions along one axis after a transposed convolution."""
    layer = TransposedConvolution(
        kernel=kernel, stride=stride, padding=padding, output_padding=output_padding, dilation=dilation
    )
    return layer.output_size(size)


def effective_kernel(kernel: int, dilation: int) -> int:
    """Positions that a dilated kernel reaches over, along one axis."""
    return extent(kernel, dilation)


def convolution_parameters(
    input_channels: int, channels: int, kernel: int, groups: int = 1, bias: bool = True
) -> int:
    """Learnable numbers of a convolution, which its dilation does not change."""
    layer = Convolution(channels=channels, kernel=kernel, groups=groups, bias=bias)
    layer.output_channels(input_channels)
    return layer.parameters(Shape(input_channels, 1)) or 0


def rates_field(*rates: int, kernel: int = 3) -> int:
    """Side of the receptive field of stacked convolutions with these dilation rates."""
    return _rates(rates, kernel).size


def rates_read(*rates: int, kernel: int = 3) -> int:
    """Positions along one axis that such a stack really reads: with gridding, fewer than its field."""
    return _rates(rates, kernel).reads


def network_size(network: str, size: int, layer: str) -> int:
    """Side of the map that a layer of a network gives, for an input of `size` a side."""
    return _step(network, size, layer).shape.size


def network_channels(network: str, size: int, layer: str) -> int:
    """Channels of the map that a layer gives."""
    channels = _step(network, size, layer).shape.channels
    if channels is None:
        raise ShapeError("the number of channels is not known")
    return channels


def network_field(network: str, size: int, layer: str) -> int:
    """Side of the receptive field of a layer, in pixels of the input."""
    return _step(network, size, layer).field.size


def network_stride(network: str, size: int, layer: str) -> int:
    """Pixels of the input from one position of a layer to the next: its output stride, rounded down."""
    return int(_step(network, size, layer).field.jump)


def network_parameters(network: str, size: int) -> int:
    """Learnable numbers of a whole network."""
    return _traced(network, size).parameters


def _rates(rates: tuple[int, ...], kernel: int) -> ReceptiveField:
    return receptive_field(Convolution(kernel=kernel, dilation=rate) for rate in rates)


def _step(network: str, size: int, layer: str) -> Step:
    traced = _traced(network, size)
    try:
        return traced[layer]
    except KeyError:
        raise NetworkError(layer, f"{network} has no such layer") from None


@cache  # A network at a size is always the same.
def _traced(network: str, size: int) -> Trace:
    if network not in NETWORKS:
        raise NetworkError(network, f"no such network; there are {', '.join(NETWORKS)}")
    return trace(NETWORKS[network](), size)
