"""Adapter to Python-Markdown: the fence `figure` on a page becomes a `figure` element."""

from functools import partial
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from computed_figures.cache import Cache
from computed_figures.gallery import Gallery
from computed_figures.host import host_or_plain
from computed_figures.markup import figure_element
from computed_figures.page_figures import Mention, drawings
from computed_figures.to_come import figures_to_come
from selfcheck.pages.finding import find
from selfcheck.pages.links import relink
from selfcheck.pages.marked import MarkedFences
from selfcheck.pages.page import Page
from selfcheck.pages.placing import place, spots

AFTER_INLINE_AND_QUESTIONS = 18


class ComputedFiguresExtension(Extension):
    """Places Python figures; all paths in its options count from the folder of the host's configuration."""

    def __init__(self, **options: Any) -> None:
        self.config = {
            "folder": ["figures", "The folder of the figure files"],
            "roots": [["figures", "plugins"], "Folders whose modules figures import and depend on"],
            "cache": [".cache/figures", "The folder of kept drawings"],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register with a page's converter."""
        placer = FigurePlacer(md, self, find(md, "figure", "figure_fences"))
        md.treeprocessors.register(placer, "figures", AFTER_INLINE_AND_QUESTIONS)

    def gallery(self, project: Path, md: Markdown) -> Gallery:
        """Return the figures of a project."""
        return Gallery(
            project,
            project / self.getConfig("folder"),
            tuple(project / root for root in self.getConfig("roots")),
            Cache(project / self.getConfig("cache")),
            partial(figures_to_come, md),
        )


class FigurePlacer(Treeprocessor):
    """Puts figures in the place of the fences that stand in running text."""

    def __init__(self, md: Markdown, extension: ComputedFiguresExtension, marked: MarkedFences) -> None:
        super().__init__(md)
        self.extension, self.marked = extension, marked

    def run(self, root: Element) -> None:
        """Place the page's figures; FigureProblems with all that is wrong with them."""
        placed = spots(root, self.marked)
        if not self.marked.fences(placed):
            return
        host = host_or_plain(self.md)
        mentions = self._mentions(placed, host.page)
        drawn = drawings(list(mentions.values()), self.extension.gallery(host.project, self.md))
        names = {number: mentions[number].name for number in placed}
        stash = self.md.htmlStash.store
        elements = {number: figure_element(name, drawn[name], stash) for number, name in names.items()}
        for element in elements.values():
            self.md.treeprocessors["inline"].run(element)
            relink(element, host.page.source)
        place(root, {self.marked.placeholder(number): [element] for number, element in elements.items()})

    def _mentions(self, placed: list[int], page: Page) -> dict[int, Mention]:
        lines, origin = self.marked.lines(page), self.marked.origin
        return {
            number: Mention(fence, page.display_path, lines[number], origin(number), number in placed)
            for number, fence in self.marked.fences(placed).items()
        }


def makeExtension(**options: Any) -> ComputedFiguresExtension:  # noqa: N802 - the name Python-Markdown looks for
    """Return the extension for `markdown_extensions: [computed_figures]`."""
    return ComputedFiguresExtension(**options)
