"""What an author did wrong, and the error that stops a build with all of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import click


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: `file` is relative to the project, `line` counts from 1 (None where it is not known)."""

    file: str
    line: int | None
    message: str

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{place}: {self.message}"


def named(path: Path, project: Path) -> str:
    """Return how problems name a path: from the root of the project where it lies in it."""
    return path.relative_to(project).as_posix() if path.is_relative_to(project) else str(path)


class ProblemError(Exception):
    """Carries one problem to where the problems of a page are collected."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class PageProblems(click.ClickException, SystemExit):
    """All problems of one kind on one page; `subject` is what they are problems with.

    The hosts' command lines print a ClickException without a traceback. The development server of MkDocs
    prints a rebuild's error without one, and stays up, only if it is a SystemExit too.
    """

    subject: ClassVar[str]

    def __init__(self, problems: Sequence[Problem]) -> None:
        click.ClickException.__init__(self, "\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)
        self.code = str(self)  # What Python prints where no host catches it; the exit status is 1.

    def __str__(self) -> str:
        return f"{self.subject} cannot be placed\n{self.message}"

    def format_message(self) -> str:
        """Return a command's last line; the hosts have logged the problems themselves by then."""
        count = len(self.problems)
        return f"stopped by {count} problem{'' if count == 1 else 's'} with {self.subject}"


class FigureProblems(PageProblems):
    """All problems of the figures of one page."""

    subject = "figures"


class ValueProblems(PageProblems):
    """All problems of the values of one page."""

    subject = "values"
