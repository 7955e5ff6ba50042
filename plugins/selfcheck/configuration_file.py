"""A site's configuration file, read as its host does: YAML with `INHERIT` and `!ENV`, or Zensical's TOML."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from yaml_env_tag import construct_env_tag

from selfcheck.complaint import Complaint
from selfcheck.errors import SelfCheckError
from selfcheck.pages.path import CONFIGURATION_FILES
from selfcheck.problems import Problem
from selfcheck.source import Document
from selfcheck.yaml_syntax import character_complaint, syntax_complaint

try:
    from yaml import CSafeLoader as SafeLoader
except ImportError:  # a PyYAML built without libyaml reads the same, only slower
    from yaml import SafeLoader  # type: ignore[assignment]

_MAKING_ANCHORS = frozenset({"markdown.extensions.toc", "pymdownx.slugs"})
"""Modules of functions that make anchors of headings, which need no host."""

_OTHER_NAME = "name the right file by --config-file"


class ConfigurationUnreadable(SelfCheckError):
    """There is no configuration file, or it cannot be read."""


class _Loader(SafeLoader):
    """Reads plain data as the hosts do, and `!ENV`; what only another program can make becomes None.

    A function that makes anchors becomes its name; one that is made by a call, a mapping as Zensical has it.
    """


def _function(loader: Any, name: str, node: yaml.Node) -> str | None:
    return name if makes_anchors(name) else None


def _call(loader: Any, name: str, node: yaml.Node) -> dict[str, Any] | None:
    given = loader.construct_mapping(node, deep=True) if isinstance(node, yaml.MappingNode) else {}
    return {"object": name, "kwds": given.get("kwds") or {}} if makes_anchors(name) else None


_Loader.add_constructor("!ENV", construct_env_tag)
_Loader.add_constructor(None, lambda loader, node: None)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/name:", _function)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/object/apply:", _call)


def makes_anchors(function: str) -> bool:
    """Whether a function, by its whole name, is one that makes anchors of headings and that everyone has."""
    return function.rpartition(".")[0] in _MAKING_ANCHORS


def found_in(folder: Path) -> list[Path]:
    """The configuration files that stand in a folder, by the names that hosts look for."""
    return [folder / name for name in CONFIGURATION_FILES if (folder / name).is_file()]


def is_of_zensical(file: Path) -> bool:
    """Whether only Zensical reads such a file."""
    return file.suffix.lower() == ".toml"


def settings_of(file: Path) -> dict[str, Any]:
    """What a configuration file says, together with the files that it inherits from."""
    return _toml(file) if is_of_zensical(file) else _yaml(file, ())


def inherited_files(file: Path) -> list[Path]:
    """A configuration file that can be read, and those that it inherits from, the nearest first."""
    files = [file]
    while not is_of_zensical(files[-1]) and (name := _loaded(files[-1]).get("INHERIT")):
        files.append(files[-1].parent / str(name))
    return files


def _toml(file: Path) -> dict[str, Any]:
    """The table `project`; a file without one is read as a whole, as Zensical does."""
    text = _text(file)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        said, _, place = str(error).partition(" (at ")
        numbers = tuple(map(int, re.findall(r"\d+", place)))  # none where the file ends too early
        at = (numbers[0], numbers[1]) if numbers else (len(text.splitlines()), None)
        complaint = Complaint((), f"this is not TOML: {said}", "mend this line")
        raise ConfigurationUnreadable(str(Problem.of(complaint, str(file), at))) from error
    return _mapping(data.get("project", data), file)


def _yaml(file: Path, heirs: tuple[Path, ...]) -> dict[str, Any]:
    """The mapping in a file over those it inherits from; `heirs` are the files that led here."""
    settings = _loaded(file)
    if "INHERIT" not in settings:
        return settings
    parent = _parent(file, settings.pop("INHERIT"), heirs)
    return _merged(_yaml(parent, (*heirs, file)), settings)


def _loaded(file: Path) -> dict[str, Any]:
    text = _text(file)
    try:
        data = yaml.load(text, _Loader)
    except yaml.MarkedYAMLError as error:
        raise _no_yaml(file, syntax_complaint(error, text)) from error
    except yaml.YAMLError as error:
        raise _no_yaml(file, character_complaint(text)) from error
    except (ValueError, OverflowError) as error:  # of what looks like a date or a number and is none
        said = f"a value cannot be read: {error}"
        raise ConfigurationUnreadable(f"{file}: {said}; put quotes round what is meant as text") from error
    return _mapping(data, file)


def _parent(file: Path, name: object, heirs: tuple[Path, ...]) -> Path:
    parent = file.parent / str(name)
    if not parent.is_file():
        raise ConfigurationUnreadable(f'{file}: INHERIT names "{name}", which is no file; write its path')
    if any(parent.samefile(each) for each in (*heirs, file)):
        raise ConfigurationUnreadable(f"{file}: INHERIT leads back to {parent}; remove one of the two")
    return parent


def _merged(parent: dict[str, Any], child: Mapping[str, Any]) -> dict[str, Any]:
    """As MkDocs merges them: mappings field by field, and of anything else the child's."""
    for name, value in child.items():
        inherited = parent.get(name)
        if isinstance(inherited, dict) and isinstance(value, dict):
            _merged(inherited, value)
        else:
            parent[name] = value
    return parent


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8-sig")
    except OSError as error:
        raise ConfigurationUnreadable(f"{file}: {error.strerror or error}; {_OTHER_NAME}") from error
    except UnicodeDecodeError as error:
        raise ConfigurationUnreadable(f"{file}: the file is not UTF-8; save it with this encoding") from error


def _mapping(data: object, file: Path) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise ConfigurationUnreadable(f"{file}: a mapping is expected; begin it with `site_name:`")
    return data


def _no_yaml(file: Path, complaint: Complaint) -> ConfigurationUnreadable:
    return ConfigurationUnreadable(str(Problem.of(complaint, str(file), Document().position(complaint))))
