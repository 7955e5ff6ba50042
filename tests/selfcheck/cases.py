"""The cases of every question type: what `cases.yml` in its folder accepts and rejects."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from selfcheck.question_types import QuestionType, discover
from selfcheck.source import read

GRID = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 2 2">'
    '<path d="M0 0h1v2h1V1H0z"/></svg>\n'
)
"""A picture for any accepted question, as `images/grid.svg`; a type has its own in its folder `images`."""


BAREST = "nothing-but-what-is-needed"
FEWEST_REJECTED = 3


@dataclass(frozen=True, slots=True)
class Further:
    """A response beyond the right and the wrong one: where it leads, its score and what is said to it.

    `state` is `right`, `wrong`, or `refused` for what cannot be graded; `feedback` names what is shown.
    """

    name: str
    response: Mapping[str, str]
    state: str
    score: float | None
    feedback: tuple[str, ...] | None
    says: str


@dataclass(frozen=True, slots=True)
class Accepted:
    """A question, with a right and a wrong response by form field (without the prefix `check-ID-`)."""

    type: str
    name: str
    question: str
    right: Mapping[str, str]
    wrong: Mapping[str, str]
    responses: tuple[Further, ...] = ()

    @property
    def id(self) -> str:
        """The question's own id."""
        return str(_mapping(self.question)["id"])

    def __str__(self) -> str:
        return f"{self.type}-{self.name}"


@dataclass(frozen=True, slots=True)
class Rejected:
    """A question with the problem it must give (message and cure) and its line, from 1, in the question."""

    type: str
    name: str
    question: str
    problem: str
    line: int

    def __str__(self) -> str:
        return f"{self.type}-{self.name}"


def accepted(kind: QuestionType) -> list[Accepted]:
    """The accepted cases of a type, in the order of its file."""
    return [
        Accepted(
            kind.name,
            each["name"],
            each["question"],
            dict(each["right"]),
            dict(each["wrong"]),
            tuple(_further(response) for response in each.get("responses", ())),
        )
        for each in _cases(kind)["accepted"]
    ]


def _further(each: Mapping[str, Any]) -> Further:
    feedback = tuple(each["feedback"]) if "feedback" in each else None
    score = float(each["score"]) if "score" in each else None
    state = each.get("state", "right" if score == 1 else "wrong")
    return Further(each["name"], dict(each["response"] or {}), state, score, feedback, each.get("says", ""))


def rejected(kind: QuestionType) -> list[Rejected]:
    """The rejected cases of a type, in the order of its file."""
    return [
        Rejected(kind.name, each["name"], each["question"], each["problem"], int(each["line"]))
        for each in _cases(kind)["rejected"]
    ]


def first(kind: QuestionType) -> Accepted:
    """The first accepted case of a type, which the guide shows as its example."""
    return accepted(kind)[0]


def barest(kind: QuestionType) -> Accepted:
    """The accepted case of a type that has nothing but what is needed; every type has one of this name."""
    return next(case for case in accepted(kind) if case.name == BAREST)


def all_accepted() -> list[Accepted]:
    """The accepted cases of every type there is."""
    return [case for kind in discover().values() for case in accepted(kind)]


def all_rejected() -> list[Rejected]:
    """The rejected cases of every type there is."""
    return [case for kind in discover().values() for case in rejected(kind)]


def quiz_of(*questions: str) -> str:
    """A question file with these questions; the first one's first line is the file's second."""
    entries = [f"  - {textwrap.indent(question, '    ').lstrip()}" for question in questions]
    return "questions:\n" + "".join(entry if entry.endswith("\n") else f"{entry}\n" for entry in entries)


def write_pages(docs: Path, cases: list[Accepted]) -> None:
    """What the cases point to, and one page a case, `TYPE-NAME.md`, that shows the quiz of that name."""
    (docs / "images").mkdir(parents=True, exist_ok=True)
    (docs / "images" / "grid.svg").write_text(GRID, "utf-8")
    for kind in discover().values():
        for picture in kind.folder.glob("images/*"):
            (docs / "images" / picture.name).write_bytes(picture.read_bytes())
    (docs / "index.md").write_text("# Cases\n\n## Passage\n\nA passage to read again.\n", "utf-8")
    for case in cases:
        (docs / f"{case}.md").write_text(f"# {case}\n\n```quiz\n{case}\n```\n", "utf-8")


def write_quizzes(quizzes: Path, cases: list[Accepted]) -> None:
    """One question file a case, `TYPE-NAME.yml`."""
    quizzes.mkdir(parents=True, exist_ok=True)
    for case in cases:
        (quizzes / f"{case}.yml").write_text(quiz_of(case.question), "utf-8")


@cache
def _cases(kind: QuestionType) -> Any:
    file = kind.file("cases.yml")
    cases = _mapping(file.read_text("utf-8"))
    # Tests are listed by these cases: here alone it can be told what is wrong with them.
    lacking = list(gaps_in_cases(cases))
    assert not lacking, f"{file}: {'; '.join(lacking)}"
    return cases


def gaps_in_cases(cases: Mapping[str, Any]) -> Iterator[str]:
    """What is missing from the `cases.yml` of a type, given as plain data; nothing where it is whole."""
    good, bad = cases.get("accepted") or [], cases.get("rejected") or []
    if not good:
        yield "no accepted case"
    elif BAREST not in [case.get("name") for case in good]:
        yield f'no accepted case "{BAREST}"'
    if len(bad) < FEWEST_REJECTED:
        yield f"{len(bad)} rejected cases; at least {FEWEST_REJECTED}"
    for case in good:
        yield from _missing(case, "name", "question", "right", "wrong")
    for case in bad:
        yield from _missing(case, "name", "question", "problem", "line")


def _missing(case: Mapping[str, Any], *fields: str) -> Iterator[str]:
    return (f'the case "{case.get("name", "?")}" lacks "{field}"' for field in fields if not case.get(field))


def _mapping(text: str) -> Any:
    """Read as question files are: every scalar stays the text it is (`on`, `2`)."""
    document = read(text)
    assert not document.complaints, document.complaints
    return document.data
