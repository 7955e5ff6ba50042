"""The sections of the pages of a site, read from their Markdown and kept from check to check."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from pathlib import PurePosixPath
from typing import Any

from selfcheck.cache import Cache
from selfcheck.cache_version import CacheVersion
from selfcheck.code_version import code_version, version_of
from selfcheck.errors import SelfCheckError
from selfcheck.pages.page import without_front_matter
from selfcheck.pages.path import PAGE_SUFFIXES, files_below
from selfcheck.sections.section_text import sections_in, stamp_of
from selfcheck.site import Site

_PACKAGES = ("markdown", "pymdown-extensions")
"""Whose versions may decide what is text and what is markup."""


class SectionsUnreadable(SelfCheckError):
    """Pages cannot be converted here: the extensions that the site names are not at hand."""


@dataclass(frozen=True, slots=True)
class PageSections:
    """The sections of one page by their anchors, in their order."""

    stamps: Mapping[str, str]
    """The stamp of each section; that of the whole page has no anchor."""
    titles: Mapping[str, str]
    """The headings, by those anchors that are headings'."""


@dataclass
class Sections:
    """Knows the sections of the pages of a site; `extensions` as the configuration names them.

    A page says the same in a build and without one: its Markdown is read as it stands in its file, with those
    extensions of the site that need no host.
    """

    site: Site
    extensions: object = None
    content: Callable[[str], bytes | None] | None = None
    """What stands in a page, by its path; where that is not said, its file is read."""
    unread: dict[str, str] = field(default_factory=dict)
    """The pages of which something is not known, each with the reason."""
    _known: dict[str, PageSections | None] = field(default_factory=dict)

    def of(self, page: str) -> PageSections | None:
        """The sections of a page, given by its path from the docs root; None where its file is not there.

        Raises SectionsUnreadable.
        """
        if page not in self._known:
            self._known[page] = self._read(page)
        return self._known[page]

    def stamp(self, section: str) -> str | None:
        """The stamp of a section, as `page.md#anchor`; None where it cannot be read.

        Raises SectionsUnreadable.
        """
        page, _, anchor = section.partition("#")
        known = self.of(page)
        if known is None or anchor in known.stamps or self.knows_anchors:
            return known.stamps.get(anchor) if known else None
        from selfcheck.extension.offline import UNKNOWN_ANCHORS

        self.unread[page] = UNKNOWN_ANCHORS
        return None

    @cached_property
    def knows_anchors(self) -> bool:
        """Whether a heading has the anchor here that it has in a build."""
        # Where every anchor is found, no Markdown is loaded.
        from selfcheck.extension.offline import knows_anchors

        return knows_anchors(self.extensions)

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """The paths of all pages that can be read, from the docs root."""
        docs = self.site.root / self.site.docs
        return tuple(
            sorted(
                file.relative_to(docs).as_posix()
                for file in files_below(docs)
                if file.suffix in PAGE_SUFFIXES
            )
        )

    def with_heading(self, anchor: str) -> Iterator[str]:
        """The pages whose Markdown seems to have a heading with this anchor; none of them is converted."""
        # Of headings that are alike on a page, the second has "_1" behind its anchor.
        named, numbered = f"#{anchor}", f"\n{re.sub(r'(?<=.)_[0-9]+$', '', anchor)}\n"
        for page, headings in self._headings.items():
            if named in headings or numbered in headings:
                yield page

    @cached_property
    def _headings(self) -> Mapping[str, str]:
        """The headings of each page as they are written, and the anchors that they may have, a line each."""
        from markdown.extensions.toc import slugify, slugify_unicode

        headings = {}
        for page in self.pages:
            text = (self.on_disk(page) or b"").decode("utf-8-sig", "replace")
            written = re.findall(r"^#{1,6}(?!#)(.*)$", text, re.MULTILINE)
            lines = ((each, slugify(each, "-"), slugify_unicode(each, "-")) for each in written)
            headings[page] = "\n".join(["", *chain.from_iterable(lines), ""])
        return headings

    def save(self, *, is_whole: bool) -> None:
        """Keep what was read; `is_whole` if every page was asked for that a question names."""
        if self._cache:
            self._cache.save(keeps_unused=not is_whole)

    def _read(self, page: str) -> PageSections | None:
        if ".." in PurePosixPath(page).parts:
            return None
        content = self.content(page) if self.content else self.on_disk(page)
        if content is None:
            return None
        key = hashlib.sha256(content).hexdigest()[:24]
        kept = self._cache.get(key) if self._cache else None
        if isinstance(kept, list) and len(kept) == 2:
            return PageSections(*kept)
        read = self._convert(page, content)
        if read and self._cache:
            self._cache.put(key, [read.stamps, read.titles])
        return read

    def on_disk(self, page: str) -> bytes | None:
        """What stands in the file of a page; None where there is none."""
        try:
            return (self.site.root / self.site.docs / page).read_bytes()
        except (OSError, ValueError):
            return None

    def _convert(self, page: str, content: bytes) -> PageSections | None:
        text = content.decode("utf-8-sig", "replace")
        convert = self._converter
        try:
            found = sections_in(convert(without_front_matter(text)))
        except Exception as error:  # whatever an extension raises over a page
            self.unread[page] = f"{type(error).__name__}: {error}"
            return None
        stamps = {anchor: stamp_of(each.text) for anchor, each in found.items()}
        return PageSections(stamps, {anchor: each.title for anchor, each in found.items() if each.title})

    @cached_property
    def _converter(self) -> Callable[[str], str]:
        # Where all pages are kept, no Markdown is loaded.
        from selfcheck.bank import Bank
        from selfcheck.build import Build
        from selfcheck.extension import SelfCheckExtension
        from selfcheck.extension.offline import ExtensionsUnusable, offline_markdown

        build = Build(Site(self.site.root, cache=""))
        build.bank = Bank({})  # fences of ours then leave nothing on the page
        try:
            page = offline_markdown(self.extensions, SelfCheckExtension(build=build))
        except ExtensionsUnusable as error:
            raise SectionsUnreadable(str(error)) from error

        def convert(text: str) -> str:
            page.reset()
            build.problems.clear()
            return page.convert(text)

        return convert

    @cached_property
    def _cache(self) -> Cache | None:
        """The kept sections; with other code, extensions or versions, a new file begins."""
        if self.site.cache_folder is None:
            return None
        basis = f"{code_version()} {self.extensions!r} {list(map(version_of, _PACKAGES))}"
        return CacheVersion(self.site.cache_folder, "sections", basis)


def sections_of(site: Site, settings: Mapping[str, Any]) -> Sections:
    """The sections of a site, given what its configuration file says."""
    return Sections(site, settings.get("markdown_extensions"))
