"""Outlines of blocks, kept from build to build: what templates write, with slots for the fragments.

An outline depends on what its key holds, and on which fragments are a single paragraph. The latter depends
on the page, whose extensions parse the fragments in every build; where it differs, the block is rendered
anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from selfcheck.block.block import Block
from selfcheck.block.fragment import Fragment
from selfcheck.block.rendering import Parse, Renderer, Standing
from selfcheck.block.values import NO_VALUES
from selfcheck.cache import SUFFIX, Cache
from selfcheck.code_version import code_version
from selfcheck.quiz import Question

if TYPE_CHECKING:  # a build whose blocks are all kept does not pay for the models
    from selfcheck.item import Item


@dataclass(frozen=True, slots=True)
class Outline:
    """The HTML of a block with slots, and all texts of its question in the order of its fields.

    For each slot, in the order in which the template asked: the number of its text, and whether it is inline.
    """

    html: str
    texts: Sequence[str]
    slots: Sequence[tuple[int, bool]]


class KeptOutlines:
    """The outlines of blocks that are in the same words, on pages in the same languages."""

    def __init__(self, cache: Cache, renderer: Renderer) -> None:
        self._cache = cache
        self._kinds = renderer.words.kinds
        languages = (renderer.page_language, renderer.html_language)
        self._basis = repr((code_version(), renderer.words.version, languages))

    def key(self, question: Question, standing: Standing) -> str:
        """A hash of all that an outline follows from; empty where that is not all known."""
        basis = question.basis
        if basis is None or not self._kinds[question.type].is_ours:
            return ""
        foreign = standing.foreign
        texts = sorted(foreign.texts)  # a set has no order
        parts = (question.type, *_said(standing), texts, foreign.language, foreign.page_language)
        return hashlib.sha256(f"{self._basis}{parts!r}{basis}".encode()).hexdigest()[:24]

    def get(self, key: str) -> Outline | None:
        """The outline with this key, if there is one."""
        kept = self._cache.get(key)
        return Outline(*kept) if kept else None

    def put(self, key: str, outline: Outline) -> None:
        """Keep an outline for later builds."""
        self._cache.put(key, [outline.html, outline.texts, outline.slots])


_said = attrgetter(*(each.name for each in fields(Standing) if each.name != "foreign"))
"""All that a standing says but for its foreign texts; its own `repr` takes ten times as long."""


class Outlines:
    """The outlines of the blocks in one folder, a file for each combination of languages."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._caches: dict[str, Cache] = {}

    def of(self, renderer: Renderer) -> KeptOutlines:
        """Those for the words and languages of a renderer."""
        languages = f"{renderer.page_language} {renderer.html_language} {renderer.words.language}"
        name = hashlib.sha256(languages.encode()).hexdigest()[:8]
        if name not in self._caches:
            self._caches[name] = Cache(self._folder / f"blocks.{name}{SUFFIX}")
        return KeptOutlines(self._caches[name], renderer)

    def save(self, *, keeps_unused: bool) -> None:
        """Write what is new; `keeps_unused` where not all pages of the site were converted."""
        for cache in self._caches.values():
            cache.save(keeps_unused=keeps_unused)


class Rendering:
    """One block on its page: from the outline of an earlier build, or rendered."""

    def __init__(
        self, renderer: Renderer, question: Question, standing: Standing, outlines: KeptOutlines | None
    ) -> None:
        self._renderer, self._question, self._standing = renderer, question, standing
        self._key = outlines.key(question, standing) if outlines else ""
        self._outlines = outlines if self._key else None
        self._outline = self._outlines.get(self._key) if self._outlines else None

    @cached_property
    def texts(self) -> Sequence[str]:
        """All texts of the question, with placeholders for its values."""
        return self._outline.texts if self._outline else list(self._item.texts())

    def block(self, parse: Parse) -> Block:
        """The block, its fragments parsed but not yet in their places."""
        if not self._outline:
            return self._rendered(parse)
        texts = [self._outline.texts[number] for number, _ in self._outline.slots]
        elements = [parse(text) for text in texts]
        fragments = [Fragment(number, element) for number, element in enumerate(elements)]
        if all(each.is_inline == slot[1] for each, slot in zip(fragments, self._outline.slots, strict=True)):
            return Block(self._outline.html, fragments, NO_VALUES, self._standing.sheet)
        return self._rendered(_parsing_once(parse, texts, elements))

    def _rendered(self, parse: Parse) -> Block:
        asked: list[str] = []

        def noting(text: str) -> Element:
            asked.append(text)
            return parse(text)

        block = self._renderer.render(self._item, self._standing, noting)
        self._keep(block, asked)
        return block

    def _keep(self, block: Block, asked: Sequence[str]) -> None:
        """Keep the outline, unless it holds values of variants, or text that is made of several."""
        if self._outlines and not self._item.variations and set(asked) <= set(self.texts):
            slots = [
                (self.texts.index(text), each.is_inline)
                for text, each in zip(asked, block.fragments, strict=True)
            ]
            self._outlines.put(self._key, Outline(block.html, self.texts, slots))

    @cached_property
    def _item(self) -> Item:
        return self._question.item


def _parsing_once(parse: Parse, texts: Sequence[str], elements: Sequence[Element]) -> Parse:
    """Parses what has not been parsed; a text that stands in several places has an element for each."""
    parsed: dict[str, list[Element]] = {}
    for text, element in zip(texts, elements, strict=True):
        parsed.setdefault(text, []).append(element)

    def parse_once(text: str) -> Element:
        return parsed[text].pop(0) if parsed.get(text) else parse(text)

    return parse_once
