"""The sections of a page as text: what stands below each heading, or from any other anchor on."""

from __future__ import annotations

import hashlib
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

WHOLE_PAGE = ""
"""The anchor of a page as a whole."""

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
_UNREAD_TAGS = frozenset({"script", "style", "template"})
_UNREAD_CLASSES = frozenset({"headerlink", "toc", "footnote", "footnote-ref"})
"""Of links from headings to themselves, contents of the page, notes and their numbers."""

_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")


@dataclass(frozen=True, slots=True)
class Section:
    """A section by its text; `title` is that of its heading, empty where another anchor begins it."""

    text: str
    title: str = ""


def sections_in(html: str) -> dict[str, Section]:
    """Every section of a converted page by its anchor, in their order, and the whole page as `WHOLE_PAGE`.

    A section reaches from its heading to the next one of the same level or a higher one. From an anchor
    that is no heading's it reaches to the next heading.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return dict(reader.sections())


def stamp_of(text: str) -> str:
    """Eight letters from a to p that depend on the signs of a text and their order, spaces aside.

    Letters alone, so that no reader of YAML takes a stamp for a number.
    """
    signs = "".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(signs.encode("utf-8", "replace")).hexdigest()[:8].translate(_LETTERS)


@dataclass(slots=True)
class _Heading:
    """A heading by its level, and by where it begins and ends in the text of its page."""

    level: int
    start: int
    end: int = 0


@dataclass(frozen=True, slots=True)
class _Anchor:
    """An anchor by its place in the text of its page; `heading` is the one that it belongs to, if any."""

    name: str
    place: int
    heading: _Heading | None


class _Reader(HTMLParser):
    """Gathers the text of a page, its headings, and its anchors."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.length = 0
        self.headings: list[_Heading] = []
        self.anchors: dict[str, _Anchor] = {}
        self.open_heading: _Heading | None = None
        self.unread: list[str] = []
        """The tags that are open inside what is passed over, that itself first."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if (
            self.unread
            or tag in _UNREAD_TAGS
            or not _UNREAD_CLASSES.isdisjoint(given.get("class", "").split())
        ):
            if tag not in _VOID:
                self.unread.append(tag)
            return
        if tag in _HEADINGS:
            self.open_heading = _Heading(_HEADINGS[tag], self.length)
            self.headings.append(self.open_heading)
        for name in {given.get("id"), given.get("name") if tag == "a" else None} - {None, ""}:
            self.anchors.setdefault(str(name), _Anchor(str(name), self.length, self.open_heading))
        self._add(given.get("alt", ""))

    def handle_endtag(self, tag: str) -> None:
        if self.unread:
            if tag in self.unread:
                last = len(self.unread) - 1 - self.unread[::-1].index(tag)
                del self.unread[last:]
        elif tag in _HEADINGS and self.open_heading:
            self.open_heading.end = self.length
            self.open_heading = None

    def handle_data(self, data: str) -> None:
        if not self.unread:
            self._add(data)

    def sections(self) -> Iterator[tuple[str, Section]]:
        text = "".join(self.parts)
        yield WHOLE_PAGE, Section(text)
        starts = [each.start for each in self.headings]
        for anchor in self.anchors.values():
            heading = anchor.heading
            if heading is None:
                following = bisect_left(starts, anchor.place)
                end = starts[following] if following < len(starts) else len(text)
                yield anchor.name, Section(text[anchor.place : end])
            else:
                body = text[heading.end : self._end_of(heading, len(text))]
                yield anchor.name, Section(body, text[heading.start : heading.end].strip())

    def _end_of(self, heading: _Heading, last: int) -> int:
        """Where the section of a heading ends, given where the page does."""
        later = self.headings[self.headings.index(heading) + 1 :]
        return next((each.start for each in later if each.level <= heading.level), last)

    def _add(self, text: str) -> None:
        if text:
            self.parts.append(text)
            self.length += len(text)
