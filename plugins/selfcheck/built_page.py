"""A page of a built site: its text that came out as code, its ids, and the files of ours that it loads."""

from __future__ import annotations

import re
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

from selfcheck.course.headings import headings
from selfcheck.frame.names import FOLDER

_CODE = frozenset({"pre", "code"})


class BuiltPage:
    """An HTML file, read when it is first asked about."""

    def __init__(self, file: Path) -> None:
        self.file = file

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of its elements."""
        return frozenset(self._read.ids)

    @cached_property
    def titles(self) -> frozenset[str]:
        """The texts of its headings that have an id."""
        found = headings(self.file.read_text("utf-8", errors="replace")).values()
        return frozenset(title for title in found if title)

    def has_code(self, text: str) -> bool:
        """Whether a text is all that stands in some code, however its lines are broken."""
        return words(text) in self._read.code

    def has_code_with(self, text: str) -> bool:
        """Whether a text stands in some code."""
        return any(words(text) in code for code in self._read.code)

    def lost_files(self) -> list[str]:
        """The addresses of scripts and styles of ours that lead to no file."""
        return [
            address
            for address in self._read.loaded
            if not re.match(r"/|[a-z]+:", address) and not (self.file.parent / _path(address)).is_file()
        ]

    @cached_property
    def _read(self) -> _Reader:
        reader = _Reader()
        reader.feed(self.file.read_text("utf-8", errors="replace"))
        return reader


def _path(address: str) -> str:
    """The file that an address asks for; plugins write its version behind it."""
    return unquote(re.split("[?#]", address, maxsplit=1)[0])


def words(text: str) -> str:
    """A text with its white space made even."""
    return " ".join(text.split())


class _Reader(HTMLParser):
    """Collects what is asked of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.code: list[str] = []
        self.ids: set[str] = set()
        self.loaded: list[str] = []
        self._open: list[str] = []
        self._is_line_number = False
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" or (name == "name" and tag == "a"):
                self.ids.add(value or "")
            elif name in ("src", "href") and tag in ("script", "link") and f"{FOLDER}/" in (value or ""):
                self.loaded.append(value or "")
            elif name == "class" and "lineno" in (value or ""):
                self._is_line_number = tag == "span"
        if tag in _CODE:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self._is_line_number = False
        if tag not in self._open:
            return
        while self._open.pop() != tag:
            pass
        if not self._open:
            self.code.append(words("".join(self._text)))
            self._text.clear()

    def handle_data(self, data: str) -> None:
        if self._open and not self._is_line_number:
            self._text.append(data)
