"""An overview as text for people and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

import click

from selfcheck.lint.bank_tests import Share
from selfcheck.lint.readability import FEWEST_WORDS, VERY_DIFFICULT
from selfcheck.overview.overview import Overview

VERSION = 1
"""Raised when a field changes its meaning or is removed; fields may be added."""

_MOST_NAMES = 8
"""How many names a text lists before it says how many more there are."""

_SEVERITIES = {"error": "problems", "warning": "warnings", "note": "notes"}


def as_text(overview: Overview) -> str:
    """The overview for a terminal, with colours that whoever prints it removes elsewhere."""
    parts = [
        _part("types", ((name, str(count)) for name, count in overview.types.items())),
        _part("objectives", _named(overview.objectives, overview.without_objective, "objective")),
        _part(
            "sections",
            [
                *_named(overview.sections, overview.without_section, "section"),
                *_stamps(overview),
                *_pages(overview),
            ],
        ),
        _part("keys", _keys(overview)),
        _part("reading ease", _ease(overview)),
        _part("languages", _languages(overview)),
        *(_part(name, _counts(overview.problems[key])) for key, name in _SEVERITIES.items()),
    ]
    broken = f"; {overview.broken} more cannot be read, see `selfcheck check`" if overview.broken else ""
    head = f"{_counted(overview.questions, 'question')} in {_counted(overview.files, 'file')}{broken}"
    return "\n\n".join([click.style(head, bold=True), *filter(None, parts)])


def as_json(overview: Overview) -> str:
    """The overview as a JSON object."""
    numbers = {name.replace("_", "-"): value for name, value in asdict(overview).items()}
    data = {"version": VERSION, **numbers}
    data["places"] = [_share(each) for each in overview.places]
    data["longest"], data["true"] = _share(overview.longest), _share(overview.true)
    return json.dumps(data, ensure_ascii=False, indent=1)


FORMS: Mapping[str, Callable[[Overview], str]] = {"text": as_text, "json": as_json}
"""What writes an overview, by the name of the form."""

Row = tuple[str, str]


def _part(title: str, rows: Iterable[Row]) -> str:
    """A title and rows of two columns; nothing where there are no rows."""
    listed = list(rows)
    if not listed:
        return ""
    width = max(len(name) for name, _ in listed)
    lines = (f"  {name:{width}}  {text}".rstrip() for name, text in listed)
    return "\n".join([click.style(title, bold=True), *lines])


def _named(by: Mapping[str, Collection[str]], without: Collection[str], noun: str) -> Iterator[Row]:
    count = sum(map(len, by.values()))
    if by:
        yield "named", f"{_counted(len(by), noun)}, by {_counted(count, 'question')}"
    if without:
        yield from _some(f"without {noun}", without)


def _stamps(overview: Overview) -> Iterator[Row]:
    if overview.stamped:
        yield "stamped", f"{overview.stamped} of {_counted(overview.questions, 'question')}"
    if overview.stale:
        yield from _some("changed since", overview.stale)


def _pages(overview: Overview) -> Iterator[Row]:
    if overview.passages is None:
        return
    if overview.passages.empty:
        yield from _some("without a question", overview.passages.empty)
    if overview.passages.unshown:
        yield from _some("on no page", overview.passages.unshown)


def _keys(overview: Overview) -> Iterator[Row]:
    for place, share in enumerate(overview.places, 1):
        yield f"option {place}, not shuffled", _against_chance(share)
    if overview.longest.guessing.trials:
        yield "the longest option", _against_chance(overview.longest)
    if trials := overview.true.guessing.trials:
        percent = f"({100 * overview.true.hits / trials:.0f} %)"
        by_chance = f"by chance {overview.true.guessing.expected:.1f}"
        yield "true statements", f"{overview.true.hits} of {trials} {percent}, {by_chance}"


def _against_chance(share: Share) -> str:
    return f"{share.hits} of {share.guessing.trials}, by chance {share.guessing.expected:.1f}"


def _ease(overview: Overview) -> Iterator[Row]:
    if overview.ease.median is None:
        return
    counted = _counted(overview.ease.counted, "question")
    scale = f"Flesch: 100 very easy, below {VERY_DIFFICULT} very difficult"
    yield "median", f"{overview.ease.median}, of {counted} of {FEWEST_WORDS} words or more ({scale})"
    yield "hardest", ", ".join(f"{name} {ease}" for name, ease in overview.ease.hardest.items())


def _languages(overview: Overview) -> Iterator[Row]:
    for tag, each in overview.languages.items():
        stale = f", {each.stale} of them no longer as the original" if each.stale else ""
        missing = f", {_counted(each.missing, 'note')} of what is missing" if each.missing else ""
        yield tag, f"{each.translated} of {_counted(overview.questions, 'question')}{stale}{missing}"


def _counts(by_code: Mapping[str, int]) -> Iterator[Row]:
    yield from ((code, str(count)) for code, count in by_code.items())


def _some(title: str, names: Collection[str]) -> Iterator[Row]:
    """How many there are, and the first of them in lines of their own."""
    listed = list(names)
    yield title, str(len(listed))
    yield from (("", name) for name in listed[:_MOST_NAMES])
    if len(listed) > _MOST_NAMES:
        yield "", f"and {len(listed) - _MOST_NAMES} more"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _share(share: Share) -> dict[str, Any]:
    return {"hits": share.hits, "of": share.guessing.trials, "by-chance": round(share.guessing.expected, 2)}
