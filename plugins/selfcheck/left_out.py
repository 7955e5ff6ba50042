"""Questions on pages that a build leaves out: drafts, and pages that the build of another language makes."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from selfcheck.bank import Bank
from selfcheck.directive import read_directive
from selfcheck.pages.fence import fences_of

PAGE_SUFFIXES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
"""How the names of Markdown files end."""

_OF_OTHERS = ("node_modules", "site-packages")
"""Folders of what is installed, wherever they stand."""


def pages_below(folder: Path, besides: Collection[Path]) -> Iterator[Path]:
    """The Markdown files of a project but these files and folders, what is hidden and what is installed."""
    for place, folders, files in os.walk(folder):
        here = Path(place)
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and name not in _OF_OTHERS and here / name not in besides
        )
        for name in sorted(files):
            if name.endswith(PAGE_SUFFIXES) and here / name not in besides:
                yield here / name


def questions_on(pages: Iterable[Path], bank: Bank) -> dict[str, Path]:
    """The ids of the questions that the fences of these files name, each with the first file that does."""
    found: dict[str, Path] = {}
    for page in pages:
        text = page.read_text("utf-8-sig", errors="replace")
        if "quiz" in text:
            for fence in fences_of("quiz", text.splitlines()):
                for entry in read_directive(fence, bank).entries:
                    found.setdefault(entry.id, page)
    return found
