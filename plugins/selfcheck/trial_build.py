"""Builds a site into a temporary folder, and tells what only pages can show."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from selfcheck.configuration_file import is_of_zensical
from selfcheck.errors import SelfCheckError
from selfcheck.problems import Problem


class TrialImpossible(SelfCheckError):
    """A site that cannot be built here, for a reason that is no problem of a question."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What a build told, and the folder of the site that it made."""

    problems: tuple[Problem, ...]
    is_complete: bool
    """Whether it came to its end; what stands in no page of a build that stops is not known."""
    is_watched: bool
    """Whether the plugin took part in it, which tells what becomes of the fences."""
    site: Path


@contextmanager
def trial_of(configuration: Path) -> Iterator[Trial]:
    """Build the site of a configuration file; its folder is gone afterwards. Raises TrialImpossible."""
    if is_of_zensical(configuration):
        hint = "build the site and name its folder by --site"
        raise TrialImpossible(
            f"{configuration}: --build builds by MkDocs, and this is a site of Zensical; {hint}"
        )
    if find_spec("mkdocs") is None:
        raise TrialImpossible(
            "--build builds by MkDocs, which is not installed here; install mkdocs beside selfcheck"
        )
    with TemporaryDirectory(prefix="selfcheck-") as folder:
        site, report = Path(folder, "site"), Path(folder, "report.json")
        command = [sys.executable, "-m", "selfcheck.plugin.trial", str(configuration), str(site), str(report)]
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
        if not report.is_file():
            raise TrialImpossible(
                f"the build of {configuration} ended without a word: {_last_line(done.stderr)}"
            )
        told: dict[str, Any] = json.loads(report.read_text("utf-8"))
        if told["failed"]:
            raise TrialImpossible(f"{configuration} cannot be built: {told['failed']}")
        problems = tuple(Problem(**each) for each in told["problems"])
        yield Trial(problems, not told["stopped"], told["took_part"], site)


def _last_line(text: str) -> str:
    return next((line for line in reversed(text.splitlines()) if line.strip()), "no output")
