"""Search indexes: they are given pages whose blocks are reduced to their stems."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from selfcheck.block.searchable import stems_only
from selfcheck.neighbours.view import PageView


def index_stems(plugins: Iterable[object]) -> None:
    """Let the index of every search plugin read stems only.

    MkDocs' own search plugin, Material's, and others after their model have a `search_index` to which they
    hand each page. What the page's content is by then, with all that other plugins made of it, is reduced.
    MaterialX's plugin has a provider that does.
    """
    for plugin in plugins:
        provider: Any = getattr(plugin, "provider", plugin)
        index: Any = getattr(provider, "search_index", None)
        add = getattr(index, "add_entry_from_context", None)
        if add and not isinstance(add, _StemsOnly):
            index.add_entry_from_context = _StemsOnly(add)
        if getattr(provider, "name", "") == "pagefind":
            _exclude_sheets(provider.config.pagefind)


def _exclude_sheets(options: dict[str, Any]) -> None:
    """Let Pagefind, which reads finished pages and passes over forms, pass over questions on paper too.

    MaterialX excludes navigation and footer where a site names nothing.
    """
    selectors = options.get("exclude_selectors", ["nav", "footer"])
    options["exclude_selectors"] = list(dict.fromkeys([*selectors, "self-check-sheet"]))


class _StemsOnly:
    """The method of an index that adds a page, called with a view of the page."""

    def __init__(self, add: Callable[..., object]) -> None:
        self.add = add

    def __call__(self, page: Any, *more: object, **named: object) -> object:
        return self.add(PageView(page, content=stems_only(page.content or "")), *more, **named)
