"""Search indexes: they are given pages whose blocks are reduced to their stems."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from selfcheck.block.searchable import stems_only
from selfcheck.course.open_blocks import open_blocks
from selfcheck.neighbours.exports import is_protected
from selfcheck.neighbours.view import PageView


def index_stems(plugins: Iterable[object]) -> list[StemsOnly]:
    """Let the index of every search plugin read stems only, once `written` tells that a page is finished.

    MkDocs' own search plugin, Material's, and others after their model have a `search_index` to which they
    hand each page. What the page's content is by then, with all that other plugins made of it, is reduced.
    MaterialX's plugin has a provider that does.
    """
    reduced: list[StemsOnly] = []
    for plugin in plugins:
        provider: Any = getattr(plugin, "provider", plugin)
        index: Any = getattr(provider, "search_index", None)
        add = getattr(index, "add_entry_from_context", None)
        if add:
            reduced.append(add if isinstance(add, StemsOnly) else StemsOnly(add))
            index.add_entry_from_context = reduced[-1]
        if getattr(provider, "name", "") == "pagefind":
            _exclude_sheets(provider.config.pagefind)
    return reduced


def _exclude_sheets(options: dict[str, Any]) -> None:
    """Let Pagefind, which reads finished pages and passes over forms, pass over questions on paper too.

    MaterialX excludes navigation and footer where a site names nothing.
    """
    selectors = options.get("exclude_selectors", ["nav", "footer"])
    options["exclude_selectors"] = list(dict.fromkeys([*selectors, "self-check-sheet"]))


class StemsOnly:
    """The method of an index that adds a page, called with a view of the page.

    A page with questions waits until it is written, since a plugin may take a question out of its output.
    """

    def __init__(self, add: Callable[..., object]) -> None:
        self.add = add
        self.waiting: dict[str, Callable[[str], None]] = {}

    def __call__(self, page: Any, *more: object, **named: object) -> None:
        content = page.content or ""

        def add(output: str) -> None:
            # Most outputs hold the content as it is, which is found much faster than its blocks.
            shown = None if content in output else {block.id for block in open_blocks(output)}
            self.add(PageView(page, content=stems_only(content, shown)), *more, **named)

        # Of a page that it encrypts, mkdocs-encryptcontent cleans the index as its own option says.
        if "<self-check" in content and not is_protected(page):
            self.waiting[page.file.src_uri] = add
        else:
            add(content)

    def written(self, source: str, output: str) -> None:
        """Add the page of this source with the stems of the questions that its output holds in clear."""
        if add := self.waiting.pop(source, None):
            add(output)
