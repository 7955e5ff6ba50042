"""One build of a site: the page that is being converted, and what all pages show and get wrong."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from selfcheck.bank import Bank
from selfcheck.pages.page import Page
from selfcheck.problems import Problem
from selfcheck.question_links import QuestionLinks
from selfcheck.quiz import Entry
from selfcheck.site import Site


class Build:
    """What a host that sees all pages keeps between them. The questions are read once."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.page: Page | None = None
        self.is_converted = False
        """Whether the page has been converted from Markdown."""
        self.problems: list[Problem] = []
        self.links = QuestionLinks(site.root)
        self._entries: dict[str, list[Entry]] = {}

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

    def files_on(self, source: str) -> list[str]:
        """The question files that the page of this source shows something of."""
        return sorted({entry.location.path for entry in self._entries.get(source, ())})

    def turn_to(self, page: Page) -> None:
        """Set the page that is converted next; it counts where the host's own processors name none."""
        self.page, self.is_converted = page, False

    def note(self, page: Page, entries: Iterable[Entry], problems: Iterable[Problem]) -> None:
        """Record the questions that a page shows, and its problems."""
        if entries := list(entries):
            self._entries.setdefault(page.source, []).extend(entries)
        self.problems.extend(problems)
