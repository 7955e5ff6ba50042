"""Which sections of pages no question asks about, and which questions no page shows."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from selfcheck.bank import Bank
from selfcheck.checking import Scope
from selfcheck.configuration import published_files
from selfcheck.extension.headings import Heading, headings_reader
from selfcheck.overview.overview import Coverage
from selfcheck.page_questions import questions_on
from selfcheck.pages.path import PAGE_SUFFIXES


def coverage_of(scope: Scope) -> Coverage | None:
    """What is covered; None where no configuration says which pages there are.

    Raises ExtensionsUnusable.
    """
    if scope.config_file is None:
        return None
    docs = scope.site.root / scope.site.docs
    pages = sorted(
        file for file in published_files(scope.config_file, scope.site) if file.suffix in PAGE_SUFFIXES
    )
    shown = questions_on(pages, scope.bank)
    unshown = tuple(name for name in scope.bank.entries if name not in shown)
    return Coverage(tuple(_empty(docs, scope.bank, scope.extensions)), unshown)


def _empty(docs: Path, bank: Bank, extensions: object) -> Iterator[str]:
    named: dict[str, set[str]] = {}
    for entry in bank.entries.values():
        page, _, anchor = (entry.item.section or "").partition("#")
        named.setdefault(page, set()).add(anchor)
    read = headings_reader(extensions)
    for page in sorted(named):
        if (file := docs / page).is_file():
            for heading in read(file.read_text("utf-8-sig", errors="replace")):
                yield from (f"{page}#{each}" for each in _unasked(heading, named[page]))


def _unasked(heading: Heading, named: Collection[str]) -> Iterator[str]:
    """The headings that no question names, nor any heading below or above them; a page's title is none."""
    if heading.id in named and heading.level > 1:
        return
    if heading.level > 1 and not any(_is_asked(each, named) for each in heading.below):
        yield heading.id
        return
    for each in heading.below:
        yield from _unasked(each, named)


def _is_asked(heading: Heading, named: Collection[str]) -> bool:
    return heading.id in named or any(_is_asked(each, named) for each in heading.below)
