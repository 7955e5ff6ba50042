"""The fields of a multiple response: options, any number of them right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Discriminator, Field, Tag

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


class OptionFeedback(Model):
    """What to say about an option, by whether it was chosen."""

    if_chosen: Markdown | None = None
    """said to a reader who chose the option"""
    if_not_chosen: Markdown | None = None
    """said to a reader who passed it over"""


def _shape(value: Any) -> str:
    return "<mapping>" if isinstance(value, dict | OptionFeedback) else "<text>"


Feedback = Annotated[
    Annotated[Markdown, Tag("<text>")] | Annotated[OptionFeedback, Tag("<mapping>")], Discriminator(_shape)
]
"""One text for all readers, or one for each of the two things a reader can do with an option."""


class Option(Model):
    """One of the things to choose from."""

    text: Markdown
    """what the reader chooses"""
    correct: Boolean = False
    """true for every option that belongs to the answer"""
    feedback: Feedback | None = None
    """why it belongs or not; or `{if-chosen: …, if-not-chosen: …}`"""
    pinned: Boolean = False
    """true for the last option, if it stays there while the others are shuffled"""

    @property
    def if_chosen(self) -> str | None:
        """The feedback to a reader who chose it."""
        return self.feedback.if_chosen if isinstance(self.feedback, OptionFeedback) else self.feedback

    @property
    def if_not_chosen(self) -> str | None:
        """The feedback to a reader who did not choose it."""
        return self.feedback.if_not_chosen if isinstance(self.feedback, OptionFeedback) else self.feedback


class MultipleResponse(Item):
    """Any number of keys, up to all options."""

    traits: ClassVar[Traits] = Traits("choosing", shuffle_field="shuffle")

    type: Literal["multiple-response"]
    """how the question is answered"""
    options: Annotated[tuple[Option, ...], Field(min_length=1)]
    """the things to choose from, each that applies with `correct: true`"""
    say_how_many: Boolean = False
    """true if the reader is told how many options apply"""
    shuffle: Boolean = False
    """true if every reader may meet the options in an order of her own"""

    @classmethod
    def complaints(cls, parts: Parts) -> Iterator[Complaint]:
        """Complaints about the number of options, equal ones, a key of none, or of all if it is counted."""
        options = parts.get("options")
        if not options:
            return
        yield from _number_of(options)
        yield from twins(parts, "options", "text", "option", "options")
        yield from pinned_before_others(parts)
        yield from numbered_but_shuffled(parts)
        yield from _keys(options, parts.get("say-how-many") == "true")

    @classmethod
    def feedback_gaps(cls, parts: Parts) -> Iterator[FieldPath]:
        """Every option may have feedback: a wrong one for those who chose it, a right one for the others."""
        for index, option in enumerate(parts.get("options") or ()):
            if not option:
                continue
            name = "if-not-chosen" if option.get("correct") == "true" else "if-chosen"
            if "feedback" not in option:
                yield "options", index, "feedback"
            elif isinstance(option["feedback"], dict) and name not in option["feedback"]:
                yield "options", index, "feedback", name

    @property
    def labels(self) -> OptionLabels:
        """What the options are called."""
        return OptionLabels.of([option.text for option in self.options], shuffled=self.shuffle)

    @property
    def interaction(self) -> Choice:
        """A choice of as many as apply."""
        options = tuple(ChoiceOption(o.text, o.correct, o.if_chosen, o.if_not_chosen) for o in self.options)
        return Choice(options, many=True, shuffled=self.shuffle)

    @property
    def rights(self) -> tuple[int, ...]:
        """The numbers of the options that apply, from 1."""
        return tuple(number for number, option in enumerate(self.options, 1) if option.correct)

    @property
    def key(self) -> list[bool]:
        """For each option, whether it applies."""
        return [option.correct for option in self.options]

    @property
    def substance(self) -> list[str]:
        """The texts of the options in order."""
        return [option.text for option in self.options]


def _number_of(options: list[Any]) -> Iterator[Complaint]:
    if len(options) < 2:
        yield Complaint(("options",), "one option leaves nothing to choose", "add at least one distractor")
    if len(options) > MOST_OPTIONS:
        message = f"{len(options)} options are more than there are letters to call them by"
        yield Complaint(("options", MOST_OPTIONS), message, "keep those that teach most")


def _keys(options: list[Any], is_number_said: bool) -> Iterator[Complaint]:
    """Complaints if all options are valid, and none is right, or all are and the reader is told so."""
    if not all(option and option.get("correct", "false") for option in options):
        return
    right = [option for option in options if option.get("correct") == "true"]
    if not right:
        yield Complaint(("options",), "no option is the key", "add `correct: true` to each that applies")
    elif len(right) == len(options) > 1 and is_number_said:
        message = "every option is right, and the number of those that apply gives it away"
        yield Complaint(("say-how-many",), message, "remove `say-how-many`, or add one that does not apply")
