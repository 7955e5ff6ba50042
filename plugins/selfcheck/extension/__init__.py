"""The adapter to Python-Markdown: a fence becomes blocks, under whatever host runs the conversion."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

from markdown import Extension, Markdown

from selfcheck.bank import Bank
from selfcheck.extension.conversion import Conversion
from selfcheck.extension.placing import PlaceBlocks
from selfcheck.pages.finding import find
from selfcheck.pages.host import host_of
from selfcheck.pages.page import Page
from selfcheck.problems import Problem, ProblemsFound
from selfcheck.quiz import Entry
from selfcheck.site import Site

__all__ = ["SelfCheckExtension", "makeExtension"]

_NAME = "selfcheck"


class SelfCheckExtension(Extension):
    """Turns `quiz` fences into self-check blocks.

    A host adapter may hand over the site, the bank, the page and two listeners: `shown` hears which questions
    a page shows, `report` takes the page's problems. Left alone, the extension reads the files itself and
    raises `ProblemsFound`, since some hosts lose warnings.
    """

    def __init__(self, site: Site | None = None, **options: Any) -> None:
        self.config = {
            "root": [".", "the folder that the other paths are taken from"],
            "docs": ["docs", "the folder of the pages"],
            "quizzes": [["quizzes"], "the folders of the question files"],
            "require": [["explanation"], "what every question must have"],
            "language": ["", "the language of the interface words; empty: the page's"],
            "page_language": ["en", "the language of the pages"],
            "cache": [".cache/selfcheck", "where parsed question files are kept; empty: nowhere"],
            "types": [[], "folders of the site's own types of question"],
            "functions": [[], "modules whose functions formulas may call"],
            "confidence": [False, "whether readers are asked how sure they are"],
            "repo_url": ["", "the site's repository, for reports of a question"],
            "edit_uri": ["", "the way from there to where the pages are edited"],
        }
        super().__init__(**options)
        self.site = site or _site(**{name: _hashable(self.getConfig(name)) for name in self.config})
        self.bank: Bank | None = None
        self.page: Page | None = None
        self.shown: Callable[[Page, list[Entry]], None] | None = None
        self.report: Callable[[list[Problem]], None] | None = None

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- Python-Markdown's name
        """Hook into one conversion; the decision record on fences says why at these priorities."""
        marked = find(md, "quiz", _NAME)
        conversion = Conversion(md, self.site, marked, self._bank, self._page, self._tell)
        md.treeprocessors.register(PlaceBlocks(conversion), _NAME, 19)

    def _bank(self) -> Bank:
        return self.bank or self.site.bank()

    def _page(self, md: Markdown) -> Page:
        """The page under conversion: as the host's processors say, else as the adapter did."""
        host = host_of(md)
        return host.page if host else self.page or Page("index.md", "")

    def _tell(self, page: Page, entries: list[Entry], problems: list[Problem]) -> None:
        if self.shown:
            self.shown(page, entries)
        if self.report:
            self.report(problems)
        elif everything := [*self._bank().problems, *problems]:
            raise ProblemsFound(everything)


def makeExtension(**options: Any) -> SelfCheckExtension:  # noqa: N802 -- Python-Markdown's name
    """What Python-Markdown calls for `markdown_extensions: [selfcheck]`."""
    return SelfCheckExtension(**options)


@lru_cache(maxsize=8)
def _site(root: str, **options: Any) -> Site:
    """One site a configuration, since some hosts make a new extension for every page."""
    return Site(Path(root).resolve(), **options)


def _hashable(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
