"""Paths: how a file is named to an author, what hosts call files, and which they find in a folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

CONFIGURATION_FILES = ("mkdocs.yml", "mkdocs.yaml", "zensical.toml", "properdocs.yml", "properdocs.yaml")
"""What hosts call the configuration of a site where no other name is given."""

PAGE_SUFFIXES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
"""How the names of Markdown files end."""


def path_from(folder: Path, file: Path) -> str:
    """The path of a file as it is found from `folder`, or its absolute path where that is shorter."""
    start, absolute = os.path.abspath(folder), os.path.abspath(os.path.join(folder, file))
    if absolute.startswith(start + os.sep):  # as nearly always, and much faster
        return absolute[len(start) + 1 :].replace(os.sep, "/")
    try:
        relative = os.path.relpath(absolute, start)
    except ValueError:  # on another drive of Windows
        relative = absolute
    return min(relative, absolute, key=len).replace(os.sep, "/")


def files_below(folder: Path) -> Iterator[Path]:
    """The files of a folder as hosts find them: by symbolic links too, and not what begins with a dot."""
    for place, folders, files in os.walk(folder, followlinks=True):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(place, name) for name in files if not name.startswith("."))
