"""A question file that a question is added to: nothing that stands there already changes."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import Any

from yaml.nodes import MappingNode, SequenceNode

from selfcheck.author_file import parted, rewrite
from selfcheck.errors import SelfCheckError
from selfcheck.source import Unreadable, read
from selfcheck.yaml_syntax import lines_of


class NotAddable(SelfCheckError):
    """A file that no question can be added to as it is."""


def with_question(text: str, question: str) -> str:
    """The text of a question file with one more question at the end of its list; of an empty one, a new file.

    Raises NotAddable where the file is no YAML, or has no list of questions in lines of their own.
    """
    mark, bare = parted(text)
    if not bare.strip(" \n\r\t"):
        return f"questions:\n{_entry(question, 2)}"
    listed = _list_in(bare)
    lines = bare.splitlines(keepends=True)
    ending = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    last = _last_line(listed, lines)
    if not lines[last].endswith(("\n", "\r")):
        lines[last] += ending
    entry = _entry(question, listed.start_mark.column).replace("\n", ending)
    lines.insert(last + 1, f"{ending}{entry}")
    added = "".join(lines)
    before: Any = read(bare if bare.endswith(("\n", "\r")) else bare + ending).data
    after: Any = read(added).data
    if after["questions"][:-1] != before["questions"] or len(after["questions"]) != len(listed.value) + 1:
        raise NotAddable("the end of its list of questions cannot be told; put an empty line below it")
    return mark + added


def add_question(file: Path, question: str) -> bool:
    """Add a question to a file, or make the file; True if it is new. Raises NotAddable, or OSError."""
    is_new = not file.exists()
    if not is_new and not file.is_file():
        raise NotAddable("it is no plain file; name one that ends with .yml")
    try:
        text = "" if is_new else file.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise NotAddable("the file is not UTF-8; save it with the encoding UTF-8") from error
    file.parent.mkdir(parents=True, exist_ok=True)
    content = with_question(text, question).encode()
    if is_new:
        file.write_bytes(content)
    else:
        rewrite(file, content)
    return is_new


def _list_in(text: str) -> SequenceNode:
    try:
        root = read(text).root
    except Unreadable as error:
        raise NotAddable(f"{error}; `selfcheck check` says where") from error
    fields = root.value if isinstance(root, MappingNode) else []
    found = [value for name, value in fields if name.value == "questions"]
    if not found or not isinstance(found[0], SequenceNode) or found[0].flow_style or not found[0].value:
        raise NotAddable("it has no list of questions; write `questions:` and one question below it")
    return found[0]


def _last_line(listed: SequenceNode, lines: list[str]) -> int:
    """The number, from 0, of the last line of a list that is neither empty nor a comment outside of it."""
    end = min(listed.end_mark.line, len(lines))
    for number in range(end - 1, listed.start_mark.line - 1, -1):
        line = lines[number]
        indent = len(line) - len(line.lstrip())
        if line.strip() and (indent > listed.start_mark.column or not line.lstrip().startswith("#")):
            return number
    return len(lines) - 1


def _entry(question: str, column: int) -> str:
    """A question as an entry of a list whose hyphens stand at this column; comments above it come first."""
    lines = lines_of(question.rstrip("\n"))
    first = next(number for number, line in enumerate(lines) if line and not line.startswith("#"))
    body = textwrap.indent("\n".join(lines[first:]), " " * (column + 2))
    head = [f"{' ' * column}{line}" for line in lines[:first]]
    return "\n".join([*head, f"{' ' * column}- {body.lstrip()}"]) + "\n"


def question_file(question: str) -> str:
    """A whole file with one question."""
    return with_question("", question)
