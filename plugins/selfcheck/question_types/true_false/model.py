"""The fields of a statement that is true or false."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from selfcheck.item import Boolean, Choice, ChoiceOption, Item, Markdown, Model, Parts, Traits
from selfcheck.source import FieldPath


class Feedback(Model):
    """What to say to each of the two answers."""

    if_true: Markdown | None = None
    """said to a reader who answered true"""
    if_false: Markdown | None = None
    """said to a reader who answered false"""


class TrueFalse(Item):
    """A statement, and whether it holds."""

    traits: ClassVar[Traits] = Traits("choosing", choice_field="response")

    type: Literal["true-false"]
    """how the question is answered"""
    answer: Boolean
    """true if the statement holds, else false"""
    feedback: Feedback = Feedback()
    """what to say to each answer, as `{if-true: …, if-false: …}`"""

    @classmethod
    def feedback_gaps(cls, parts: Parts) -> Iterator[FieldPath]:
        """Each of the two answers may have feedback."""
        given = parts.get("feedback", {})
        for name in ("if-true", "if-false"):
            if given is not None and name not in given:
                yield "feedback", name

    @property
    def interaction(self) -> Choice:
        """A choice between True and False."""
        return Choice(
            (
                ChoiceOption("True", self.answer, self.feedback.if_true),
                ChoiceOption("False", not self.answer, self.feedback.if_false),
            ),
            on_statement=True,
        )

    @property
    def key(self) -> str:
        """The right answer as its form value."""
        return "true" if self.answer else "false"

    @property
    def substance(self) -> None:
        """Nothing beyond the statement and its key."""
        return None
