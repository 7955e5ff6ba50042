"""Takes the fences of one language out of the text before any other processor sees them."""

from __future__ import annotations

from collections.abc import Callable

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from selfcheck.pages.fence import Fence, fences_of
from selfcheck.pages.margin import margins
from selfcheck.pages.marked import MarkedFences
from selfcheck.pages.samples import GiveBackSamples

AFTER_SNIPPETS_BEFORE_FENCES = 29
BEFORE_CODE_IS_HIGHLIGHTED = 60


def find(
    md: Markdown, language: str, name: str, is_meant: Callable[[Fence], bool] = lambda fence: True
) -> MarkedFences:
    """Let a converter mark the fences of a language that are meant; `name` is the preprocessor's."""
    marked = MarkedFences(md)
    md.registerExtension(marked)  # type: ignore[arg-type]  # only its `reset` is asked for
    md.preprocessors.register(FindFences(marked, language, is_meant), name, AFTER_SNIPPETS_BEFORE_FENCES)
    md.treeprocessors.register(GiveBackSamples(marked), f"{name}-samples", BEFORE_CODE_IS_HIGHLIGHTED)
    return marked


class FindFences(Preprocessor):
    """Leaves a placeholder where a fence stood."""

    def __init__(self, marked: MarkedFences, language: str, is_meant: Callable[[Fence], bool]) -> None:
        super().__init__(marked.md)
        self.marked, self.language, self.is_meant = marked, language, is_meant

    def run(self, lines: list[str]) -> list[str]:
        """Replace the lines of every fence by its placeholder, set apart unless that would loosen a list."""
        self.marked.texts += 1
        if self.language not in "\n".join(lines).casefold():
            return lines
        out: list[str] = []
        done = 0
        for fence in filter(self.is_meant, fences_of(self.language, lines)):
            out += lines[done : fence.start]
            out += self._placeholder(fence, *margins(fence, out, lines[fence.end : fence.end + 1]))
            done = fence.end
        return out + lines[done:]

    def _placeholder(self, fence: Fence, above: bool, below: bool) -> list[str]:
        """The line that stands for a fence, with the empty lines round it."""
        empty = fence.indentation.rstrip()
        line = fence.prefix + self.marked.mark(fence, above, below)
        return [*([empty] if above else []), line, *([empty] if below else [])]
