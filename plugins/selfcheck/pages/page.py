"""A page of a site: its address, its source, and the lines where its fences are."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from selfcheck.pages.fence import Fence, fences

_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n.*?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)


def without_front_matter(text: str) -> str:
    """The text of a page without the fields that stand above it."""
    return _FRONT_MATTER.sub("", text)


@dataclass(frozen=True, slots=True)
class Page:
    """`source` is its path from the docs root, `url` its address from the site's root.

    `display_path` is its name in problems. `language` is the tag of its text's language, as the page or a
    plugin for translations says, `html_language` that of the document around it, as the theme says; "" is
    unknown.
    """

    source: str
    url: str
    file: Path | None = None
    display_path: str = ""
    language: str = ""
    html_language: str = ""
    is_stand_in: bool = False
    """Whether its text stands in for a translation that is missing."""

    def in_language(self, usual: str) -> Page:
        """The page with both languages known.

        An unknown `language` is `usual`, else `html_language`, else English; an unknown `html_language` is
        `language`.
        """
        language = self.language or usual or self.html_language or "en"
        return replace(self, language=language, html_language=self.html_language or language)

    def address_of(self, path: str) -> str:
        """A path from the site's root, as this page must write it."""
        return posixpath.relpath(path, posixpath.dirname(self.url) or ".")

    def lines_of(self, met: Sequence[Fence]) -> list[int | None]:
        """The line (from 1) of each fence in the page's own file; None for one that came from a snippet.

        The file is read anew because front matter and snippets shift the lines that a converter sees. Where a
        page has no file, it is the line in the text that was converted.
        """
        if self.file is None or not self.file.is_file():
            return [fence.start + 1 for fence in met]
        text = self.file.read_text("utf-8-sig", errors="replace")
        return list(_in_turn(met, fences(text.splitlines())))


def _in_turn(met: Iterable[Fence], written: Iterable[Fence]) -> Iterable[int | None]:
    """Of fences that are worded alike, the first met is the first written."""
    lines: dict[object, list[int]] = {}
    for fence in written:
        lines.setdefault(fence.wording, []).append(fence.start + 1)
    for fence in met:
        alike = lines.get(fence.wording)
        yield alike.pop(0) if alike else None
