"""The files among the pages that hosts publish, by their settings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pathspec import GitIgnoreSpec

from selfcheck.pages.path import files_below

_NEVER_PUBLISHED = (".*", "/templates/")
"""The patterns that MkDocs puts before those of a site."""


def published_below(docs: Path, settings: Mapping[str, Any]) -> Iterator[Path]:
    """Those below a folder but what settings exclude, as MkDocs reads them, or call drafts."""
    excluded = GitIgnoreSpec.from_lines([*_NEVER_PUBLISHED, *_patterns(settings.get("exclude_docs"))])
    drafts = GitIgnoreSpec.from_lines(_patterns(settings.get("draft_docs")))
    for each in files_below(docs):
        path = each.relative_to(docs).as_posix()
        if not excluded.match_file(path) and not drafts.match_file(path):
            yield each


def _patterns(setting: Any) -> list[str]:
    return setting.splitlines() if isinstance(setting, str) else []
