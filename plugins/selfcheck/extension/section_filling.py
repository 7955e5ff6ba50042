"""Fills the lists of questions on sections in finished pages: with links to what stands there in clear."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, partial
from typing import TypeAlias
from xml.etree.ElementTree import tostring

from selfcheck.block.searchable import LIST
from selfcheck.build import Build
from selfcheck.course.open_blocks import open_blocks
from selfcheck.course.publication import PublishedPage
from selfcheck.course.tokens import attributes
from selfcheck.extension.section_rows import empty_list, entries_on, list_element, name_of
from selfcheck.pages.links import moved

_Home: TypeAlias = "tuple[str, str]"
"""The address of a page, and the block of a question on it."""


class SectionLists:
    """The lists of one build, which knows its published pages once all are written."""

    def __init__(self, build: Build) -> None:
        self.build = build

    def fill(self, pages: Iterable[PublishedPage]) -> None:
        """Write into each of these pages what its lists show, each time anew."""
        for page in pages:
            if "self-check-questions" in page.html:
                here = {block.id: block.html for block in open_blocks(page.html)}
                page.rewrite(partial(self.filled, address=page.address, here=here))

    def filled(self, html: str, address: str, here: Mapping[str, str], *, is_alone: bool = False) -> str:
        """A page that stands at `address` and shows the questions `here`, with their blocks.

        `is_alone` where nothing is known of other pages yet.
        """
        homes = {} if is_alone else self._homes
        return LIST.sub(lambda found: self._list(found, address, here, homes), html)

    def _list(
        self, found: re.Match[str], address: str, here: Mapping[str, str], homes: Mapping[str, _Home]
    ) -> str:
        named = attributes(found["attributes"])
        section, language = named.get("data-section", ""), named.get("data-language", "")
        links = list(self._links(section, language, address, here, homes))
        if not links:
            return tostring(empty_list(section, language), "unicode", method="html")
        element = list_element(language, links, self.build.site.equipment.words_for(language))
        # A later build may leave the page alone, and has to know.
        element.attrib |= {"data-section": section, "data-language": language}
        return tostring(element, "unicode", method="html")

    def _links(
        self, section: str, language: str, address: str, here: Mapping[str, str], homes: Mapping[str, _Home]
    ) -> Iterator[tuple[str, str]]:
        source, _, anchor = section.rpartition("#")
        for entry in entries_on(source, anchor, self.build.bank, language, self.build.find):
            if entry.id in here:
                yield name_of(entry, here[entry.id]), f"#check-{entry.id}"
            elif entry.id in homes:
                home, block = homes[entry.id]
                yield name_of(entry, block), moved(f"{home}#check-{entry.id}", "", address)

    @cached_property
    def _homes(self) -> dict[str, _Home]:
        """The first published page that holds each question in clear."""
        homes: dict[str, _Home] = {}
        for page in self.build.published:
            for block in page.blocks(page.html):
                homes.setdefault(block.id, (page.address, block.html))
        return homes
