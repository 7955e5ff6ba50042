"""Network: named layers and the layers that each one reads."""

from collections import Counter
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from convarith.errors import NetworkError
from convarith.layer import Layer

INPUT = "input"
"""The name by which layers read the network's input."""


@dataclass(frozen=True, slots=True)
class Node:
    """A layer in its place: its name, and the names of the layers (or the input) that it reads, in order."""

    name: str
    layer: Layer
    inputs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """A graph of nodes, in any order. `input_channels` is None where only geometry is asked.

    Raises NetworkError, which names the layer, for a name given twice, an input that is missing, or a cycle.
    """

    name: str
    input_channels: int | None
    nodes: tuple[Node, ...]

    def __post_init__(self) -> None:
        counts = Counter([INPUT, *(node.name for node in self.nodes)])
        for node in self.nodes:
            if counts[node.name] > 1:
                raise NetworkError(node.name, "there is another layer of this name")
            if not node.inputs:
                raise NetworkError(node.name, "reads nothing")
            for name in node.inputs:
                if name not in counts:
                    raise NetworkError(node.name, f"reads '{name}', and there is no such layer")
        self.in_order()

    def in_order(self) -> tuple[Node, ...]:
        """The nodes, each after those that it reads; otherwise as they were given."""
        places = {node.name: place for place, node in enumerate(self.nodes)}
        sorter = TopologicalSorter({node.name: {*node.inputs} - {INPUT} for node in self.nodes})
        try:
            sorter.prepare()
        except CycleError as error:
            circle: list[str] = error.args[1]
            raise NetworkError(circle[0], f"its output comes back to it: {' -> '.join(circle)}") from None
        ready: list[int] = []
        done: list[Node] = []
        while sorter.is_active():
            ready = sorted([*ready, *(places[name] for name in sorter.get_ready())])
            done.append(self.nodes[ready.pop(0)])
            sorter.done(done[-1].name)
        return tuple(done)


class Draft:
    """A network while it is being written down, layer by layer."""

    def __init__(self, name: str, input_channels: int | None) -> None:
        self._name = name
        self._input_channels = input_channels
        self._nodes: list[Node] = []

    def add(self, name: str, layer: Layer, *inputs: str) -> str:
        """Put a layer down and give its name; without inputs it reads `last`."""
        self._nodes.append(Node(name, layer, inputs or (self.last,)))
        return name

    @property
    def last(self) -> str:
        """Name of the layer put down last; that of the input before the first."""
        return self._nodes[-1].name if self._nodes else INPUT

    def network(self) -> Network:
        """The network as written so far. Raises NetworkError as Network does."""
        return Network(self._name, self._input_channels, tuple(self._nodes))
