"""The options of selfcheck as a site's configuration file states them, read without any host."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from selfcheck.errors import SelfCheckError
from selfcheck.options import ExtensionOptions, values_of
from selfcheck.problems import Problem
from selfcheck.site import Site
from selfcheck.source import Data, Document, Plain, Unreadable, is_empty, read


class ConfigurationUnreadable(SelfCheckError):
    """There is no configuration file, or it is no YAML mapping."""


def site_of(file: Path) -> Site:
    """The site that `mkdocs.yml` describes; tags of other programs (`!ENV`, `!!python/name`) are passed over.

    Options are taken from the Markdown extension `selfcheck`, else from the plugin: a file that lists both
    serves two kinds of host, and the command is for the kind that runs no plugins.
    """
    data = _mapping(file)
    extension = _options(data.get("markdown_extensions"))
    options = extension if extension is not None else _options(data.get("plugins")) or {}
    known = _drop_empty({"docs": data.get("docs_dir"), "page_language": _language(data.get("theme"))})
    values = values_of(ExtensionOptions, known | _drop_empty(options))
    return Site(**{**values, "root": (file.parent / values["root"]).resolve()})


def _drop_empty(options: dict[str, Any]) -> dict[str, Any]:
    """The options behind which something stands; `""` does."""
    return {
        name: value for name, value in options.items() if not (isinstance(value, Plain) and is_empty(value))
    }


def _language(theme: Any) -> Any:
    """What the theme says of the pages' language: Material has a setting of its own, others a locale."""
    return theme.get("language") or theme.get("locale") if isinstance(theme, dict) else None


def _mapping(file: Path) -> dict[str, Data]:
    try:
        document = read(file.read_text("utf-8-sig"))
    except OSError as error:
        raise ConfigurationUnreadable(
            f"{file}: {error.strerror or error}; name it by --config-file"
        ) from error
    except Unreadable as error:
        problem = Problem.of(error.complaint, str(file), Document().position(error.complaint))
        raise ConfigurationUnreadable(str(problem)) from error
    if not isinstance(document.data, dict):
        raise ConfigurationUnreadable(f"{file}: a mapping is expected; begin it with `site_name:`")
    return document.data


def _options(listed: Any) -> dict[str, Any] | None:
    """The options under the name `selfcheck` in a list or mapping of plugins or extensions."""
    named = listed if isinstance(listed, list) else [listed]
    for each in named:
        if isinstance(each, dict) and "selfcheck" in each:
            options = each["selfcheck"]
            return options if isinstance(options, dict) else {}
    return {} if "selfcheck" in named else None
