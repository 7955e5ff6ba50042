"""The scripts that stand in a page's own text."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

_RUN = ("application/javascript", "importmap", "module", "text/javascript")
"""The types of scripts that a browser runs, or asks the policy about; any other type holds data."""


class _Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        kind = given.get("type") or "text/javascript"
        self.inside = tag == "script" and "src" not in given and kind.strip().lower() in _RUN

    def handle_endtag(self, tag: str) -> None:
        self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found.append(data)


def scripts_of(html: str) -> list[str]:
    """The inline scripts of a page that a browser would run, each to the letter, without blocks of data."""
    return _Reader(html).found


def scripts_below(folder: Path) -> set[str]:
    """The inline scripts of all pages of a built site."""
    return {script for page in folder.rglob("*.html") for script in scripts_of(page.read_text("utf-8"))}
