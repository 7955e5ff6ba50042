"""Adapter to Python-Markdown: the fence `figure` on a page becomes a `figure` element."""

import html
from functools import partial
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from computed_figures.cache import Cache
from computed_figures.fences import Fence, figure_fences
from computed_figures.gallery import Gallery
from computed_figures.host import Host, host_of
from computed_figures.markup import figure_element
from computed_figures.page_figures import Mention, drawings, mentions, relate_links
from computed_figures.placing import markers_in, place
from computed_figures.to_come import figures_to_come

AFTER_SNIPPETS_BEFORE_FENCED_CODE = 29
AFTER_INLINE_AND_QUESTIONS = 18


class ComputedFiguresExtension(Extension):
    """Places Python figures; all paths in its options count from the folder of the host's configuration."""

    def __init__(self, **options: Any) -> None:
        self.config = {
            "folder": ["figures", "The folder of the figure files"],
            "roots": [["figures", "plugins"], "Folders whose modules figures import and depend on"],
            "cache": [".cache/figures", "The folder of kept drawings"],
        }
        self.mentions: dict[str, Mention] = {}
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register with a page's converter."""
        md.registerExtension(self)
        md.preprocessors.register(FenceMarker(md, self), "figure_fences", AFTER_SNIPPETS_BEFORE_FENCED_CODE)
        md.treeprocessors.register(FigurePlacer(md, self), "figures", AFTER_INLINE_AND_QUESTIONS)

    def reset(self) -> None:
        """Forget the fences of the page before."""
        self.mentions.clear()

    def gallery(self, host: Host, md: Markdown) -> Gallery:
        """Return the figures of the host's project."""
        project = host.project
        return Gallery(
            project,
            project / self.getConfig("folder"),
            tuple(project / root for root in self.getConfig("roots")),
            Cache(project / self.getConfig("cache")),
            partial(figures_to_come, md),
        )


class FenceMarker(Preprocessor):
    """Leaves a stash marker in place of every figure fence; what it stashes is the fence itself.

    So a fence that turns out to be a sample (in an indented block, in a comment) is shown as it was written.
    """

    def __init__(self, md: Markdown, extension: ComputedFiguresExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, lines: list[str]) -> list[str]:
        """Return the page's lines with markers."""
        out: list[str] = []
        at = 0
        for mention in mentions(figure_fences(lines)):
            fence = mention.fence
            marker = self.md.htmlStash.store(html.escape(_source(lines, fence), quote=False))
            self.extension.mentions[marker] = mention
            marked = [fence.prefix + marker]
            # At the margin a block needs no blank lines round it; further in they would loosen a list.
            out += lines[at : fence.start] + (marked if fence.prefix else ["", *marked, ""])
            at = fence.end + 1
        return out + lines[at:]


class FigurePlacer(Treeprocessor):
    """Puts figures in the place of the markers that stand in running text."""

    def __init__(self, md: Markdown, extension: ComputedFiguresExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        """Place the page's figures; FigureProblems with all that is wrong with them."""
        known = self.extension.mentions
        placed = {marker: known[marker] for marker in markers_in(root) if marker in known}
        if not placed:
            return
        host = host_of(self.md)
        drawn = drawings(list(placed.values()), self.extension.gallery(host, self.md), host)
        elements = {
            marker: figure_element(mention.name, drawn[mention.name], self.md.htmlStash.store)
            for marker, mention in placed.items()
        }
        for element in elements.values():
            self.md.treeprocessors["inline"].run(element)
            relate_links(element, host.page)
        place(root, elements)


def _source(lines: list[str], fence: Fence) -> str:
    """Return the fence as written, but for what stands before its opening and stays on the page."""
    first, *rest = lines[fence.start : fence.end + 1]
    # An indented block takes off four columns itself.
    return "\n".join([first[len(fence.prefix) :], *(line[min(4, len(fence.prefix)) :] for line in rest)])


def makeExtension(**options: Any) -> ComputedFiguresExtension:  # noqa: N802 - the name Python-Markdown looks for
    """Return the extension for `markdown_extensions: [computed_figures]`."""
    return ComputedFiguresExtension(**options)
