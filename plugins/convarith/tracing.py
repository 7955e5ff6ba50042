"""Trace: a network followed from an input of a given size to its end."""

from dataclasses import dataclass

from convarith.errors import NetworkError, ShapeError
from convarith.field import POINT, ReceptiveField, grown, united
from convarith.layer import Layer
from convarith.network import INPUT, Network, Node
from convarith.shape import Shape


@dataclass(frozen=True, slots=True)
class Step:
    """What one layer gives: its shape, the receptive field of its positions, and how many parameters it
    holds.

    `parameters` is None where channels are not known. The network's input is a step too, with neither layer
    nor inputs.
    """

    name: str
    layer: Layer | None
    inputs: tuple[str, ...]
    shape: Shape
    field: ReceptiveField
    parameters: int | None


@dataclass(frozen=True, slots=True)
class Trace:
    """All steps of a network, each after those that it reads; `trace["conv1"]` is the step of that name."""

    steps: tuple[Step, ...]

    def __getitem__(self, name: str) -> Step:
        for step in self.steps:
            if step.name == name:
                return step
        raise KeyError(name)

    @property
    def output(self) -> Step:
        """The last step."""
        return self.steps[-1]

    @property
    def parameters(self) -> int:
        """Learnable numbers of the whole network. Raises ShapeError where channels are not known."""
        counts = [step.parameters for step in self.steps]
        known = [count for count in counts if count is not None]
        if len(known) < len(counts):
            raise ShapeError("the number of channels is not known everywhere")
        return sum(known)


def trace(network: Network, size: int) -> Trace:
    """Follow `network` from a square input of `size` positions a side.

    Raises NetworkError, which names the layer, where a layer refuses what it is given.
    """
    steps = {INPUT: Step(INPUT, None, (), Shape(network.input_channels, size), POINT, 0)}
    for node in network.in_order():
        try:
            steps[node.name] = _step(node, [steps[name] for name in node.inputs])
        except ShapeError as error:
            raise NetworkError(node.name, str(error)) from error
    return Trace(tuple(steps.values()))


def _step(node: Node, read: list[Step]) -> Step:
    shapes = [step.shape for step in read]
    shape = node.layer.output_shape(*shapes)
    taps = node.layer.taps(*(given.size for given in shapes))
    field = united([grown(step.field, taps) for step in read[: node.layer.values_from]])
    return Step(node.name, node.layer, node.inputs, shape, field, node.layer.parameters(*shapes))
