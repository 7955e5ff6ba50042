"""The page index: which questions and assets each page uses, kept for builds that convert few pages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from uuid import uuid4

from selfcheck.pages.path import path_from


@dataclass(frozen=True, slots=True)
class Use:
    """What a page uses: questions by id, scripts and styles by path in the built site, and its language."""

    questions: tuple[str, ...] = ()
    assets: tuple[str, ...] = ()
    language: str = ""


_NOTHING = Use()


class PageIndex:
    """Uses by page. The file may be deleted, truncated or replaced at any time; None keeps nothing.

    It has one line a page; of two for a page, the later counts. A page is known by the path of its source
    from `root`, so that several folders of pages share an index.
    """

    def __init__(self, file: Path | None, root: Path) -> None:
        self.file, self.root = file, root

    def note(self, source: Path, use: Use) -> None:
        """Record what a page uses now, at once, since not every host tells when a build ends."""
        path = self._path(source)
        if self._all.get(path, _NOTHING) == use:
            return
        self._all[path] = use
        if self.file:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with self.file.open("a", encoding="utf-8") as lines:
                lines.write(_line(path, use))

    def uses(self) -> dict[str, Use]:
        """What each page uses whose source still exists, by its path from `root`."""
        return {path: use for path, use in self._all.items() if (self.root / path).is_file()}

    def assets(self) -> set[str]:
        """Every script and style that a page uses, whether its source still exists or not."""
        return {asset for use in self._all.values() for asset in use.assets}

    def languages(self) -> list[str]:
        """The languages of the pages that show questions."""
        return sorted({use.language for use in self._all.values() if use.questions})

    def use_of(self, source: Path) -> Use:
        """What one page used when it was last converted."""
        return self._all.get(self._path(source), _NOTHING)

    def _path(self, source: Path) -> str:
        return path_from(self.root, source)

    @cached_property
    def _all(self) -> dict[str, Use]:
        if not self.file or not self.file.is_file():
            return {}
        text = self.file.read_text("utf-8", errors="replace")
        uses = {path: use for path, use in dict(_parsed(text)).items() if use != _NOTHING}
        if not text.endswith("\n") or text.count("\n") > 2 * len(uses):
            self._rewrite(uses)
        return uses

    def _rewrite(self, uses: dict[str, Use]) -> None:
        """Drop the lines that later ones have replaced, or that were cut off."""
        assert self.file
        # Several builds may share the folder, and none may read a file that is half written.
        temporary = self.file.with_name(f"{self.file.name}.{uuid4().hex}.tmp")
        temporary.write_text("".join(_line(path, use) for path, use in uses.items()), "utf-8")
        temporary.replace(self.file)


def _line(path: str, use: Use) -> str:
    return json.dumps([path, use.questions, use.assets, use.language]) + "\n"


def _parsed(text: str) -> Iterator[tuple[str, Use]]:
    for line in text.splitlines():
        try:
            path, questions, assets, language = json.loads(line)
            yield str(path), Use(tuple(map(str, questions)), tuple(map(str, assets)), str(language))
        except (ValueError, TypeError):
            continue  # a line that was cut off
