"""Adapter to Python-Markdown: the fence `explorer` on a page becomes an interactive figure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import takewhile
from operator import is_not
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from explorers.assets import Asset, assets
from explorers.directive import Directive, read_directive
from explorers.prediction import waits_for
from explorers.problems import Complaint, ExplorerProblems, Problem
from selfcheck.pages.fence import Fence
from selfcheck.pages.finding import find
from selfcheck.pages.host import host_of, plain_page
from selfcheck.pages.language import primary_of
from selfcheck.pages.marked import MarkedFences
from selfcheck.pages.page import Page
from selfcheck.pages.placing import place, spots

AFTER_QUESTIONS_AND_FIGURES = 17
_IN_RAW_HTML = Complaint(
    "an explorer fence stands inside raw HTML", "add the attribute `markdown` to the element"
)


class ExplorersExtension(Extension):
    """Places explorers; it has no options."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register with a page's converter."""
        placer = ExplorerPlacer(md, find(md, "explorer", "explorer_fences"))
        md.treeprocessors.register(placer, "explorers", AFTER_QUESTIONS_AND_FIGURES)


@dataclass(frozen=True, slots=True)
class _Mention:
    """A fence, what it asks for, and the line of its opening in the page's file, if it stands there."""

    fence: Fence
    directive: Directive
    line: int | None
    origin: str

    def problem(self, page: Page, complaint: Complaint) -> Problem:
        """A complaint about it, at its place."""
        if self.line is None:
            cure = f"{complaint.cure} (the fence comes from a {self.origin})"
            return Problem(page.display_path, None, None, complaint.message, cure)
        if complaint.line is None:
            return Problem(page.display_path, self.line, None, complaint.message, complaint.cure)
        line, column = self.line + 1 + complaint.line, len(self.fence.prefix) + complaint.column + 1
        return Problem(page.display_path, line, column, complaint.message, complaint.cure)


class ExplorerPlacer(Treeprocessor):
    """Puts explorers in the place of the fences that stand in running text."""

    def __init__(self, md: Markdown, marked: MarkedFences) -> None:
        super().__init__(md)
        self.marked = marked

    def run(self, root: Element) -> None:
        """Place the page's explorers; ExplorerProblems with all that is wrong with them."""
        placed = spots(root, self.marked)
        mentions = self._mentions(placed)
        if not mentions:
            return
        elements = {number: Element("div") for number in placed}
        for element in elements.values():
            element.tail = "\n"  # unless text of the page follows
        place(root, {self.marked.placeholder(number): [each] for number, each in elements.items()})
        if problems := list(self._problems(root, mentions, elements)):
            raise ExplorerProblems(problems)
        self._fill(mentions, elements)
        self._link(root, elements)

    def _mentions(self, placed: list[int]) -> Mapping[int, _Mention]:
        fences = self.marked.fences(placed)
        lines = self.marked.lines(self._page) if fences else {}
        host = host_of(self.md)
        docs = host.docs if host else Path.cwd()
        return {
            number: _Mention(
                fence,
                read_directive(fence, docs) if number in placed else Directive(complaints=(_IN_RAW_HTML,)),
                lines[number],
                self.marked.origin(number),
            )
            for number, fence in fences.items()
        }

    @property
    def _page(self) -> Page:
        host = host_of(self.md)
        return host.page if host else replace(plain_page(self.md), display_path="page")

    def _problems(
        self, root: Element, mentions: Mapping[int, _Mention], elements: Mapping[int, Element]
    ) -> Iterator[Problem]:
        for number, mention in mentions.items():
            for complaint in mention.directive.complaints:
                yield mention.problem(self._page, complaint)
            awaited, element = mention.directive.reveal_after, elements.get(number)
            if awaited and element is not None:
                unmet = waits_for(awaited, takewhile(partial(is_not, element), root.iter()))
                if unmet:
                    yield mention.problem(self._page, unmet)

    def _fill(self, mentions: Mapping[int, _Mention], elements: Mapping[int, Element]) -> None:
        """Make each element what its fence asks for. Finished HTML passes the page's processors unread."""
        language = self._page.in_language("").language
        for at, (number, element) in enumerate(elements.items(), 1):
            directive = mentions[number].directive
            explorer = directive.explorer
            assert explorer is not None  # as nothing is wrong
            element.tag = f"{explorer.name}-explorer"
            element.set("class", "explorer")
            element.set("id", f"explorer-{explorer.name}" + (f"-{at}" if at > 1 else ""))
            element.set("data-search-exclude", "")
            if primary_of(language) != "en":
                element.set("lang", "en")
                element.set("dir", "ltr")
            awaited = directive.reveal_after.text if directive.reveal_after else ""
            if awaited:
                element.set("data-reveal-after", awaited)
            html = explorer.write(directive.offer, element.get("id", ""), awaited)
            element.text = self.md.htmlStash.store(html)

    def _link(self, root: Element, elements: Mapping[int, Element]) -> None:
        """Let the page load what its explorers need, in front of the first.

        Material's instant navigation runs only scripts that stand in the content.
        """
        names = dict.fromkeys(element.tag.removesuffix("-explorer") for element in elements.values())
        wanted = list(dict.fromkeys(asset for name in names for asset in assets(name)))
        first = next(iter(elements.values()))
        parent = next(each for each in root.iter() if first in list(each))
        at = list(parent).index(first)
        parent[at:at] = [_asset_link(self._page, asset) for asset in wanted]
        _publish(self.md, wanted)


def _asset_link(page: Page, asset: Asset) -> Element:
    if asset.is_script:
        return Element("script", {"src": page.address_of(asset.path), "defer": "defer"})
    return Element("link", {"rel": "stylesheet", "href": page.address_of(asset.path)})


def _publish(md: Markdown, wanted: list[Asset]) -> None:
    """Add files to the build of MkDocs or ProperDocs, whose own processor of links knows all of its files."""
    if "relpath" not in md.treeprocessors:
        return
    links: Any = md.treeprocessors["relpath"]
    for asset in wanted:
        if links.files.get_file_from_path(asset.path) is None:
            links.files.append(type(links.file).generated(links.config, asset.path, content=asset.content))


def makeExtension(**options: Any) -> ExplorersExtension:  # noqa: N802 - the name Python-Markdown looks for
    """Return the extension for `markdown_extensions: [explorers]`."""
    return ExplorersExtension(**options)
