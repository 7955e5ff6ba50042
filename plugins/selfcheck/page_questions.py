"""The questions that the fences of pages name, read from the files of the pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from selfcheck.bank import Bank
from selfcheck.directive import read_directive
from selfcheck.file_state import state_of
from selfcheck.pages.fence import fences_of
from selfcheck.pages.path import PAGE_SUFFIXES


def page_text(page: Path) -> str:
    """The text of a page; none where its file is gone, or belongs to another."""
    try:
        return page.read_text("utf-8-sig", errors="replace")
    except OSError:
        return ""


@dataclass
class Homes:
    """Where the questions of a site stand. The pages in `docs` are read anew once one of them has changed."""

    docs: Path
    _state: object = None
    _found: Mapping[str, str] = field(default_factory=dict)

    def of(self, files: Iterable[Path], bank: Bank) -> Mapping[str, str]:
        """For the id of each question, the path from `docs` of the first of these files that shows it."""
        pages = sorted(file for file in files if file.suffix in PAGE_SUFFIXES)
        # A quiz whose file has not changed is the same object as before, and compared at once.
        state = [(page, state_of(page)) for page in pages], list(bank.quizzes.values())
        if state != self._state:
            shown = questions_on(pages, bank)
            self._found = {name: file.relative_to(self.docs).as_posix() for name, file in shown.items()}
            self._state = state
        return self._found


def questions_on(pages: Iterable[Path], bank: Bank) -> dict[str, Path]:
    """The ids of the questions that the fences of these files name, each with the first file that does."""
    found: dict[str, Path] = {}
    for page, _, name in named_in(pages, bank):
        found.setdefault(name, page)
    return found


def named_in(pages: Iterable[Path], bank: Bank) -> Iterator[tuple[Path, int, str]]:
    """The id of each question that a fence of these files names, with the file and the line of the fence."""
    for page in pages:
        text = page_text(page)
        if "quiz" in text:
            for fence in fences_of("quiz", text.splitlines()):
                for entry in read_directive(fence, bank).entries:
                    yield page, fence.start + 1, entry.id
