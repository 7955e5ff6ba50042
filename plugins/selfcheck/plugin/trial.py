"""Builds a site by MkDocs into a folder of its own and writes down what selfcheck tells: for `check --build`.

`python -m selfcheck.plugin.trial CONFIGURATION FOLDER REPORT` runs in a process of its own: MkDocs, its
plugins and hooks leave traces in one. The report is JSON.
"""

from __future__ import annotations

import json
import logging
import sys
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import click
from mkdocs.commands.build import build
from mkdocs.config import load_config

from selfcheck.errors import ProblemsFound
from selfcheck.plugin import SelfCheckPlugin
from selfcheck.problems import Problem, Severity

_SEVERITIES: dict[int, Severity] = {logging.INFO: "note", logging.WARNING: "warning", logging.ERROR: "error"}


class _Told(logging.Handler):
    """Collects the problems among what is logged, and the last error of anybody else."""

    def __init__(self) -> None:
        super().__init__()
        self.problems: list[Problem] = []
        self.error = ""

    def emit(self, record: logging.LogRecord) -> None:
        given = record.args if isinstance(record.args, tuple) else ()
        if given and isinstance(given[0], Problem):
            self.problems.append(replace(given[0], severity=_SEVERITIES.get(record.levelno, "warning")))
        elif record.levelno >= logging.ERROR:
            self.error = record.getMessage()


def trial(configuration: str, folder: str) -> dict[str, Any]:
    """Build a site into a folder.

    Returns the problems that were told, the error that ended the build, if any, and whether selfcheck, which
    may be switched off, `took_part`.
    """
    told, failed, took_part = _Told(), "", False
    log = logging.getLogger("mkdocs")
    log.addHandler(told)
    log.setLevel(logging.INFO)
    try:
        config = load_config(configuration, site_dir=folder)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        took_part = any(isinstance(each, SelfCheckPlugin) for each in config.plugins.values())
        config.plugins.on_shutdown()
    except Exception as error:  # whatever a plugin raises
        found = _problems_of(error)
        told.problems += found
        failed = "" if found else told.error or _said(error)
        stopped = True
    else:
        stopped = False
    problems = [asdict(each.of_kind("site")) for each in dict.fromkeys(told.problems)]
    return {"problems": problems, "failed": failed, "stopped": stopped, "took_part": took_part}


def _problems_of(error: BaseException | None) -> list[Problem]:
    """The problems that ended a build: they are the cause of what MkDocs raises, or its cause's."""
    while error is not None:
        if isinstance(error, ProblemsFound):
            return list(error.problems)
        error = error.__cause__ or error.__context__
    return []


def _said(error: Exception) -> str:
    said = error.format_message() if isinstance(error, click.ClickException) else str(error)
    return said or type(error).__name__


def main() -> None:
    """Build, and write the report."""
    configuration, folder, report = sys.argv[1:]
    Path(report).write_text(json.dumps(trial(configuration, folder)), "utf-8")


if __name__ == "__main__":
    main()
