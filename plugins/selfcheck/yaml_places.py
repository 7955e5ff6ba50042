"""What stands at a line and column of a YAML text: the node, its path from the root, and where it ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from selfcheck.complaint import FieldPath
from selfcheck.source import Document, Position
from selfcheck.yaml_syntax import lines_of


@dataclass(frozen=True, slots=True)
class Spot:
    """A node of a text; `path` leads to it, or to the value whose name it is."""

    path: FieldPath
    node: Node
    is_name: bool = False
    siblings: frozenset[str] = frozenset()
    """The names that stand beside a name."""

    @property
    def start(self) -> Position:
        """Its first line and column, from 1."""
        return self.node.start_mark.line + 1, self.node.start_mark.column + 1

    def end(self, text: str) -> Position:
        """The line of its last character, and the column behind it; empty lines below it are none of it."""
        line, column = self.node.end_mark.line, self.node.end_mark.column
        lines = lines_of(text)
        while line > self.node.start_mark.line and (line >= len(lines) or not lines[line][:column].strip()):
            line -= 1
            column = len(lines[line].rstrip()) if line < len(lines) else 0
        return line + 1, column + 1


def spot_at(document: Document, position: Position) -> Spot | None:
    """The innermost node that a line and column lie in; None in an empty text."""
    if document.root is None:
        return None
    spot = Spot((), document.root)
    while inner := _last_before(_inside(spot), position):
        spot = inner
    return spot


def _last_before(spots: Iterator[Spot], position: Position) -> Spot | None:
    """The last of these that begins no later; values come behind their names."""
    found = None
    for spot in spots:
        if spot.start > position:
            break
        found = spot
    return found


def _inside(spot: Spot) -> Iterator[Spot]:
    if spot.is_name or isinstance(spot.node, ScalarNode):
        return
    if isinstance(spot.node, SequenceNode):
        yield from (Spot((*spot.path, index), each) for index, each in enumerate(spot.node.value))
    elif isinstance(spot.node, MappingNode):
        names = frozenset(str(name.value) for name, _ in spot.node.value)
        for name, value in spot.node.value:
            path = (*spot.path, str(name.value))
            yield Spot(path, name, True, names)
            yield Spot(path, value)
