"""Gives back the fences that turn out to stand in code: they are samples, shown as they were written."""

from __future__ import annotations

from html import unescape
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString, code_escape

from selfcheck.pages.marked import MarkedFences


class GiveBackSamples(Treeprocessor):
    """A fence inside an indented code block is a sample: its lines come back as they were."""

    def __init__(self, marked: MarkedFences) -> None:
        super().__init__(marked.md)
        self.marked = marked

    def run(self, root: Element) -> None:
        """Look at code elements only: in them the block parser keeps raw text."""
        if not self.marked.marks:
            return
        for code in root.iter("code"):
            for number in list(self.marked.numbers_in(code.text)):
                code.text = AtomicString(self._with_sample(code.text or "", number))
                self.marked.samples.add(number)

    def _with_sample(self, code: str, number: int) -> str:
        """The text of a code block with the fence's lines where its placeholder is.

        What the block parser took off the placeholder's line it would have taken off every line; the empty
        lines round the placeholder were ours.
        """
        mark = self.marked.marks[number]
        fence = mark.fence
        above, _, below = code.partition(self.marked.placeholder(number))
        above, newline, margin = above.rpartition("\n")
        width = len(fence.prefix) - len(unescape(margin))
        ours = "\n" + code_escape(fence.indentation.rstrip()[width:])
        first, *others = fence.source.split("\n")
        sample = "\n".join([first[len(fence.prefix) :], *(line[width:] for line in others)])
        if mark.above:
            above = above.removesuffix(ours)
        if mark.below and below.startswith(f"{ours}\n"):
            below = below.removeprefix(ours)
        return above + newline + margin + code_escape(sample) + below
