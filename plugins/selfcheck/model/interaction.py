"""What a question asks, independent of its type: for exporters and linters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class ChoiceOption:
    """One of the things to choose from; texts are Markdown."""

    text: str
    correct: bool
    feedback: str | None
    feedback_if_not_chosen: str | None = None
    """What to say to a reader who passed the option over."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Choose among options: one, or as many as apply."""

    options: tuple[ChoiceOption, ...]
    many: bool = False
    shuffled: bool = False
    """Whether every reader may meet the options in an order of her own."""
    on_statement: bool = False
    """Whether the stem is a statement, and the options say whether it holds."""


@dataclass(frozen=True, slots=True)
class Pair:
    """What belongs together; texts are Markdown, the feedback is for a reader who matched it otherwise."""

    prompt: str
    target: str
    feedback: str | None


@dataclass(frozen=True, slots=True)
class Match:
    """Give each prompt its target. `targets` are all there are, in the order in which they are offered."""

    pairs: tuple[Pair, ...]
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Painting:
    """Give every pixel of a small picture its label.

    `labels` has a row of numbers for each row of pixels: 0 is background, 1 the first of `classes`.
    """

    classes: tuple[str, ...]
    labels: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Order:
    """Put `rows` in order and leave out the `surplus`; texts are Markdown.

    The rows are given in a right order. For each of them, `above` has the indices (from 0) of the rows that
    come directly before it: they have to stand above it, and no other row has to stand between the two.
    """

    rows: tuple[str, ...]
    above: tuple[tuple[int, ...], ...]
    surplus: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PictureRegion:
    """A region of a picture; the feedback is Markdown.

    It is closed rings of corners (x, y) in percent of the picture's sides, from its upper left. A point
    belongs to it if it lies inside an odd number of them.
    """

    name: str
    rings: tuple[tuple[tuple[float, float], ...], ...]
    correct: bool
    feedback: str | None


@dataclass(frozen=True, slots=True)
class PointSelection:
    """Point at a place on a picture, which is a path from the docs root or a Markdown fence."""

    picture: str
    alt: str
    regions: tuple[PictureRegion, ...]
    elsewhere: str | None
    """Feedback to a point outside all regions, Markdown."""


@dataclass(frozen=True, slots=True)
class KnownMistake:
    """Wrong texts that one misunderstanding leads to, and what to say to them, in Markdown."""

    texts: tuple[str, ...]
    feedback: str


@dataclass(frozen=True, slots=True)
class TypedText:
    """Type a text. `ignore` names what does not matter; a text that `pattern` covers whole is right, too."""

    answers: tuple[str, ...]
    ignore: tuple[str, ...]
    pattern: str | None
    mistakes: tuple[KnownMistake, ...]
    lines: bool = False
    """Whether it has several lines, which are compared one by one."""


@dataclass(frozen=True, slots=True)
class NumberEntry:
    """Type a number: `answer`, or one that is no further from it than `within`. `mistakes` are known."""

    answer: float
    within: float
    unit: str | None
    mistakes: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Gaps:
    """Fill the gaps of a text, which is Markdown with a mark `[_name_]` for each of them."""

    text: str
    asks: Mapping[str, Choice | NumberEntry | TypedText]


@dataclass(frozen=True, slots=True)
class Idea:
    """One idea that an answer may contain."""

    text: str
    required: bool


@dataclass(frozen=True, slots=True)
class WrittenAnswer:
    """Write freely, then compare with a model answer, idea by idea."""

    model_answer: str
    rubric: tuple[Idea, ...]


Interaction: TypeAlias = (
    Choice | Gaps | Match | NumberEntry | Order | Painting | PointSelection | TypedText | WrittenAnswer
)
