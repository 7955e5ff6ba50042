"""The exceptions of this package: their base, and those that carry what an author is told."""

from __future__ import annotations

from collections.abc import Iterable

from selfcheck.complaint import Complaint
from selfcheck.problems import Problem


class SelfCheckError(Exception):
    """The base of the exceptions that this package defines."""


FAILURES = (Exception, SystemExit)
"""How code of a site's own may fail: it may have been written as a program, which ends Python."""


class ComplaintError(SelfCheckError):
    """Ends an examination that cannot go on; `complaint` says why."""

    def __init__(self, complaint: Complaint) -> None:
        super().__init__(str(complaint))
        self.complaint = complaint


class ProblemsFound(SelfCheckError):
    """Carries every problem that was found, in the order of files and lines.

    Its text gives each a line of its own: some hosts put words of theirs before the first.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems), key=in_order))
        count = len(self.problems)
        heading = f"selfcheck found {count} problem{'s' if count > 1 else ''}:"
        super().__init__("\n".join([heading, *map(str, self.problems)]))


def in_order(problem: Problem) -> tuple[str, int, int, str, str, str]:
    """What problems are sorted by: file, line, column; one without a line comes first in its file.

    What they say decides between those at one place, so that every run has one order.
    """
    place = (problem.path, problem.line or 0, problem.column or 0)
    return *place, problem.message, problem.item, problem.hint
