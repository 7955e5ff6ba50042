"""Puts the elements of `progress` fences into a page; they are filled once all pages are written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from selfcheck.complaint import Complaint
from selfcheck.extension.asset_link import asset_link
from selfcheck.extension.fence_problem import IN_RAW_HTML, fence_problem
from selfcheck.pages.fence import Fence
from selfcheck.pages.finding import find
from selfcheck.pages.marked import MarkedFences
from selfcheck.pages.page import Page
from selfcheck.pages.placing import place, spots
from selfcheck.problems import Problem
from selfcheck.quiz import Entry
from selfcheck.site import Site

_NAME = "selfcheck-progress"
_NO_COURSE = Complaint(
    (),
    "the progress of a course is shown where the option `course` is on",
    "write `course: true` below the plugin in the configuration",
)


@dataclass(frozen=True, slots=True)
class ProgressPages:
    """What the fences of a page are given, and whom they tell what is shown and what is wrong."""

    site: Site
    navigation: Callable[[], dict[str, tuple[str, ...]]]
    page: Callable[[Markdown], Page]
    tell: Callable[[Page, list[Entry], list[Problem]], None]
    shown: Callable[[Page], None]


def register_progress(md: Markdown, pages: ProgressPages) -> None:
    """Let a converter find the fences. Without a course only those that can be nothing else are refused."""
    marked = find(md, "progress", _NAME, lambda fence: pages.site.course or _is_progress(fence))
    md.treeprocessors.register(PlaceProgress(md, marked, pages), _NAME, 19)


class PlaceProgress(Treeprocessor):
    """Replaces the placeholders of a page."""

    def __init__(self, md: Markdown, marked: MarkedFences, pages: ProgressPages) -> None:
        super().__init__(md)
        self.marked, self.pages = marked, pages

    def run(self, root: Element) -> None:
        """Put an element in the place of each fence, and tell what is wrong with it."""
        placed = spots(root, self.marked) if self.marked.marks else []
        fences = self.marked.fences(placed) if self.marked.marks else {}
        if not fences:
            return
        page = self.pages.page(self.md)
        made: dict[int, list[Element]] = {}
        complaints: list[tuple[int, Complaint]] = []
        for number, fence in fences.items():
            element, wrong = self._element(page, fence, is_placed=number in placed)
            made[number] = [] if wrong else [*element]
            complaints += [(number, each) for each in wrong]
        first = next((number for number in placed if made[number]), None)
        if first is not None:
            made[first] = [*self._links(page), *made[first]]
            self.pages.shown(page)
        place(root, {self.marked.placeholder(number): made[number] for number in placed})
        lines = self.marked.lines(page) if complaints else {}
        self.pages.tell(page, [], [fence_problem(page, lines[number], each) for number, each in complaints])

    def _element(self, page: Page, fence: Fence, *, is_placed: bool) -> tuple[list[Element], list[Complaint]]:
        # Only a page with such a fence pays for reading it.
        from selfcheck.course.progress import read_progress

        if not self.pages.site.course:
            return [], [_NO_COURSE]
        if not is_placed:
            return [], [IN_RAW_HTML]
        directive = read_progress(fence, self.pages.navigation())
        language = self.pages.site.equipment.words_for(page.language).language
        attributes = {
            "class": "self-check-progress",
            "data-search-exclude": "",
            "data-words": language,
            **directive.progress.attributes,
        }
        return [Element("self-check-progress", attributes)], list(directive.complaints)

    def _links(self, page: Page) -> Iterator[Element]:
        from selfcheck.course.assets import progress_assets

        style, script, _ = progress_assets(self.pages.site.equipment.words_for(page.language))
        return map(partial(asset_link, page), (style, script))


def _is_progress(fence: Fence) -> bool:
    from selfcheck.course.progress import is_progress

    return is_progress(fence)
