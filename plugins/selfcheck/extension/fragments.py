"""Parses Markdown fragments with the page's own processors, without those that let raw HTML through."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteTreeprocessor
from markdown.treeprocessors import InlineProcessor
from markdown.util import Registry

from selfcheck.block.block import Block
from selfcheck.block.rendering import Parse
from selfcheck.complaint import Complaint
from selfcheck.extension.side_effects import (
    NOTHING_SHOWN,
    complaints_about_blocks,
    complaints_about_elements,
    complaints_about_lines,
    definitions_told,
    line_of,
    may_have_effects,
    shows_anything,
)
from selfcheck.pages.links import relink
from selfcheck.quiz import Entry
from selfcheck.written_value import shorten

_CUT = "\uf8ffselfcheck\uf8ff"
# A line between two fragments that means nothing in Markdown. Being the first line of all, it also keeps
# the extension `meta` from taking "Note: …" at the head of a fragment for metadata.


@dataclass(frozen=True, slots=True)
class Parsed:
    """A fragment of a question: its text as it was parsed, its blocks, and what is wrong with them."""

    entry: Entry
    text: str
    holder: ElementTree.Element
    references: Any
    """The addresses that links can name: those of the page, and of this question before them."""
    complaints: list[Complaint] = field(default_factory=list)

    @property
    def element(self) -> ElementTree.Element:
        """The element that holds the blocks."""
        return self.holder[0]


class Fragments:
    """The fragments of one page: parsed to blocks one by one, then finished all at once.

    Unless all extensions of the site take part, lines get no complaint: a missing one may read them.
    """

    def __init__(self, md: Markdown, is_whole: bool = True) -> None:
        self.md, self.is_whole = md, is_whole
        self.root = ElementTree.Element("div")
        self.references = md.references
        self.prepared: dict[str, str] = {}
        self.parsed: list[Parsed] = []
        left_out = [
            md.preprocessors[name] for name in ("html_block", "selfcheck") if name in md.preprocessors
        ]
        self.preprocessors = [each for each in md.preprocessors if each not in left_out]

    def prepare(self, texts: Iterable[str]) -> None:
        """Run the preprocessors over many texts at once, which costs a tenth of doing it one by one."""
        wanted = list(texts)
        try:
            parts = self._preprocessed(wanted)
        except Exception:  # that of one text, which `parse` will find
            return
        if len(parts) == len(wanted):
            self.prepared = dict(zip(wanted, parts, strict=True))

    @contextmanager
    def parsing(self) -> Iterator[None]:
        """A context for parsing: definitions are told, and what links refer to stays within a question."""
        with definitions_told(self.md, self._tell_definition):
            yield
        self.md.references = self.references

    def parser_of(self, entry: Entry) -> Parse:
        """What turns the texts of a question into blocks, their inline text unparsed as yet."""
        references: Any = ChainMap({}, self.references)

        def parse(text: str) -> ElementTree.Element:
            holder = ElementTree.SubElement(self.root, "div")
            ElementTree.SubElement(holder, "div")
            self.parsed.append(Parsed(entry, text, holder, references))
            self.md.references = references
            try:
                self._parse(self.parsed[-1])
            except Exception as error:  # an extension may fail in any way, and its author is to be told where
                self.parsed[-1].complaints.append(_failure(error))
            return self.parsed[-1].element

        return parse

    def _parse(self, parsed: Parsed) -> None:
        prepared = self.prepared.get(parsed.text)
        if prepared is None:
            prepared = self.prepared[parsed.text] = "\n".join(self._preprocessed([parsed.text]))
        self.md.parser.parseChunk(parsed.element, prepared)
        parsed.complaints.extend(complaints_about_blocks(parsed.element, parsed.text))
        if self.is_whole:
            parsed.complaints.extend(complaints_about_lines(self.md, parsed.element, parsed.text))

    def _tell_definition(self, definition: str, message: str, hint: str) -> None:
        parsed = self.parsed[-1]
        parsed.complaints.append(Complaint((), message, hint, line_of(parsed.text, definition)))

    def _preprocessed(self, texts: Iterable[str]) -> list[str]:
        lines = [line for text in texts for line in (_CUT, "", *text.split("\n"), "")]
        for preprocessor in self.preprocessors:
            lines = preprocessor.run(lines)
        return [part.strip("\n") for part in "\n".join(lines).split(_CUT)[1:]]

    def finish(self, page: str) -> None:
        """Run what stands before inline parsing, and inline parsing; then turn the links to the page."""
        for treeprocessor in self.md.treeprocessors:
            if isinstance(treeprocessor, InlineProcessor):
                break
            if not isinstance(treeprocessor, FootnoteTreeprocessor):
                treeprocessor.run(self.root)
        with _inline_without_html(self.md) as inline:
            for parsed in self.parsed:
                self.md.references = parsed.references
                try:
                    inline.run(parsed.holder)
                except Exception as error:
                    parsed.complaints.append(_failure(error))
        self.md.references = self.references
        marker = self._toc_marker()
        for parsed in self.parsed:
            if not parsed.complaints and not shows_anything(parsed.element):
                parsed.complaints.append(NOTHING_SHOWN)
            if may_have_effects(parsed.text, marker):
                parsed.complaints.extend(
                    complaints_about_elements(
                        self._with_attributes(parsed), parsed.text, marker, self.md.htmlStash.rawHtmlBlocks
                    )
                )
        relink(self.root, page)

    def _toc_marker(self) -> str:
        """What the page replaces by its contents; empty where nothing is."""
        processors = self.md.treeprocessors
        return str(getattr(processors["toc"], "marker", "")) if "toc" in processors else ""

    def _with_attributes(self, parsed: Parsed) -> ElementTree.Element:
        """The blocks of a fragment, with the ids that lists of attributes will give to them on the page."""
        if "#" not in parsed.text or "attr_list" not in self.md.treeprocessors:
            return parsed.element
        element = deepcopy(parsed.element)
        self.md.treeprocessors["attr_list"].run(element)
        return element

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


def _failure(error: Exception) -> Complaint:
    """The complaint about a text over which an extension of the page fails."""
    said = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    message = f"an extension of the page fails over this text: {shorten(said)}"
    return Complaint((), message, "look at its formulas and other special signs")


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
