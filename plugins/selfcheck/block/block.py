"""A block on its way through a page: its own HTML is text, and what authors wrote in it are elements.

What the processors of a page do (links, attributes, abbreviations, anchors) concerns fragments and links. The
rest of a block has ten times as many elements, and each processor would walk over all of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from html import unescape
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from selfcheck.block.fragment import SLOT, Fragment
from selfcheck.block.insertion import Insertions
from selfcheck.block.own_html import (
    IN_TEXT,
    drop_line_breaks,
    keep_ampersands,
    let_tables_scroll,
    literal,
    name_formulas,
    take_insertions,
)
from selfcheck.block.sheet import put_on_paper
from selfcheck.block.values import Values

Serialize = Callable[[Element], str]

_LINE_BREAKS = re.compile(r">\s*\n\s*<")
_LINE_BREAK_IN_TAG = re.compile(r"\n(?=[^<>]*>)")
_TAG = re.compile(r"<([a-z][a-z0-9-]*)([^<>]*)>")
_ATTRIBUTE = re.compile(r'([\w:-]+)="([^"]*)"')
_ELEMENT = re.compile(
    rf'<{SLOT}(?P<inline> inline="")? n="(?P<slot>\d+)"></{SLOT}>|<(?P<link>a|img)(?P<attributes> [^<>]*)>'
)
"""What stays an element: links, and slots with the tag right before each, which may be given attributes."""

_TABLE = "<table"

_NAMES = frozenset({"id", "name", "for"})
"""The attributes by which the elements of a block are found."""


class Block:
    """The HTML of a block with slots, and the fragments that go there once inline patterns have run."""

    def __init__(self, html: str, fragments: Sequence[Fragment], values: Values, sheet: str = "") -> None:
        """`values` are those of the first variant; `sheet` is the kind of paper, if the block is on paper."""
        self.html = html.strip()
        if "\n" in self.html:
            self.html = _LINE_BREAK_IN_TAG.sub(" ", _LINE_BREAKS.sub("><", self.html))
        self.fragments, self.values, self.sheet = fragments, values, sheet
        self.insertions = Insertions({}, {})
        self._pieces: list[str | Element] = []
        self._names: list[tuple[Element, str, str]] = []

    def element(self, serialize: Serialize) -> Element:
        """The outer element, which holds nothing but links, and fragments with what stands in their text."""
        formulas = {str(each.number) for each in self.fragments if _has(each.element, "math")}
        if self.sheet or self.values.elements or formulas or IN_TEXT in self.html or _TABLE in self.html:
            self._rework(formulas, serialize)
        outer = _TAG.match(self.html)
        assert outer, self.html
        element = _element(*outer.groups())
        end = self.html.rindex("</")
        self._pieces = list(self._parts(self.html[outer.end() : end]))
        element.extend(piece for piece in self._pieces if isinstance(piece, Element))
        for insertions in (self.insertions, self.values):
            insertions.into_tree(element)
        let_tables_scroll(element)
        self._names = [
            (each, name, each.attrib[name])
            for each in element.iter()
            for name in _NAMES.intersection(each.attrib)
        ]
        return element

    def close(self, serialize: Serialize) -> str:
        """The HTML inside the outer element, once no processor looks at elements any more.

        Where a part of a page is converted apart, as a docstring is, a processor of that part may put a
        prefix before all names; those of a block stand in its own HTML, too, and in what browsers keep.
        """
        for element, name, value in self._names:
            element.set(name, value)
        return "".join(
            piece if isinstance(piece, str) else _opened(serialize(piece), piece.tag)
            for piece in self._pieces
        )

    def _rework(self, formulas: set[str], serialize: Serialize) -> None:
        """Change the block's own HTML where that takes more than text."""
        tree = ElementTree.fromstring(self.html)
        drop_line_breaks(tree)
        if "&amp;" in self.html:
            keep_ampersands(tree)
        if self.sheet:
            put_on_paper(tree)
        self.insertions = take_insertions(tree)
        self.values.into_tree(tree)
        name_formulas(tree, formulas)
        let_tables_scroll(tree)
        self.html = serialize(tree)

    def _parts(self, html: str) -> Iterator[str | Element]:
        place = 0
        for match in _ELEMENT.finditer(html):
            before = html[place : match.start()]
            place = match.end()
            if match["link"]:
                yield before
                yield _element(match["link"], match["attributes"])
            else:
                tag = _TAG.fullmatch(before, before.rfind("<"))
                yield before[: tag.start()] if tag else before
                yield self._filled(match, *(tag.groups() if tag else (SLOT, "")))
        yield html[place:]

    def _filled(self, slot: re.Match[str], tag: str, attributes: str) -> Element:
        """A fragment in the element around its slot; where that holds more, in one that is never written."""
        element = _element(tag, attributes)
        fragment = self.fragments[int(slot["slot"])].element
        source = fragment[0] if slot["inline"] else fragment
        element.text = source.text
        element.extend(source)
        return element


def _element(tag: str, attributes: str) -> Element:
    return Element(tag, {name: literal(unescape(value)) for name, value in _ATTRIBUTE.findall(attributes)})


def _opened(html: str, tag: str) -> str:
    """The HTML of an element without its end, which stands in the text behind it."""
    return html.removeprefix(f"<{SLOT}>").removesuffix(f"</{tag}>")


def _has(element: Element, tag: str) -> bool:
    return next(element.iter(tag), None) is not None
