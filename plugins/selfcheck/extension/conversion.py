"""What is known about the page under conversion, shared by the processors."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.util import HTML_PLACEHOLDER_RE

from selfcheck.bank import Bank
from selfcheck.block.block import Block
from selfcheck.fence import Fence
from selfcheck.page import Page
from selfcheck.problems import Problem
from selfcheck.quiz import Entry
from selfcheck.site import Site

Tell = Callable[[Page, list[Entry], list[Problem]], None]


class Conversion:
    """One Markdown instance, its site, and the fences met so far by the number of their placeholder."""

    def __init__(
        self, md: Markdown, site: Site, bank: Callable[[], Bank], page: Callable[[Markdown], Page], tell: Tell
    ) -> None:
        self.md = md
        self.site = site
        self.bank = bank
        self._page = page
        self.tell = tell
        self.fences: dict[int, Fence] = {}
        self.set_apart: set[int] = set()
        self.blocks: list[tuple[Element, Block]] = []

    def reset(self) -> None:
        """Called by Python-Markdown before every conversion."""
        self.fences.clear()
        self.set_apart.clear()
        self.blocks.clear()

    @property
    def page(self) -> Page:
        """The page, as the host says."""
        return self._page(self.md)

    def mark(self, fence: Fence, set_apart: bool) -> str:
        """Remember a fence and return the placeholder that travels in its stead through the block parser.

        `set_apart` says that an empty line was put between it and the text above.
        """
        placeholder = self.md.htmlStash.store("")
        number = self.md.htmlStash.html_counter - 1
        self.fences[number] = fence
        if set_apart:
            self.set_apart.add(number)
        return placeholder

    def number_in(self, text: str | None) -> int | None:
        """The number of the first fence whose placeholder stands in `text`, if there is one."""
        if not text or "\x02" not in text:
            return None
        numbers = (int(match[1]) for match in HTML_PLACEHOLDER_RE.finditer(text))
        return next((number for number in numbers if number in self.fences), None)

    def placeholder(self, number: int) -> str:
        """The placeholder with this number."""
        return self.md.htmlStash.get_placeholder(number)
