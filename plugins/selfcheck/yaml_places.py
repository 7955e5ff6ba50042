"""What stands at a line and column of a YAML text: the node, its path from the root, and where it ends."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from yaml.nodes import MappingNode, Node, SequenceNode

from selfcheck.complaint import FieldPath
from selfcheck.source import Document, Position


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

    def end(self, lines: Sequence[str]) -> Position:
        """The line of its last character, and the column behind it; empty lines below it are none of it."""
        line, column = self.node.end_mark.line, self.node.end_mark.column
        while line > self.node.start_mark.line and (line >= len(lines) or not lines[line][:column].strip()):
            line -= 1
            column = len(lines[line].rstrip()) if line < len(lines) else 0
        return line + 1, column + 1


class Places:
    """All nodes of a document in the order of its text; what aliases repeat stands at its anchor alone."""

    def __init__(self, document: Document) -> None:
        self._spots: list[Spot] = []
        self._seen: set[int] = set()
        if document.root is not None:
            self._add(Spot((), document.root))
        self._starts = [spot.start for spot in self._spots]

    def at(self, position: Position) -> Spot | None:
        """The innermost node that a line and column lie in, or the last one above; None if there is none."""
        index = bisect_right(self._starts, position)
        return self._spots[index - 1] if index else None

    def _add(self, spot: Spot) -> None:
        if id(spot.node) in self._seen:
            return
        self._seen.add(id(spot.node))
        self._spots.append(spot)
        if spot.is_name:
            return
        if isinstance(spot.node, SequenceNode):
            for index, each in enumerate(spot.node.value):
                self._add(Spot((*spot.path, index), each))
        elif isinstance(spot.node, MappingNode):
            names = frozenset(str(name.value) for name, _ in spot.node.value)
            for name, value in spot.node.value:
                path = (*spot.path, str(name.value))
                self._add(Spot(path, name, True, names))
                self._add(Spot(path, value))
