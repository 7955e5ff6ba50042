"""Takes quiz fences out of the text before any other processor sees them, and gives samples back."""

from __future__ import annotations

from xml.etree import ElementTree as etree

from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

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
            if out and out[-1].strip(" \t>") and not stands_on_a_bullet:
                out.append(empty)
            out += [fence.prefix + self.conversion.mark(fence), empty]
            done = fence.end
        return out + lines[done:]


class GiveBackSamples(Treeprocessor):
    """A fence inside an indented code block is a sample: its lines come back as they were."""

    def __init__(self, conversion: Conversion) -> None:
        super().__init__(conversion.md)
        self.conversion = conversion

    def run(self, root: etree.Element) -> None:
        """Look at code elements only: in them the block parser keeps raw text."""
        if not self.conversion.fences:
            return
        for code in root.iter("code"):
            while (number := self.conversion.number_in(code.text)) is not None:
                sample = self.conversion.fences.pop(number).sample
                code.text = AtomicString((code.text or "").replace(self.conversion.placeholder(number), sample))
