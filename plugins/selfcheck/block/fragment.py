"""A Markdown fragment of a question: a slot in the block's own HTML, and the element that goes there."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markupsafe import Markup

SLOT = "slot"
"""The empty element that holds a fragment's place in the HTML of a block."""

# What Python-Markdown has put aside as finished HTML. Alone in a paragraph it is a block of code.
_PUT_ASIDE = re.compile("\x02wzxhzdk:[0-9]+\x03")


NO_ATTRIBUTES = Markup("")


class Fragment:
    """A parsed fragment; a template writes it as its slot."""

    def __init__(self, number: int, element: Element, attributes: Markup = NO_ATTRIBUTES) -> None:
        """`element` holds the blocks of the fragment, inline text still unparsed.

        `attributes`, if there are any, need an element of their own around it.
        """
        self.number = number
        self.element = element
        self.attributes = attributes
        self.is_inline = _is_one_paragraph(element)
        """Whether it may stand in a label or a legend."""

    def __html__(self) -> str:
        return self._within("div", f'<{SLOT} n="{self.number}"></{SLOT}>')

    @property
    def inline(self) -> Markup:
        """The slot of the paragraph's text without the paragraph."""
        return Markup(self._within("span", f'<{SLOT} inline="" n="{self.number}"></{SLOT}>'))

    def _within(self, tag: str, slot: str) -> str:
        return f"<{tag}{self.attributes}>{slot}</{tag}>" if self.attributes else slot


def _is_one_paragraph(fragment: Element) -> bool:
    if len(fragment) != 1 or fragment[0].tag != "p" or (fragment.text or "").strip():
        return False
    return not _PUT_ASIDE.fullmatch((fragment[0].text or "").strip())
