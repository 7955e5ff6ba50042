"""The adapter to Python-Markdown: a fence becomes blocks, under any host that runs the conversion."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markdown import Extension, Markdown

from selfcheck.bank import Bank
from selfcheck.build import Build
from selfcheck.complaint import Complaint
from selfcheck.errors import ProblemsFound
from selfcheck.extension.conversion import Conversion
from selfcheck.extension.parts import FreeParts
from selfcheck.extension.processors import CloseBlocks, PlaceBlocks
from selfcheck.extension.progress import ProgressPages, register_progress
from selfcheck.extension.review import ReviewPages, register_review
from selfcheck.extension.section_list import ListPages, register_section_lists
from selfcheck.extension.zensical import completed
from selfcheck.options import ExtensionOptions, SettingError, option_complaints, options_of, values_of
from selfcheck.pages.finding import find
from selfcheck.pages.host import host_of, plain_page, published_in, zensical_context
from selfcheck.pages.language import tag_of
from selfcheck.pages.page import Page
from selfcheck.problems import Problem
from selfcheck.quiz import Entry
from selfcheck.site import Site

if TYPE_CHECKING:  # a site that shows no question does not pay for templates
    from selfcheck.block.outline import Outlines

__all__ = ["SelfCheckExtension", "makeExtension"]

_NAME = "selfcheck"


class SelfCheckExtension(Extension):
    """Turns `quiz` fences into self-check blocks.

    A host adapter may hand over its build, which hears what each page shows and what is wrong with it. Left
    alone, the extension reads the files itself and raises `ProblemsFound`, since some hosts lose warnings.
    """

    def __init__(
        self, site: Site | None = None, build: Build | None = None, is_whole: bool = True, **options: Any
    ) -> None:
        """`is_whole` says that all extensions of the site take part, so that no other could read a line."""
        self.config = {
            each.name: [each.default_in_file, each.meaning] for each in options_of(ExtensionOptions)
        }
        super().__init__()  # which would raise a KeyError for an unknown option
        self.options = options
        self.build = build
        self.is_whole = is_whole
        self._site = build.site if build else site

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- Python-Markdown's name
        """Hook into one conversion; the decision record on fences says why at these priorities."""
        context = None if self.build else zensical_context(md)
        if self._complaints:
            raise self._refused(self._complaints, context)
        if self._site is None:
            given = completed(self._given, context.config) if context else self._given
            try:
                self._site = _site(**given)
            except SettingError as error:  # only a site as a whole judges some options
                raise self._refused(error.complaints, context) from error
        marked = find(md, "quiz", _NAME)
        links = self.build.links if self.build else None
        conversion = Conversion(
            md,
            self.site,
            marked,
            self._bank,
            self._page,
            self._begin,
            self._tell,
            links,
            self._is_closed,
            self._outlines,
            self.is_whole,
        )
        md.treeprocessors.register(PlaceBlocks(conversion), _NAME, 19)
        md.treeprocessors.register(CloseBlocks(conversion), f"{_NAME}-close", -1_000)
        md.postprocessors.register(FreeParts(md), _NAME, 31)  # right before `raw_html`
        progress = ProgressPages(
            site=self.site,
            page=self._page,
            tell=self._tell,
            shown=self._shown,
            navigation=self._navigation,
        )
        register_progress(md, progress)
        reviews = ReviewPages(
            site=self.site,
            page=self._page,
            tell=self._tell,
            shown=self._reviews,
            shows_questions=lambda: bool(conversion.shown),
        )
        register_review(md, reviews)
        lists = ListPages(
            site=self.site,
            bank=self._bank,
            page=self._page,
            homes=None if self.build else partial(self._homes, md),
            shown=lambda: conversion.shown,
            find=self._find,
            tell=self._tell,
            listed=self._listed,
        )
        register_section_lists(md, lists)
        if context:
            # No other host pays for it.
            from selfcheck.extension.publication import publish_assets

            publish_assets(conversion)

    @property
    def site(self) -> Site:
        """The site that the options describe; under Zensical, together with its settings."""
        if self._site is None:
            self._site = _site(**self._given)
        return self._site

    @property
    def _given(self) -> dict[str, Any]:
        return values_of(ExtensionOptions, self.options)

    @cached_property
    def _complaints(self) -> list[Complaint]:
        """What is wrong with the options."""
        return list(option_complaints(ExtensionOptions, self.options))

    def _refused(self, complaints: Iterable[Complaint], context: Any) -> ProblemsFound:
        """What is wrong with the options, in the configuration that has them, as far as that is known."""
        # A build does not pay for looking where nothing is wrong.
        from selfcheck.configuration import file_of_zensical
        from selfcheck.option_places import option_problems

        file = file_of_zensical(Path(context.config["root_dir"]), self.options) if context else None
        return ProblemsFound(option_problems(complaints, file or Path("the options of selfcheck")))

    def _bank(self) -> Bank:
        return self.build.bank if self.build else self.site.bank()

    def _outlines(self) -> Outlines | None:
        return self.build.outlines if self.build else None

    def _page(self, md: Markdown) -> Page:
        """The page under conversion: as the host's processors say, else as the adapter did."""
        host = host_of(md)
        page = host.page if host else (self.build and self.build.page) or plain_page(md)
        # Where a plugin builds several languages, the theme changes its own from one to the next.
        return page.in_language("" if self.build else tag_of(self.site.page_language))

    def _navigation(self) -> dict[str, tuple[str, ...]]:
        return self.build.navigation if self.build else {}

    def _homes(self, md: Markdown) -> Mapping[str, str]:
        homes = self.site.homes
        return homes.of(published_in(md, homes.docs), self._bank())

    def _shown(self, page: Page) -> None:
        """Note that a page shows the progress of the course."""
        if self.build:
            self.build.progress[page.source] = page.language

    def _reviews(self, page: Page) -> None:
        """Note that a page holds a review."""
        if self.build:
            self.build.reviews[page.source] = page.language

    def _find(self, source: str) -> str:
        return self.build.find(source) if self.build else source

    def _listed(self, page: Page, entries: Iterable[Entry]) -> None:
        """Note that a page names these questions."""
        if self.build:
            self.build.list_on(page, entries)

    def _begin(self) -> None:
        if self.build:
            self.build.is_converted = True

    def _is_closed(self, page: Page) -> bool:
        """Whether the page is published encrypted: an excerpt on another page then shows no question."""
        return self.build is not None and page.source in self.build.closed

    def _tell(self, page: Page, entries: list[Entry], problems: list[Problem]) -> None:
        if self.build:
            self.build.note(page, entries, problems)
        elif everything := [*self._bank().problems, *problems]:
            raise ProblemsFound(everything)


def makeExtension(**options: Any) -> SelfCheckExtension:  # noqa: N802 -- Python-Markdown's name
    """What Python-Markdown calls for `markdown_extensions: [selfcheck]`."""
    return SelfCheckExtension(**options)


@lru_cache(maxsize=8)
def _site(root: Path, **options: Any) -> Site:
    """One site a configuration, since some hosts make a new extension for every page."""
    return Site(Path(os.path.abspath(root)), **options)
