"""The values of one page: the text of each expression, and all that is wrong with them."""

from collections.abc import Mapping, Sequence

from computed_figures.problems import Problem, ValueProblems
from computed_figures.value.collection import Collection
from selfcheck.pages.fence import fences
from selfcheck.pages.page import Page

_SWALLOWED = (
    "Markdown reads a link definition where this begins a line and a colon follows; put a word before it"
)


def texts(
    expressions: Sequence[str], swallowed: Sequence[str], collection: Collection, page: Page
) -> Mapping[str, str]:
    """Return expression -> text; ValueProblems with everything wrong on the page.

    `swallowed` are the expressions that Markdown took for something else.
    """
    outcomes = collection.outcomes(dict.fromkeys(expressions))
    problems = [_problem(f"[{name}]:", _SWALLOWED, page) for name in swallowed]
    for written in dict.fromkeys(expressions):
        outcome = outcomes[written]
        if isinstance(outcome, Problem):
            problems.append(outcome)
        elif not isinstance(outcome, str):
            problems.append(_problem(f"[={written}]", str(outcome), page))
    if problems:
        raise ValueProblems(list(dict.fromkeys(problems)))
    return {written: str(outcome) for written, outcome in outcomes.items()}


def _problem(source: str, message: str, page: Page) -> Problem:
    line = _line(source, page)
    where = "" if line or not page.file else " (it stands in a question, a caption or a snippet)"
    return Problem(page.display_path, line, f"{source.removesuffix(':')}: {message}{where}")


def _line(source: str, page: Page) -> int | None:
    """Find where a source text first stands in the page's file, counted from 1."""
    if page.file is None or not page.file.is_file():
        return None
    lines = page.file.read_text(encoding="utf-8-sig").splitlines()
    samples = {number for fence in fences(lines) for number in range(fence.start, fence.end)}
    sought = source.casefold()  # Markdown keeps the names of its definitions in lower case.
    found = (number for number, line in enumerate(lines, start=1) if sought in line.casefold())
    return next((number for number in found if number - 1 not in samples), None)
