"""The questions that stand in clear in a finished page: what no reader needs a key for, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

_TAG_END = r"""(?:[^<>"']|"[^"]*"|'[^']*')*>"""
_TOKEN = re.compile(
    rf"""<!--.*?(?:-->|\Z)
    |<(?P<raw>iframe|noscript|script|style|template|textarea|title)\b{_TAG_END}.*?(?:</(?P=raw)\s*>|\Z)
    |(?P<block><self-check(?=[\s>])(?P<attributes>{_TAG_END}).*?</self-check\s*>)
    |</?[a-z]{_TAG_END}""",
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)
"""What is read as a whole: a comment, an element whose content is put away, a block, any other tag.

A block in the value of an attribute is passed over with its tag.
"""

_ATTRIBUTE = re.compile(r"""\s(?P<name>[\w-]+)(?:=(?:"(?P<a>[^"]*)"|'(?P<b>[^']*)'|(?P<c>[^\s"'<>]+)))?""")
_PREFIX = "check-"


@dataclass(frozen=True, slots=True)
class OpenBlock:
    """A block as it stands in the finished page."""

    id: str
    fingerprint: str
    """Its beginning, which tells a changed question from the one that was answered."""


def open_blocks(page: str) -> Iterator[OpenBlock]:
    """The blocks of a finished page in its order, each question once."""
    met: set[str] = set()
    for token in _TOKEN.finditer(page) if "<self-check" in page else ():
        if not token["block"]:
            continue
        named = _attributes(token["attributes"])
        block = OpenBlock(
            named.get("id", "").removeprefix(_PREFIX),
            named.get("data-fingerprint", "")[:8],
        )
        if block.id and block.fingerprint and block.id not in met:
            met.add(block.id)
            yield block


def _attributes(text: str) -> dict[str, str]:
    return {
        each["name"].lower(): unescape(each["a"] or each["b"] or each["c"] or "")
        for each in _ATTRIBUTE.finditer(text.removesuffix(">"))
    }
