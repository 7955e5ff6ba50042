"""Networks that can be trained: a graph of `convarith` layers carried out by PyTorch."""

from collections.abc import Iterator

import torch

from convarith import (
    INPUT,
    Addition,
    AveragePooling,
    BatchNormalization,
    Concatenation,
    Convolution,
    Layer,
    MaxPooling,
    Network,
    Upsampling,
    trace,
)


class TorchNetwork:
    """Maps of shape (batch, channels, rows, columns) through the layers of a network.

    Every normalisation is followed by a ReLU. What an input of `size` positions meets on its way settles the
    channels of each layer.
    """

    def __init__(self, network: Network, size: int) -> None:
        traced = trace(network, size)
        self._nodes = network.in_order()
        self.modules = torch.nn.ModuleDict(
            {
                _key(node.name): module
                for node in self._nodes
                if (module := _module(node.layer, traced[node.inputs[0]].shape.channels)) is not None
            }
        )

    def __call__(self, images: torch.Tensor) -> torch.Tensor:
        """The output of the last layer."""
        maps = {INPUT: images}
        for node in self._nodes:
            read = [maps[name] for name in node.inputs]
            maps[node.name] = self._output(node.name, node.layer, read)
        return maps[self._nodes[-1].name]

    def parameters(self) -> Iterator[torch.Tensor]:
        """Everything that is learned."""
        return iter(self.modules.parameters())

    @property
    def parameter_count(self) -> int:
        """How many numbers are learned, as PyTorch counts them."""
        return sum(parameter.numel() for parameter in self.parameters())

    def _output(self, name: str, layer: Layer, read: list[torch.Tensor]) -> torch.Tensor:
        if isinstance(layer, Addition):
            return torch.stack(read).sum(0)
        if isinstance(layer, Concatenation):
            return torch.cat(read, 1)
        output = self.modules[_key(name)](read[0])
        return torch.relu(output) if isinstance(layer, BatchNormalization) else output


def _key(name: str) -> str:
    """PyTorch reads a dot in a module's name as a step into it."""
    return name.replace(".", "_")


def _module(layer: Layer, channels: int | None) -> torch.nn.Module | None:
    """What carries a layer out; None for a layer that only joins. Raises TypeError for one not known here."""
    match layer:
        case Convolution():
            return torch.nn.Conv2d(
                channels, layer.channels, layer.kernel, padding=layer.padding, bias=layer.bias
            )
        case BatchNormalization():
            return torch.nn.BatchNorm2d(channels)
        case MaxPooling():
            return torch.nn.MaxPool2d(layer.kernel, layer.stride)
        case AveragePooling():
            return torch.nn.AvgPool2d(layer.kernel, layer.stride)
        case Upsampling():
            return torch.nn.Upsample(scale_factor=layer.scale, mode=layer.mode)
        case Addition() | Concatenation():
            return None
    raise TypeError(f"no module for {layer}")
