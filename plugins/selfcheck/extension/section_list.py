"""Puts lists of questions into a page, where `questions` fences at the end of a section ask for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from selfcheck.bank import Bank
from selfcheck.pages.finding import find
from selfcheck.pages.marked import MarkedFences
from selfcheck.pages.page import Page
from selfcheck.problems import Problem
from selfcheck.quiz import Entry
from selfcheck.site import Site

_NAME = "selfcheck-questions"
_AFTER_IDS_OF_HEADINGS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPages:
    """What the lists of a page are made from, and the functions that hear what is listed and wrong."""

    site: Site
    bank: Callable[[], Bank]
    page: Callable[[Markdown], Page]
    homes: Callable[[], Mapping[str, str]] | None
    """The page that shows each question first, by its source; None where finished pages will tell."""
    shown: Callable[[], Iterable[Entry]]
    """The questions of the page under conversion."""
    find: Callable[[str], str]
    """The page that a path leads to, where pages stand in several languages."""
    tell: Callable[[Page, list[Entry], list[Problem]], None]
    listed: Callable[[Page, Iterable[Entry]], None]


def register_section_lists(md: Markdown, pages: ListPages) -> None:
    """Let a converter find the fences; one that holds text is code of some language."""
    marked = find(md, "questions", _NAME, lambda fence: not fence.body.strip())
    md.treeprocessors.register(PlaceSectionLists(md, marked, pages), _NAME, _AFTER_IDS_OF_HEADINGS)


class PlaceSectionLists(Treeprocessor):
    """Makes the lists of a page, once its headings have ids."""

    def __init__(self, md: Markdown, marked: MarkedFences, pages: ListPages) -> None:
        super().__init__(md)
        self.marked, self.pages = marked, pages

    def run(self, root: Element) -> None:
        """Put a list in the place of each fence, and tell what is wrong with it."""
        if self.marked.marks:
            # Only a page with such a fence pays for its list.
            from selfcheck.extension.section_links import place_lists

            place_lists(self.pages, self.marked, self.pages.page(self.md), root)
