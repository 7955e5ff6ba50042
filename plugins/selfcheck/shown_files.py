"""Which question files each page showed when it was last converted: a dirty build rebuilds it after them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from selfcheck.cache import Cache

_KEY = "pages"


class ShownFiles:
    """The files by page; both are paths from the folder of the configuration."""

    def __init__(self, cache_folder: Path, root: Path) -> None:
        self._root = root
        self._cache = Cache(cache_folder / "shown.json")

    @property
    def are_known(self) -> bool:
        """Whether an earlier build has kept anything."""
        return bool(self._kept())

    def are_newer(self, page: str, built: Path) -> bool:
        """Whether a question file that the page showed has changed, or is gone, since the page was built."""
        files = [self._root / name for name in self._kept().get(page, ())]
        return any(not file.is_file() or file.stat().st_mtime > built.stat().st_mtime for file in files)

    def update(self, converted: Mapping[str, Sequence[str]]) -> None:
        """Keep what the converted pages show, and what is known of other pages that still exist."""
        known = self._kept()
        others = {page: files for page, files in known.items() if page not in converted}
        pages = {page: list(files) for page, files in converted.items() if files}
        pages |= {page: files for page, files in others.items() if (self._root / page).is_file()}
        if pages != known:
            self._cache.put(_KEY, dict(sorted(pages.items())))
            self._cache.save()

    def _kept(self) -> Mapping[str, Any]:
        kept = self._cache.get(_KEY)
        return kept if isinstance(kept, dict) else {}
