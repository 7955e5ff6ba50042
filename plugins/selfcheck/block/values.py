"""The values of a question with variants, where Markdown has carried the words that hold their places."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import copy
from xml.etree import ElementTree

from selfcheck.block.insertion import Insertions
from selfcheck.pages.numeral import in_code

NUMBER = "data-value"
"""Carries which of a variant's values an element shows, from 0."""

_WHOLE = frozenset({"mi", "mn", "mtext", "option"})
"""Elements that hold text alone: a value is all of it, or has no place in it."""


class Values(Insertions):
    """Elements that show the first variant, and that the page's script fills with another.

    Minus is a hyphen in code, as programs write it.
    """

    closed = frozenset({"math", "option", "script", "style", "svg", "textarea"})

    def __init__(self, words: Mapping[str, str], shown: tuple[str, ...]) -> None:
        """`words` are those of a drawing, `shown` are the values of a variant in the same order."""
        elements = {}
        for number, (word, value) in enumerate(zip(words.values(), shown, strict=True)):
            elements[word] = ElementTree.Element("span", {NUMBER: str(number)})
            elements[word].text = value
        super().__init__(elements, {word: written for written, word in words.items()})

    def into_tree(self, root: ElementTree.Element) -> None:
        """Put the values into texts, into formulas where they are numbers of their own, and into code."""
        if not self.elements:
            return
        for element in root.iter():
            word = (element.text or "").strip()
            if element.tag in _WHOLE and word in self.elements:
                value = self._take(word)
                element.set(NUMBER, value.attrib[NUMBER])
                element.text = value.text
        super().into_tree(root)
        for code in root.iter("code"):
            for element in code.iter():
                if NUMBER in element.attrib:
                    _as_code(element)

    def into_html(self, html: str, serialized: Callable[[ElementTree.Element], str]) -> str:
        """The same for what is HTML already: highlighted code."""
        return super().into_html(html, lambda value: serialized(_as_code(value)))

    def _take(self, word: str) -> ElementTree.Element:
        """One of its own for each place: a value may be shown many times."""
        return copy(super()._take(word))


def _as_code(value: ElementTree.Element) -> ElementTree.Element:
    value.text = in_code(value.text or "")
    return value
