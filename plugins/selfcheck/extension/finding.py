"""Takes quiz fences out of the text before any other processor sees them, and gives samples back."""

from __future__ import annotations

from html import unescape
from xml.etree import ElementTree

from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString, code_escape

from selfcheck.extension.conversion import Conversion
from selfcheck.fence import find_fences


class FindFences(Preprocessor):
    """Leaves a placeholder where a fence stood."""

    def __init__(self, conversion: Conversion) -> None:
        super().__init__(conversion.md)
        self.conversion = conversion

    def run(self, lines: list[str]) -> list[str]:
        """Replace the lines of every fence by its placeholder in a paragraph of its own."""
        out: list[str] = []
        done = 0
        for fence in find_fences(lines):
            out += lines[done : fence.start]
            empty = fence.indentation.rstrip()
            stands_on_a_bullet = fence.prefix != fence.indentation
            follows_text = bool(out and out[-1].strip(" \t>")) and not stands_on_a_bullet
            if follows_text:
                out.append(empty)
            out += [fence.prefix + self.conversion.mark(fence, follows_text), empty]
            done = fence.end
        return out + lines[done:]


class GiveBackSamples(Treeprocessor):
    """A fence inside an indented code block is a sample: its lines come back as they were."""

    def __init__(self, conversion: Conversion) -> None:
        super().__init__(conversion.md)
        self.conversion = conversion

    def run(self, root: ElementTree.Element) -> None:
        """Look at code elements only: in them the block parser keeps raw text."""
        if not self.conversion.fences:
            return
        for code in root.iter("code"):
            while (number := self.conversion.number_in(code.text)) is not None:
                code.text = AtomicString(self._with_sample(code.text or "", number))

    def _with_sample(self, code: str, number: int) -> str:
        """The text of a code block with the fence's lines where its placeholder is.

        What the block parser took off the placeholder's line it would have taken off every line; the empty
        lines round the placeholder were ours.
        """
        fence = self.conversion.fences.pop(number)
        above, _, below = code.partition(self.conversion.placeholder(number))
        above, newline, margin = above.rpartition("\n")
        width = len(fence.prefix) - len(unescape(margin))
        ours = "\n" + code_escape(fence.indentation.rstrip()[width:])
        first, *others = fence.source.split("\n")
        sample = "\n".join([first[len(fence.prefix) :], *(line[width:] for line in others)])
        if number in self.conversion.set_apart:
            above = above.removesuffix(ours)
        if below.startswith(f"{ours}\n"):
            below = below.removeprefix(ours)
        return above + newline + margin + code_escape(sample) + below
