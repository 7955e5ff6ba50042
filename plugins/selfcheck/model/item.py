"""The fields that every question has, whatever its type, and the fingerprint of what it asks."""

from __future__ import annotations

import hashlib
import json
from abc import abstractmethod
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Self, TypeAlias

from pydantic import PrivateAttr

from selfcheck.complaint import Complaint
from selfcheck.model.fields import (
    Boolean,
    Identifier,
    Markdown,
    Model,
    PassageText,
    Section,
    SectionStamp,
    Text,
)
from selfcheck.model.interaction import Interaction
from selfcheck.model.traits import Traits
from selfcheck.model.variation import Variation
from selfcheck.model.waivers import Waivers
from selfcheck.source import FieldPath

Parts: TypeAlias = Mapping[str, Any]
"""The parts of an item as written, with None in place of each invalid one."""


_JSON = json.JSONEncoder(ensure_ascii=False, allow_nan=False)

_UNSHOWN = ("section_stamp", "lint_ok")
"""Fields whose texts no reader sees."""


class Item(Model):
    """A question with all that belongs to it. A type adds its fields and says how it is answered."""

    traits: ClassVar[Traits] = Traits()
    """How questions of the type are asked and answered."""

    id: Identifier
    """the name of the question: kebab-case, unique on the site, kept for ever"""
    type: str
    """how the question is answered"""
    objective: Text | None = None
    """what a reader who answers right can do"""
    section: Section | None = None
    """the section of a page that teaches it, as lessons/page.md#heading"""
    section_stamp: SectionStamp | None = None
    """what that section said when it was last compared with the question; written by `selfcheck stamp`"""
    passage: PassageText | None = None
    """the name of a passage of this file, listed under `passages`, which the question is about"""
    stem: Markdown
    """the question itself, in Markdown"""
    hints: tuple[Markdown, ...] = ()
    """nudges, opened one by one, the strongest last"""
    last_hint_after_attempt: Boolean = False
    """true if the last hint comes only after an attempt"""
    confidence: Boolean | None = None
    """whether the reader is asked how sure she is; by default as the file or the site says"""
    explanation: Markdown | None = None
    """the mechanism behind the answer, in full"""
    lint_ok: Waivers | None = None
    """rules of the linter that the question may break, each with the reason, as `{longest-key: "why"}`"""
    _original: Self | None = PrivateAttr(default=None)

    @classmethod
    def complaints(cls, parts: Parts) -> Iterator[Complaint]:
        """Complaints about the item as a whole, from its valid parts."""
        yield from ()

    @classmethod
    def feedback_gaps(cls, parts: Parts) -> Iterator[FieldPath]:
        """The paths at which feedback is missing, for sites that require it."""
        yield from ()

    def translation_complaints(self, original: Self) -> Iterator[Complaint]:
        """Complaints about the item as a translation: equal texts that differ in the original, say."""
        yield from ()

    def use_original(self, original: Self) -> None:
        """Make the item a translation, which asks and stores what `original` does."""
        self._original = original

    @property
    def original(self) -> Self | None:
        """The item that this one translates, if any. What is numbered or sorted by text goes by its texts."""
        return self._original

    @property
    @abstractmethod
    def interaction(self) -> Interaction:
        """What the question asks, independent of its type."""

    @property
    @abstractmethod
    def key(self) -> object:
        """The key as JSON, with which the page's script grades a response."""

    @property
    @abstractmethod
    def substance(self) -> object:
        """What the fingerprint covers besides stem and key, as JSON: options, tolerances; never feedback."""

    def as_text(self) -> str:
        """The fields as JSON, of which the item can be made anew; not its variants, nor its original."""
        return self.model_dump_json(by_alias=True, exclude_none=True, round_trip=True)

    def written_texts(self) -> Iterator[str]:
        """Every text of the item that readers may see, Markdown or not, in the order of its fields."""
        return iter(_texts_in({name: each for name, each in self.__dict__.items() if name not in _UNSHOWN}))

    def texts(self) -> Iterator[str]:
        """The same with a placeholder for each value that differs between variants."""
        return map(self.with_placeholders, self.written_texts())

    def with_placeholders(self, text: str) -> str:
        """A text as it goes to Markdown, with a placeholder for each value that differs between variants."""
        return text

    @property
    def placeholders(self) -> Mapping[str, str]:
        """The placeholder for each value that differs between variants; none where there are no variants."""
        return {}

    @property
    def variations(self) -> tuple[Variation, ...]:
        """The variants of a question with parameters; empty for any other."""
        return ()

    @property
    def fingerprint(self) -> str:
        """Eight hexadecimal digits that depend on type, passage, stem, options, key and tolerances alone.

        A translation has that of its original, so that one record of answers serves all languages.
        """
        if self.original:
            return self.original.fingerprint
        above = [self.passage] if self.passage else []
        basis = _JSON.encode([self.type, self.stem, self.asked, self.substance, *above])
        return hashlib.sha256(basis.encode()).hexdigest()[:8]

    @property
    def asked(self) -> object:
        """What the question asks for, as the fingerprint covers it: its key."""
        return self.key


def _texts_in(value: object) -> list[str]:
    texts: list[str] = []
    _gather(value, texts)
    return texts


def _gather(value: object, texts: list[str]) -> None:
    if isinstance(value, str):
        texts.append(value)
    elif isinstance(value, Model):
        for field in value.__dict__.values():
            _gather(field, texts)
    elif isinstance(value, tuple):
        for each in value:
            _gather(each, texts)
    elif value is not None and not isinstance(value, int | float) and isinstance(value, Mapping):
        for each in value.values():
            _gather(each, texts)
