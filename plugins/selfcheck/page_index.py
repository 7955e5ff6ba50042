"""The page index: which question files and assets each page uses, kept for builds that convert few pages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from glob import escape
from pathlib import Path

from selfcheck.cache import make_folder, write_whole


@dataclass(frozen=True, slots=True)
class Lesson:
    """A page as a part of a course; `minutes` are 0 where they are not known."""

    title: str = ""
    minutes: int = 0
    objective: str = ""


_NO_LESSON = Lesson()


@dataclass(frozen=True, slots=True)
class Use:
    """What a page uses: question files by path from the root, assets by path in the site; its language."""

    question_files: tuple[str, ...] = ()
    assets: tuple[str, ...] = ()
    language: str = ""
    lesson: Lesson = _NO_LESSON


_NOTHING = Use()


class PageIndex:
    """Uses by page. The file may be deleted, truncated or replaced at any time; None keeps nothing.

    It has one line a page; of two for a page, the later counts. A page is known by the path of its source
    from `root`, so that several folders of pages share an index.
    """

    def __init__(self, file: Path | None, root: Path) -> None:
        self.file, self.root = file, root

    def note(self, page: str, use: Use) -> None:
        """Record what a page uses now, at once, since not every host tells when a build ends."""
        if self.use_of(page) == use:
            return
        self._all[page] = use
        if self.file:
            with suppress(OSError):  # where nothing can be written, the index lasts as long as the build
                make_folder(self.file.parent)
                with self.file.open("a", encoding="utf-8") as lines:
                    lines.write(_line(page, use))

    def uses(self) -> dict[str, Use]:
        """What each page uses whose source still exists."""
        return {page: use for page, use in self._all.items() if (self.root / page).is_file()}

    def assets(self) -> set[str]:
        """Every asset that a page uses, whether its source still exists or not."""
        return {asset for use in self._all.values() for asset in use.assets}

    def languages(self) -> list[str]:
        """The languages of the pages that show questions."""
        return sorted({use.language for use in self._all.values() if use != _NOTHING})

    def use_of(self, page: str) -> Use:
        """What one page used when it was last converted."""
        return self._all.get(page, _NOTHING)

    def is_outdated(self, page: str, built: Path) -> bool:
        """Whether a question file that the page used has changed, or is gone, since the page was built.

        A translation that has been written since counts too.
        """
        used = [self.root / name for name in self.use_of(page).question_files]
        files = [*used, *(each for file in used for each in file.parent.glob(f"{escape(file.stem)}.*.y*ml"))]
        return any(not file.is_file() or file.stat().st_mtime > built.stat().st_mtime for file in files)

    @cached_property
    def _all(self) -> dict[str, Use]:
        if not self.file:
            return {}
        try:
            text = self.file.read_text("utf-8", errors="replace")
        except OSError:  # there is none, or it belongs to another user
            return {}
        uses = {page: use for page, use in dict(_parsed(text)).items() if use != _NOTHING}
        if not text.endswith("\n") or text.count("\n") > 2 * len(uses):
            self._rewrite(uses)
        return uses

    def _rewrite(self, uses: dict[str, Use]) -> None:
        """Drop the lines that later ones have replaced, or that were cut off."""
        assert self.file
        with suppress(OSError):
            write_whole(self.file, (_line(page, use).encode() for page, use in uses.items()))


def _line(page: str, use: Use) -> str:
    lesson = [use.lesson.title, use.lesson.minutes, use.lesson.objective] if use.lesson != _NO_LESSON else []
    return json.dumps([page, use.question_files, use.assets, use.language, *lesson]) + "\n"


def _parsed(text: str) -> Iterator[tuple[str, Use]]:
    for line in text.splitlines():
        try:
            page, files, assets, language, *lesson = json.loads(line)
            use = Use(tuple(map(str, files)), tuple(map(str, assets)), str(language), _lesson(*lesson))
            yield str(page), use
        except (ValueError, TypeError):
            continue  # a line that was cut off


def _lesson(title: str = "", minutes: int = 0, objective: str = "") -> Lesson:
    return Lesson(str(title), int(minutes), str(objective))
