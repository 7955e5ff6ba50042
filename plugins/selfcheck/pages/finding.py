"""Takes the fences of one language out of the text before any other processor sees them."""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from selfcheck.pages.fence import Fence, fences_of
from selfcheck.pages.marked import MarkedFences
from selfcheck.pages.samples import GiveBackSamples

AFTER_SNIPPETS_BEFORE_FENCES = 29
BEFORE_CODE_IS_HIGHLIGHTED = 60

_BULLET = re.compile(r"(?P<margin>[> ]*)(?:[-*+]|\d+[.)]) ")


def find(md: Markdown, language: str, name: str) -> MarkedFences:
    """Let a converter mark the fences of a language; `name` is the preprocessor's."""
    marked = MarkedFences(md)
    md.registerExtension(marked)  # type: ignore[arg-type]  # only its `reset` is asked for
    md.preprocessors.register(FindFences(marked, language), name, AFTER_SNIPPETS_BEFORE_FENCES)
    md.treeprocessors.register(GiveBackSamples(marked), f"{name}-samples", BEFORE_CODE_IS_HIGHLIGHTED)
    return marked


class FindFences(Preprocessor):
    """Leaves a placeholder where a fence stood."""

    def __init__(self, marked: MarkedFences, language: str) -> None:
        super().__init__(marked.md)
        self.marked, self.language = marked, language

    def run(self, lines: list[str]) -> list[str]:
        """Replace the lines of every fence by its placeholder, set apart unless that would loosen a list."""
        self.marked.texts += 1
        if not any(self.language in line for line in lines):
            return lines
        out: list[str] = []
        done = 0
        for fence in fences_of(self.language, lines):
            out += lines[done : fence.start]
            is_tight = _is_in_tight_item(fence, out)
            above = not is_tight and bool(out) and not _is_blank(out[-1])
            below = not (is_tight and _goes_on(fence, lines[fence.end : fence.end + 1]))
            empty = fence.indentation.rstrip()
            marked = fence.prefix + self.marked.mark(fence, above, below)
            out += [*([empty] if above else []), marked, *([empty] if below else [])]
            done = fence.end
        return out + lines[done:]


def _is_in_tight_item(fence: Fence, above: list[str]) -> bool:
    """Whether an empty line would make a paragraph of each item of the list that the fence stands in."""
    if fence.prefix != fence.indentation:
        return True
    for line in reversed(above):
        if _is_blank(line) or _depth(line) > _depth(fence.prefix):
            return False
        if bullet := _BULLET.match(line):
            return len(bullet["margin"]) < len(fence.prefix)
    return False


def _goes_on(fence: Fence, following: list[str]) -> bool:
    """Whether the next line belongs to the list, or is none."""
    return all(
        _is_blank(line) or _BULLET.match(line) or line.startswith(fence.indentation) for line in following
    )


def _depth(line: str) -> int:
    return line[: len(line) - len(line.lstrip("> "))].count(">")


def _is_blank(line: str) -> bool:
    return not line.strip("> ")
