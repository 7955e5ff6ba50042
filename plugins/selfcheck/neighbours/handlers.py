"""What a plugin does at an event of the host, replaced in its place among the plugins."""

from __future__ import annotations

from collections.abc import Callable, Iterable, MutableMapping
from typing import Any

Handler = Callable[..., Any]


def replace_handlers(
    plugins: MutableMapping[str, Any],
    name: str,
    events: Iterable[str],
    replaced: Callable[[Handler], Handler],
) -> None:
    """Replace what the plugins and hooks of this name do at some events.

    `plugins` is the host's collection, which keeps the handlers of each event in order. A plugin that stands
    there several times is named `rss #2` and so on.
    """
    handlers: dict[str, list[Handler]] = plugins.events  # type: ignore[attr-defined]
    for each, plugin in plugins.items():
        if each.partition(" #")[0] == name:
            for event in events:
                own = getattr(plugin, f"on_{event}", None)
                methods = getattr(own, "methods", [own])
                handlers[event][:] = [
                    replaced(handler) if handler in methods else handler for handler in handlers[event]
                ]
