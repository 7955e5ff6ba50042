"""Finds the Markdown files below a folder, among them those that a build leaves out, such as drafts."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path

from selfcheck.pages.path import PAGE_SUFFIXES

_OF_OTHERS = ("node_modules", "site-packages")
"""Folders of what is installed, wherever they stand."""


def pages_below(folder: Path, besides: Collection[Path]) -> Iterator[Path]:
    """The Markdown files below `folder`, except what is in `besides`, hidden, or of installed packages."""
    for place, folders, files in os.walk(folder):
        here = Path(place)
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and name not in _OF_OTHERS and here / name not in besides
        )
        for name in sorted(files):
            page = here / name
            is_named_so = name.endswith(PAGE_SUFFIXES) and not name.startswith(".")
            if is_named_so and page not in besides and page.is_file():
                yield page
