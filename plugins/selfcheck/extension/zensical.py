"""What the settings of a site under Zensical say of the options, since no plugin can tell the extension."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from selfcheck.options import ExtensionOptions, values_of
from selfcheck.repository import edit_uri_of


def completed(given: Mapping[str, Any], settings: Mapping[str, Any]) -> dict[str, Any]:
    """The options of the extension, where those left at their defaults follow from the settings."""
    default = values_of(ExtensionOptions, {})
    known = {
        name: value for name, value in _known(settings).items() if value and given[name] == default[name]
    }
    return {**given, **known, "root": Path(settings["root_dir"]).absolute() / given["root"]}


def _known(settings: Mapping[str, Any]) -> dict[str, str]:
    template, edit_uri = settings.get("edit_uri_template"), settings.get("edit_uri")
    return {
        "docs": Path(settings["docs_dir"]).as_posix(),
        "page_language": str(settings["theme"].get("language") or ""),
        "repo_url": str(settings.get("repo_url") or ""),
        "edit_uri": edit_uri_of(str(template or ""), str(edit_uri or "")),
    }
