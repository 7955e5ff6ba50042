"""Compares a built site with its pages: a fence that a host ignored stands there as code, untold."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path

from selfcheck.bank import Bank
from selfcheck.built_page import BuiltPage
from selfcheck.crosscheck import lost_sections, unused_questions
from selfcheck.directive import Directive, read_directive
from selfcheck.left_out import pages_below
from selfcheck.page_questions import page_text, questions_on
from selfcheck.pages.fence import Fence, fences_of
from selfcheck.pages.path import path_from
from selfcheck.problems import Problem
from selfcheck.site import Site
from selfcheck.translation.language import files_by_language

_ID = re.compile(r"<self-check(?:-sheet)?\b[^>]*\bid=[\"']?(?:check|worksheet|answer-key)-([\w-]+)")
_CURE_OF_OTHER = (
    "another plugin may have replaced the page; if it is older than its questions, build with --clean"
)
_CURE_OF_LOST = "build with --clean; MkDocs needs selfcheck among its plugins, other hosts `selfcheck assets`"
_FRONT_PAGES = frozenset({"index", "README"})


class BuiltSite:
    """The folder of a built site, beside the pages and questions that it was built from.

    `bank` holds the questions that are checked, which may be a part of those of the site.
    """

    def __init__(self, site: Site, bank: Bank, folder: Path) -> None:
        self.site, self.bank, self.folder = site, bank, folder
        self.docs = Path(os.path.abspath(site.root / site.docs))
        self.problems: list[Problem] = []
        """What readers of the site lack."""
        self.notes: list[Problem] = []
        """What cannot be judged: other plugins may have replaced a page, or left it out."""

    @property
    def is_empty(self) -> bool:
        """Whether no page was built."""
        return not self._files

    def compare(self) -> int:
        """Look for each fence of the pages in the built site; returns how many there are."""
        count = 0
        for source, fences in self._fences():
            count += len(fences)
            for fence in fences:
                self._compare(source, fence)
            self._check_files(source, fences[0])
        self._check_questions()
        return count

    def _check_questions(self) -> None:
        """Note what needs all pages at once, of which some hosts see one at a time."""
        waiting = questions_on(self._sources, self.bank)
        shown = {
            id_ for file in self._files for id_ in _ID.findall(file.read_text("utf-8", errors="replace"))
        }
        self.notes += unused_questions(self.bank, {*shown, *waiting})
        entries = [entry for name, entry in self.bank.entries.items() if name in shown]
        pages = {source.relative_to(self.docs).as_posix(): source for source in self._sources}
        named = {entry.section.partition("#")[0] for entry in entries if entry.section}
        unknown = {page for page in named.difference(pages) if self._has_page(page)}
        anchors = cache(lambda path: self._anchors(pages.get(path)))
        self.notes += lost_sections(entries, pages, str, anchors, unknown)

    def _has_page(self, page: str) -> bool:
        """Whether there is a page where the file would lead: one that is generated, or in some language."""
        return any(map(Path.is_file, self._candidates(self.docs / page)))

    def _anchors(self, source: Path | None) -> frozenset[str] | None:
        """The ids on a page; None where it does not stand for its file, or not for it alone.

        An encrypted page has no heading of its file, and a file that is translated becomes several pages.
        """
        page = self._built(source) if source else None
        if source is None or page is None or files_by_language(source):
            return None
        text = page_text(source)
        return page.ids if any(title in text for title in page.titles) else None

    def _fences(self) -> Iterator[tuple[Path, list[Fence]]]:
        for source in self._sources:
            text = page_text(source)
            if "quiz" in text and (fences := list(fences_of("quiz", text.splitlines()))):
                yield source, fences

    def _compare(self, source: Path, fence: Fence) -> None:
        directive = read_directive(fence, self._whole_bank)
        page = self._built(source)
        asked = _asked(directive)
        showing = [page] if page else self._others_by_id.get(asked[0], []) if asked else []
        if asked and any(each.ids.issuperset(asked) for each in showing):
            return
        if any(_is_left_as_code(fence, each) for each in ([page] if page else self._other_pages)):
            self._tell_ignored(source, fence)
        elif page is None:
            message = "this page is not in the built site"
            self.notes.append(self._problem(source, fence, message, "it may be a draft, or excluded"))
        elif not page.has_code_with(_as_written(fence)):
            message = "the built page shows neither this quiz nor its fence"
            self.notes.append(self._problem(source, fence, message, _CURE_OF_OTHER))

    def _tell_ignored(self, source: Path, fence: Fence) -> None:
        message = "the built page shows this fence as code: selfcheck had no part in the build"
        hint = (
            "name it where the host reads it, in `plugins` or `markdown_extensions`, without "
            "`enabled: false`, and build with --clean"
        )
        self.problems.append(self._problem(source, fence, message, hint))

    def _check_files(self, source: Path, first: Fence) -> None:
        page = self._built(source)
        for address in page.lost_files() if page else ():
            message = f'the built page loads "{address}", which is not in the site'
            self.problems.append(self._problem(source, first, message, _CURE_OF_LOST))

    def _problem(self, source: Path, fence: Fence, message: str, hint: str) -> Problem:
        path = path_from(self.site.root, source)
        return Problem(path, fence.start + 1, None, "", message, hint, "built-site")

    def _built(self, source: Path) -> BuiltPage | None:
        """What a page became, if its address follows from its path."""
        return self._pages.get(source)

    @cached_property
    def _pages(self) -> dict[Path, BuiltPage]:
        found = (
            (source, next(filter(Path.is_file, self._candidates(source)), None)) for source in self._sources
        )
        return {source: BuiltPage(file) for source, file in found if file}

    def _candidates(self, source: Path) -> Iterator[Path]:
        place = (self.folder / source.relative_to(self.docs)).with_suffix("")
        if place.name in _FRONT_PAGES:
            yield place.with_name("index.html")
        yield place / "index.html"
        yield place.with_name(f"{place.name}.html")

    @cached_property
    def _other_pages(self) -> list[BuiltPage]:
        """The pages whose address does not follow from a path, such as the posts of a blog."""
        known = {page.file for page in self._pages.values()}
        return [BuiltPage(file) for file in self._files if file not in known]

    @cached_property
    def _others_by_id(self) -> dict[str, list[BuiltPage]]:
        """Those pages by each id that they have."""
        found: dict[str, list[BuiltPage]] = {}
        for page in self._other_pages:
            for each in page.ids:
                found.setdefault(each, []).append(page)
        return found

    @cached_property
    def _whole_bank(self) -> Bank:
        """All questions of the site, which the fences of its pages name."""
        return self.site.bank()

    @cached_property
    def _files(self) -> list[Path]:
        return sorted(self.folder.rglob("*.html"))

    @cached_property
    def _sources(self) -> list[Path]:
        """The pages as authors wrote them; hosts pass over what begins with a dot."""
        return list(pages_below(self.docs, ()))


def _asked(directive: Directive) -> list[str]:
    """The ids in HTML of all that a fence asks for."""
    prefix = directive.sheet or "check"
    return [f"{prefix}-{entry.id}" for entry in directive.entries]


def _is_left_as_code(fence: Fence, page: BuiltPage) -> bool:
    """Whether the body of a fence is a block of code; where fences are unknown, its first line is too."""
    return bool(fence.body.strip()) and (
        page.has_code(fence.body) or page.has_code(f"{fence.info} {fence.body}")
    )


def _as_written(fence: Fence) -> str:
    """The lines of a fence with its marks, as a page shows them that explains fences."""
    return "\n".join(line[len(fence.prefix) :] for line in fence.source.splitlines())
