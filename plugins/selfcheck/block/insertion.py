"""Elements that replace placeholders in the text of Markdown fragments, such as the gaps of a cloze.

A placeholder is a meaningless word, which Markdown, highlighting and tables leave as it is. Only the finished
block tells which element it ended up in, and that may be code.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from xml.etree import ElementTree


class Insertions:
    """Elements by placeholder. No placeholder may occur in an author's text, nor be the beginning of another.

    `lost` maps each placeholder that has not been found yet to what the author wrote in its place (`marks`).
    """

    closed = frozenset({"a", "button", "math", "script", "select", "style", "summary", "svg", "textarea"})
    """Elements in which no placeholder is replaced."""

    def __init__(self, elements: Mapping[str, ElementTree.Element], marks: Mapping[str, str]) -> None:
        self.elements = elements
        self.lost = dict(marks)
        placeholders = "|".join(map(re.escape, elements))
        self._placeholder = re.compile(f"({placeholders})")
        self._html = re.compile(f"<[^<>]*>|({placeholders})")

    def into_tree(self, root: ElementTree.Element) -> None:
        """Replace every placeholder in the texts of the tree by its element."""
        if not self.elements:
            return
        for parent in self._open_elements(root):
            for place in range(len(parent), 0, -1):
                child = parent[place - 1]
                child.tail, inserted = self._split(child.tail)
                parent[place:place] = inserted
            parent.text, inserted = self._split(parent.text)
            parent[0:0] = inserted

    def into_html(self, html: str, serialized: Callable[[ElementTree.Element], str]) -> str:
        """Replace every placeholder in serialized HTML, such as highlighted code, but not inside a tag."""

        def put(match: re.Match[str]) -> str:
            return serialized(self._take(match[1])) if match[1] else match[0]

        return self._html.sub(put, html) if self.elements else html

    def _split(self, text: str | None) -> tuple[str | None, list[ElementTree.Element]]:
        """The text before the first placeholder, and the elements with the text after each as its tail."""
        first, *rest = self._placeholder.split(text or "")
        inserted = []
        for placeholder, tail in zip(rest[::2], rest[1::2], strict=True):
            inserted.append(self._take(placeholder))
            inserted[-1].tail = tail
        return first if rest else text, inserted

    def _take(self, placeholder: str) -> ElementTree.Element:
        self.lost.pop(placeholder, None)
        return self.elements[placeholder]

    def _open_elements(self, element: ElementTree.Element) -> list[ElementTree.Element]:
        if element.tag in self.closed:
            return []
        return [element, *(inner for child in element for inner in self._open_elements(child))]
