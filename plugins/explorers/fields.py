"""The body of a fence: the name of an explorer alone, or a mapping that begins with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

import yaml

from explorers.problems import Complaint

NAME = "explorer"
_USAGE = "write the name of an explorer, as in `layer-arithmetic`"


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the body, with its place there; line and column count from 0."""

    text: str
    line: int
    column: int

    @property
    def place(self) -> Text:
        """Where it stands: itself."""
        return self

    def complaint(self, message: str, cure: str) -> Complaint:
        """What is wrong with it."""
        return Complaint(message, cure, self.line, self.column)


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its name, and its value, which is a text, fields of its own, or a list."""

    name: Text
    value: Value


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of a mapping in their order, each at most once."""

    place: Text
    entries: tuple[Field, ...]

    def get(self, name: str) -> Field | None:
        """The field of this name, if it is there."""
        return next((field for field in self.entries if field.name.text == name), None)


@dataclass(frozen=True, slots=True)
class Items:
    """The entries of a list in their order."""

    place: Text
    entries: tuple[Value, ...]


Value: TypeAlias = "Text | Fields | Items"


class UnreadableError(Exception):
    """The body cannot be read; carries what is wrong."""

    def __init__(self, complaint: Complaint) -> None:
        super().__init__(complaint.message)
        self.complaint = complaint


def read(body: str) -> Fields:
    """Read a body; a name alone is its field `explorer`. Raises UnreadableError."""
    try:
        return _read(body)
    except RecursionError as error:
        complaint = Complaint("the fence refers to itself or is nested too deeply", "write it out")
        raise UnreadableError(complaint) from error


def _read(body: str) -> Fields:
    try:
        node = yaml.compose(body, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark: Any = error.problem_mark or error.context_mark
        said = f"the fence is no YAML: {error.problem or error.context}"
        raise UnreadableError(Complaint(said, "correct it", mark.line, mark.column)) from error
    except yaml.YAMLError as error:
        raise UnreadableError(Complaint(f"the fence is no YAML: {error}", "correct it")) from error
    if node is None or (isinstance(node, yaml.ScalarNode) and not node.value):
        raise UnreadableError(Complaint("the fence is empty", _USAGE))
    if isinstance(node, yaml.ScalarNode):
        place = _text(node)
        return Fields(place, (Field(Text(NAME, place.line, place.column), place),))
    if not isinstance(node, yaml.MappingNode):
        raise UnreadableError(_place(node).complaint("a list stands where fields are expected", _USAGE))
    return _fields(node)


def _value(node: yaml.Node) -> Value:
    if isinstance(node, yaml.MappingNode):
        return _fields(node)
    if isinstance(node, yaml.SequenceNode):
        return Items(_place(node), tuple(map(_value, node.value)))
    return _text(node)


def _fields(node: yaml.MappingNode) -> Fields:
    entries: dict[str, Field] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise UnreadableError(_place(key).complaint("the name of a field is no text", "write a name"))
        name = _text(key)
        if name.text in entries:
            raise UnreadableError(name.complaint(f'the field "{name.text}" stands twice', "remove one"))
        entries[name.text] = Field(name, _value(value))
    return Fields(_place(node), tuple(entries.values()))


def _place(node: yaml.Node) -> Text:
    return Text("", node.start_mark.line, node.start_mark.column)


def _text(node: yaml.Node) -> Text:
    return Text(str(node.value).strip(), node.start_mark.line, node.start_mark.column)
