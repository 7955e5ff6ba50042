"""The base of question types whose questions may have variants."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, Field, PrivateAttr, WithJsonSchema

from selfcheck.complaint import Complaint
from selfcheck.model.fields import Count, wrong_value
from selfcheck.model.item import Item
from selfcheck.model.variation import Variation
from selfcheck.source import FieldPath
from selfcheck.variants.formula import Formula
from selfcheck.variants.inline import INLINE
from selfcheck.variants.parameters import Parameters
from selfcheck.variants.variant import Variant
from selfcheck.variants.variant_set import VariantSet

MOST_VARIANTS = 50


def _check_count(count: int) -> int:
    if not 2 <= count <= MOST_VARIANTS:
        hint = f"write a number from 2 to {MOST_VARIANTS}, or leave the field out"
        raise wrong_value(f"a page cannot carry {count} variants", hint)
    return count


_VariantCount = Annotated[
    Count,
    AfterValidator(_check_count),
    WithJsonSchema({"type": "integer", "minimum": 2, "maximum": MOST_VARIANTS}),
]


class Varied(Item):
    """A question that has variants if it has parameters, and otherwise a single variant."""

    unproven: ClassVar[tuple[str, ...]] = ()
    """Fields that variants do not depend on, so that what is wrong with them does not hold these back."""

    parameters: Parameters = Field(default_factory=dict)
    """what differs from variant to variant: for each name a list, or `{from: 1, to: 9, step: 2}`"""
    where: tuple[Formula, ...] = ()
    """conditions that every variant meets, as `k < h`"""
    variants: _VariantCount | None = None
    """how many variants the page carries, at most 50; by default up to 12"""
    _variant_set: VariantSet | None = PrivateAttr(default=None)

    @abstractmethod
    def key_of(self, variant: Variant) -> object:
        """The key of one variant, as JSON. It is only called where each of `formulas` has a value."""

    def formulas(self) -> Iterator[tuple[FieldPath, str]]:
        """Every formula of the question with its path; a type adds its own to these."""
        yield from ((("where", index), formula) for index, formula in enumerate(self.where))

    def own_texts(self, variant: Variant) -> Mapping[str, str]:
        """Texts that the type makes and that differ from variant to variant, such as the answer, by name."""
        return {}

    def proof(self, variant: Variant) -> Iterator[Complaint]:
        """What is wrong with one variant, in messages that begin with its parameters (`Variant.prefix`)."""
        yield from ()

    def use_variants(self, variant_set: VariantSet) -> None:
        """Set the variants once they are selected."""
        self._variant_set = variant_set

    @property
    def variant_set(self) -> VariantSet:
        """The selected variants; for a question without parameters its single variant."""
        if self._variant_set is None:
            single = Variant({}, {})
            texts = self.own_texts(single)
            variation = Variation(self.key_of(single), tuple(texts.values()))
            self._variant_set = VariantSet((variation,), dict.fromkeys(texts, ""))
        return self._variant_set

    @property
    def key(self) -> Any:
        """The key of the first variant, which is the one that pages show at first."""
        return self.variant_set.variations[0].key

    @property
    def variations(self) -> tuple[Variation, ...]:
        """The variants of a question with parameters; empty for any other."""
        return self.variant_set.variations if self.parameters else ()

    @property
    def asked(self) -> object:
        """The key; with parameters, the keys of all variants and their values in the stem.

        Values are written as formulas give them, with a decimal point, whatever language shows them.
        """
        if not self.parameters:
            return super().asked
        count = self.variant_set.values_in_stem
        return [[each.key, each.values[:count]] for each in self.variant_set.variations]

    @property
    def placeholders(self) -> Mapping[str, str]:
        """The placeholder for each value, by the value as the author wrote it or by the type's own name."""
        return self.variant_set.placeholders if self.parameters else {}

    def with_placeholders(self, text: str) -> str:
        """A text with a placeholder for each of its values."""
        if not self.parameters:
            return text
        placeholders = self.placeholders
        return INLINE.sub(lambda found: placeholders.get(found[0], found[0]), text)

    def text_of(self, name: str) -> str:
        """For the type's template: one of `own_texts`, or the placeholder for it."""
        return self.variant_set.value(name)
