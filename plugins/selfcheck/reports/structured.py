"""A report as JSON, for programs that mend questions: each problem with its line, and why it is one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from selfcheck.catalogue import codes, explanation
from selfcheck.changes.report import Change, Changes
from selfcheck.problems import Problem
from selfcheck.reports.report import Report

VERSION = 1
"""Raised when a field changes its meaning or is removed; fields may be added."""


def as_json(report: Report) -> str:
    """The report as a JSON object."""
    examples = _examples(report)
    data = {
        "version": VERSION,
        "checked": report.checked,
        "unchecked": list(report.unchecked),
        "counts": {each: len(report.of(each)) for each in ("error", "warning", "note")},
        "mended": [asdict(each) for each in report.mended],
        "problems": [_problem(report, each, examples) for each in report.problems],
    }
    if report.changes:
        data["changes"] = _changes(report.changes)
    return json.dumps(data, ensure_ascii=False, indent=1)


def _changes(changes: Changes) -> dict[str, Any]:
    """What has changed; every list is there, and every change has all fields."""
    lists = {"added": changes.added, "removed": changes.removed, "changed": changes.changed}
    return {
        "since": changes.since,
        **{name: list(map(_change, listed)) for name, listed in lists.items()},
        "sections": list(map(_change, changes.sections)),
        "unread": list(changes.unread),
    }


def _change(change: Change) -> dict[str, Any]:
    return {name.replace("_", "-"): value for name, value in asdict(change).items()}


def _examples(report: Report) -> dict[str, str | None]:
    """The example of each type whose name is the code of a problem."""
    names = {each.code for each in report.problems}.difference(codes())
    types = report.types() if names else {}
    return {name: types[name].example for name in names if name in types}


def _problem(report: Report, problem: Problem, examples: Mapping[str, str | None]) -> dict[str, Any]:
    told = explanation(problem.code) if problem.code in codes() else None
    range_ = report.range(problem)
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "end": [range_.line, range_.column] if range_ else None,
        "question": problem.item or None,
        "field": list(range_.field) if range_ else None,
        "code": problem.code,
        "severity": problem.severity,
        "message": problem.message,
        "hint": problem.hint,
        "fix": problem.fix,
        "source": report.line(problem) or None,
        "reason": told.reason if told else None,
        "good": told.good if told else examples.get(problem.code),
        "waiver": f"lint-ok: {{{problem.code}: …}}" if problem.is_waivable else None,
    }
