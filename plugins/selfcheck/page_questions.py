"""The questions that the fences of pages name, read from the files of the pages."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from selfcheck.bank import Bank
from selfcheck.directive import read_directive
from selfcheck.pages.fence import fences_of

PAGE_SUFFIXES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
"""How the names of Markdown files end."""


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
