"""The options of selfcheck as a site's configuration file states them, read without any host."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selfcheck.complaint import Complaint
from selfcheck.configuration_file import ConfigurationUnreadable, is_of_zensical, settings_of
from selfcheck.errors import ProblemsFound
from selfcheck.option_places import misnamed_problem, option_problems
from selfcheck.options import (
    TWICE,
    ExtensionOptions,
    Options,
    SettingError,
    described_setting,
    option_complaints,
    values_of,
)
from selfcheck.pages.language import tag_of
from selfcheck.pages.path import path_from
from selfcheck.pages.published import published_below
from selfcheck.site import Site, further_complaints

_MISSING = (
    "selfcheck is neither among the plugins nor among the Markdown extensions; add `- selfcheck` to one"
)
_MISSING_IN_TOML = (
    "selfcheck is not among the Markdown extensions, and Zensical runs no plugins; "
    "add the table [project.markdown_extensions.selfcheck]"
)

_OF_ZENSICAL = ("zensical.toml", "mkdocs.yml", "mkdocs.yaml")
"""The files that Zensical looks for where none is named, in its order."""

_NAME = "selfcheck"

_OF_MKDOCS = "enabled"
"""The option that MkDocs itself gives to every plugin."""


def site_of(file: Path) -> Site:
    """The site that `mkdocs.yml`, `zensical.toml` or another file describes.

    Raises ConfigurationUnreadable, or ProblemsFound with what is wrong with options.

    Options are taken from the Markdown extension `selfcheck`, else from the plugin: a file that lists both
    serves two kinds of host, and the command is for the kind that runs no plugins.
    """
    settings = settings_of(file)
    extension = _options(settings.get("markdown_extensions"))
    plugin = None if is_of_zensical(file) else _options(settings.get("plugins"))
    options = plugin if extension is None else extension
    if misplaced := list(_complaints_about_shape(settings, file)):
        raise ProblemsFound(option_problems(misplaced, file))
    if options is None:
        if name := _misnamed(settings, file):
            raise ProblemsFound([misnamed_problem(name, file)])
        message = _MISSING_IN_TOML if is_of_zensical(file) else _MISSING
        raise ConfigurationUnreadable(f"{file}: {message}")
    complaints = list(option_complaints(Options if extension is None else ExtensionOptions, options))
    if extension is not None:
        complaints += option_complaints(Options, plugin or {})
    if complaints:
        if not options.get("root"):
            complaints += further_complaints(Path(os.path.abspath(file.parent)), options, complaints)
        raise ProblemsFound(option_problems(complaints, file))
    language = _language(settings.get("theme")) or ("en" if extension is None else None)
    docs = settings.get("docs_dir")
    if not isinstance(docs, str | None):
        raise ConfigurationUnreadable(
            f"{file}: `docs_dir` is no text; put quotes round the path of the pages"
        )
    known = {"docs": docs, "page_language": language}
    given = {name: value for name, value in options.items() if value is not None}
    values = values_of(ExtensionOptions, known | given)
    root = Path(os.path.abspath(file.parent / values["root"]))
    try:
        return Site(**{**values, "root": root, "docs": path_from(root, Path(values["docs"]))})
    except SettingError as error:
        raise ProblemsFound(option_problems(error.complaints, file)) from error


def _complaints_about_shape(settings: dict[str, Any], file: Path) -> Iterator[Complaint]:
    """What a host refuses of the place where the options of selfcheck stand."""
    is_toml = is_of_zensical(file)
    cure = "write a table, as `selfcheck = { lint = true }`"
    if not is_toml:
        cure = "write each below `selfcheck:` and further in, as `lint: true`"
    for kind in ("plugins", "markdown_extensions"):
        if isinstance(text := settings.get(kind), str) and not is_toml:
            message = f'a list is expected behind `{kind}`, not "{text}"'
            yield Complaint((), message, "write each name on a line of its own below, after `- `")
    plugins = [] if is_toml else list(_listed(settings.get("plugins"), _NAME))
    if len(plugins) > 1:
        yield Complaint((), *TWICE)
    for each in (*plugins, *_listed(settings.get("markdown_extensions"), _NAME)):
        if each.options is not None and not isinstance(each.options, dict):
            message = f"the options of selfcheck are a mapping, not {described_setting(each.options)}"
            yield Complaint((), message, cure)
        elif each.beside:
            message = f"`{each.beside[0]}` stands beside selfcheck, and not among its options"
            yield Complaint((), message, "indent it further than `selfcheck`")


def published_files(file: Path, site: Site) -> Iterator[Path]:
    """The files among the pages but those that settings exclude, as MkDocs reads them."""
    return published_below(site.root / site.docs, settings_of(file))


def file_of_zensical(folder: Path, options: Mapping[str, Any]) -> Path | None:
    """The configuration in a folder that gives the extension these options; of several, Zensical's choice."""
    every = sorted(each for each in folder.iterdir() if each.suffix in (".toml", ".yml", ".yaml"))
    for file in (*(folder / name for name in _OF_ZENSICAL), *every):
        with suppress(ConfigurationUnreadable):  # it is none, or that of another program
            if _options(settings_of(file).get("markdown_extensions")) == options:
                return file
    return None


def _language(theme: Any) -> str:
    """What the theme says of the pages' language: Material has a setting of its own, others a locale."""
    return tag_of(theme.get("language") or theme.get("locale")) if isinstance(theme, dict) else ""


def plugins_of(file: Path) -> frozenset[str]:
    """The names of the plugins that a configuration file lists, also in groups of plugins."""
    return frozenset(each.name for each in _listed(settings_of(file).get("plugins")))


def _options(plugins: Any) -> dict[str, Any] | None:
    """The options under the name `selfcheck` among plugins or extensions, or in a group of plugins."""
    for each in _listed(plugins, _NAME):
        given = each.options if isinstance(each.options, dict) else {}
        return {option: value for option, value in given.items() if option != _OF_MKDOCS}
    return None


def _misnamed(settings: Mapping[str, Any], file: Path) -> str:
    """The name of a plugin or an extension that is meant to be this one; "" where there is none."""
    plugins = () if is_of_zensical(file) else _listed(settings.get("plugins"))
    names = (each.name for each in (*plugins, *_listed(settings.get("markdown_extensions"))))
    return next((name for name in names if _NAME in re.sub("[^a-z]", "", name.lower())), "")


@dataclass(frozen=True)
class _Listed:
    """One of the plugins or extensions that a configuration lists."""

    name: str
    options: Any = None
    beside: tuple[str, ...] = ()
    """The other names in the same entry of a list, which has room for one."""


def _listed(plugins: Any, name: str = "") -> Iterator[_Listed]:
    """The plugins in a list or a mapping and those in their groups: all of them, or those of a name."""
    for entry in plugins if isinstance(plugins, list) else [plugins] if plugins else ():
        pairs = entry if isinstance(entry, dict) else {str(entry): None}
        for key, options in pairs.items():
            beside = [str(each) for each in pairs if each != key] if isinstance(plugins, list) else ()
            if not name or key == name:
                yield _Listed(str(key), options, tuple(beside))
            if isinstance(options, dict):
                yield from _listed(options.get("plugins"), name)
