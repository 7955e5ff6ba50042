"""The values of the first variant, put where their placeholders stand in a finished block."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import copy
from xml.etree import ElementTree

from selfcheck.block.insertion import Insertions
from selfcheck.pages.numeral import in_code

NUMBER = "data-value"
"""The attribute that says which of a variant's values an element shows, from 0."""

_WHOLE = frozenset({"mi", "mn", "mtext", "option"})
"""Elements that contain text alone: a value is their whole text, or cannot be put there."""


class Values(Insertions):
    """Elements with the values of the first variant; the page's script replaces them by those of another.

    In code, a minus sign is written as a hyphen.
    """

    closed = frozenset({"math", "option", "script", "style", "svg", "textarea"})

    def __init__(self, placeholders: Mapping[str, str], values: tuple[str, ...]) -> None:
        """`placeholders` by what the author wrote, and the values of a variant in the same order."""
        elements = {}
        for number, (placeholder, value) in enumerate(zip(placeholders.values(), values, strict=True)):
            elements[placeholder] = ElementTree.Element("span", {NUMBER: str(number)})
            elements[placeholder].text = value
        super().__init__(elements, {each: written for written, each in placeholders.items()})

    def into_tree(self, root: ElementTree.Element) -> None:
        """Put the values into texts, into code, and into formulas where each is a whole token."""
        if not self.elements:
            return
        for element in root.iter():
            text = (element.text or "").strip()
            if element.tag in _WHOLE and text in self.elements:
                value = self._take(text)
                element.set(NUMBER, value.attrib[NUMBER])
                element.text = value.text
        super().into_tree(root)
        for code in root.iter("code"):
            for element in code.iter():
                if NUMBER in element.attrib:
                    _as_code(element)

    def into_html(self, html: str, serialized: Callable[[ElementTree.Element], str]) -> str:
        """Put the values into serialized HTML, which is highlighted code."""
        return super().into_html(html, lambda value: serialized(_as_code(value)))

    def _take(self, placeholder: str) -> ElementTree.Element:
        """A new element each time, since a value may occur in several places."""
        return copy(super()._take(placeholder))


def _as_code(value: ElementTree.Element) -> ElementTree.Element:
    value.text = in_code(value.text or "")
    return value
