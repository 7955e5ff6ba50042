"""YAML text to plain data, with the line and column of every node kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # a PyYAML built without libyaml reads the same, only slower
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

MOST_NODES = 200_000
"""How many nodes one file may expand to: an alias bomb stays below the memory of any machine."""

MOST_DEPTH = 40

Data: TypeAlias = "str | list[Data] | dict[str, Data]"
Path: TypeAlias = "tuple[str | int, ...]"
"""Where a node stands inside its file: field names and list indices from the root."""

_STANDARD_TAG = "tag:yaml.org,2002:"
_QUOTED = ("'", '"', "|", ">")


class Plain(str):
    """A scalar written without quotes: only such a one can be a boolean or a number."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """Something the text does wrong before any question is looked at. Lines and columns count from 1."""

    line: int
    column: int
    message: str
    hint: str


class Unreadable(Exception):
    """The text is no YAML at all: nothing in it can be trusted."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Document:
    """The data of a text, the faults met while reading it, and the way back to the lines."""

    data: Data | None
    faults: tuple[Fault, ...]
    root: Node | None

    def place(self, path: Path) -> tuple[int, int]:
        """Line and column of the node at `path`, or of its nearest ancestor that exists."""
        mark = (deepest(self.root, path) or self.root or _NOWHERE).start_mark
        return mark.line + 1, mark.column + 1

    def key_place(self, path: Path) -> tuple[int, int]:
        """Line and column of the field name that leads to `path` (for list items: of the item)."""
        parent = deepest(self.root, path[:-1])
        if isinstance(parent, MappingNode):
            for key, _ in parent.value:
                if key.value == path[-1]:
                    return key.start_mark.line + 1, key.start_mark.column + 1
        return self.place(path)

    def text_place(self, path: Path, line_in_text: int) -> tuple[int, int]:
        """Line and column of a line (from 0) of the text at `path`; exact in a literal block."""
        node = deepest(self.root, path)
        if isinstance(node, ScalarNode) and node.style == "|":
            return node.start_mark.line + 2 + line_in_text, 1
        return self.place(path)


class _Nowhere:
    start_mark = yaml.Mark("", 0, 0, 0, None, None)


_NOWHERE = _Nowhere()


def read(text: str) -> Document:
    """Read one YAML document. Every scalar becomes its own text (`no`, `3`, `1e3` stay as written).

    Raises `Unreadable` where YAML itself gives up; all lesser faults are collected in the document.
    """
    try:
        root = Loader(text).get_single_node()
    except yaml.MarkedYAMLError as error:
        raise Unreadable(_syntax_fault(error, text)) from error
    except yaml.YAMLError as error:
        raise Unreadable(_character_fault(error, text)) from error
    if root is None:
        return Document(None, (), None)
    reading = _Reading()
    data = reading.convert(root, 0)
    return Document(data, tuple(reading.faults), root)


def deepest(node: Node | None, path: Sequence[str | int]) -> Node | None:
    """The node at `path`, or the last one met on the way to it."""
    for step in path:
        child = _child(node, step)
        if child is None:
            return node
        node = child
    return node


def _child(node: Node | None, step: str | int) -> Node | None:
    if isinstance(node, MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step]  # type: ignore[no-any-return]
    return None


class _Reading:
    """One pass over the composed nodes; remembers faults and how much has been expanded."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.nodes = 0

    def convert(self, node: Node, depth: int) -> Data:
        self.nodes += 1
        if self.nodes > MOST_NODES or depth > MOST_DEPTH:
            raise Unreadable(
                _fault(
                    node,
                    "the file expands to more than it may (aliases that repeat each other, or too deep a nesting)",
                    "write the text out instead of using anchors (&) and aliases (*)",
                )
            )
        if not node.tag.startswith(_STANDARD_TAG):
            self.faults.append(_fault(node, f'the tag "{node.tag}" is not known here', "remove the tag"))
        if isinstance(node, MappingNode):
            return dict(self._fields(node, depth))
        if isinstance(node, SequenceNode):
            return [self.convert(child, depth + 1) for child in node.value]
        return str(node.value) if node.style in _QUOTED else Plain(node.value)

    def _fields(self, node: MappingNode, depth: int) -> Iterator[tuple[str, Data]]:
        first: dict[str, int] = {}
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                self.faults.append(_fault(key, "a field name must be a word", "write `name: value`"))
                continue
            name = str(key.value)
            if name in first:
                self.faults.append(
                    _fault(
                        key, f'the field "{name}" is given twice', f"keep one; the first is in line {first[name]}"
                    )
                )
                continue
            first[name] = key.start_mark.line + 1
            yield name, self.convert(value, depth + 1)


def _fault(node: Node, message: str, hint: str) -> Fault:
    return Fault(node.start_mark.line + 1, node.start_mark.column + 1, message, hint)


def _syntax_fault(error: yaml.MarkedYAMLError, text: str) -> Fault:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    lines = text.splitlines()
    indent = lines[line - 1][: column + 1] if line <= len(lines) else ""
    if "\t" in indent and not indent.strip():
        return Fault(line, indent.index("\t") + 1, "the line is indented with a tab", "indent with spaces")
    said = (error.problem or "the text cannot be parsed").replace("'\\t'", "a tab")
    return Fault(line, column, f"this is not YAML: {said}", _syntax_cure(said))


def _syntax_cure(said: str) -> str:
    if "mapping values are not allowed" in said:
        return "put quotes round a text that contains `: `, or start it on a new line after `|`"
    if "cannot start any token" in said or "undefined alias" in said:
        return "put quotes round a text that starts with a special character, or start it on a new line after `|`"
    if "expected a single document" in said:
        return "remove the line `---` in the middle: one file is one quiz"
    return "look at the indentation and the quotes of this line and the one before"


def _character_fault(error: yaml.YAMLError, text: str) -> Fault:
    position = getattr(error, "position", 0)
    line = text.count("\n", 0, position) + 1
    column = position - (text.rfind("\n", 0, position) + 1) + 1
    return Fault(line, column, "a character that YAML does not allow stands here", "delete the control character")
