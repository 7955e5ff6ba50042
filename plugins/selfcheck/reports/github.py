"""A report as the commands by which a job of GitHub Actions marks lines of a pull request."""

from __future__ import annotations

import os
from pathlib import Path

from selfcheck.problems import Problem
from selfcheck.reports.report import Report

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def as_github(report: Report) -> str:
    """One command for each problem, then what was checked. Paths start at the current folder."""
    return "\n".join([*(_command(report.root, each) for each in report.problems), report.checked])


def _command(root: Path, problem: Problem) -> str:
    file = Path(os.path.relpath(root / problem.path)).as_posix()
    places = {"file": file, "line": problem.line, "col": problem.column, "title": problem.code}
    properties = ",".join(f"{name}={_property(str(at))}" for name, at in places.items() if at is not None)
    return f"::{_COMMANDS[problem.severity]} {properties}::{_data(problem.said)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
