"""The fences of the page under conversion, each held in the text by a placeholder."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from markdown import Markdown
from markdown.util import HTML_PLACEHOLDER_RE

from selfcheck.pages.fence import Fence
from selfcheck.pages.page import Page


@dataclass(frozen=True, slots=True)
class Mark:
    """A fence, and whether empty lines were put above and below its placeholder.

    One that is not of the page stands in a part that is converted apart, such as a question.
    """

    fence: Fence
    is_of_page: bool
    above: bool
    below: bool


class MarkedFences:
    """The fences met so far, by the numbers of their placeholders in Python-Markdown's stash of HTML."""

    def __init__(self, md: Markdown) -> None:
        self.md = md
        self.marks: dict[int, Mark] = {}
        self.samples: set[int] = set()
        self.texts = 0

    def reset(self) -> None:
        """Called by Python-Markdown before every conversion."""
        self.marks.clear()
        self.samples.clear()
        self.texts = 0

    def mark(self, fence: Fence, above: bool, below: bool) -> str:
        """Remember a fence; returns the placeholder that stands for it in the block parser."""
        placeholder = self.md.htmlStash.store("")
        # A page's own text comes first; any other is a part of it.
        self.marks[self.md.htmlStash.html_counter - 1] = Mark(fence, self.texts == 1, above, below)
        return placeholder

    def placeholder(self, number: int) -> str:
        """The placeholder with this number."""
        return self.md.htmlStash.get_placeholder(number)

    def numbers_in(self, text: str | None) -> Iterator[int]:
        """The numbers of the fences whose placeholders stand in `text`."""
        if text and "\x02" in text:
            numbers = (int(match[1]) for match in HTML_PLACEHOLDER_RE.finditer(text))
            yield from (number for number in numbers if number in self.marks)

    def origin(self, number: int) -> str:
        """Where a fence comes from that does not stand in the file of the page."""
        return "snippet" if self.marks[number].is_of_page else "question"

    def fences(self, placed: Collection[int]) -> Mapping[int, Fence]:
        """The fences of the page in order, samples left out, and those of its parts that have a place."""
        return {
            number: mark.fence
            for number, mark in self.marks.items()
            if number not in self.samples and (mark.is_of_page or number in placed)
        }

    def lines(self, page: Page) -> Mapping[int, int | None]:
        """The line of every fence in the file of the page; None for one that stands elsewhere."""
        own = {number: mark.fence for number, mark in self.marks.items() if mark.is_of_page}
        lines = dict(zip(own, page.lines_of(list(own.values())), strict=True))
        return {number: lines.get(number) for number in self.marks}
