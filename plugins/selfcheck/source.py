"""YAML text to plain data, with the line and column of every node kept."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from selfcheck.complaint import Complaint
from selfcheck.complaint import FieldPath as FieldPath  # for modules that step through a document
from selfcheck.errors import ComplaintError
from selfcheck.lookalikes import SPACES, UNSEEN, without_unseen
from selfcheck.written_value import CUT_BY_COMMA, NothingBehindName, NothingInBraces, Plain
from selfcheck.yaml_mistakes import HYPHENS, about_sign
from selfcheck.yaml_scalar import changes
from selfcheck.yaml_syntax import (
    character_complaint,
    complaint_at,
    has_forbidden_character,
    hidden_break,
    lines_of,
    syntax_complaint,
    too_deep,
)

try:
    from yaml import CBaseLoader as BaseLoader
except ImportError:  # a PyYAML built without libyaml reads the same, only slower
    from yaml import BaseLoader  # type: ignore[assignment]

MOST_NODES = 200_000
"""How many nodes one file may expand to: an alias bomb stays below the memory of any machine."""

MOST_CHARACTERS = 10_000_000
"""The same for the text in them, which aliases repeat."""

MOST_DEPTH = 40

_TOO_MUCH = (
    "the file expands to more than it may, by aliases of aliases",
    "write the text out instead of using anchors (&) and aliases (*)",
)

_TOO_DEEP = (
    "lists and mappings are nested too deep here",
    "put quotes round a text that begins with brackets or hyphens",
)

Data: TypeAlias = "str | list[Data] | dict[str, Data]"
Position: TypeAlias = "tuple[int, int]"
"""Line and column, from 1."""

_YAML = "tag:yaml.org,2002:"
"""How the names of YAML's own tags begin, which an author writes as `!!`."""

_TAGS = frozenset(f"{_YAML}{name}" for name in ("str", "seq", "map", "int", "float", "bool", "null"))
"""What every scalar, list or mapping has, and what leaves the text of a scalar as it is."""

_USUAL_TAGS = {ScalarNode: f"{_YAML}str", SequenceNode: f"{_YAML}seq", MappingNode: f"{_YAML}map"}

_MERGE = "<<"
"""The field by which YAML 1.1 takes over those of another mapping."""

_QUOTED = ("'", '"', "|", ">")


class Loader(BaseLoader):
    """Composes nodes without a look at their values: every scalar is a text."""

    def resolve(self, kind: type[Node], value: str | None, implicit: object) -> str:
        """The tag of a node that has none."""
        return _USUAL_TAGS[kind]


class Unreadable(ComplaintError):
    """The text is no YAML at all: nothing in it can be trusted."""


@dataclass(frozen=True)
class Document:
    """The data of a text, the complaints about its YAML, and the way back to the lines."""

    data: Data | None = None
    complaints: tuple[Complaint, ...] = ()
    root: Node | None = None
    text: str = ""

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text as YAML counts them."""
        return lines_of(self.text)

    def position(self, complaint: Complaint) -> Position:
        """The line and column of a complaint about this text, or about a value in it."""
        column = complaint.column_in_text
        if column is not None and not complaint.path:
            return (complaint.line_in_text or 0) + 1, column + 1
        if complaint.line_in_text is not None:
            return self.text_place(complaint.path, complaint.line_in_text, column)
        place = self.name_place if complaint.is_about_name else self.place
        line, column = place(complaint.path)
        last = len(self.lines)
        return (line, column) if line <= last else (last, 1)  # to libyaml, nothing begins one line further

    def complains_at(self, place: Position) -> bool:
        """Whether the YAML itself is wrong at this place."""
        return any(self.position(each) == place for each in self.complaints)

    def existing(self, path: FieldPath) -> FieldPath:
        """As much of `path` as leads to a node."""
        node = self.root
        for length, step in enumerate(path):
            node = _child(node, step)
            if node is None:
                return path[:length]
        return path

    def place(self, path: FieldPath) -> Position:
        """Where the node at `path` begins, or its nearest ancestor that exists."""
        return self.span(path)[0]

    def span(self, path: FieldPath) -> tuple[Position, Position]:
        """Where the node at `path` begins, and where the text after it does."""
        node = _deepest(self.root, path)
        return (_position(node.start_mark), _position(node.end_mark)) if node else ((1, 1), (1, 1))

    def name_place(self, path: FieldPath) -> Position:
        """Where the field name stands that leads to `path` (for an entry of a list: where the entry does)."""
        parent = _deepest(self.root, path[:-1])
        if isinstance(parent, MappingNode):
            for key, _ in parent.value:
                if _name(key) == path[-1]:
                    return _position(key.start_mark)
        return self.place(path)

    def text_place(self, path: FieldPath, line_in_text: int, column: int | None = None) -> Position:
        """Where a line (from 0) of the text at `path` stands, or a column in it; else where it begins."""
        node = _deepest(self.root, path)
        number = self._line_of_text(node, line_in_text) if isinstance(node, ScalarNode) else None
        if isinstance(node, ScalarNode) and column is not None:
            first = node.start_mark.line if number is None else number
            if found := self._column_of_text(node, line_in_text, column, first):
                return found
        if number is None:
            return self.place(path)
        line = self.lines[number]
        return number + 1, len(line) - len(line.lstrip()) + 1

    def _column_of_text(
        self, node: ScalarNode, line_in_text: int, column: int, first: int
    ) -> Position | None:
        """Where what begins at a column of a text's line stands, from the line `first` of the file on."""
        said = str(node.value).splitlines()[line_in_text][column:]
        lines = self.lines[first : node.end_mark.line + 1]
        for probe in (said[:30], *said.split(maxsplit=1)[:1]):  # a folded line is cut elsewhere
            for number, line in enumerate(lines, first):
                start = node.start_mark.column if number == node.start_mark.line else 0
                if (at := line.find(probe, start)) >= 0:
                    return number + 1, at + 1
        return None

    def _line_of_text(self, node: ScalarNode, line_in_text: int) -> int | None:
        first = node.start_mark.line + 1
        if node.style == "|":
            return first + line_in_text
        lines = self.lines
        last = min(node.end_mark.line + 1, len(lines))
        said = str(node.value).splitlines()[line_in_text]
        written = {number: lines[number].strip() for number in range(first, last)}
        return next((number for number, line in written.items() if line and said.startswith(line)), None)


def read(text: str) -> Document:
    """Read one YAML document. Every scalar becomes its own text (`no`, `3`, `1e3` stay as written).

    Raises `Unreadable` where YAML itself gives up; all lesser complaints are gathered in the document.
    """
    root = compose(text).root
    if root is None:
        return Document(text=text)
    reading = _Reading(lines_of(text), text)
    data = reading.convert(root, 0)
    return Document(data, tuple(dict.fromkeys(reading.complaints)), root, text)


def compose(text: str) -> Document:
    """The nodes of one YAML document and no data, at half the time. Raises `Unreadable` as `read` does."""
    if (complaint := hidden_break(text)) is not None:
        raise Unreadable(complaint)
    if (mark := too_deep(text, BaseLoader)) is not None:
        raise Unreadable(complaint_at(mark, *_TOO_DEEP))
    try:
        return Document(None, (), Loader(text).get_single_node(), text)
    except yaml.MarkedYAMLError as error:
        raise Unreadable(syntax_complaint(error, text)) from error
    except (yaml.YAMLError, UnicodeEncodeError) as error:
        raise Unreadable(character_complaint(text)) from error


def _position(mark: yaml.Mark) -> Position:
    return mark.line + 1, mark.column + 1


def fields_of(node: Node | None) -> dict[str, Node]:
    """The value of each field of a mapping by its name, of twins the first; nothing for any other node."""
    found: dict[str, Node] = {}
    for key, value in node.value if isinstance(node, MappingNode) else ():
        if isinstance(key, ScalarNode):
            found.setdefault(_name(key), value)
    return found


def _deepest(node: Node | None, path: Sequence[str | int]) -> Node | None:
    """The node at `path`, or the last one met on the way to it."""
    for step in path:
        child = _child(node, step)
        if child is None:
            return node
        node = child
    return node


def _child(node: Node | None, step: str | int) -> Node | None:
    if isinstance(node, MappingNode):
        return next((value for key, value in node.value if _name(key) == step), None)
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step]  # type: ignore[no-any-return]
    return None


def _is_nothing(node: Node) -> bool:
    return isinstance(node, ScalarNode) and not node.value and node.style not in _QUOTED


def _name(key: Node) -> str:
    """The name of a field, in which nothing stands that cannot be seen."""
    name = str(key.value)
    return name if name.isascii() else re.sub(f"[{SPACES}]", " ", without_unseen(name)).strip()


def _complaints_about_name(key: ScalarNode) -> Iterator[Complaint]:
    """What is wrong with the name of a field in itself, in any mapping."""
    name = str(key.value)
    if name == _MERGE:
        message = "fields are not merged into others here, so `<<` brings none"
        yield complaint_at(key.start_mark, message, "write them out in each mapping that has them")
    if name.isascii():
        return
    if hyphen := re.match(f"{HYPHENS}(?=[ {SPACES}])", name):
        raise Unreadable(complaint_at(key.start_mark, *about_sign(hyphen[0])))
    if found := re.search(f"[{SPACES}{UNSEEN}]", name):
        yield complaint_at(key.start_mark, *about_sign(found[0]))


class _Reading:
    """One pass over the composed nodes; gathers complaints and counts what has been expanded."""

    def __init__(self, lines: Sequence[str], text: str) -> None:
        self.lines = lines
        self.may_have_tags = "!" in text
        self.has_aliases = "&" in text and "*" in text
        self.may_have_controls = "\\" in text or has_forbidden_character(text)
        """Only quotes with an escape can hold a character that the text itself does not."""
        self.complaints: list[Complaint] = []
        self.nodes = 0
        self.characters = 0

    def convert(self, node: Node, depth: int) -> Data:
        self.nodes += 1
        self.characters += len(node.value) if isinstance(node, ScalarNode) else 0
        if self.nodes > MOST_NODES or self.characters > MOST_CHARACTERS:
            raise Unreadable(complaint_at(node.start_mark, *_TOO_MUCH))
        if depth > MOST_DEPTH:
            raise Unreadable(complaint_at(node.start_mark, *(_TOO_MUCH if self.has_aliases else _TOO_DEEP)))
        tag = self._tag(node) if self.may_have_tags else str(node.tag)
        if tag not in _TAGS:
            self.complaints.append(
                complaint_at(
                    node.start_mark,
                    f'the tag "{tag.replace(_YAML, "!!")}" is not known here',
                    "put quotes round the text, or remove the tag",
                )
            )
        if isinstance(node, MappingNode):
            return dict(self._fields(node, depth))
        if isinstance(node, SequenceNode):
            return [self.convert(child, depth + 1) for child in node.value]
        assert isinstance(node, ScalarNode)
        told = list(changes(node, self.lines))
        if self.may_have_controls and not told and has_forbidden_character(node.value):
            message = "the text has a control character, which no page can show"
            told = [complaint_at(node.start_mark, message, "remove what stands for it, as \\x02")]
        self.complaints += told
        return str(node.value) if node.style in _QUOTED else Plain(node.value)

    def _tag(self, node: Node) -> str:
        """The tag of a node; a sign `!` alone is one, too, which libyaml does not keep."""
        line, column = node.start_mark.line, node.start_mark.column
        begins = line < len(self.lines) and self.lines[line].startswith("!", column)
        is_bare = begins and self.lines[line][column : column + 2] in ("!", "! ")
        return "!" if is_bare else str(node.tag)

    def _fields(self, node: MappingNode, depth: int) -> Iterator[tuple[str, Data]]:
        first: dict[str, Node] = {}
        merged: list[Data] = []
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                self.complaints.append(
                    complaint_at(key.start_mark, "a field name must be a word", "write `name: value`")
                )
                continue
            self.complaints += _complaints_about_name(key)
            name = _name(key)
            if name in first and node.flow_style and _is_nothing(value):
                self.complaints.append(complaint_at(key.start_mark, f'"{name}" has no value', CUT_BY_COMMA))
                continue
            if name in first:
                self.complaints.append(
                    complaint_at(
                        key.start_mark,
                        f'the field "{name}" is given twice',
                        f"keep one; the first is in line {first[name].start_mark.line + 1}",
                    )
                )
                continue
            first[name] = key
            read = self.convert(value, depth + 1)
            if name == _MERGE:
                merged += read if isinstance(read, list) else [read]
                continue
            if node.flow_style and read == "" and isinstance(read, Plain):
                read = NothingInBraces() if self._has_colon(key) else NothingBehindName()
            yield name, read
        yield from self._merged(merged, first)

    def _has_colon(self, key: Node) -> bool:
        line, column = key.end_mark.line, key.end_mark.column
        return line < len(self.lines) and self.lines[line][column:].lstrip().startswith(":")

    def _merged(self, mappings: Sequence[Data], there: Collection[str]) -> Iterator[tuple[str, Data]]:
        """What `<<` would bring in YAML 1.1, so that it is told of that field alone."""
        found: dict[str, Data] = {}
        for each in mappings:
            found = {**(each if isinstance(each, dict) else {}), **found}
        yield from ((name, value) for name, value in found.items() if name not in there)
