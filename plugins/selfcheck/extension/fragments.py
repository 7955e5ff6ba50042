"""Parses Markdown fragments with the page's own processors, without those that let raw HTML through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from xml.etree import ElementTree

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteTreeprocessor
from markdown.treeprocessors import InlineProcessor
from markdown.util import Registry

from selfcheck.block.block import Block
from selfcheck.pages.links import relink

_CUT = "\uf8ffselfcheck\uf8ff"
# A line between two fragments that means nothing in Markdown. Being the first line of all, it also keeps
# the extension `meta` from taking "Note: …" at the head of a fragment for metadata.


class Fragments:
    """The fragments of one page: parsed to blocks one by one, then finished all at once."""

    def __init__(self, md: Markdown) -> None:
        self.md = md
        self.root = ElementTree.Element("div")
        self.prepared: dict[str, str] = {}
        left_out = [
            md.preprocessors[name] for name in ("html_block", "selfcheck") if name in md.preprocessors
        ]
        self.preprocessors = [each for each in md.preprocessors if each not in left_out]

    def prepare(self, texts: Iterable[str]) -> None:
        """Run the preprocessors over many texts at once, which costs a tenth of doing it one by one."""
        wanted = list(texts)
        lines = self._preprocessed([line for text in wanted for line in (_CUT, "", *text.split("\n"), "")])
        parts = "\n".join(lines).split(_CUT)[1:]
        if len(parts) == len(wanted):
            self.prepared = dict(zip(wanted, (part.strip("\n") for part in parts), strict=True))

    def parse(self, text: str) -> ElementTree.Element:
        """The blocks of a fragment, its inline text unparsed as yet."""
        if text not in self.prepared:
            self.prepared[text] = "\n".join(self._preprocessed(text.split("\n")))
        element = ElementTree.SubElement(self.root, "div")
        self.md.parser.parseChunk(element, self.prepared[text])
        return element

    def _preprocessed(self, lines: list[str]) -> list[str]:
        for preprocessor in self.preprocessors:
            lines = preprocessor.run(lines)
        return lines

    def finish(self, page: str) -> None:
        """Run what stands before inline parsing, and inline parsing; then turn the links to the page."""
        for treeprocessor in self.md.treeprocessors:
            if isinstance(treeprocessor, InlineProcessor):
                break
            if not isinstance(treeprocessor, FootnoteTreeprocessor):
                treeprocessor.run(self.root)
        with _inline_without_html(self.md) as inline:
            inline.run(self.root)
        relink(self.root, page)

    def filled(self, block: Block) -> ElementTree.Element:
        """The element of a block; its highlighted code stays in the stash of the page, as HTML."""
        element = block.element(self.md.serializer)
        stash: list[Any] = self.md.htmlStash.rawHtmlBlocks
        for insertions in (block.insertions, block.values):
            if insertions.elements:
                stash[:] = [
                    insertions.into_html(html, self.md.serializer) if isinstance(html, str) else html
                    for html in stash
                ]
        return element


@contextmanager
def _inline_without_html(md: Markdown) -> Iterator[InlineProcessor]:
    """The page's own inline processor while it knows no raw HTML.

    A second processor would not do: patterns look up what is stashed under the name `inline`.
    """
    inline: Any = md.treeprocessors["inline"]
    patterns = inline.inlinePatterns
    inline.inlinePatterns = _without(patterns, "html")
    try:
        yield inline
    finally:
        inline.inlinePatterns = patterns


def _without(patterns: Registry[Any], name: str) -> Registry[Any]:
    """A copy of the patterns without one of them, in the same order."""
    reduced: Registry[Any] = Registry()
    left_out = patterns[name] if name in patterns else None  # noqa: SIM401 -- a registry has no `get`
    for place, pattern in enumerate(patterns):
        if pattern is not left_out:
            reduced.register(pattern, str(place), -place)
    return reduced
