"""Renders an item as a `Block`: HTML of the frame's template and the type's, with slots for its fragments."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from markupsafe import Markup

from selfcheck.block.block import Block
from selfcheck.block.foreign import NOTHING_FOREIGN, Foreign
from selfcheck.block.fragment import Fragment
from selfcheck.block.template import template_of
from selfcheck.block.values import NO_VALUES, Values, for_script, shown
from selfcheck.frame.words import Words, interface_language
from selfcheck.pages.language import direction_of
from selfcheck.pages.links import from_page, to_section
from selfcheck.repository import Repository

if TYPE_CHECKING:  # a site without questions does not pay for the models
    from selfcheck.item import Item

Parse = Callable[[str], ElementTree.Element]
"""Turns a Markdown fragment into an element that holds its blocks, inline text still unparsed."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a block stands: its page (as a path from the docs root), its place and how many there are."""

    page: str
    number: int
    total: int
    sheet: str = ""
    asks_confidence: bool = False
    repository: str = ""
    """The address of the repository where the question is reported, if there is one."""
    file: str = ""
    """The page as reports name it."""
    edit: str = ""
    """The address where the question is edited, if there is one."""
    heading_level: int = 3
    """Of the label, as assistive technology counts it."""
    foreign: Foreign = NOTHING_FOREIGN
    shows_passage: bool = True
    """Whether its passage stands open in it, and is not that of the block before it."""
    about_passage: tuple[int, int] = (0, 0)
    """The numbers of the first and the last block in a row that are about its passage."""
    links_section: bool = True
    """Whether the page of its section is there, and not left out of the build."""


@dataclass(frozen=True, slots=True)
class Renderer:
    """Makes blocks in the words of one language.

    `page_language` is that of the page's text and of its questions, `html_language` that of the document.
    """

    words: Words
    page_language: str
    html_language: str

    def render(self, item: Item, standing: Standing, parse: Parse) -> Block:
        """The block of an item, its fragments parsed but not yet in their places."""
        fragments: list[Fragment] = []

        def fragment(text: str, as_shown: Callable[[str], str] = str) -> Fragment:
            element = parse(item.with_placeholders(as_shown(text)))
            fragments.append(Fragment(len(fragments), element, standing.foreign.attributes_of(text)))
            return fragments[-1]

        html = template_of(self.words.kinds[item.type]).render(
            item=item,
            check=f"{standing.sheet or 'check'}-{item.id}",
            key=_json(item.key),
            variants=self._variants(item),
            standing=standing,
            report=self._report(item, standing),
            number=standing.number,
            total=standing.total,
            count=self.words.frame["count"].format(number=standing.number, total=standing.total),
            words=self.words.in_html[item.type],
            words_lang=self._language_of_words(),
            words_language=self.words.language,
            lang="" if self.page_language == self.html_language else self.page_language,
            dir=direction_of(self.page_language),
            fragment=fragment,
            shown=lambda value: shown(value, self._decimal),
            link=lambda target: from_page(target, standing.page),
            link_to_section=lambda section: to_section(section, standing.page),
        )
        html = html.replace("&#39;", "'").replace("&#34;", "&quot;")  # as serializers write them
        html = standing.foreign.mark(html, item.with_placeholders)
        return Block(self._directed(html), fragments, self._values(item), standing.sheet)

    def _report(self, item: Item, standing: Standing) -> str:
        """The address of a form with room for what is wrong, then what a maintainer has to know."""
        if not standing.repository:
            return ""
        facts = f"question: {item.id}\nversion: {item.fingerprint}\npage: {standing.file}"
        said = self.words.frame
        title, body = said["report_title"].format(id=item.id), f"{said['report_ask']}\n\n\n---\n{facts}"
        return Repository(standing.repository).issue(title, body)

    @property
    def _decimal(self) -> str:
        return self.words.frame["decimal"]

    def _variants(self, item: Item) -> str:
        """Key and values of each variant for the page's script; empty where there is only one."""
        variants = [
            [e.key, [for_script(value, self._decimal) for value in e.values]] for e in item.variations
        ]
        return _json(variants) if variants else ""

    def _values(self, item: Item) -> Values:
        """The first variant's values, where there are several."""
        first = item.variations[0].values if item.variations else ()
        return Values(item.placeholders, first, self._decimal) if first else NO_VALUES

    def _language_of_words(self) -> Markup:
        language = self.words.language
        return Markup("" if interface_language(self.page_language) == language else f' lang="{language}"')

    def _directed(self, html: str) -> str:
        """Let words that are not in the page's language run in their direction."""
        lang = self._language_of_words()
        return re.sub(rf"<[^<>]*{lang}[^<>]*>", self._with_direction, html) if lang else html

    def _with_direction(self, tag: re.Match[str]) -> str:
        if " dir=" in tag[0]:
            return tag[0]
        name, *attributes = re.split(r' (?=[\w:-]+=")', tag[0].rstrip("/> "))
        end = tag[0][len(tag[0].rstrip("/> ")) :]
        return " ".join([name, *sorted([*attributes, f'dir="{self.words.direction}"'])]) + end


_JSON = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def _json(value: object) -> str:
    return _JSON.encode(value)
