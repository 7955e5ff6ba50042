"""The figure fences of one page: which figure each names, and all that is wrong with them."""

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from computed_figures.drawing import Drawing
from computed_figures.fences import Fence, figure_fences
from computed_figures.gallery import Gallery, UnknownFigureError
from computed_figures.host import Host, Page
from computed_figures.problems import FigureProblems, Problem


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure fence of the page; `occurrence` counts fences of the same wording from 0."""

    fence: Fence
    occurrence: int

    @property
    def name(self) -> str:
        """The name in the body; empty if there is none."""
        return " ".join(line.strip() for line in self.fence.body or () if line.strip())


def mentions(fences: Iterable[Fence]) -> list[Mention]:
    """Number the fences that are worded alike."""
    seen: dict[object, int] = {}
    found = []
    for fence in fences:
        occurrence = seen.setdefault(_wording(fence), 0)
        seen[_wording(fence)] += 1
        found.append(Mention(fence, occurrence))
    return found


def drawings(wanted: Sequence[Mention], gallery: Gallery, host: Host) -> Mapping[str, Drawing]:
    """Return name -> drawing for the fences of a page; FigureProblems with everything wrong on it."""
    problems = [
        Problem(host.shown, _line(mention, host.page), message)
        for mention, message in _mistakes(wanted, gallery)
    ]
    sound = list(dict.fromkeys(mention.name for mention in wanted if not _mistake(mention, gallery)))
    drawn = dict(zip(sound, gallery.drawings(sound), strict=True))
    problems += [outcome for outcome in drawn.values() if isinstance(outcome, Problem)]
    if problems:
        raise FigureProblems(problems)
    return {name: outcome for name, outcome in drawn.items() if isinstance(outcome, Drawing)}


def relate_links(figure: Element, page: Page | None) -> None:
    """Make links and images of a caption, written from the docs root, relative to the page."""
    if page is None:
        return
    for element in figure.iter():
        for name in ("href", "src"):
            target = element.get(name)
            if target and not target.startswith(("#", "/")) and ":" not in target.partition("/")[0]:
                path, hash_mark, anchor = target.partition("#")
                element.set(name, posixpath.normpath(page.relative(path)) + hash_mark + anchor)


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
    if fence.body is None:
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


def _line(mention: Mention, page: Page | None) -> int | None:
    """Find the fence in the page's file: front matter and snippets have moved the lines since."""
    if page is None or not page.file.is_file():
        return mention.fence.start + 1 if page is None else None
    lines = page.file.read_text(encoding="utf-8-sig").expandtabs(4).splitlines()
    alike = [fence for fence in figure_fences(lines) if _wording(fence) == _wording(mention.fence)]
    return alike[mention.occurrence].start + 1 if mention.occurrence < len(alike) else None


def _wording(fence: Fence) -> tuple[str, object]:
    return fence.info, fence.body and tuple(line.strip() for line in fence.body)
