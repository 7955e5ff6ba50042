"""What is known about the page under conversion."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown import Markdown

from selfcheck.bank import Bank
from selfcheck.pages.marked import MarkedFences
from selfcheck.pages.page import Page
from selfcheck.problems import Problem
from selfcheck.question_links import QuestionLinks
from selfcheck.quiz import Entry
from selfcheck.site import Site

if TYPE_CHECKING:  # a site that shows no question does not pay for templates
    from selfcheck.block.block import Block
    from selfcheck.block.outline import Outlines

Tell = Callable[[Page, list[Entry], list[Problem]], None]


@dataclass(frozen=True, slots=True)
class Conversion:
    """One Markdown instance, its site, the fences met so far, and what to ask and to tell the extension."""

    md: Markdown
    site: Site
    marked: MarkedFences
    bank: Callable[[], Bank]
    page: Callable[[Markdown], Page]
    begin: Callable[[], None]
    tell: Tell
    links: QuestionLinks | None
    is_closed: Callable[[Page], bool]
    """Whether the page is encrypted, and converted once more for readers who may not know the password."""
    outlines: Callable[[], Outlines | None]
    """The outlines of blocks that are kept from build to build, where they are."""
    is_whole: bool = True
    """Whether all extensions of the site take part."""
    blocks: list[tuple[Element, Block]] = field(default_factory=list)
    """The blocks of the page under conversion, each with its outer element."""
    shown: list[Entry] = field(default_factory=list)
    """The questions of that page."""
