"""The figure fences of one page: which figure each names, and all that is wrong with them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from computed_figures.drawing import Drawing
from computed_figures.gallery import Gallery, UnknownFigureError
from computed_figures.problems import FigureProblems, Problem
from selfcheck.pages.fence import Fence


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure fence: the page as problems call it, the line there, and whether the fence can be placed.

    `origin` is where it comes from if the page's file does not hold it.
    """

    fence: Fence
    page: str
    line: int | None
    origin: str
    is_placed: bool

    @property
    def name(self) -> str:
        """The name in the body; empty if there is none."""
        return " ".join(self.fence.body.split())

    def problem(self, message: str) -> Problem:
        """What is wrong with it, at its place."""
        origin = "" if self.line else f" (the fence comes from a {self.origin})"
        return Problem(self.page, self.line, f"{message}{origin}")


def drawings(wanted: Sequence[Mention], gallery: Gallery) -> Mapping[str, Drawing]:
    """Return name -> drawing for the fences of a page; FigureProblems with everything wrong on it."""
    problems = [mention.problem(message) for mention, message in _mistakes(wanted, gallery)]
    sound = list(dict.fromkeys(mention.name for mention in wanted if not _mistake(mention, gallery)))
    drawn = dict(zip(sound, gallery.drawings(sound), strict=True))
    problems += [outcome for outcome in drawn.values() if isinstance(outcome, Problem)]
    if problems:
        raise FigureProblems(problems)
    return {name: outcome for name, outcome in drawn.items() if isinstance(outcome, Drawing)}


def _mistakes(wanted: Sequence[Mention], gallery: Gallery) -> Iterable[tuple[Mention, str]]:
    seen: set[str] = set()
    for mention in wanted:
        mistake = _mistake(mention, gallery)
        if mistake is None and mention.name in seen:
            mistake = f'figure "{mention.name}" stands twice on this page'
        seen.add(mention.name)
        if mistake is not None:
            yield mention, mistake


def _mistake(mention: Mention, gallery: Gallery) -> str | None:
    fence = mention.fence
    if not mention.is_placed:
        return "a figure fence inside raw HTML; add the attribute `markdown` to the element"
    if fence.odd_space:
        return "a figure fence behind a character that only looks like a space; write a space"
    if not fence.is_closed:
        return "a figure fence that is never closed"
    if fence.info != "figure":
        return f'a figure fence takes no options, found "{fence.info.removeprefix("figure").strip()}"'
    if not mention.name:
        return "an empty figure fence; its body is the figure's name"
    try:
        gallery.file(mention.name)
    except UnknownFigureError as error:
        return str(error)
    return None
