"""What is known about the page under conversion."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from markdown import Markdown

from selfcheck.bank import Bank
from selfcheck.pages.marked import MarkedFences
from selfcheck.pages.page import Page
from selfcheck.problems import Problem
from selfcheck.quiz import Entry
from selfcheck.site import Site

Tell = Callable[[Page, list[Entry], list[Problem]], None]


@dataclass(frozen=True, slots=True)
class Conversion:
    """One Markdown instance, its site, the fences met so far, and what to ask and to tell the extension."""

    md: Markdown
    site: Site
    marked: MarkedFences
    bank: Callable[[], Bank]
    page: Callable[[Markdown], Page]
    tell: Tell
