"""The body of a fence: the name of an explorer alone, or a mapping that begins with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

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

    def complaint(self, message: str, cure: str) -> Complaint:
        """What is wrong with it."""
        return Complaint(message, cure, self.line, self.column)


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its name, and its value, which is a text or fields of its own."""

    name: Text
    value: Text | Fields


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of a mapping in their order, each at most once."""

    place: Text
    entries: tuple[Field, ...]

    def get(self, name: str) -> Field | None:
        """The field of this name, if it is there."""
        return next((field for field in self.entries if field.name.text == name), None)


class UnreadableError(Exception):
    """The body cannot be read; carries what is wrong."""

    def __init__(self, complaint: Complaint) -> None:
        super().__init__(complaint.message)
        self.complaint = complaint


def read(body: str) -> Fields:
    """Read a body; a name alone is its field `explorer`. Raises UnreadableError."""
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
    return _fields(node)


def _fields(node: yaml.Node) -> Fields:
    place = Text("", node.start_mark.line, node.start_mark.column)
    if not isinstance(node, yaml.MappingNode):
        raise UnreadableError(place.complaint("a list stands where fields are expected", _USAGE))
    entries: dict[str, Field] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            at = Text("", key.start_mark.line, key.start_mark.column)
            raise UnreadableError(at.complaint("the name of a field is no text", "write a name"))
        name = _text(key)
        if name.text in entries:
            raise UnreadableError(name.complaint(f'the field "{name.text}" stands twice', "remove one"))
        is_text = isinstance(value, yaml.ScalarNode)
        entries[name.text] = Field(name, _text(value) if is_text else _fields(value))
    return Fields(place, tuple(entries.values()))


def _text(node: yaml.Node) -> Text:
    return Text(str(node.value).strip(), node.start_mark.line, node.start_mark.column)
