"""One gap of a text: a text or a number to type, or a word to choose."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, TypeAlias

from pydantic import Discriminator, Field, Tag

from selfcheck.expressions import ExpressionError
from selfcheck.item import TYPED, Boolean, Complaint, Formula, Markdown, Model, Variant
from selfcheck.model.fields import Text
from selfcheck.source import FieldPath
from selfcheck.typed.entry import (
    BY_DEFAULT,
    Answer,
    AnyAnswer,
    Ignorable,
    Line,
    Texts,
    as_answers,
    as_texts,
    entry_complaints,
    entry_key,
    entry_parts,
)
from selfcheck.typed.quantity import (
    Nearness,
    Share,
    Tolerance,
    complaint_about_mistake,
    format_answer,
    format_mistake,
)


class Option(Model):
    """One entry of the menu in a gap."""

    text: Line
    """what the menu says: a short plain text"""
    correct: Boolean = False
    """true for the right one, and for it alone"""
    feedback: Markdown | None = None
    """why a reader would choose it, and why it is right or fails"""


AnyOption: TypeAlias = Annotated[
    Annotated[Line, Tag("<text>")] | Annotated[Option, Tag("<mapping>")],
    Discriminator(lambda value: "<text>" if isinstance(value, str) else "<mapping>"),
]


class GapMistake(Model):
    """A wrong answer that is known."""

    text: Texts | None = None
    """in a gap with `answers`: what a reader writes who makes this mistake, a text or a list of texts"""
    value: Formula | None = None
    """in a gap with `number`: the number that the mistake leads to, or a formula"""
    feedback: Markdown
    """what to say to a reader who writes that"""


class Gap(Model):
    """What belongs into one gap: it has `answers`, a `number` or `options`."""

    answers: Annotated[tuple[AnyAnswer, ...], Field(min_length=1), TYPED] | None = None
    """a text to type: those that are right, each a text or `{text: …, feedback: …}`"""
    ignore: tuple[Ignorable, ...] | None = None
    """beside `answers`: what does not matter; without it, `[case, space]`"""
    pattern: Annotated[Text, TYPED] | None = None
    """beside `answers`: a regular expression; a text that it covers from end to end is right, too"""
    number: Formula | None = None
    """a number to type: the right one, or a formula for it"""
    tolerance: Tolerance | None = None
    """beside `number`: how far off a right answer may be"""
    relative_tolerance: Share | None = None
    """beside `number`: the same as a part of it, as 1%"""
    options: Annotated[tuple[AnyOption, ...], Field(min_length=1)] | None = None
    """a word to choose: each a text or `{text: …, correct: true, feedback: …}`"""
    mistakes: Annotated[tuple[GapMistake, ...], TYPED] = ()
    """beside `answers` or `number`: wrong answers that are known, each with its own feedback"""
    feedback: Markdown | None = None
    """what to say to any other wrong answer"""

    @property
    def accepted(self) -> tuple[Answer, ...]:
        """The texts that are right, of a gap that has any."""
        return as_answers(self.answers or ())

    @property
    def choices(self) -> tuple[Option, ...]:
        """The entries of its menu."""
        return tuple(o if isinstance(o, Option) else Option(text=o) for o in self.options or ())

    @property
    def says_something(self) -> bool:
        """Whether there is feedback to some answer."""
        known = any(answer.feedback for answer in self.accepted) or any(o.feedback for o in self.choices)
        return bool(self.feedback or self.mistakes or known)

    @property
    def ignored(self) -> tuple[str, ...]:
        """The differences that are ignored in its text."""
        return BY_DEFAULT if self.ignore is None else self.ignore

    @property
    def nearness(self) -> Nearness:
        """The tolerance of its number."""
        return Nearness(self.tolerance, self.relative_tolerance)

    def formulas(self) -> Iterator[tuple[FieldPath, str]]:
        """Its number and those of its mistakes."""
        if self.number:
            yield ("number",), self.number
            for index, mistake in enumerate(self.mistakes):
                if mistake.value:
                    yield ("mistakes", index, "value"), mistake.value

    def key_of(self, variant: Variant) -> dict[str, Any]:
        """The key with which the page's script grades it."""
        if self.options:
            return {"option": next(str(n) for n, option in enumerate(self.choices, 1) if option.correct)}
        if self.number:
            number = variant.number(self.number)
            values = [variant.number(mistake.value or "") for mistake in self.mistakes]
            return {"number": number, "within": self.nearness.around(number), "mistakes": values}
        answers = [variant.text(answer.text) for answer in self.accepted]
        mistakes = [[*map(variant.text, as_texts(mistake.text or ""))] for mistake in self.mistakes]
        return entry_key(answers, mistakes, self.ignored, self.pattern)

    @property
    def best_text(self) -> str:
        """The right text of a gap that has `answers` or `options`, with its formulas."""
        return next((option.text for option in self.choices if option.correct), "") or self.accepted[0].text

    def numbers(self, variant: Variant) -> Iterator[str]:
        """Its number and those of its known mistakes as a reader would write them."""
        if self.number:
            key = self.key_of(variant)
            yield format_answer(key["number"], key["within"])
            for value in key["mistakes"]:
                yield format_mistake(value, key["within"])

    def proof(self, variant: Variant, varies: bool) -> Iterator[Complaint]:
        """Complaints about it in one variant, with paths relative to the gap."""
        if self.number:
            yield from self._numbers_proof(variant)
        elif self.answers and varies:
            mistakes = [mistake.text or "" for mistake in self.mistakes]
            yield from entry_complaints(
                entry_parts(self.answers, mistakes, self.ignored, self.pattern, variant.text)
            )

    def _numbers_proof(self, variant: Variant) -> Iterator[Complaint]:
        numbers: list[float] = []
        for path, formula in self.formulas():
            try:
                numbers.append(variant.number(formula))
            except ExpressionError as error:
                yield error.complaint.within(path)
                return
        answer, *mistakes = numbers
        within = self.nearness.around(answer)
        try:
            format_answer(answer, within)
        except ExpressionError as error:
            yield Complaint(("number",), error.complaint.message, "add `tolerance:`, or widen it")
        for index, value in enumerate(mistakes):
            if complaint := complaint_about_mistake(value, within):
                yield complaint.within(("mistakes", index, "value"))
            if abs(value - answer) <= within:
                message = f"the mistake gives {value:.6g}, which counts as right"
                yield Complaint(("mistakes", index, "value"), message, "change it, or narrow the tolerance")
            elif any(abs(value - other) <= within for other in mistakes[:index]):
                message = f"the mistake gives {value:.6g}, as one before it does"
                yield Complaint(("mistakes", index, "value"), message, "change it, or join the two")
