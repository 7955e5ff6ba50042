"""The text of every site that is compared: pages of ten questions, always the same."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

SINGLE_CHOICES, STATEMENTS = 7, 3
"""How many questions of each kind a page asks."""
QUESTIONS_A_PAGE = SINGLE_CHOICES + STATEMENTS

_NOUNS = """
    annotation background border centre channel contour decoder depth edge encoder feature filter image
    kernel label layer logit mask network object offset padding pixel prediction rate region resolution
    sample scale skip stride tensor texture threshold tile upsampling weight width window
"""


@dataclass(frozen=True, slots=True)
class Question:
    """A question as text only: `options` are the answers to choose from, `key` is the right one's index."""

    name: str
    stem: str
    options: tuple[str, ...]
    key: int
    explanation: str
    is_statement: bool = False
    """Whether it is to be called true or false."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of prose with questions below it."""

    name: str
    prose: str
    questions: tuple[Question, ...]


class Author:
    """Writes plain sentences from a fixed seed."""

    def __init__(self) -> None:
        self._random = random.Random(2026)

    def pages(self, count: int) -> Iterator[Page]:
        """So many pages, each with the same number of questions of each kind."""
        for number in range(count):
            name = f"page-{number}"
            prose = "\n\n".join(self._sentence(60) for _ in range(3))
            asked = [self._single_choice(f"{name}-choice-{each}") for each in range(SINGLE_CHOICES)]
            asked += [self._statement(f"{name}-statement-{each}") for each in range(STATEMENTS)]
            yield Page(name, prose, tuple(asked))

    def _single_choice(self, name: str) -> Question:
        stem = self._sentence(14, "?")
        options = tuple(self._sentence(8, "") for _ in range(4))
        return Question(name, stem, options, self._random.randrange(4), self._sentence(30))

    def _statement(self, name: str) -> Question:
        stem = self._sentence(12)
        key = self._random.randrange(2)
        return Question(name, stem, ("True", "False"), key, self._sentence(24), is_statement=True)

    def _sentence(self, words: int, end: str = ".") -> str:
        return " ".join(self._random.choices(_NOUNS.split(), k=words)).capitalize() + end
