"""What an author did wrong with an explorer, and the error that stops a build with all of it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import click


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with a fence, the cure, and where.

    `line` and `column` count from 0 in the body of the fence; without them it is about the fence as a whole.
    """

    message: str
    cure: str
    line: int | None = None
    column: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """A complaint at its place: `file` is relative to the project, line and column count from 1."""

    file: str
    line: int | None
    column: int | None
    message: str
    cure: str

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)
        return f"{place}: {self.message}; {self.cure}"


class ExplorerProblems(click.ClickException, SystemExit):
    """All problems of the explorers of one page.

    The hosts' command lines print a ClickException without a traceback. The development server of MkDocs
    prints a rebuild's error without one, and stays up, only if it is a SystemExit too.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        click.ClickException.__init__(self, "\n".join(map(str, problems)))
        self.problems = tuple(problems)
        self.code = str(self)  # What Python prints where no host catches it; the exit status is 1.

    def __str__(self) -> str:
        return f"explorers cannot be placed\n{self.message}"

    def format_message(self) -> str:
        """Return a command's last line; the hosts have logged the problems themselves by then."""
        count = len(self.problems)
        return f"stopped by {count} problem{'' if count == 1 else 's'} with explorers"


def nearest(word: str, known: Iterable[str]) -> str:
    """The cure for a name that does not exist: the nearest that does, or all of them."""
    names = sorted(known)
    alike = difflib.get_close_matches(word, names, 1)
    if alike:
        return f'the nearest is "{alike[0]}"'
    return f"there is {', '.join(names)}" if names else "there is none"
