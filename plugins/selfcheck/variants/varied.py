"""A question that can be asked again with other numbers: what its type says, and what was drawn for it."""

from __future__ import annotations

import hashlib
import json
from abc import abstractmethod
from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, Field, PrivateAttr, WithJsonSchema

from selfcheck.complaint import Complaint
from selfcheck.model.fields import Count, wrong_value
from selfcheck.model.item import Item
from selfcheck.model.variation import Drawn
from selfcheck.source import Path
from selfcheck.variants.formula import Formula
from selfcheck.variants.parameters import Parameters
from selfcheck.variants.variant import INLINE, Drawing, Variant

MOST_VARIANTS = 50


def _bounded(count: int) -> int:
    if not 2 <= count <= MOST_VARIANTS:
        hint = f"write a number from 2 to {MOST_VARIANTS}, or leave the field out"
        raise wrong_value(f"a page cannot carry {count} variants", hint)
    return count


_VariantCount = Annotated[
    Count,
    AfterValidator(_bounded),
    WithJsonSchema({"type": "integer", "minimum": 2, "maximum": MOST_VARIANTS}),
]


class Varied(Item):
    """What a type takes on to have variants. Without parameters there is one, and it needs no words."""

    parameters: Parameters = Field(default_factory=dict)
    """what differs from variant to variant: for each name a list, or `{from: 1, to: 9, step: 2}`"""
    where: tuple[Formula, ...] = ()
    """conditions that every variant meets, as `k < h`"""
    variants: _VariantCount | None = None
    """how many variants the page carries, at most 50; by default up to 12"""
    _drawing: Drawing | None = PrivateAttr(default=None)

    @abstractmethod
    def key_of(self, variant: Variant) -> object:
        """The key of one variant, as JSON. All `formulas` have a value there."""

    def formulas(self) -> Iterator[tuple[Path, str]]:
        """Every formula with its place; a type adds its own."""
        yield from ((("where", index), formula) for index, formula in enumerate(self.where))

    def shown_of(self, variant: Variant) -> Mapping[str, str]:
        """Texts by names of the type's own that differ from variant to variant, as the answer does."""
        return {}

    def proof(self, variant: Variant) -> Iterator[Complaint]:
        """What is wrong with one variant; the message is told with the variant's parameters before it."""
        yield from ()

    def take(self, drawing: Drawing) -> None:
        """Have these variants from now on."""
        self._drawing = drawing

    @property
    def drawing(self) -> Drawing:
        """What was drawn; of a question without parameters its only variant."""
        if self._drawing is None:
            lone = Variant({}, {})
            shown = self.shown_of(lone)
            self._drawing = Drawing(
                (Drawn(self.key_of(lone), tuple(shown.values())),), dict.fromkeys(shown, "")
            )
        return self._drawing

    @property
    def key(self) -> Any:
        """The key of the first variant, which is the one that pages show at first."""
        return self.drawing.variants[0].key

    @property
    def variations(self) -> tuple[Drawn, ...]:
        """Every variant, where there are several."""
        return self.drawing.variants if self.parameters else ()

    @property
    def fingerprint(self) -> str:
        """As of every question; it covers what each variant asks and wants."""
        if not self.parameters:
            return super().fingerprint
        variants = [[each.key, each.shown[: self.drawing.asked]] for each in self.drawing.variants]
        basis = json.dumps([self.type, self.stem, variants, self.substance], ensure_ascii=False)
        return hashlib.sha256(basis.encode()).hexdigest()[:8]

    @property
    def words(self) -> Mapping[str, str]:
        """The words that hold the places of values, by what the author wrote or by the type's own names."""
        return self.drawing.words if self.parameters else {}

    def texts(self) -> Iterator[str]:
        """Every text, with words in the place of values."""
        return map(self.marked, super().texts())

    def marked(self, text: str) -> str:
        """A text with words in the place of its values."""
        if not self.parameters:
            return text
        words = self.words
        return INLINE.sub(lambda found: words.get(found[0], found[0]), text)

    def shown(self, name: str) -> str:
        """For a type's template: a text of `shown_of`, or the word that holds its place."""
        drawing = self.drawing
        return drawing.words[name] or drawing.variants[0].shown[list(drawing.words).index(name)]
