"""The fields of an ordering: rows in a right order, and rows that do not belong."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import count, islice
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag

from selfcheck.item import Complaint, Identifier, Item, Markdown, Model, Order, Parts, Traits
from selfcheck.question_types.ordering.complaints import complaints
from selfcheck.question_types.ordering.precedence import covers
from selfcheck.source import FieldPath


class RowFeedback(Model):
    """What to say of a row that stands in a wrong place, by where that is."""

    too_early: Markdown | None = None
    """said to a reader who put it above a row that has to stand above it"""
    too_late: Markdown | None = None
    """said to a reader who put it below rows that it has to stand above"""


def _shape(value: Any) -> str:
    return "<mapping>" if isinstance(value, dict | RowFeedback) else "<text>"


Feedback = Annotated[
    Annotated[Markdown, Tag("<text>")] | Annotated[RowFeedback, Tag("<mapping>")], Discriminator(_shape)
]
"""One text wherever the row stands wrongly, or one for each of the two ways."""


class Row(Model):
    """One thing to put in its place."""

    text: Markdown
    """what stands in the row"""
    name: Identifier | None = None
    """what `after` of another row calls it by"""
    after: tuple[Identifier, ...] | None = None
    """the names of the rows that have to stand above it; without this field, the row above it in the file"""
    feedback: Feedback | None = None
    """why it stands where it does; or `{too-early: …, too-late: …}`"""


class Distractor(Model):
    """One thing that has no place in the order."""

    text: Markdown
    """what stands in the row"""
    feedback: Markdown | None = None
    """why it does not belong"""


def _as_mapping(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


_MAPPING_OR_TEXT = BeforeValidator(_as_mapping, json_schema_input_type=Markdown | Row)
_DISTRACTOR_OR_TEXT = BeforeValidator(_as_mapping, json_schema_input_type=Markdown | Distractor)


class Ordering(Item):
    """Rows to put in order, some of which may not belong."""

    traits: ClassVar[Traits] = Traits("arranging")

    type: Literal["ordering"]
    """how the question is answered"""
    rows: Annotated[tuple[Annotated[Row, _MAPPING_OR_TEXT], ...], Field(min_length=1)]
    """the rows in a right order, each a text or a mapping"""
    distractors: tuple[Annotated[Distractor, _DISTRACTOR_OR_TEXT], ...] = ()
    """rows that do not belong, each a text or a mapping"""

    @classmethod
    def complaints(cls, parts: Parts) -> Iterator[Complaint]:
        """Complaints about the number of rows, equal rows, names, and contradictions in their order."""
        yield from complaints(parts)

    @classmethod
    def feedback_gaps(cls, parts: Parts) -> Iterator[FieldPath]:
        """Every row may have feedback, whether it belongs or not."""
        for field in ("rows", "distractors"):
            for index, row in enumerate(parts.get(field) or ()):
                if row and (isinstance(row, str) or "feedback" not in row):
                    yield field, index, "feedback"

    @property
    def all_rows(self) -> tuple[Row | Distractor, ...]:
        """Rows that belong, in a right order, then the others. A row's number is its place here, from 1."""
        return (*self.rows, *self.distractors)

    @property
    def start(self) -> tuple[int, ...]:
        """The numbers of all rows in the order in which a reader finds them.

        It is drawn from the question's id and stays the same for ever. The rows never stand in a right
        order, nor in one upside down where anything else can be had.
        """
        numbers = range(1, len(self.all_rows) + 1)
        draws = (tuple(sorted(numbers, key=lambda number: _lot(self.id, draw, number))) for draw in count())
        starts = list(islice((start for start in draws if not self.is_right(start)), 8))
        return next((start for start in starts if not self.is_right(start[::-1])), starts[0])

    def is_right(self, order: tuple[int, ...]) -> bool:
        """Whether the rows that belong stand in a right order; those that do not are passed over."""
        place = {number: index for index, number in enumerate(order)}
        return all(place[first] < place[then] for then, above in enumerate(self.key, 1) for first in above)

    @property
    def has_several_orders(self) -> bool:
        """Whether the written order is one of several right ones."""
        return any(above != [number] for number, above in enumerate(self.key[1:], 1))

    @property
    def interaction(self) -> Order:
        """Rows with what has to stand above each, and rows to leave out."""
        above = tuple(tuple(number - 1 for number in numbers) for numbers in self.key)
        return Order(tuple(r.text for r in self.rows), above, tuple(d.text for d in self.distractors))

    @property
    def key(self) -> list[list[int]]:
        """For each row that belongs, the numbers of the rows that have to stand above it.

        Only those that come directly before it: which rows stand above those follows from their own entries.
        """
        numbers = {row.name: index for index, row in enumerate(self.rows) if row.name}
        after = [
            range(max(index - 1, 0), index) if row.after is None else [numbers[name] for name in row.after]
            for index, row in enumerate(self.rows)
        ]
        return [[index + 1 for index in above] for above in covers(after)]

    @property
    def substance(self) -> list[list[str]]:
        """The texts of the rows, those that belong and those that do not."""
        return [[row.text for row in self.rows], [row.text for row in self.distractors]]


def _lot(question: str, draw: int, number: int) -> str:
    """A pseudo-random number for a row, by which the starting order is sorted."""
    return hashlib.sha256(f"{question} {draw} {number}".encode()).hexdigest()
