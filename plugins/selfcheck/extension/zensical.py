"""What the settings of a site under Zensical say of the options, since no plugin can tell the extension."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from selfcheck.options import ExtensionOptions, values_of
from selfcheck.pages.language import tag_of
from selfcheck.pages.path import path_from
from selfcheck.repository import edit_uri_of


def completed(given: Mapping[str, Any], settings: Mapping[str, Any]) -> dict[str, Any]:
    """The options of the extension, where those left at their defaults follow from the settings."""
    default = values_of(ExtensionOptions, {})
    project = Path(settings["root_dir"])
    root = project / given["root"]
    known = {"docs": path_from(root, project / settings["docs_dir"]), **_known(settings)}
    told = {name: value for name, value in known.items() if value and given[name] == default[name]}
    return {**given, **told, "root": root}


def _known(settings: Mapping[str, Any]) -> dict[str, str]:
    template, edit_uri = settings.get("edit_uri_template"), settings.get("edit_uri")
    return {
        "page_language": tag_of(settings["theme"].get("language")),
        "repo_url": str(settings.get("repo_url") or ""),
        "edit_uri": edit_uri_of(str(template or ""), str(edit_uri or "")),
    }
