"""A question as rules see it: stem, options and key in neutral form, whatever its type."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from functools import cache, cached_property, lru_cache

from selfcheck.lint.wording import Wording
from selfcheck.model.interaction import Choice, ChoiceOption, Gaps, Interaction
from selfcheck.model.item import Item

_FEEDBACK = ("feedback", "feedback_if_not_chosen", "elsewhere")


@lru_cache(maxsize=4096)
def wording(text: str) -> Wording:
    """The wording of a text; what was worked out of it is kept for the next rule."""
    return Wording(text)


def in_digits(number: float) -> str:
    """A number as authors write it in prose: without an exponent, up to twelve digits that are not 0."""
    return format(Decimal(f"{number:.12g}"), "f")


@dataclass(frozen=True)
class Option:
    """An option, with its wording."""

    given: ChoiceOption

    @property
    def is_key(self) -> bool:
        """Whether it belongs to the answer."""
        return self.given.correct

    @property
    def source(self) -> str:
        """Its text as the author wrote it."""
        return self.given.text

    @cached_property
    def wording(self) -> Wording:
        """Its text as readers see it."""
        return wording(self.given.text)


@dataclass(frozen=True)
class Options:
    """The options of a choice, of which there may be several in one question."""

    asked: Choice
    is_gap: bool = False

    @cached_property
    def all(self) -> tuple[Option, ...]:
        """All of them in the order of the file."""
        return tuple(map(Option, self.asked.options))

    @cached_property
    def keys(self) -> tuple[Option, ...]:
        """Those that belong to the answer."""
        return tuple(each for each in self.all if each.is_key)

    @cached_property
    def distractors(self) -> tuple[Option, ...]:
        """Those that do not."""
        return tuple(each for each in self.all if not each.is_key)


@dataclass(frozen=True)
class Question:
    """One question to examine; `language` is that of its texts, by its tag."""

    item: Item
    language: str = "en"

    @cached_property
    def stem(self) -> Wording:
        """The question itself."""
        return wording(self.item.stem)

    @cached_property
    def running_text(self) -> tuple[Wording, ...]:
        """What it says in sentences: stem, feedback, hints and explanation; options are fragments."""
        further = (*self.item.hints, *([self.item.explanation] if self.item.explanation else ()))
        return tuple(map(wording, (self.item.stem, *_feedback_in(self.interaction), *further)))

    @cached_property
    def interaction(self) -> Interaction:
        """What it asks."""
        return self.item.interaction

    @cached_property
    def choices(self) -> tuple[Options, ...]:
        """The choices that it asks for; those between true and false are told by `judgement`."""
        return tuple(each for each in self.every_choice if not each.asked.on_statement)

    @cached_property
    def every_choice(self) -> tuple[Options, ...]:
        """The same with those between true and false."""
        asked = self.interaction
        if isinstance(asked, Choice):
            return (Options(asked),)
        gaps = asked.asks.values() if isinstance(asked, Gaps) else ()
        return tuple(Options(each, True) for each in gaps if isinstance(each, Choice))

    @property
    def choice(self) -> Options | None:
        """The choice that the stem asks for, if the question is one."""
        return next((each for each in self.choices if not each.is_gap), None)

    @property
    def judgement(self) -> Choice | None:
        """The choice between true and false, if the stem is a statement."""
        asked = self.interaction
        return asked if isinstance(asked, Choice) and asked.on_statement else None


def _feedback_in(asked: object) -> Iterator[str]:
    """Every feedback at or below a part of what is asked."""
    if asked is None or isinstance(asked, str | bool | int | float):
        return
    if is_dataclass(asked):
        for name in _fields_of(asked.__class__):
            value = getattr(asked, name)
            if isinstance(value, str) and name in _FEEDBACK:
                yield value
            else:
                yield from _feedback_in(value)
    elif isinstance(asked, tuple | Mapping):
        for value in asked.values() if isinstance(asked, Mapping) else asked:
            yield from _feedback_in(value)


@cache
def _fields_of(kind: type) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind))
