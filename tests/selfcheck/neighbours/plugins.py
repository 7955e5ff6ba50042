"""The plugins of a host, as far as neighbours look at them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any


class Plugins(dict[str, Any]):
    """The host's collection, with the handlers of each event."""

    def __init__(self, **plugins: Any) -> None:
        super().__init__(plugins)
        self.events: dict[str, list[Callable[..., Any]]] = defaultdict(list)
