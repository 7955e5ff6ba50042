"""The pages that a build leaves out, such as drafts, and the questions that wait on them."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from selfcheck.bank import Bank
from selfcheck.directive import read_directive
from selfcheck.pages.fence import fences_of


@dataclass(frozen=True)
class LeftOut:
    """The Markdown files below the folder of the pages that this build has not `converted`."""

    docs: Path
    converted: Collection[str]
    is_page: Callable[[str], bool]
    """Whether the host takes a file of this name for a page."""

    @cached_property
    def pages(self) -> Mapping[str, Path]:
        """Each file by its path from there; what hides behind a dot is none."""
        files = {file.relative_to(self.docs).as_posix(): file for file in self._files()}
        return {source: file for source, file in sorted(files.items()) if source not in self.converted}

    def shown(self, bank: Bank) -> Mapping[str, list[str]]:
        """The questions that would be shown, by id, with the pages that would show them."""
        found: dict[str, list[str]] = {}
        for source, file in self.pages.items():
            text = file.read_text("utf-8-sig", errors="replace")
            entries = (
                entry
                for fence in fences_of("quiz", text.splitlines())
                for entry in read_directive(fence, bank).entries
            )
            for name in dict.fromkeys(entry.item.id for entry in entries):
                found.setdefault(name, []).append(source)
        return found

    def _files(self) -> Iterator[Path]:
        for folder, folders, names in os.walk(self.docs, followlinks=True):
            folders[:] = [name for name in folders if not name.startswith(".")]
            for name in names:
                if self.is_page(name) and not name.startswith("."):
                    yield Path(folder, name)
