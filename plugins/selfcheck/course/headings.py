"""The headings of a finished page, by their ids."""

from __future__ import annotations

import re
from html import unescape

from selfcheck.course.tokens import TAG_END, attributes, tokens

_LINK_TO_ITSELF = re.compile(r"<a\s[^<>]*\bheaderlink\b[^<>]*>.*?</a\s*>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(rf"</?[a-z]{TAG_END}|<!--.*?-->", re.DOTALL | re.IGNORECASE)


def headings(page: str) -> dict[str, str]:
    """The text of each heading that stands there in clear, by its id; of two with one id, the first."""
    found: dict[str, str] = {}
    name, start = "", 0
    for token in tokens(page):
        tag = (token["tag"] or "").lower()
        if re.fullmatch("h[1-6]", tag):
            name, start = attributes(token[0]).get("id", ""), token.end()
        elif name and re.fullmatch("/h[1-6]", tag):
            found.setdefault(name, _text(page[start : token.start()]))
            name = ""
    return found


def _text(html: str) -> str:
    return " ".join(unescape(_TAG.sub("", _LINK_TO_ITSELF.sub("", html))).split())
