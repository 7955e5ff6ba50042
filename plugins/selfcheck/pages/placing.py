"""Puts elements where placeholders stand in the running text of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from selfcheck.pages.marked import MarkedFences

Elements = Mapping[str, Sequence[Element]]
"""What takes the place of each placeholder; it may be nothing."""


def spots(root: Element, marked: MarkedFences) -> list[int]:
    """The numbers of the fences whose placeholders stand in running text, in its order."""
    numbers = (number for text in _texts(root) for number in marked.numbers_in(text))
    return list(dict.fromkeys(numbers))


def headings_above(root: Element, marked: MarkedFences) -> dict[int, int]:
    """By number of a fence the level of the last heading before its placeholder; 1 where there is none."""
    level = 1
    levels: dict[int, int] = {}
    for element, text in _texts_by_element(root):
        if element is not None and re.fullmatch("h[1-6]", str(element.tag)):
            level = int(element.tag[1])
        levels.update((number, level) for number in marked.numbers_in(text) if number not in levels)
    return levels


def anchors_above(root: Element, marked: MarkedFences) -> dict[int, str]:
    """By number of a fence the id of the last heading before its placeholder; empty where there is none."""
    anchor = ""
    anchors: dict[int, str] = {}
    for element, text in _texts_by_element(root):
        if element is not None and re.fullmatch("h[1-6]", str(element.tag)):
            anchor = element.get("id", "")
        anchors.update((number, anchor) for number in marked.numbers_in(text) if number not in anchors)
    return anchors


def place(root: Element, elements: Elements) -> None:
    """Replace each placeholder by its elements; a paragraph, which holds no blocks, is split round them."""
    if not elements:
        return
    pattern = re.compile("|".join(map(re.escape, elements)))
    parents = list(root.iter())
    opened = {parent for parent in parents if _open(parent, pattern, elements)}
    placed = {element for group in elements.values() for element in group}
    for parent in parents:
        if any(child in opened for child in parent):
            parent[:] = [part for child in parent for part in _parts(child, opened, placed)]


def _texts(element: Element) -> Iterator[str]:
    """The running text of a tree; what stands in code is none."""
    yield from (text for _, text in _texts_by_element(element) if text)


def _texts_by_element(element: Element) -> Iterator[tuple[Element | None, str]]:
    """Each element with the running text before its first child, and the text behind an element with none."""
    yield element, _running(element.text)
    for child in element:
        yield from _texts_by_element(child)
        yield None, _running(child.tail)


def _running(text: str | None) -> str:
    return "" if isinstance(text, AtomicString) else text or ""


def _open(parent: Element, pattern: re.Pattern[str], elements: Elements) -> bool:
    """Put elements into every text of the parent, and tell whether there was a placeholder."""
    is_opened = False
    for at in range(len(parent), -1, -1):
        text = parent[at - 1].tail if at else parent.text
        if text and not isinstance(text, AtomicString) and pattern.search(text):
            is_opened = True
            _open_text(parent, at, text, pattern, elements)
    return is_opened


def _open_text(parent: Element, at: int, text: str, pattern: re.Pattern[str], elements: Elements) -> None:
    """Put elements into the text before child `at`."""
    for found in reversed(list(pattern.finditer(text))):
        group, before, after = elements[found[0]], text[: found.start()], text[found.end() :]
        text = before if group else before + after
        if group:
            group[-1].tail = after if after.strip() else group[-1].tail
            parent[at:at] = group
    if at:
        parent[at - 1].tail = text
    else:
        parent.text = text if text.strip() else None


def _parts(child: Element, opened: set[Element], placed: set[Element]) -> Iterator[Element]:
    """A child as it is, or a paragraph's parts with the placed elements between them."""
    if child.tag != "p" or child not in opened:
        yield child
        return
    parts = [_paragraph(child, child.text)]
    for inner in child:
        if inner in placed:
            parts += [inner, _paragraph(child, inner.tail)]
            inner.tail = None if (inner.tail or "").strip() else inner.tail
        else:
            parts[-1].append(inner)
    yield from (part for part in parts if part in placed or len(part) or (part.text or "").strip())


def _paragraph(like: Element, text: str | None) -> Element:
    paragraph = copy(like)
    paragraph[:] = []
    paragraph.text = (text or "").strip("\n")
    return paragraph
