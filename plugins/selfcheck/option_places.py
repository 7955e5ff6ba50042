"""Where a configuration file states an option, so that what is wrong with it is told at its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

from selfcheck.complaint import Complaint
from selfcheck.configuration_file import inherited_files, is_of_zensical
from selfcheck.pages.path import path_from
from selfcheck.problems import Problem

_NAME = "selfcheck"


def option_problems(complaints: Iterable[Complaint], file: Path) -> list[Problem]:
    """Each complaint about an option at the place that states it, in a configuration file or one above it."""
    return [_problem(complaint, file) for complaint in complaints]


def _problem(complaint: Complaint, file: Path) -> Problem:
    option = str(complaint.path[0])
    for each in inherited_files(file) if file.is_file() else ():
        if position := _position(option, each):
            return Problem.of(complaint, path_from(Path.cwd(), each), position)
    return Problem.of(complaint, path_from(Path.cwd(), file), (None, None))


def _position(option: str, file: Path) -> tuple[int, int] | None:
    """Line and column of an option, from 1."""
    text = file.read_text("utf-8-sig")
    if is_of_zensical(file):
        return _in_table(option, text)
    for name in _names_below(yaml.compose(text, yaml.SafeLoader)):
        if name.value == option:
            return name.start_mark.line + 1, name.start_mark.column + 1
    return None


def _names_below(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    """The names in every mapping that stands behind the name `selfcheck`, also in a group of plugins."""
    if isinstance(node, yaml.SequenceNode):
        for each in node.value:
            yield from _names_below(each)
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if name.value == _NAME and isinstance(value, yaml.MappingNode):
                yield from (option for option, _ in value.value)
            yield from _names_below(value)


def _in_table(option: str, text: str) -> tuple[int, int] | None:
    """The place of an option in TOML: below the header of its table, or in the table's own line."""
    assignment = re.compile(rf"(?<![\w-])[\"']?{re.escape(option)}[\"']?\s*=")
    is_ours = False
    for number, line in enumerate(text.splitlines(), 1):
        if re.match(r"\s*\[", line):
            is_ours = bool(re.search(rf"\b{_NAME}\W*\]", line))
        is_inline = re.match(rf"\s*(?:[\w.\"-]+\.)?\"?{_NAME}\"?\s*[.=]", line)
        if (is_ours or is_inline) and (found := assignment.search(line)):
            return number, found.start() + 1
    return None
