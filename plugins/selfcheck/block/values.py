"""The values of the first variant, put where their placeholders stand in a finished block."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import copy
from xml.etree import ElementTree

from selfcheck.block.insertion import Insertions
from selfcheck.block.own_html import literal
from selfcheck.pages.numeral import Numeral, Phrase, in_code

NUMBER = "data-value"
"""The attribute that says which of a variant's values an element shows, from 0."""

_WHOLE = frozenset({"mi", "mn", "mtext", "option"})
"""Elements that contain text alone: a value is their whole text, or cannot be put there."""


class Values(Insertions):
    """Elements with the values of the first variant; the page's script replaces them by those of another.

    In code, numbers are written as programs write them: with a point, and a hyphen as their minus sign.
    """

    closed = frozenset({"math", "option", "script", "style", "svg", "textarea"})

    def __init__(self, placeholders: Mapping[str, str], values: tuple[str, ...], decimal: str) -> None:
        """`placeholders` by what the author wrote, and the values of a variant in the same order.

        `decimal` is the sign before decimals.
        """
        elements = {}
        self._values = values
        for number, (placeholder, value) in enumerate(zip(placeholders.values(), values, strict=True)):
            elements[placeholder] = ElementTree.Element("span", {NUMBER: str(number)})
            elements[placeholder].text = literal(shown(value, decimal))
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
                    self._as_code(element)

    def into_html(self, html: str, serialized: Callable[[ElementTree.Element], str]) -> str:
        """Put the values into serialized HTML, which is highlighted code."""
        return super().into_html(html, lambda value: serialized(self._as_code(value)))

    def _take(self, placeholder: str) -> ElementTree.Element:
        """A new element each time, since a value may occur in several places."""
        return copy(super()._take(placeholder))

    def _as_code(self, value: ElementTree.Element) -> ElementTree.Element:
        value.text = literal(in_code(self._values[int(value.attrib[NUMBER])]))
        return value


NO_VALUES = Values({}, (), ".")
"""Those of a question without variants."""


def shown(value: str | float, decimal: str) -> str:
    """A number as a language with this sign before decimals writes it; a text as it is."""
    if not isinstance(value, str):
        value = Numeral(f"{value:g}")
    return value.in_language(decimal) if isinstance(value, Numeral | Phrase) else value


def for_script(value: str, decimal: str) -> str | list[str]:
    """A value for the page's script: as texts show it and, where that differs, as code does."""
    written = shown(value, decimal)
    return value if written == value else [written, value]
