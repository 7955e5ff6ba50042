"""The options of selfcheck as a site's configuration file states them, read without any host."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from selfcheck.configuration_file import ConfigurationUnreadable, is_of_zensical, settings_of
from selfcheck.options import ExtensionOptions, values_of
from selfcheck.pages.path import files_below, path_from
from selfcheck.site import Site

_MISSING = (
    "selfcheck is neither among the plugins nor among the Markdown extensions; add `- selfcheck` to one"
)
_MISSING_IN_TOML = (
    "selfcheck is not among the Markdown extensions, and Zensical runs no plugins; "
    "add the table [project.markdown_extensions.selfcheck]"
)


def site_of(file: Path) -> Site:
    """The site that `mkdocs.yml`, `zensical.toml` or another file describes. Raises ConfigurationUnreadable.

    Options are taken from the Markdown extension `selfcheck`, else from the plugin: a file that lists both
    serves two kinds of host, and the command is for the kind that runs no plugins.
    """
    settings = settings_of(file)
    extension = _options(settings.get("markdown_extensions"))
    plugin = None if is_of_zensical(file) else _options(settings.get("plugins"))
    options = plugin if extension is None else extension
    if options is None:
        message = _MISSING_IN_TOML if is_of_zensical(file) else _MISSING
        raise ConfigurationUnreadable(f"{file}: {message}")
    language = _language(settings.get("theme")) or ("en" if extension is None else None)
    known = {"docs": settings.get("docs_dir"), "page_language": language}
    given = {name: value for name, value in options.items() if value is not None}
    values = values_of(ExtensionOptions, known | given)
    root = Path(os.path.abspath(file.parent / values["root"]))
    return Site(**{**values, "root": root, "docs": path_from(root, Path(values["docs"]))})


def published_files(file: Path, site: Site) -> Iterator[Path]:
    """The files among the pages, which hosts publish; none where a setting excludes some, as builds read."""
    if not settings_of(file).get("exclude_docs"):
        yield from files_below(site.root / site.docs)


def _language(theme: Any) -> str:
    """What the theme says of the pages' language: Material has a setting of its own, others a locale."""
    return str(theme.get("language") or theme.get("locale") or "") if isinstance(theme, dict) else ""


def _options(listed: Any) -> dict[str, Any] | None:
    """The options under the name `selfcheck` in a list or mapping of plugins or extensions."""
    named = listed if isinstance(listed, list) else [listed]
    for each in named:
        if isinstance(each, dict) and "selfcheck" in each:
            options = each["selfcheck"]
            return options if isinstance(options, dict) else {}
    return {} if "selfcheck" in named else None
