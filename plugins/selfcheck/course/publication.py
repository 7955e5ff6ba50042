"""Writes the data of a course, from the pages as they were finally written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from selfcheck.course.data_files import CoursePage, data_files
from selfcheck.course.open_blocks import open_blocks
from selfcheck.frame.names import FOLDER


@dataclass(frozen=True, slots=True)
class PublishedPage:
    """A page that is part of the site: its source, its address from the site's root, and its file."""

    source: str
    address: str
    file: Path


def in_order(pages: Iterable[PublishedPage], navigation: Sequence[str]) -> list[PublishedPage]:
    """In the order of the navigation, which names sources; then the others by their addresses."""
    places = {source: place for place, source in reversed(list(enumerate(navigation)))}
    last = len(navigation)
    return sorted(pages, key=lambda page: (places.get(page.source, last), page.address))


def write_data(pages: Iterable[PublishedPage], site: Path) -> None:
    """Write the data files into the built site, and remove the parts that an earlier build left there."""
    folder = site / FOLDER / "course"
    folder.mkdir(parents=True, exist_ok=True)
    files = data_files(list(_course_pages(pages)))
    for name, content in files.items():
        (folder / name).write_text(content, "utf-8", newline="\n")
    for left in folder.glob("pages-*.js"):
        if left.name not in files:
            left.unlink()


def _course_pages(pages: Iterable[PublishedPage]) -> Iterator[CoursePage]:
    for page in pages:
        # A plugin may have kept the page from being written.
        html = page.file.read_text("utf-8", errors="replace") if page.file.is_file() else ""
        if questions := tuple(open_blocks(html)):
            yield CoursePage(page.address, questions)
