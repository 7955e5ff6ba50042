"""Makes the lists of questions on a section: links to where they stand."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from selfcheck.complaint import Complaint
from selfcheck.extension.fence_problem import fence_problem
from selfcheck.extension.section_list import ListPages
from selfcheck.fence_complaints import IN_RAW_HTML, NEVER_CLOSED
from selfcheck.frame.words import interface_language
from selfcheck.pages.fence import Fence
from selfcheck.pages.marked import MarkedFences
from selfcheck.pages.page import Page
from selfcheck.pages.placing import anchors_above, place, spots
from selfcheck.quiz import Entry

_NO_SECTION = Complaint(
    (), "no heading stands above this list of questions", "put it at the end of the section that it is about"
)
_MOST_SIGNS = 80
"""Of a stem that stands for a question without an objective."""

_MARKUP = re.compile(r"[`*_$]|\[=?([^\]]*)\](?:\([^)]*\))?")


def place_lists(pages: ListPages, marked: MarkedFences, page: Page, root: Element) -> None:
    """Put a list in the place of each fence of a page, and tell what is wrong with it."""
    placed = spots(root, marked)
    fences = marked.fences(placed)
    anchors, lists = anchors_above(root, marked), _Lists(pages, page)
    made: dict[int, list[Element]] = {}
    complaints: list[tuple[int, Complaint]] = []
    for number, fence in fences.items():
        entries = list(lists.entries(anchors.get(number, "")))
        wrong = _complaint(fence, page, anchors.get(number), is_empty=not (entries or pages.bank().problems))
        complaints += [(number, wrong)] if wrong else []
        made[number] = [] if wrong else list(lists.list_of(entries))
    place(root, {marked.placeholder(number): made[number] for number in placed})
    lines = marked.lines(page) if complaints else {}
    problems = [
        fence_problem(page, lines[number], each, marked.origin(number)) for number, each in complaints
    ]
    pages.tell(page, [], problems)


@dataclass(frozen=True, slots=True)
class _Lists:
    """The lists of one page."""

    pages: ListPages
    page: Page

    def entries(self, anchor: str) -> Iterator[Entry]:
        """The questions that name this section, in the order of the question files."""
        bank = self.pages.bank()
        for each in bank.entries.values():
            entry = bank.in_language(each, self.page.language)
            source, _, name = (entry.section or "").partition("#")
            if anchor and name == anchor and self.page.source in (source, self.pages.find(source)):
                yield entry

    def list_of(self, entries: list[Entry]) -> Iterator[Element]:
        """Links to those of the questions that a page shows; nothing where none does."""
        self.pages.listed(self.page, entries)
        here = {entry.id for entry in self.pages.shown()}
        elsewhere = {} if here.issuperset(entry.id for entry in entries) else self.pages.homes()
        links = [
            (_name(entry), _address(self.page, "" if entry.id in here else elsewhere[entry.id], entry))
            for entry in entries
            if entry.id in here or entry.id in elsewhere
        ]
        if links:
            yield self._element(_told_apart(links))

    def _element(self, links: Iterable[tuple[str, str]]) -> Element:
        words = self.pages.site.equipment.words_for(self.page.language)
        element = Element("div", {"class": "self-check-questions", "data-search-exclude": ""})
        title = SubElement(element, "p", {"class": "self-check-questions__title"})
        if interface_language(self.page.language) != words.language:
            title.attrib |= {"lang": words.language, "dir": words.direction}
        title.text = AtomicString(words.frame["section_questions"])
        rows = SubElement(element, "ul")
        for name, address in links:
            SubElement(SubElement(rows, "li"), "a", {"href": address}).text = AtomicString(name)
        return element


def _complaint(fence: Fence, page: Page, anchor: str | None, *, is_empty: bool) -> Complaint | None:
    """What is wrong with a fence; where questions have problems, one of them may name the section."""
    if not fence.is_closed:
        return NEVER_CLOSED
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


def _name(entry: Entry) -> str:
    """What a question is called in a list: its objective, else how its stem begins."""
    if entry.item.objective:
        return entry.item.objective
    stem = " ".join(_MARKUP.sub(r"\1", entry.item.stem).split())
    cut = stem[:_MOST_SIGNS]
    whole_words = cut.rpartition(" ")[0]
    # Some languages put no spaces between words.
    return stem if stem == cut else f"{whole_words if 2 * len(whole_words) > len(cut) else cut} …"


def _told_apart(links: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The same links, those of one name numbered from the second on."""
    met: dict[str, int] = {}
    for name, address in links:
        met[name] = met.get(name, 0) + 1
        yield (name if met[name] == 1 else f"{name} ({met[name]})"), address


def _address(page: Page, source: str, entry: Entry) -> str:
    """The link to a question as an author of this page would write it."""
    path = posixpath.relpath(source, posixpath.dirname(page.source) or ".") if source else ""
    return f"{quote(path)}#check-{entry.id}"
