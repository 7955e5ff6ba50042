"""A report for people: a problem with its line and a caret below it, and how many there are at the end."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import click

from selfcheck.changes.report import Change
from selfcheck.problems import Problem
from selfcheck.reports.report import Report

_COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}
_NAMES = {"error": "problem", "warning": "warning", "note": "note"}


def as_text(report: Report) -> str:
    """The report, with colours; click removes them as it prints where there is no terminal."""
    return "\n".join(
        [*_mended(report), *_problems(report), *_changes(report), _summary(report), *_unchecked(report)]
    )


def _mended(report: Report) -> Iterator[str]:
    for each in report.mended:
        place = click.style(f"{each.path}:{each.line}:{each.column}", bold=True)
        yield f"{place}: {click.style('mended', fg='green')}: {each.was} is {each.now} now"
    if report.mended:
        yield ""


def _problems(report: Report) -> Iterator[str]:
    for _, group in groupby(report.problems, key=lambda problem: problem.path):
        for problem in group:
            yield _headline(problem)
            yield from _excerpt(report, problem)
        yield ""


def _headline(problem: Problem) -> str:
    severity = "" if problem.severity == "error" else f"{problem.severity}: "
    place, colour = click.style(problem.place, bold=True), _COLOURS[problem.severity]
    return f"{place}: {click.style(severity, fg=colour)}{problem.said} [{problem.code}]"


def _excerpt(report: Report, problem: Problem) -> Iterator[str]:
    """The line with the problem, and a caret where it begins, below it even where tabs stand before."""
    line = report.line(problem)
    if not line.strip() or problem.line is None:
        return
    margin = len(str(problem.line)) + 2
    yield f"{problem.line:>{margin}} | {line}"
    if problem.column is not None:
        before = "".join(sign if sign == "\t" else " " for sign in line[: problem.column - 1])
        yield f"{'':>{margin}} | {before}{click.style('^', fg=_COLOURS[problem.severity])}"


def _changes(report: Report) -> Iterator[str]:
    """A line for each change: its kind, where the question stands, and what differs."""
    if (changes := report.changes) is None:
        return
    yield click.style(f"since {changes.since}", bold=True)
    lines = [
        *((each, "added", "") for each in changes.added),
        *((each, "removed", "") for each in changes.removed),
        *((each, "changed", _difference(each)) for each in changes.changed),
        *((each, "section", each.section) for each in changes.sections),
    ]
    for each, kind, said in lines:
        place = each.path if each.line is None else f"{each.path}:{each.line}"
        yield f"  {kind:<7}  {place}: {each.question}{said and f': {said}'}"
    yield from (f"  not read {path}" for path in changes.unread)
    if not (lines or changes.unread):
        yield "  no question and no section of one has changed"
    yield ""


def _difference(change: Change) -> str:
    return ", ".join([*([f"moved from {change.moved_from}"] if change.moved_from else []), *change.parts])


def _summary(report: Report) -> str:
    counts = [(name, len(report.of(severity))) for severity, name in _NAMES.items()]
    found = ", ".join(f"{n} {name}{'' if n == 1 else 's'}" for name, n in counts if n)
    return f"{report.checked}: {found or 'no problems'}"


def _unchecked(report: Report) -> Iterator[str]:
    if report.unchecked:
        yield f"not checked: {'; '.join(report.unchecked)}"
