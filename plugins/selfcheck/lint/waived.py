"""unused-waiver: a rule in the `lint-ok` of a question that breaks it nowhere, so that nothing is waived."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from selfcheck.problems import Problem
from selfcheck.waivable import UNUSED_WAIVER

_Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Waiver:
    """A rule that a question waives, and whether it breaks it; `path` is always the file of the original."""

    path: str
    item: str
    rule: str
    is_needed: bool
    place: _Place = (0, 0)
    """Line and column of the rule in that file; none of a translation, which says nothing of waivers."""
    field: _Place = (0, 0)
    """Those of its `lint-ok`."""

    @property
    def name(self) -> tuple[str, str, str]:
        """What it has in common with that of a translation."""
        return self.path, self.item, self.rule

    def to_json(self) -> list[Any]:
        """The waiver as JSON data."""
        return [self.path, self.item, self.rule, self.is_needed, self.place, self.field]

    @classmethod
    def from_json(cls, data: list[Any]) -> Waiver:
        """The waiver that `to_json` wrote."""
        path, item, rule, is_needed, place, field = data
        return cls(path, item, rule, is_needed, tuple(place), tuple(field))


def unused_waivers(waivers: Iterable[Waiver]) -> Iterator[Problem]:
    """A warning for each waiver that nothing needs: neither the question nor a translation of it.

    Nor another question, where an anchor of YAML lets several have the same `lint-ok`.
    """
    every = list(waivers)
    needed = {each.name for each in every if each.is_needed}
    kept = {(each.path, each.place) for each in every if each.name in needed}
    told: set[tuple[str, _Place]] = set()
    for _, group in groupby((each for each in every if each.place[0]), lambda each: each.name[:2]):
        for problem in _problems(list(group), kept):
            at = problem.path, (problem.line or 0, problem.column or 0)
            if at not in told:
                yield problem
            told.add(at)


def _problems(waivers: Sequence[Waiver], kept: set[tuple[str, _Place]]) -> Iterator[Problem]:
    """What is told of one question, whose waivers these are."""
    idle = [each for each in waivers if (each.path, each.place) not in kept]
    if len(idle) == len(waivers):
        message = "lint-ok waives nothing here: the question breaks no rule that stands there"
        yield _problem(idle[0], idle[0].field, message, "remove lint-ok")
        return
    for each in idle:
        message = f'lint-ok waives "{each.rule}", a rule that the question does not break'
        yield _problem(each, each.place, message, "remove this rule from lint-ok")


def _problem(waiver: Waiver, place: _Place, message: str, hint: str) -> Problem:
    return Problem(waiver.path, *place, waiver.item, message, hint, UNUSED_WAIVER, "warning")
