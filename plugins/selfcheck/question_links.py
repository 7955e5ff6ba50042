"""Links and pictures of questions that lead to no file of the site, told at their lines in question files."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit, urlunsplit
from xml.etree.ElementTree import Element

from selfcheck.pages.page import Page
from selfcheck.problems import Problem, closest
from selfcheck.quiz import Entry

_HELD = "held:"
_ATTRIBUTES = {"a": "href", "img": "src"}


class QuestionLinks:
    """Follows the links of the questions on a page; `files` gives those of the site, from the docs root.

    `find` looks a file up as the host does, which may find that of a language under a path without one.
    A link that leads nowhere is held back from the host, which would tell it at the page, until `release`.
    """

    def __init__(self, root: Path) -> None:
        self.files: Callable[[], Collection[str]] = tuple
        self.find: Callable[[str], Any] | None = None
        self.is_left_out: Callable[[str], bool] = lambda source: False
        """Whether the build leaves a page out, as a draft, so that a link to it would lead nowhere."""
        self._root = root
        self._held: list[tuple[Element, str]] = []
        self._lost: dict[tuple[str, str, str], Entry] = {}

    def follow(self, entry: Entry, block: Element, page: Page, *, turns: bool) -> None:
        """Look for the file behind each link of a block. The link to its section is checked elsewhere.

        `turns` where the host does not turn them, as in a part of a page that is converted apart.
        """
        if self.find is None:
            return
        section = (entry.section or "").partition("#")[0]
        for tag, attribute in _ATTRIBUTES.items():
            for element in block.iter(tag):
                target = _target(element.get(attribute, ""), page)
                found = self.find(target) if target else None
                if found and turns:
                    _, _, _, *rest = urlsplit(element.attrib[attribute])
                    element.set(attribute, urlunsplit(("", "", found.url_relative_to(page.url), *rest)))
                elif target and target != section and not found:
                    self._lost[entry.location.path, entry.id, target] = entry
                    self._held.append((element, attribute))
                    element.set(attribute, _HELD + element.attrib[attribute])

    def release(self) -> None:
        """Write the links as they were, once the host has turned those that it knows."""
        for element, attribute in self._held:
            element.set(attribute, element.attrib[attribute].removeprefix(_HELD))
        self._held.clear()

    def problems(self) -> Iterator[Problem]:
        """A problem for each link of a question, on however many pages; one for that of a passage."""
        if not self._lost:
            return
        from selfcheck.written import position_of_piece  # reads YAML, which most builds need not

        told: set[tuple[str, int, int, str]] = set()
        for (path, name, target), entry in self._lost.items():
            place = position_of_piece(self._root, entry, target, posixpath.basename(target))
            line, column = place or (entry.location.line, entry.location.column)
            if (path, line, column, target) in told:
                continue
            told.add((path, line, column, target))
            close = closest(target, self.files())
            hint = f'did you mean "{close}"?' if close else "write its path from the folder of the pages"
            yield Problem(path, line, column, name, f'there is no file "{target}"', hint, "link")


def _target(link: str, page: Page) -> str:
    """The file that a link of a page means, from the docs root; empty where it means something else."""
    try:
        scheme, host, path, *_ = urlsplit(link)
    except ValueError:  # a host in square brackets is the address of one, and this is none
        return link
    if scheme or host or path.startswith("/") or not posixpath.splitext(path)[1]:
        return ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page.source), unquote(path)))
