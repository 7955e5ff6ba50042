"""Where a configuration file states an option, so that what is wrong with it is told at its line."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

import yaml

from selfcheck.complaint import Complaint
from selfcheck.configuration_file import inherited_files, is_of_zensical
from selfcheck.options import PUT_QUOTES
from selfcheck.pages.path import path_from
from selfcheck.problems import Problem
from selfcheck.toml_places import key_places

_NAME = "selfcheck"
_LISTS = ("plugins", "markdown_extensions")

_Mention: TypeAlias = "tuple[yaml.Node, yaml.Node | None]"


def option_problems(complaints: Iterable[Complaint], file: Path) -> list[Problem]:
    """Each complaint about an option at the place that states it, in a configuration file or one above it."""
    return [_problem(complaint.of_kind("option"), file) for complaint in complaints]


def misnamed_problem(name: str, file: Path) -> Problem:
    """The problem that a plugin or an extension of another name is meant to be selfcheck."""
    complaint = Complaint(
        (), f'selfcheck is called "{name}" here, which hosts do not know', "write `selfcheck`"
    )
    places = (_position((), each, name) for each in inherited_files(file))
    return Problem.of(complaint, path_from(Path.cwd(), file), next(filter(None, places), (None, None)))


def _problem(complaint: Complaint, file: Path) -> Problem:
    """The complaint at the place of what it is about, or of the nearest that is written above it."""
    path = tuple(map(str, complaint.path))
    files = inherited_files(file) if file.is_file() else []
    for length in range(len(path), -1, -1):
        for each in files:
            if position := _position(path[:length], each):
                return Problem.of(_with_cure(complaint, each), path_from(Path.cwd(), each), position)
    return Problem.of(complaint, path_from(Path.cwd(), file), (None, None))


def _position(path: tuple[str, ...], file: Path, plugin: str = _NAME) -> tuple[int, int] | None:
    """Line and column of an option, or of a name in its mapping, from 1; of the last mention for no path."""
    text = file.read_text("utf-8-sig")
    if is_of_zensical(file):
        end = (plugin, *path)
        return next((place for key, place in key_places(text) if key[-len(end) :] == end), None)
    mentions = list(_mentions(yaml.compose(text, yaml.SafeLoader), plugin))
    if not path:
        return _place(mentions[-1][0]) if mentions else None
    found = _stated(path, mentions)
    return _place(found[0]) if found else None


def _with_cure(complaint: Complaint, file: Path) -> Complaint:
    """The complaint, with the cure for a value that a variable of the environment gives."""
    if complaint.hint != PUT_QUOTES or is_of_zensical(file):
        return complaint
    mentions = _mentions(yaml.compose(file.read_text("utf-8-sig"), yaml.SafeLoader))
    found = _stated(tuple(map(str, complaint.path)), mentions)
    if found is None or found[1].tag != "!ENV":
        return complaint
    named = found[1].value if isinstance(found[1], yaml.SequenceNode) else found[1:]
    variable = next((each.value for each in named if each.value in os.environ), None)
    if variable is None:  # the value is the last in the list, which stands in the file
        return complaint
    return replace(complaint, hint=f"give {variable} a value that YAML reads as a text, as v1.0")


def _stated(path: tuple[str, ...], mentions: Iterable[_Mention]) -> tuple[yaml.Node, yaml.Node] | None:
    """The name of an option, or of what stands below it, with its value; an entry of a list is both."""
    named = (_name_in(options, path) for _, options in mentions if options)
    return next(filter(None, named), None)


def _place(node: yaml.Node) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1


def _mentions(node: yaml.Node | None, plugin: str = _NAME) -> Iterator[_Mention]:
    """Every name of the plugin that has options, or could have some, with what stands behind it.

    A group of plugins may hold it, too.
    """
    if isinstance(node, yaml.SequenceNode):
        for each in node.value:
            yield from _mentions(each, plugin)
    elif isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if name.value == plugin:
                yield name, value
            if not isinstance(value, yaml.ScalarNode) or name.value in _LISTS:
                yield from _mentions(value, plugin)
    elif isinstance(node, yaml.ScalarNode) and node.value == plugin:
        yield node, None


def _name_in(node: yaml.Node, path: tuple[str, ...]) -> tuple[yaml.Node, yaml.Node] | None:
    """The name at the end of a path into mappings, with its value; the entries of a list have numbers."""
    if isinstance(node, yaml.SequenceNode) and len(path) == 1:
        return next(((each, each) for at, each in enumerate(node.value) if str(at) == path[0]), None)
    for name, value in node.value if isinstance(node, yaml.MappingNode) else ():
        if name.value == path[0]:
            return _name_in(value, path[1:]) if path[1:] else (name, value)
    return None
