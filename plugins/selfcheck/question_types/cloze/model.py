"""The fields of a cloze: a text with gaps, and what belongs into each."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator

from selfcheck.item import (
    Choice,
    ChoiceOption,
    Complaint,
    Markdown,
    NumberEntry,
    Parts,
    Traits,
    Variant,
    Varied,
)
from selfcheck.model.fields import described, wrong_value
from selfcheck.model.interaction import Gaps, KnownMistake, TypedText
from selfcheck.question_types.cloze.complaints import MARK, cloze_complaints
from selfcheck.question_types.cloze.gap import Gap
from selfcheck.source import FieldPath
from selfcheck.typed.entry import as_texts


@dataclass(frozen=True, slots=True)
class Field:
    """A gap where it stands: its number from 1, in the order of the text."""

    number: int
    name: str
    gap: Gap
    placeholder: str
    """Stands for the gap until Markdown has been converted; it occurs in no other question."""


def _mapping(value: Any) -> Any:
    if not isinstance(value, dict):
        raise wrong_value(
            f"a mapping is expected, not {described(value)}",
            "write the name of each gap, and its answer below it",
        )
    return value


class Cloze(Varied):
    """A text with gaps to fill."""

    traits: ClassVar[Traits] = Traits("typing")

    type: Literal["cloze"]
    """how the question is answered"""
    text: Markdown
    """the text, each gap written as `[_name_]`; in a table or in code as well"""
    gaps: Annotated[Mapping[str, Gap], BeforeValidator(_mapping)]
    """for each name what belongs there: `answers`, a `number` or `options`"""

    @classmethod
    def complaints(cls, parts: Parts) -> Iterator[Complaint]:
        """Complaints about gaps without answers, answers without gaps, and contradictory fields."""
        return cloze_complaints(parts)

    @classmethod
    def feedback_gaps(cls, parts: Parts) -> Iterator[FieldPath]:
        """Each gap may say something to a wrong answer that nobody foresaw, and to every option."""
        for name, gap in (parts.get("gaps") or {}).items():
            for index, option in enumerate((gap or {}).get("options") or ()):
                if option is not None and (isinstance(option, str) or "feedback" not in option):
                    yield "gaps", name, "options", index, "feedback"
            if gap is not None and "options" not in gap and "feedback" not in gap:
                yield "gaps", name, "feedback"

    @property
    def fields(self) -> tuple[Field, ...]:
        """The gaps in the order of the text."""
        names = [mark[1] for mark in MARK.finditer(self.text)]
        prefix = f"gap{hashlib.sha256(self.id.encode()).hexdigest()[:12]}"
        return tuple(
            Field(number, name, self.gaps[name], f"{prefix}n{number:03}x")
            for number, name in enumerate(names, 1)
        )

    @property
    def width(self) -> int:
        """The width of all fields for texts in characters, one of three so as not to reveal answers."""
        keys = [key for each in self.variant_set.variations for key in each.key]
        typed = [answer for key in keys for answer in key.get("answers", ())]
        longest = max(map(len, typed), default=0)
        return next((width for width in (7, 12) if longest < width), 20)

    def keyboard(self, field: Field) -> str:
        """The `inputmode` of a field for a number: some numeric keyboards have no minus sign."""
        keys = [each.key[field.number - 1] for each in self.variant_set.variations]
        has_minus = any(number < 0 for key in keys for number in (key["number"], *key["mistakes"]))
        return "text" if has_minus else "decimal"

    def formulas(self) -> Iterator[tuple[FieldPath, str]]:
        """The formulas of all gaps."""
        yield from super().formulas()
        for name, gap in self.gaps.items():
            yield from (((("gaps", name, *path)), formula) for path, formula in gap.formulas())

    def proof(self, variant: Variant) -> Iterator[Complaint]:
        """Complaints about any gap."""
        for name, gap in self.gaps.items():
            for each in gap.proof(variant, bool(self.parameters)):
                yield variant.with_parameters(each).within(("gaps", name))

    def key_of(self, variant: Variant) -> list[dict[str, Any]]:
        """For each gap, in the order of the text, its name and what it is graded with."""
        return [{"gap": field.name, **field.gap.key_of(variant)} for field in self.fields]

    def own_texts(self, variant: Variant) -> Mapping[str, str]:
        """The number of each gap that has one, and the numbers of its known mistakes."""
        return {
            f"{field.name} {index}": value
            for field in self.fields
            for index, value in enumerate(field.gap.numbers(variant))
        }

    def solution(self, field: Field) -> str:
        """For the template: what belongs into a gap."""
        if field.gap.number:
            return self.text_of(f"{field.name} 0")
        return self.with_placeholders(field.gap.best_text)

    def mistaken(self, field: Field, number: int) -> list[str]:
        """For the template: the texts of the mistake `number`, from 1."""
        mistake = field.gap.mistakes[number - 1]
        if field.gap.number:
            return [self.text_of(f"{field.name} {number}")]
        return [self.with_placeholders(text) for text in as_texts(mistake.text or "")]

    @property
    def has_feedback(self) -> bool:
        """Whether any answer has feedback of its own."""
        return any(gap.says_something for gap in self.gaps.values())

    def with_placeholders(self, text: str) -> str:
        """A text with a placeholder for each value, and the text of the cloze with one for each gap, too."""
        prepared = super().with_placeholders(text)
        if text != self.text:
            return prepared
        gaps = {field.name: field.placeholder for field in self.fields}
        return MARK.sub(lambda mark: gaps[mark[1]], prepared)

    @property
    def interaction(self) -> Gaps:
        """Several gaps, each of which asks for a text, a number or a choice, as in the first variant."""
        keys = zip(self.fields, self.key, strict=True)
        return Gaps(self.text, {field.name: _interaction(field.gap, key) for field, key in keys})

    @property
    def substance(self) -> list[Any]:
        """The text, and the menus; the rest is in the key."""
        return [self.text, [[option.text for option in field.gap.choices] for field in self.fields]]


def _interaction(gap: Gap, key: Mapping[str, Any]) -> Choice | NumberEntry | TypedText:
    if gap.options:
        return Choice(tuple(ChoiceOption(o.text, o.correct, o.feedback) for o in gap.choices))
    if gap.number:
        return NumberEntry(key["number"], key["within"], None, tuple(key["mistakes"]))
    mistakes = tuple(
        KnownMistake(tuple(texts), mistake.feedback)
        for texts, mistake in zip(key["mistakes"], gap.mistakes, strict=True)
    )
    return TypedText(tuple(key["answers"]), tuple(key["ignore"]), gap.pattern, mistakes)
