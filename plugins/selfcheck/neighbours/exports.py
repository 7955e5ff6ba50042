"""Feeds, descriptions and other exports: they are given the stem of each question as text."""

from __future__ import annotations

from collections.abc import Callable, Collection, MutableMapping
from typing import Any

from selfcheck.block.searchable import BLOCK, stems_as_text
from selfcheck.neighbours.handlers import replace_handlers
from selfcheck.neighbours.view import PageView
from selfcheck.pages.fence import Fence, fences

EXPORTS = frozenset({"feed", "llmstxt", "meta-descriptions", "rss"})
"""Plugins that take the text of pages elsewhere, by their names in the configuration."""

_EVENTS = ("page_content", "page_context")


def export_stems(plugins: MutableMapping[str, Any], further: Collection[str] = ()) -> None:
    """Let the plugins that export, and further ones by name, read stems as text.

    What such a plugin returns is passed over: it is made from less than the page, and would replace it.
    """
    for name in EXPORTS.union(further):
        replace_handlers(plugins, name, _EVENTS, _reading_stems)


def _reading_stems(handle: Callable[..., object]) -> Callable[..., None]:
    def given_stems(given: Any, *, page: Any, **named: object) -> None:
        reduce = _without_blocks if is_protected(page) else stems_as_text
        view = PageView(
            page, content=reduce(page.content or ""), markdown=_without_fences(page.markdown or "")
        )
        handle(reduce(given) if isinstance(given, str) else given, page=view, **named)

    return given_stems


def is_protected(page: object) -> bool:
    """Whether mkdocs-encryptcontent publishes the page for those alone who know a password."""
    return hasattr(page, "encryptcontent")


def _without_blocks(html: str) -> str:
    return stems_as_text(BLOCK.sub("", html))


def _without_fences(markdown: str) -> str:
    lines = markdown.split("\n")
    left_out = {number for each in fences(lines) if _is_ours(each) for number in range(each.start, each.end)}
    return "\n".join(line for number, line in enumerate(lines) if number not in left_out)


def _is_ours(fence: Fence) -> bool:
    if fence.language in ("questions", "review"):
        return not fence.body.strip()
    if fence.language == "progress":
        # A site without such fences does not pay for reading them.
        from selfcheck.course.progress import is_progress

        return is_progress(fence)
    return fence.language == "quiz"
