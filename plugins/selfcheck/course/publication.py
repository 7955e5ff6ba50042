"""Writes the data of a course, from the pages as they were finally written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from urllib.parse import unquote, urljoin

from selfcheck.course.data_files import CoursePage, Passage, data_files
from selfcheck.course.headings import headings
from selfcheck.course.open_blocks import OpenBlock, open_blocks
from selfcheck.course.progress_html import WordsFor, with_progress
from selfcheck.frame.names import FOLDER
from selfcheck.page_index import Lesson

_ROOT = "https://root.invalid/"
"""Stands for the address of the site while links are resolved."""


@dataclass(frozen=True, slots=True)
class PublishedPage:
    """A page that is part of the site: its source, its address from the site's root, and its file."""

    source: str
    address: str
    file: Path
    lesson: Lesson
    sections: tuple[str, ...]
    """Those of the navigation that it stands in, the outermost first."""
    own: frozenset[str] | None = None
    """The ids of the questions of its text, while it may show more; None where they are not known."""

    @property
    def html(self) -> str:
        """What was written; nothing where a plugin has kept the page from being written."""
        return self.file.read_text("utf-8", errors="replace") if self.file.is_file() else ""

    def blocks(self, html: str) -> tuple[OpenBlock, ...]:
        """The questions of its own that stand in clear in `html`, which was written."""
        return tuple(each for each in open_blocks(html) if self.own is None or each.id in self.own)

    def rewrite(self, change: Callable[[str], str]) -> None:
        """Write the page with a change. Everything else in it stays as it is, byte by byte."""
        before = self.file.read_bytes().decode("utf-8", "surrogateescape")
        if (after := change(before)) != before:
            self.file.write_bytes(after.encode("utf-8", "surrogateescape"))


def in_order(pages: Iterable[PublishedPage], navigation: Iterable[str]) -> list[PublishedPage]:
    """In the order of the navigation, which names sources; then the others by their addresses."""
    places = {source: place for place, source in reversed(list(enumerate(navigation)))}
    return sorted(pages, key=lambda page: (places.get(page.source, len(places)), page.address))


def course_pages(published: Iterable[PublishedPage]) -> list[CoursePage]:
    """Those that ask something in clear, with all that a course tells of them."""
    pages = {page.address: page for page in published}
    asking = {address: blocks for address, page in pages.items() if (blocks := page.blocks(page.html))}

    @cache
    def headings_at(address: str) -> Mapping[str, str]:
        return headings(pages[address].html) if address in pages else {}

    def described(page: PublishedPage, blocks: tuple[OpenBlock, ...]) -> CoursePage:
        links = {block.id: _from_root(page.address, block.section) for block in blocks if block.section}
        passages = {}
        for name, link in links.items():
            address, _, anchor = link.partition("#")
            if title := headings_at(address).get(unquote(anchor)):
                passages[name] = Passage(link, title)
        title = page.lesson.title or next(iter(headings_at(page.address).values()), page.address)
        lesson = replace(page.lesson, title=title)
        return CoursePage(page.source, page.address, blocks, lesson, page.sections, passages)

    return [described(pages[address], blocks) for address, blocks in asking.items()]


def write_data(pages: Iterable[CoursePage], site: Path) -> None:
    """Write the data files into the built site, and remove those that an earlier build left there."""
    folder = site / FOLDER / "course"
    folder.mkdir(parents=True, exist_ok=True)
    files = data_files(list(pages))
    for name, content in files.items():
        (folder / name).write_text(content, "utf-8", newline="\n")
    for left in (*folder.glob("pages-*.js"), *folder.glob("outline*.js")):
        if left.name not in files:
            left.unlink()


def fill_progress(written: Sequence[PublishedPage], pages: Sequence[CoursePage], words_for: WordsFor) -> None:
    """Write into each finished page what its elements of the progress show before any script has run."""
    review = next((page.address for page in written if "<self-check-review" in page.html), None)
    for page in written:
        if "<self-check-progress" in page.html:
            filled = partial(with_progress, pages=pages, words_for=words_for, review=review)
            page.rewrite(partial(filled, address=page.address))


def _from_root(address: str, link: str) -> str:
    """A link on the page at `address`, as an address from the root; empty where it leads out of the site."""
    whole = urljoin(_ROOT + address, link)
    return whole.removeprefix(_ROOT) if whole.startswith(_ROOT) else ""
