"""The example of a type, as its folder has it, with the meaning of each field as a comment above it."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from yaml.nodes import MappingNode, Node, SequenceNode

from selfcheck.checks.validation import AnyModel, field_names, meanings, model_at
from selfcheck.errors import SelfCheckError
from selfcheck.question_types import QuestionType
from selfcheck.question_types.registry import CASES
from selfcheck.source import FieldPath, Unreadable, read

_WIDTH = 100
_SECTION = "section"
_TOP: FieldPath = ()


class NoExample(SelfCheckError):
    """The folder of a type has no question to begin with."""


def example(kind: QuestionType, taken: Collection[str] = (), require: Collection[str] = ()) -> str:
    """The first accepted question of a type, commented, with an id that is none of those `taken`.

    The site has neither its section nor its pictures: the `section` is commented out unless the site
    requires it. Raises NoExample.
    """
    text = _with_free_id(_first_case(kind), taken)
    if _SECTION not in require:
        text = re.sub(r"^section: .*$", "# section: lessons/page.md#heading", text, flags=re.MULTILINE)
    meaning, guide = kind.meaning, f" The guide: authoring/{kind.name}.md" if kind.is_ours else ""
    head = [f"# {meaning}{guide}"] if meaning else []
    return "\n".join([*head, *_commented(text, kind.model)]) + "\n"


def pictures(kind: QuestionType) -> tuple[str, ...]:
    """The pictures that the example shows, as it names them."""
    text = _first_case(kind)
    images = kind.folder / "images"
    names = sorted(each.name for each in images.iterdir()) if images.is_dir() else []
    return tuple(f"images/{name}" for name in names if f"images/{name}" in text)


def _first_case(kind: QuestionType) -> str:
    if kind.example is None:
        message = (
            f'the type "{kind.name}" has no example: {kind.file(CASES)} lists no question under `accepted`'
        )
        raise NoExample(f"{message}; write one there, as `- question: |` and the question below it")
    if not _is_question(kind.example):
        message = f'the type "{kind.name}" has an example that is no question: the first under `accepted`'
        raise NoExample(f"{message} in {kind.file(CASES)}; write it as a question file has it, with its `id`")
    return kind.example


def _is_question(text: str) -> bool:
    """Whether a text holds fields, an `id` among them."""
    try:
        data: Any = read(text).data
    except Unreadable:
        return False
    return isinstance(data, dict) and "id" in data


def _with_free_id(text: str, taken: Collection[str]) -> str:
    """The question, its id with the first number behind it that makes it unique."""
    data: Any = read(text).data
    own, number = str(data["id"]), 2
    name = own
    while name in taken:
        name, number = f"{own}-{number}", number + 1
    return re.sub(rf"^id: *{re.escape(own)} *$", f"id: {name}", text, count=1, flags=re.MULTILINE)


def _commented(text: str, model: AnyModel) -> Iterator[str]:
    """The lines of a question, with comments above those that begin a field; then what else it may have."""
    document = read(text)
    notes = _Notes(model, text.splitlines())
    if document.root:
        notes.add(document.root, _TOP)
    for number, line in enumerate(notes.lines):
        yield from notes.above.get(number, ())
        if line.startswith(f"# {_SECTION}:"):
            yield from _comment("", f"{meanings(model)[_SECTION]}; a build tells if it is not there")
        yield line
    data: Any = document.data
    written = {*data, *(name for name in (_SECTION,) if f"# {name}:" in text)}
    further = [name for name in field_names(model) if name not in written]
    if further:
        yield "# It may also have:"
        width = max(map(len, further))
        yield from (f"#   {name:{width}}  {meanings(model).get(name, '')}".rstrip() for name in further)


@dataclass
class _Notes:
    """What is said above each line, by its number from 0; every field of every model is told once."""

    model: AnyModel
    lines: list[str]
    above: dict[int, list[str]] = field(default_factory=dict)
    told: set[tuple[AnyModel, str]] = field(default_factory=set)

    def add(self, node: Node, path: FieldPath) -> None:
        """Tell the fields at a node and below it, but those in braces, where no comment may stand."""
        if getattr(node, "flow_style", True):  # a scalar has none
            return
        if isinstance(node, MappingNode):
            for key, value in node.value:
                self._tell(key, path)
                self.add(value, (*path, str(key.value)))
        elif isinstance(node, SequenceNode):
            for index, each in enumerate(node.value):
                self.add(each, (*path, index))

    def _tell(self, key: Node, path: FieldPath) -> None:
        model, name = model_at(self.model, path), str(key.value)
        if (meaning := meanings(model).get(name)) and (model, name) not in self.told:
            self.told.add((model, name))
            line = self.lines[key.start_mark.line]
            indent = line[: len(line) - len(line.lstrip())]
            self.above.setdefault(key.start_mark.line, []).extend(_comment(indent, meaning))


def _comment(indent: str, text: str) -> Iterable[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=f"{indent}# ", subsequent_indent=f"{indent}# ")
