"""A report as JSON, for programs that mend questions: each problem with its line, and why it is one."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from selfcheck.catalogue import codes, explanation
from selfcheck.problems import Problem
from selfcheck.reports.report import Report

VERSION = 1
"""Raised when a field changes its meaning or is removed; fields may be added."""


def as_json(report: Report) -> str:
    """The report as a JSON object."""
    data = {
        "version": VERSION,
        "checked": report.checked,
        "unchecked": list(report.unchecked),
        "counts": {each: len(report.of(each)) for each in ("error", "warning", "note")},
        "mended": [asdict(each) for each in report.mended],
        "problems": [_problem(report, each) for each in report.problems],
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def _problem(report: Report, problem: Problem) -> dict[str, Any]:
    told = explanation(problem.code) if problem.code in codes() else None
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "question": problem.item or None,
        "code": problem.code,
        "severity": problem.severity,
        "message": problem.message,
        "hint": problem.hint,
        "source": report.line(problem) or None,
        "reason": told.reason if told else None,
        "waiver": f"lint-ok: {{{problem.code}: …}}" if problem.is_waivable else None,
    }
