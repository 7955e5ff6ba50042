"""Questions that stand on a page twice because a part of it is converted apart, as a docstring is."""

from __future__ import annotations

from collections.abc import Iterator

from selfcheck.build import Build
from selfcheck.pages.page import Page
from selfcheck.problems import Problem


def twice_in_parts(build: Build, page: Page, html: str) -> Iterator[Problem]:
    """A problem for each question that several conversions have put into the HTML of a page."""
    for name in build.shown_repeatedly_on(page.source):
        if html.count(f' id="check-{name}"') > 1:
            # A page whose questions stand there once does not pay for it.
            from selfcheck.page_questions import named_in

            files = [page.file] if page.file else []
            lines = [line for _, line, each in named_in(files, build.bank) if each == name]
            message = f'the question "{name}" is shown twice on this page, whose parts are converted apart'
            hint = "remove it from one of the fences"
            yield Problem(page.display_path, max(lines, default=None), None, "", message, hint, "fence")
