"""A page as another plugin is to see it: with a content of our choice, and its own in everything else."""

from __future__ import annotations

from typing import Any


class PageView:
    """What is set through it is set on the page, apart from what the view replaces.

    The page itself keeps its content, which belongs to all plugins.
    """

    def __init__(self, page: Any, **replaced: object) -> None:
        vars(self).update(replaced, _page=page)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._page, name)

    def __setattr__(self, name: str, value: object) -> None:
        if name in vars(self):
            vars(self)[name] = value
        else:
            setattr(self._page, name, value)
