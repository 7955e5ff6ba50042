"""The builds of a site: the page that is being converted, and what all pages show and get wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from selfcheck.bank import Bank
from selfcheck.pages.page import Page
from selfcheck.problems import Problem
from selfcheck.question_links import QuestionLinks
from selfcheck.quiz import Entry, files_of
from selfcheck.site import Site

if TYPE_CHECKING:  # a site that shows no question does not pay for scripts and templates
    from selfcheck.block.outline import Outlines
    from selfcheck.course.publication import PublishedPage
    from selfcheck.frame.assets import Asset


class Build:
    """What a host that sees all pages keeps between them. The questions are read once."""

    def __init__(self, site: Site, *, keeps_outlines: bool = False) -> None:
        """`keeps_outlines` where `save` will be called, which writes what the next build may use."""
        self.site = site
        self.keeps_outlines = keeps_outlines
        self.page: Page | None = None
        self.is_converted = False
        """Whether the page has been converted from Markdown."""
        self.problems: list[Problem] = []
        self.links = QuestionLinks(site.root)
        self.sources: set[Path] = set()
        """The files of all its pages."""
        self.closed: set[str] = set()
        """The sources of pages that are published encrypted."""
        self.navigation: dict[str, tuple[str, ...]] = {}
        """The sources of the pages in the navigation, in its order, each with the sections it stands in."""
        self.progress: dict[str, str] = {}
        """The sources of the pages that show the progress of the course, and their languages."""
        self.reviews: dict[str, str] = {}
        """The sources of the pages that hold a review, and their languages."""
        self.published: list[PublishedPage] = []
        """The pages of the site in the order of the navigation, where a course or a list needs them."""
        self.written: list[PublishedPage] = []
        """The same, and while a site is served, its drafts."""
        self._entries: dict[str, list[Entry]] = {}
        self._listed: dict[str, list[Entry]] = {}
        self._stand_ins: set[str] = set()
        self._types: dict[str, set[str]] = {}
        """The types of question on pages in each language."""

    @cached_property
    def bank(self) -> Bank:
        """The questions as the disk had them when they were first asked for."""
        return self.site.bank()

    @property
    def outlines(self) -> Outlines | None:
        """The outlines of blocks that earlier builds have left."""
        return self.site.outlines if self.keeps_outlines else None

    def save(self, *, is_whole: bool) -> None:
        """Write what the next build may use; `is_whole` if every page of the site has been converted."""
        if self._entries and self.outlines:
            self.outlines.save(keeps_unused=not is_whole)

    @property
    def entries(self) -> dict[str, Entry]:
        """What is shown anywhere, by id."""
        return {entry.id: entry for entries in self._entries.values() for entry in entries}

    @property
    def settled_entries(self) -> list[Entry]:
        """What pages show whose text is in the language that they are built for."""
        return [
            entry
            for source, entries in self._entries.items()
            if source not in self._stand_ins
            for entry in entries
        ]

    def shows_on(self, source: str) -> bool:
        """Whether the page of this source shows a question."""
        return source in self._entries

    def files_on(self, source: str) -> tuple[str, ...]:
        """The question files that the page of this source shows or lists something of."""
        return files_of([*self._entries.get(source, ()), *self._listed.get(source, ())])

    @property
    def has_lists(self) -> bool:
        """Whether a page that has been converted lists the questions on a section."""
        return bool(self._listed)

    def find(self, source: str) -> str:
        """The page that a path leads to, as the host finds it."""
        found = self.links.find(source) if self.links.find else None
        return str(getattr(found, "src_uri", source))

    def shown_on(self, source: str) -> set[str]:
        """The ids of the questions that the page of this source shows."""
        return {entry.id for entry in self._entries.get(source, ())}

    def shown_repeatedly_on(self, source: str) -> list[str]:
        """The ids of the questions that were shown more than once while this page was converted."""
        times = Counter(entry.id for entry in self._entries.get(source, ()))
        return [name for name, count in times.items() if count > 1]

    def list_on(self, page: Page, entries: Iterable[Entry]) -> None:
        """Record questions that a page links to."""
        self._listed.setdefault(page.source, []).extend(entries)

    def assets(self) -> Iterable[Asset]:
        """The scripts and styles that the pages need, each once; languages share what says nothing."""
        needed = (
            asset
            for language, types in self._types.items()
            for asset in self.site.equipment.assets_for(language).for_site(types)
        )
        return dict.fromkeys(needed)

    def turn_to(self, page: Page) -> None:
        """Set the page that is converted next; it counts where the host's own processors name none."""
        self.page, self.is_converted = page, False

    def note(self, page: Page, entries: Iterable[Entry], problems: Iterable[Problem]) -> None:
        """Record the questions that a page shows, and its problems."""
        if entries := list(entries):
            self._entries.setdefault(page.source, []).extend(entries)
            if page.is_stand_in:
                self._stand_ins.add(page.source)
            self._types.setdefault(page.language, set()).update(entry.type for entry in entries)
        self.problems.extend(problems)


class Run:
    """The builds of one command: one, or one a language where a plugin builds the others inside the first."""

    def __init__(self) -> None:
        self._builds: list[Build] = []
        self._begun = 0

    @property
    def has_begun(self) -> bool:
        """Whether there is a build that has not ended."""
        return self._begun > 0

    def begin(self, site: Site) -> Build:
        """A new build, inside those that have not ended."""
        self._begun += 1
        self._builds.append(Build(site, keeps_outlines=True))
        return self._builds[-1]

    def end(self) -> list[Build]:
        """End the innermost build. All builds of the run, if it was the outermost; else none."""
        self._begun -= 1
        if self._begun:
            return []
        builds, self._builds = self._builds, []
        return builds
