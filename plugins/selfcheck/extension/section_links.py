"""Makes the lists of questions on a section: links to where they stand."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote
from xml.etree.ElementTree import Element

from selfcheck.bank import Bank
from selfcheck.complaint import Complaint
from selfcheck.extension.fence_problem import fence_problem
from selfcheck.extension.section_list import ListPages
from selfcheck.extension.section_rows import empty_list, entries_on, list_element, name_of
from selfcheck.fence_complaints import IN_RAW_HTML, about_signs
from selfcheck.pages.fence import Fence
from selfcheck.pages.marked import MarkedFences
from selfcheck.pages.page import Page
from selfcheck.pages.placing import anchors_above, place, spots
from selfcheck.quiz import Entry

_NO_SECTION = Complaint(
    (), "no heading stands above this list of questions", "put it at the end of the section that it is about"
)


def place_lists(pages: ListPages, marked: MarkedFences, page: Page, root: Element) -> None:
    """Put a list in the place of each fence of a page, and tell what is wrong with it."""
    placed = spots(root, marked)
    fences = marked.fences(placed)
    anchors, lists = anchors_above(root, marked), _Lists(pages, page, pages.bank())
    made: dict[int, list[Element]] = {}
    complaints: list[tuple[int, Complaint]] = []
    for number, fence in fences.items():
        anchor = anchors.get(number)
        entries = list(lists.entries(anchor or ""))
        wrong = _complaint(fence, page, anchor, is_empty=not (entries or lists.bank.problems))
        complaints += [(number, wrong)] if wrong else []
        made[number] = [] if wrong else list(lists.list_of(anchor or "", entries))
    place(root, {marked.placeholder(number): made[number] for number in placed})
    lines = marked.lines(page) if complaints else {}
    problems = [
        fence_problem(page, lines[number], each, marked.origin(number)) for number, each in complaints
    ]
    pages.tell(page, [], problems)


@dataclass(frozen=True)
class _Lists:
    """The lists of one page."""

    pages: ListPages
    page: Page
    bank: Bank

    def entries(self, anchor: str) -> Iterator[Entry]:
        """The questions that name this section."""
        page = self.page
        return entries_on(page.source, anchor, self.bank, page.language, self.pages.find)

    def list_of(self, anchor: str, entries: list[Entry]) -> Iterator[Element]:
        """Links to those of the questions that a page shows, if any; an empty list that is filled later."""
        self.pages.listed(self.page, entries)
        if self.pages.homes is None:
            yield empty_list(f"{self.page.source}#{anchor}", self.page.language)
            return
        here = {entry.id for entry in self.pages.shown()}
        elsewhere = {} if here.issuperset(entry.id for entry in entries) else self._homes
        links = [
            (name_of(entry), _address(self.page, "" if entry.id in here else elsewhere[entry.id], entry))
            for entry in entries
            if entry.id in here or entry.id in elsewhere
        ]
        if links:
            words = self.pages.site.equipment.words_for(self.page.language)
            yield list_element(self.page.language, links, words)

    @cached_property
    def _homes(self) -> Mapping[str, str]:
        """The page that shows each question; for this, the pages of the site are read."""
        return self.pages.homes() if self.pages.homes else {}


def _complaint(fence: Fence, page: Page, anchor: str | None, *, is_empty: bool) -> Complaint | None:
    """What is wrong with a fence; where questions have problems, one of them may name the section."""
    if complaint := about_signs(fence):
        return complaint
    if fence.info != "questions":
        message = f'the fence says "{fence.info}"'
        return Complaint((), message, "write ```questions and nothing behind it")
    if anchor is None:
        return IN_RAW_HTML
    if not anchor:
        return _NO_SECTION
    if is_empty:
        message = f'no question names the section "{page.source}#{anchor}"'
        return Complaint((), message, "name it by `section:` in a question, or remove this fence")
    return None


def _address(page: Page, source: str, entry: Entry) -> str:
    """The link to a question as an author of this page would write it."""
    path = posixpath.relpath(source, posixpath.dirname(page.source) or ".") if source else ""
    return f"{quote(path)}#check-{entry.id}"
