"""Reads a finished page from tag to tag; what is put away in it is passed over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

TAG_END = r"""(?:[^<>"']|"[^"]*"|'[^']*')*>"""


def _drawing(within: str) -> str:
    """A drawing from its first tag to its own last one; `within` are the drawings that may stand in it."""
    inside = rf"[^<]++|<!--.*?-->|{within}|<svg\b{TAG_END}(?<=/>)|<(?!/?svg\b)"
    return rf"<svg\b{TAG_END}(?<!/>)(?:{inside})*+</svg\s*>"


DRAWING = _drawing(_drawing(_drawing("(?!)")))
"""An inline drawing, with drawings in it and in those."""

_TOKEN = re.compile(
    rf"""<!--.*?(?:-->|\Z)
    |{DRAWING}
    |<(?P<raw>iframe|noscript|script|style|template|textarea|title)\b{TAG_END}.*?(?:</(?P=raw)\s*>|\Z)
    |(?P<block><self-check(?=[\s>])(?P<attributes>{TAG_END}).*?</self-check\s*>)
    |<(?P<tag>/?[a-z][\w-]*){TAG_END}""",
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)
"""Read as a whole are a comment, a drawing, an element whose content is put away, a block, and any other tag.

In a drawing, such an element may end in its own tag.
A block in the value of an attribute is passed over with its tag.
"""

_ATTRIBUTE = re.compile(
    r"""(?P<name>[^\s"'<>/=]+)(?:\s*=\s*(?:"(?P<a>[^"]*)"|'(?P<b>[^']*)'|(?P<c>[^\s"'<>]+)))?"""
)
"""A plugin that makes pages smaller may leave out quotes, and spaces after closing quotes."""


def tokens(page: str) -> Iterator[re.Match[str]]:
    """In their order; the groups `block` with its `attributes`, and `tag` say what was found."""
    return _TOKEN.finditer(page)


def attributes(text: str) -> dict[str, str]:
    """The attributes of a tag, given as its text from behind its name on."""
    return {
        each["name"].lower(): unescape(each["a"] or each["b"] or each["c"] or "")
        for each in _ATTRIBUTE.finditer(text.removesuffix(">"))
    }
