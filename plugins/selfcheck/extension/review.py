"""Puts the element of a `review` fence into a page; it is filled once all pages are written."""

from __future__ import annotations

from collections.abc import Callable
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

_NAME = "selfcheck-review"
_AFTER_QUESTIONS = 18
_NO_COURSE = Complaint(
    (),
    "a review asks questions of a whole course, and the option `course` is not on",
    "write `course: true` below the plugin in the configuration",
)
_NOT_ALONE = Complaint(
    (),
    "a review asks questions of other pages, and this page shows some of its own",
    "give it a page of its own",
)
_SECOND = Complaint((), "this page has a review already", "remove this fence")


@dataclass(frozen=True, slots=True)
class ReviewPages:
    """What the fence of a page is given, and whom it tells what is shown and what is wrong."""

    site: Site
    page: Callable[[Markdown], Page]
    shows_questions: Callable[[], bool]
    tell: Callable[[Page, list[Entry], list[Problem]], None]
    shown: Callable[[Page], None]


def register_review(md: Markdown, pages: ReviewPages) -> None:
    """Let a converter find the fence. Without a course only one that can be nothing else is refused."""
    marked = find(md, "review", _NAME, lambda fence: pages.site.course or not fence.body.strip())
    md.treeprocessors.register(PlaceReview(md, marked, pages), _NAME, _AFTER_QUESTIONS)


class PlaceReview(Treeprocessor):
    """Replaces the placeholder of a page."""

    def __init__(self, md: Markdown, marked: MarkedFences, pages: ReviewPages) -> None:
        super().__init__(md)
        self.marked, self.pages = marked, pages

    def run(self, root: Element) -> None:
        """Put an element in the place of the fence, and tell what is wrong with it."""
        placed = spots(root, self.marked) if self.marked.marks else []
        fences = self.marked.fences(placed) if self.marked.marks else {}
        if not fences:
            return
        page = self.pages.page(self.md)
        complaints: dict[int, Complaint] = {}
        made: dict[int, list[Element]] = {number: [] for number in fences}
        for number, fence in fences.items():
            is_second = any(made.values())
            if complaint := self._complaint(fence, is_placed=number in placed, is_second=is_second):
                complaints[number] = complaint
            else:
                made[number] = self._elements(page)
                self.pages.shown(page)
        place(root, {self.marked.placeholder(number): made[number] for number in placed})
        lines = self.marked.lines(page) if complaints else {}
        told = [fence_problem(page, lines[number], each) for number, each in complaints.items()]
        self.pages.tell(page, [], told)

    def _complaint(self, fence: Fence, *, is_placed: bool, is_second: bool) -> Complaint | None:
        if not self.pages.site.course:
            return _NO_COURSE
        if not fence.is_closed:
            cure = "close it with the same sign, as often and as far in as it was opened"
            return Complaint((), "this fence is never closed", cure)
        if fence.info != "review":
            return Complaint((), f'the fence says "{fence.info}"', "write ```review and nothing behind it")
        if fence.body.strip():
            return Complaint((), "a review is told nothing, and this fence is not empty", "leave it empty")
        if not is_placed:
            return IN_RAW_HTML
        if self.pages.shows_questions():
            return _NOT_ALONE
        return _SECOND if is_second else None

    def _elements(self, page: Page) -> list[Element]:
        """The links to what it needs, and the element."""
        # Only a page with such a fence pays for its script.
        from selfcheck.frame.words import interface_language
        from selfcheck.review.assets import review_assets

        words = self.pages.site.equipment.words_for(page.language)
        attributes = {"class": "self-check-review", "data-search-exclude": "", "data-words": words.language}
        if interface_language(page.language) != words.language:
            attributes |= {"lang": words.language, "dir": words.direction}
        links = map(partial(asset_link, page), review_assets(words))
        return [*links, Element("self-check-review", attributes)]
