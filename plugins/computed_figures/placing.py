"""Puts elements where a page's marker texts stand."""

import re
from collections.abc import Iterator, Mapping
from copy import copy
from xml.etree.ElementTree import Element

from markdown.util import HTML_PLACEHOLDER_RE, AtomicString


def markers_in(root: Element) -> Iterator[str]:
    """Yield the stash markers that stand in running text; those in code samples are left alone."""
    for element in root.iter():
        for text in (element.text, element.tail):
            if text and not isinstance(text, AtomicString):
                yield from (found[0] for found in HTML_PLACEHOLDER_RE.finditer(text))


def place(root: Element, elements: Mapping[str, Element]) -> None:
    """Replace each marker by its element; a paragraph, which cannot hold a figure, is split round it."""
    if not elements:
        return
    pattern = re.compile("|".join(map(re.escape, elements)))
    for parent in list(root.iter()):
        for at in reversed(range(len(parent))):
            _open(parent, at, pattern, elements)
        _open(parent, None, pattern, elements)
    placed = set(elements.values())
    for parent in list(root.iter()):
        parent[:] = [part for child in parent for part in _hoisted(child, placed)]


def _open(parent: Element, at: int | None, pattern: re.Pattern[str], elements: Mapping[str, Element]) -> None:
    """Take the markers out of the text after child `at`, or before the first child."""
    text = parent.text if at is None else parent[at].tail
    if not text or isinstance(text, AtomicString):
        return
    found = list(pattern.finditer(text))
    for marker in reversed(found):
        element = elements[marker[0]]
        element.tail = text[marker.end() :]
        text = text[: marker.start()]
        parent.insert(0 if at is None else at + 1, element)
    if at is None:
        parent.text = text
    else:
        parent[at].tail = text


def _hoisted(child: Element, placed: set[Element]) -> Iterator[Element]:
    """Yield a child as it is, or a paragraph's parts with the placed elements between them."""
    if child.tag != "p" or not any(part in placed for part in child):
        yield child
        return
    rest = _paragraph(child, child.text)
    for part in child:
        if part not in placed:
            rest.append(part)
            continue
        yield from _unless_empty(rest)
        following = part.tail
        part.tail = "\n"
        yield part
        rest = _paragraph(child, following)
    rest.tail = child.tail
    yield from _unless_empty(rest)


def _paragraph(like: Element, text: str | None) -> Element:
    paragraph = copy(like)
    paragraph[:] = []
    paragraph.text = (text or "").strip("\n")
    paragraph.tail = "\n"
    return paragraph


def _unless_empty(paragraph: Element) -> Iterator[Element]:
    if len(paragraph) or (paragraph.text or "").strip():
        yield paragraph
