"""All variants of a question, and the placeholders for the values in which they differ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from selfcheck.expressions import Value
from selfcheck.model.variation import Variation


@dataclass(frozen=True, slots=True)
class VariantSet:
    """The variations of a question; the `values` of each stand in the order of `placeholders`.

    `placeholders` maps a value, as the author wrote it or by the type's own name, to the number of twelve
    digits that stands for it until the block is finished. Markdown, highlighting and formulas leave such a
    number whole.
    """

    variations: tuple[Variation, ...]
    placeholders: Mapping[str, str]
    values_in_stem: int = 0
    """How many of the values stand in the stem, words with forms of number apart; they come first."""
    parameters: tuple[Mapping[str, Value], ...] = ()
    """The parameters of each variation by name, from which a translation makes the same variants."""

    def value(self, name: str) -> str:
        """The placeholder for a value; where there is only one variation, the value itself."""
        return self.placeholders[name] or self.variations[0].values[list(self.placeholders).index(name)]
