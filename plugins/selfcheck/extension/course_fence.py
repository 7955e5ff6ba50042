"""Puts the elements of a course into a page, as `progress` and `review` fences ask for them."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from selfcheck.complaint import Complaint
from selfcheck.extension.asset_link import asset_link
from selfcheck.extension.fence_problem import fence_problem
from selfcheck.pages.fence import Fence
from selfcheck.pages.marked import MarkedFences
from selfcheck.pages.page import Page
from selfcheck.pages.placing import place, spots
from selfcheck.problems import Problem
from selfcheck.quiz import Entry
from selfcheck.site import Site

if TYPE_CHECKING:  # a site that shows no question does not pay for scripts
    from selfcheck.frame.assets import Asset


@dataclass(frozen=True, slots=True, kw_only=True)
class FencePages:
    """What the fences of a page are given, and the functions that hear what is shown and what is wrong."""

    site: Site
    page: Callable[[Markdown], Page]
    tell: Callable[[Page, list[Entry], list[Problem]], None]
    shown: Callable[[Page], None]


class PlaceCourseFences(Treeprocessor):
    """Replaces the placeholders of a page."""

    def __init__(self, md: Markdown, marked: MarkedFences, pages: FencePages) -> None:
        super().__init__(md)
        self.marked, self.pages = marked, pages

    @abstractmethod
    def element(
        self, page: Page, fence: Fence, *, is_placed: bool, is_first: bool
    ) -> tuple[Element | None, Sequence[Complaint]]:
        """The element of a fence, unless there is something wrong with it.

        `is_placed` says whether it stands in running text, `is_first` whether it is the first of the page.
        """

    @abstractmethod
    def assets(self, page: Page) -> Iterable[Asset]:
        """What a page with such an element links."""

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
            is_first = not any(made.values())
            element, wrong = self.element(page, fence, is_placed=number in placed, is_first=is_first)
            made[number] = [] if wrong or element is None else [element]
            complaints += [(number, each) for each in wrong]
        first = next((number for number in placed if made[number]), None)
        if first is not None:
            links = [asset_link(page, asset) for asset in self.assets(page)]
            made[first] = [*links, *made[first]]
            self.pages.shown(page)
        place(root, {self.marked.placeholder(number): made[number] for number in placed})
        lines = self.marked.lines(page) if complaints else {}
        problems = [
            fence_problem(page, lines[number], each, self.marked.origin(number))
            for number, each in complaints
        ]
        self.pages.tell(page, [], problems)
