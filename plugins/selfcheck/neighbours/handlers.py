"""What a plugin does at an event of the host, replaced in its place among the plugins."""

from __future__ import annotations

from collections.abc import Callable, Iterable, MutableMapping
from dataclasses import dataclass
from typing import Any

Handler = Callable[..., Any]


@dataclass(frozen=True, eq=False)
class _Replacement:
    """What is called in place of a plugin's own handler."""

    own: Handler
    handle: Handler

    def __call__(self, *given: object, **named: object) -> object:
        return self.handle(*given, **named)


def replace_handlers(
    plugins: MutableMapping[str, Any], name: str, events: Iterable[str], replace: Callable[[Handler], Handler]
) -> None:
    """Replace what the plugins and hooks of this name do at some events.

    `plugins` is the host's collection, which keeps the handlers of each event in order. A plugin that stands
    there several times is named `rss #2` and so on. Where a plugin runs further builds with the same
    collection, the latest replacement holds.
    """
    handlers: dict[str, list[Handler]] = plugins.events  # type: ignore[attr-defined]
    for each, plugin in plugins.items():
        if each.partition(" #")[0] == name:
            for event in events:
                attribute = getattr(plugin, f"on_{event}", None)
                methods = getattr(attribute, "methods", [attribute])
                handlers[event][:] = [_replaced(handler, methods, replace) for handler in handlers[event]]


def _replaced(handler: Handler, methods: list[Handler], replace: Callable[[Handler], Handler]) -> Handler:
    own = handler.own if isinstance(handler, _Replacement) else handler
    return _Replacement(own, replace(own)) if own in methods else handler
