"""The fields of a single choice: options, one of them right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from selfcheck.item import (
    Boolean,
    Choice,
    ChoiceOption,
    Complaint,
    Item,
    Markdown,
    Model,
    OptionLabels,
    Parts,
    Traits,
    numbered_but_shuffled,
    pinned_before_others,
    twins,
)
from selfcheck.source import FieldPath

MOST_OPTIONS = 26
"""An option is called by a letter, from A to Z."""


class Option(Model):
    """One answer to choose."""

    text: Markdown
    """what the reader chooses"""
    correct: Boolean = False
    """true for the key, and for it alone"""
    feedback: Markdown | None = None
    """why a reader would choose it, and why it is right or fails"""
    pinned: Boolean = False
    """true for the last option, if it stays there while the others are shuffled"""


class SingleChoice(Item):
    """One key among two or more options."""

    traits: ClassVar[Traits] = Traits("choosing", choice_field="response", shuffle_field="shuffle")

    type: Literal["single-choice"]
    """how the question is answered"""
    options: Annotated[tuple[Option, ...], Field(min_length=1)]
    """the answers to choose from, one of them with `correct: true`"""
    shuffle: Boolean = False
    """true if every reader may meet the options in an order of her own"""

    @classmethod
    def complaints(cls, parts: Parts) -> Iterator[Complaint]:
        """Complaints about the number of options and of keys, and about equal options."""
        options = parts.get("options")
        if not options:
            return
        if len(options) < 2:
            yield Complaint(
                ("options",), "one option leaves nothing to choose", "add at least one distractor"
            )
        if len(options) > MOST_OPTIONS:
            message = f"{len(options)} options are more than there are letters to call them by"
            yield Complaint(("options", MOST_OPTIONS), message, "keep the most plausible three or four")
        yield from twins(parts, "options", "text", "option", "options")
        yield from pinned_before_others(parts)
        yield from numbered_but_shuffled(parts)
        keys = [index for index, option in enumerate(options) if option and option.get("correct") == "true"]
        if not keys and all(option and option.get("correct", "false") for option in options):
            yield Complaint(("options",), "no option is the key", "add `correct: true` to the right one")
        for index in keys[1:]:
            yield Complaint(
                ("options", index, "correct"),
                "a second key in a single choice",
                "keep `correct: true` for one option",
            )

    @classmethod
    def feedback_gaps(cls, parts: Parts) -> Iterator[FieldPath]:
        """Every option may have feedback."""
        for index, option in enumerate(parts.get("options") or ()):
            if option and "feedback" not in option:
                yield "options", index, "feedback"

    @property
    def labels(self) -> OptionLabels:
        """What the options are called."""
        return OptionLabels.of([option.text for option in self.options], shuffled=self.shuffle)

    @property
    def interaction(self) -> Choice:
        """A choice of one."""
        options = tuple(ChoiceOption(o.text, o.correct, o.feedback) for o in self.options)
        return Choice(options, shuffled=self.shuffle)

    @property
    def key(self) -> str:
        """The number of the right option, from 1, as its form value."""
        return str(next(number for number, option in enumerate(self.options, 1) if option.correct))

    @property
    def substance(self) -> list[str]:
        """The texts of the options in order."""
        return [option.text for option in self.options]
