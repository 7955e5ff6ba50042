"""The files among the pages that hosts publish, by their settings."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pathspec import GitIgnoreSpec

from selfcheck.pages.path import files_below

_NEVER_PUBLISHED = (".*", "/templates/")
"""The patterns that MkDocs puts before those of a site."""


def published_below(docs: Path, settings: Mapping[str, Any]) -> Iterator[Path]:
    """Those below a folder but what settings exclude, as MkDocs reads them, or call drafts."""
    leaves_out = leaving_out(settings)
    return (each for each in files_below(docs) if not leaves_out(each.relative_to(docs).as_posix()))


def is_published(file: Path, docs: Path, settings: Mapping[str, Any]) -> bool:
    """Whether a file would be one of those, if it existed."""
    path, pages = Path(os.path.abspath(file)), Path(os.path.abspath(docs))
    return path.is_relative_to(pages) and not leaving_out(settings)(path.relative_to(pages).as_posix())


def leaving_out(settings: Mapping[str, Any]) -> Callable[[str], str]:
    """Says which setting leaves out a path below the folder of the pages; empty where none does."""
    excluded = [*_NEVER_PUBLISHED, *_patterns(settings.get("exclude_docs"))]
    patterns = {"exclude_docs": excluded, "draft_docs": _patterns(settings.get("draft_docs"))}
    specs = {name: GitIgnoreSpec.from_lines(lines) for name, lines in patterns.items()}
    return lambda path: next((name for name, spec in specs.items() if spec.match_file(path)), "")


def _patterns(setting: Any) -> list[str]:
    return setting.splitlines() if isinstance(setting, str) else []
