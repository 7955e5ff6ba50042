"""The fields of a number to work out: answer, tolerance, unit and known mistakes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Literal

from selfcheck.expressions import ExpressionError
from selfcheck.expressions.wording import MOST_DIGITS
from selfcheck.item import (
    Complaint,
    Formula,
    Markdown,
    Model,
    NumberEntry,
    Parts,
    Text,
    Traits,
    Variant,
    Varied,
)
from selfcheck.source import FieldPath
from selfcheck.typed.markup import markup_in, shown_markup
from selfcheck.typed.quantity import (
    Nearness,
    Share,
    Tolerance,
    complaint_about_mistake,
    format_answer,
    format_mistake,
)


class Mistake(Model):
    """A wrong number that a known error leads to."""

    value: Formula
    """the number that a known error leads to, or a formula for it"""
    name: Text | None = None
    """what the reader did, in a few words: Forgot the padding"""
    feedback: Markdown
    """what to say to a reader who answers that"""


class Feedback(Model):
    """What to say to other answers."""

    right: Markdown | None = None
    """said to the right answer"""
    wrong: Markdown | None = None
    """said to a wrong answer that is no known mistake"""


class Numeric(Varied):
    """A number to work out."""

    traits: ClassVar[Traits] = Traits("typing")
    unproven: ClassVar[tuple[str, ...]] = ("unit", "name")

    type: Literal["numeric"]
    """how the question is answered"""
    answer: Formula
    """the right number, or a formula for it"""
    tolerance: Tolerance | None = None
    """how far off a right answer may be, as 0.01; without it, the number has to be exact"""
    relative_tolerance: Share | None = None
    """the same as a part of the answer, as 1%"""
    unit: Text | None = None
    """what stands behind the field, as px; the reader need not write it"""
    mistakes: tuple[Mistake, ...] = ()
    """wrong numbers that are known, each with its own feedback"""
    feedback: Feedback = Feedback()
    """what to say to other answers, as `{right: …, wrong: …}`"""

    @classmethod
    def complaints(cls, parts: Parts) -> Iterator[Complaint]:
        """Two tolerances that contradict each other, and Markdown in the unit and in names of mistakes."""
        if parts.get("tolerance") and parts.get("relative-tolerance"):
            message = "two tolerances, one absolute and one relative, contradict each other"
            yield Complaint(("relative-tolerance",), message, "keep one of them")
        if found := markup_in(parts.get("unit") or ""):
            message = f"readers would see {found} with all its signs, since a unit is no Markdown"
            yield Complaint(("unit",), message, "write it in plain signs, as in µm or m²")
        names = [(mistake or {}).get("name") for mistake in parts.get("mistakes") or ()]
        for index, complaint in shown_markup(names, "a name"):
            yield complaint.within(("mistakes", index, "name"))

    @classmethod
    def feedback_gaps(cls, parts: Parts) -> Iterator[FieldPath]:
        """A wrong answer that nobody foresaw may have feedback."""
        given = parts.get("feedback", {})
        if given is not None and "wrong" not in given:
            yield "feedback", "wrong"

    def formulas(self) -> Iterator[tuple[FieldPath, str]]:
        """The answer and every mistake."""
        yield from super().formulas()
        yield ("answer",), self.answer
        yield from ((("mistakes", index, "value"), each.value) for index, each in enumerate(self.mistakes))

    def proof(self, variant: Variant) -> Iterator[Complaint]:
        """Complaints about answers and mistakes that are no numbers, coincide, or cannot be written down."""
        numbers: dict[FieldPath, float] = {}
        for path, formula in self.formulas():
            if path[0] != "where":
                try:
                    numbers[path] = variant.number(formula)
                except ExpressionError as error:
                    yield variant.with_parameters(error.complaint).within(path)
        if len(numbers) <= len(self.mistakes):
            return
        yield from self._about_answer(variant, numbers[("answer",)])
        yield from self._collisions(variant, numbers)

    def _about_answer(self, variant: Variant, answer: float) -> Iterator[Complaint]:
        if self.relative_tolerance and not answer:
            message = variant.prefix("around 0, a relative tolerance allows 0 alone")
            yield Complaint(("relative-tolerance",), message, "use `tolerance`, or rule 0 out by `where`")
        try:
            format_answer(answer, self._nearness.around(answer))
        except ExpressionError as error:
            if self._nearness.is_exact:
                hint = f"add `tolerance:`, since a right answer has more than {MOST_DIGITS} digits"
                yield Complaint(("tolerance",), '"tolerance" is missing', hint)
            else:
                yield Complaint(("answer",), variant.prefix(error.complaint.message), "widen the tolerance")

    def _collisions(self, variant: Variant, numbers: Mapping[FieldPath, float]) -> Iterator[Complaint]:
        answer = numbers[("answer",)]
        within = self._nearness.around(answer)
        met: dict[int, float] = {}
        cure = "rule that out by `where`" if self.parameters else "remove the mistake"
        for index in range(len(self.mistakes)):
            path = ("mistakes", index, "value")
            value = numbers[path]
            if complaint := complaint_about_mistake(value, within):
                yield variant.with_parameters(complaint).within(path)
            twin = next((other for other, each in met.items() if abs(each - value) <= within), None)
            if abs(value - answer) <= within:
                message = f"the mistake gives {value:.6g}, which counts as right"
                yield Complaint(path, variant.prefix(message), f"{cure}, or narrow the tolerance")
            elif twin is not None:
                message = f"the mistake gives {value:.6g}, as mistake {twin + 1} does"
                yield Complaint(path, variant.prefix(message), f"{cure}, or join the two")
            else:
                met[index] = value

    @property
    def _nearness(self) -> Nearness:
        return Nearness(self.tolerance, self.relative_tolerance)

    def key_of(self, variant: Variant) -> dict[str, Any]:
        """The number, how far off one may be, the known mistakes in order, and the unit."""
        answer = variant.number(self.answer)
        return {
            "answer": answer,
            "within": self._nearness.around(answer),
            "mistakes": [variant.number(each.value) for each in self.mistakes],
            "unit": self.unit or "",
        }

    def own_texts(self, variant: Variant) -> Mapping[str, str]:
        """The answer and the number of each mistake as a reader would write them."""
        answer = variant.number(self.answer)
        within = self._nearness.around(answer)
        mistakes = {f"mistake-{n}": variant.number(each.value) for n, each in enumerate(self.mistakes, 1)}
        return {"answer": format_answer(answer, within)} | {
            name: format_mistake(value, within) for name, value in mistakes.items()
        }

    @property
    def has_minus(self) -> bool:
        """Whether any variant has a negative number: some numeric keyboards have no minus sign."""
        keys = [each.key for each in self.variant_set.variations]
        return any(number < 0 for key in keys for number in (key["answer"], *key["mistakes"]))

    @property
    def interaction(self) -> NumberEntry:
        """A number to type, as in the first variant."""
        return NumberEntry(self.key["answer"], self.key["within"], self.unit, tuple(self.key["mistakes"]))

    @property
    def substance(self) -> None:
        """Nothing beyond stem and key, which holds the tolerance."""
        return None
