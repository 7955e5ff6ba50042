"""One build of a site: the page that is being converted, and what all pages show and get wrong."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from selfcheck.bank import Bank
from selfcheck.pages.page import Page
from selfcheck.problems import Problem
from selfcheck.quiz import Entry
from selfcheck.site import Site

if TYPE_CHECKING:  # a site that shows no question does not pay for scripts
    from selfcheck.frame.assets import Asset


class Build:
    """What a host that sees all pages keeps between them. The questions are read once."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.page: Page | None = None
        self.problems: list[Problem] = []
        self._entries: dict[str, list[Entry]] = {}
        self._types: dict[str, set[str]] = {}
        """The types of question on pages in each language."""

    @cached_property
    def bank(self) -> Bank:
        """The questions as the disk had them when they were first asked for."""
        return self.site.bank()

    @property
    def entries(self) -> dict[str, Entry]:
        """What is shown anywhere, by id."""
        return {entry.item.id: entry for entries in self._entries.values() for entry in entries}

    def shows_on(self, source: str) -> bool:
        """Whether the page of this source shows a question."""
        return source in self._entries

    def assets(self) -> Iterable[Asset]:
        """The scripts and styles that the pages need, each once; languages share what says nothing."""
        equipment = self.site.equipment
        needed = (
            asset
            for language, types in self._types.items()
            for asset in equipment.assets_for(language).for_site(types)
        )
        return dict.fromkeys(needed)

    def turn_to(self, page: Page) -> None:
        """Set the page that is converted next; it counts where the host's own processors name none."""
        self.page = page

    def note(self, page: Page, entries: Iterable[Entry], problems: Iterable[Problem]) -> None:
        """Record the questions that a page shows, and its problems."""
        if entries := list(entries):
            self._entries.setdefault(page.source, []).extend(entries)
            self._types.setdefault(page.language, set()).update(entry.item.type for entry in entries)
        self.problems.extend(problems)
