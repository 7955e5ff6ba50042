"""Parses Markdown fragments with the page's own processors, without those that let raw HTML through."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from xml.etree import ElementTree

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteTreeprocessor
from markdown.preprocessors import HtmlBlockPreprocessor
from markdown.treeprocessors import InlineProcessor
from markdown.util import Registry
from selfcheck.extension.finding import FindFences, GiveBackSamples
from selfcheck.rendering import relink


class Fragments:
    """The fragments of one page: parsed to blocks one by one, then finished all at once."""

    def __init__(self, md: Markdown) -> None:
        self.md = md
        self.root = ElementTree.Element("div")
        kinds = (HtmlBlockPreprocessor, FindFences)
        self.preprocessors = [each for each in md.preprocessors if not isinstance(each, kinds)]

    def parse(self, text: str) -> ElementTree.Element:
        """The blocks of a fragment, its inline text unparsed as yet."""
        lines = text.split("\n")
        for preprocessor in self.preprocessors:
            lines = preprocessor.run(lines)
        element = ElementTree.SubElement(self.root, "div")
        self.md.parser.parseChunk(element, "\n".join(lines))
        return element

    def finish(self, page: str) -> None:
        """Run what stands before inline parsing, and inline parsing; then turn the links to the page."""
        for treeprocessor in self.md.treeprocessors:
            if isinstance(treeprocessor, InlineProcessor):
                break
            if not isinstance(treeprocessor, FootnoteTreeprocessor | GiveBackSamples):
                treeprocessor.run(self.root)
        with _inline_without_html(self.md) as inline:
            inline.run(self.root)
        relink(self.root, page)


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
