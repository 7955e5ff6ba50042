"""The fields of a text entry: right answers, ignored differences and known mistakes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from selfcheck.item import TYPED, Boolean, Complaint, Markdown, Model, Parts, Text, Traits, Variant, Varied
from selfcheck.model.interaction import KnownMistake, TypedText
from selfcheck.source import FieldPath
from selfcheck.typed.entry import (
    BY_DEFAULT,
    Answer,
    AnyAnswer,
    Ignorable,
    Mistake,
    as_answers,
    entry_complaints,
    entry_key,
    entry_parts,
)


class Feedback(Model):
    """What to say to any right answer, and to a wrong one that is not a known mistake."""

    right: Markdown | None = None
    """said to any right answer"""
    wrong: Markdown | None = None
    """said to any wrong answer that is no known mistake"""


class TextEntry(Varied):
    """A word or a short text to type."""

    traits: ClassVar[Traits] = Traits("typing")

    type: Literal["text-entry"]
    """how the question is answered"""
    answers: Annotated[tuple[AnyAnswer, ...], Field(min_length=1), TYPED]
    """the texts that are right, the best one first: each a text, or `{text: …, feedback: …}`"""
    ignore: tuple[Ignorable, ...] = BY_DEFAULT
    """what does not matter: `case`, `space`, `punctuation`, `accents`; without it, `[case, space]`"""
    lines: Boolean = False
    """true if several lines are typed, as for "What does it print?"; they are compared one by one"""
    pattern: Annotated[Text, TYPED] | None = None
    """a regular expression: a text that it covers from end to end is right, too"""
    mistakes: Annotated[tuple[Mistake, ...], TYPED] = ()
    """wrong answers that are known, each with its own feedback"""
    feedback: Feedback = Feedback()
    """what to say to other answers, as `{right: …, wrong: …}`"""

    @classmethod
    def complaints(cls, parts: Parts) -> Iterator[Complaint]:
        """Complaints about answers that coincide or contradict the pattern; see `proof` for variants."""
        if "parameters" not in parts:
            yield from entry_complaints(parts)

    @classmethod
    def feedback_gaps(cls, parts: Parts) -> Iterator[FieldPath]:
        """A wrong answer that nobody foresaw may have feedback."""
        given = parts.get("feedback", {})
        if given is not None and "wrong" not in given:
            yield "feedback", "wrong"

    def proof(self, variant: Variant) -> Iterator[Complaint]:
        """Complaints about one variant."""
        if self.parameters:
            mistakes = [mistake.text for mistake in self.mistakes]
            parts = entry_parts(self.answers, mistakes, self.ignore, self.pattern, variant.text, self.lines)
            yield from map(variant.with_parameters, entry_complaints(parts))

    @property
    def accepted(self) -> tuple[Answer, ...]:
        """The texts that are right, each with its feedback."""
        return as_answers(self.answers)

    def key_of(self, variant: Variant) -> dict[str, Any]:
        """Right texts, known mistakes, and how to compare."""
        answers = [variant.text(answer.text) for answer in self.accepted]
        mistakes = [[*map(variant.text, mistake.texts)] for mistake in self.mistakes]
        return entry_key(answers, mistakes, self.ignore, self.pattern, self.lines)

    @property
    def interaction(self) -> TypedText:
        """A text to type, as in the first variant."""
        key = self.key
        mistakes = tuple(
            KnownMistake(tuple(texts), mistake.feedback)
            for texts, mistake in zip(key["mistakes"], self.mistakes, strict=True)
        )
        return TypedText(tuple(key["answers"]), self.ignore, self.pattern, mistakes, self.lines)

    @property
    def substance(self) -> None:
        """Nothing beyond stem and key."""
        return None
