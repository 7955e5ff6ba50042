"""What is wrong with a fence, as a problem at its line of the page."""

from __future__ import annotations

from dataclasses import replace

from selfcheck.complaint import Complaint
from selfcheck.pages.page import Page
from selfcheck.problems import Problem


def fence_problem(page: Page, line: int | None, complaint: Complaint, origin: str) -> Problem:
    """A complaint about a fence at its line of the page.

    `line` is the fence's first, None where it comes from an `origin` other than the file of the page.
    """
    path, within = page.display_path or page.source, complaint.line_in_text
    complaint = complaint.of_kind("fence")
    if line is None:
        complaint = replace(complaint, hint=f"{complaint.hint} (the fence comes from a {origin})")
        return Problem.of(complaint, path, (None, None))
    return Problem.of(complaint, path, (line if within is None else line + 1 + within, None))
