"""What readers have read when they come to a question of a built page: the text below its heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from selfcheck.course.tokens import attributes, tokens

_HEADING = re.compile("h[1-6]", re.IGNORECASE)
_IN_LINE = re.compile(
    "/?(?:a|abbr|b|cite|code|del|em|i|ins|kbd|mark|math|q|s|samp|small|span|strong|sub|sup|u|var)",
    re.IGNORECASE,
)
"""The tags that part no words."""
_BLOCK_ID = "check-"


def passages_above(site: Path) -> Iterator[tuple[str, str]]:
    """The ids of the questions on the pages of a built site, each with the text above it."""
    for file in sorted(site.rglob("*.html")):
        yield from _in_page(file.read_text("utf-8", errors="replace"))


def _in_page(page: str) -> Iterator[tuple[str, str]]:
    text: list[str] = []
    end = 0
    for token in tokens(page):
        text.append(unescape(page[end : token.start()]))
        end = token.end()
        if token["block"]:
            name = attributes(token["attributes"]).get("id", "")
            if name.startswith(_BLOCK_ID):
                yield name.removeprefix(_BLOCK_ID), " ".join("".join(text).split())
        elif tag := token["tag"]:
            if _HEADING.fullmatch(tag):
                text.clear()
            elif not _IN_LINE.fullmatch(tag):
                text.append(" ")
