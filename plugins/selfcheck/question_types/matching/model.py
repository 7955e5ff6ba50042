"""The fields of a matching question: pairs, and targets that match nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from selfcheck.item import Complaint, Item, Markdown, Match, Model, Pair, Parts, Traits, twins
from selfcheck.option_labels import are_labelled
from selfcheck.question_types.matching.targets import (
    are_short_and_plain,
    complaints_about,
    complaints_about_translated,
    in_order,
)
from selfcheck.source import FieldPath


class MatchedPair(Model):
    """A prompt and what belongs to it."""

    prompt: Markdown
    """what the row is about"""
    target: Markdown
    """what belongs to it; several pairs may have the same"""
    feedback: Markdown | None = None
    """said to a reader who matched the prompt with something else"""


class Matching(Item):
    """Two pairs or more, to be found again."""

    traits: ClassVar[Traits] = Traits("arranging")

    type: Literal["matching"]
    """how the question is answered"""
    pairs: Annotated[tuple[MatchedPair, ...], Field(min_length=1)]
    """the rows, each a prompt with its target"""
    surplus: tuple[Markdown, ...] = ()
    """further targets to choose from, which match no prompt"""

    @classmethod
    def complaints(cls, parts: Parts) -> Iterator[Complaint]:
        """Complaints about single pairs, equal prompts, and targets that look alike or leave no choice."""
        pairs = parts.get("pairs")
        if not pairs:
            return
        if len(pairs) < 2:
            yield Complaint(("pairs",), "one pair leaves nothing to match", "add at least one more")
        yield from twins(parts, "pairs", "prompt", "pair", "prompts")
        targets = [pair.get("target") if pair else None for pair in pairs]
        yield from complaints_about(targets, parts.get("surplus", ()))
        prompts, texts = ([str((pair or {}).get(of) or "") for pair in pairs] for of in ("prompt", "target"))
        if are_labelled(prompts, "1"):
            message = "the prompts begin with their numbers, which the page writes itself"
            yield Complaint(("pairs", 0, "prompt"), message, "leave these out")
        if are_labelled(texts):
            given_away = "in the order of the rows, which gives the pairs away"
            message = f"the targets begin with numbers or letters {given_away}"
            hint = "leave these out, or put the pairs into another order"
            yield Complaint(("pairs", 0, "target"), message, hint)

    def translation_complaints(self, original: Matching) -> Iterator[Complaint]:
        """Complaints about targets that are alike here and differ in the original, or the other way round."""
        yield from complaints_about_translated(
            [pair.target for pair in original.pairs], [pair.target for pair in self.pairs]
        )

    @classmethod
    def feedback_gaps(cls, parts: Parts) -> Iterator[FieldPath]:
        """Every pair may have feedback."""
        for index, pair in enumerate(parts.get("pairs") or ()):
            if pair and "feedback" not in pair:
                yield "pairs", index, "feedback"

    @property
    def _all_targets(self) -> tuple[str, ...]:
        """The target of each pair, then the surplus."""
        return (*(pair.target for pair in self.pairs), *self.surplus)

    @property
    def targets(self) -> tuple[str, ...]:
        """The distinct targets in the order in which they are offered, which is the same in all languages."""
        if self.original:
            translated = dict(zip(self.original._all_targets, self._all_targets, strict=True))
            return tuple(translated[target] for target in self.original.targets)
        return in_order([pair.target for pair in self.pairs], self.surplus)

    @property
    def is_one_to_one(self) -> bool:
        """Whether every target matches one prompt."""
        return not self.surplus and len(self.targets) == len(self.pairs)

    @property
    def is_lettered(self) -> bool:
        """Whether targets are called by letters because a menu cannot contain them."""
        return not are_short_and_plain(self.targets)

    @property
    def interaction(self) -> Match:
        """A match of each prompt with one of the targets."""
        return Match(tuple(Pair(p.prompt, p.target, p.feedback) for p in self.pairs), self.targets)

    @property
    def key(self) -> list[str]:
        """For each pair the number of its target, from 1, as its form value."""
        targets = self.targets
        return [str(targets.index(pair.target) + 1) for pair in self.pairs]

    @property
    def substance(self) -> list[list[str]]:
        """The prompts and the targets, both in the order in which they are shown."""
        return [[pair.prompt for pair in self.pairs], list(self.targets)]
