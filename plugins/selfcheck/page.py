"""The page a block stands on: its address, its source, and the lines where its fences are."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from selfcheck.fence import Fence, find_fences


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site. `source` is its path from the docs root, `url` its address from the site's root."""

    source: str
    url: str
    file: Path | None = None
    display_path: str = ""

    def address_of(self, path: str) -> str:
        """A path from the site's root, as this page must write it."""
        return posixpath.relpath(path, posixpath.dirname(self.url) or ".")

    def lines_of(self, fences: Sequence[Fence]) -> list[int | None]:
        """The line (from 1) of each fence in the page's own file; None for one that came from a snippet.

        The file is read anew because front matter and snippets shift the lines that a converter sees.
        """
        if self.file is None or not self.file.is_file():
            return [None] * len(fences)
        text = self.file.read_text("utf-8-sig", errors="replace")
        waiting = _Waiting(list(find_fences(text.splitlines())))
        return [waiting.line_of(fence) for fence in fences]


@dataclass(slots=True)
class _Waiting:
    """The fences of the file that have not been met yet, in order."""

    fences: list[Fence]
    met: set[int] = field(default_factory=set)

    def line_of(self, fence: Fence) -> int | None:
        for number, candidate in enumerate(self.fences):
            if number not in self.met and candidate.body.split() == fence.body.split():
                self.met.add(number)
                return candidate.start + 1
        return None
