"""Elements in the running text of a fragment, put where a word of their own has held their place.

A word that means nothing to anybody goes through Markdown, highlighting and tables like any other word; only
in the finished block is it known in which element it came out, and that element may be code.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from xml.etree import ElementTree


class Insertions:
    """The elements by their words. No word may stand in a text of its own accord, nor begin another.

    `lost` are the words not met as yet, with what the author wrote in their place (`marks`).
    """

    closed = frozenset({"a", "button", "math", "script", "select", "style", "summary", "svg", "textarea"})
    """What nothing can be put into."""

    def __init__(self, elements: Mapping[str, ElementTree.Element], marks: Mapping[str, str]) -> None:
        self.elements = elements
        self.lost = dict(marks)
        words = "|".join(map(re.escape, elements))
        self._word = re.compile(f"({words})")
        self._html = re.compile(f"<[^<>]*>|({words})")

    def into_tree(self, root: ElementTree.Element) -> None:
        """Split every text of the tree at the words, and put the elements between the pieces."""
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
        """The same for HTML that is text already, as highlighted code is. What stands in a tag stays."""

        def put(match: re.Match[str]) -> str:
            return serialized(self._take(match[1])) if match[1] else match[0]

        return self._html.sub(put, html) if self.elements else html

    def _split(self, text: str | None) -> tuple[str | None, list[ElementTree.Element]]:
        """The text before the first word, and the elements, each with the text that follows as its tail."""
        first, *rest = self._word.split(text or "")
        inserted = []
        for word, tail in zip(rest[::2], rest[1::2], strict=True):
            inserted.append(self._take(word))
            inserted[-1].tail = tail
        return first if rest else text, inserted

    def _take(self, word: str) -> ElementTree.Element:
        self.lost.pop(word, None)
        return self.elements[word]

    def _open_elements(self, element: ElementTree.Element) -> list[ElementTree.Element]:
        if element.tag in self.closed:
            return []
        return [element, *(inner for child in element for inner in self._open_elements(child))]
