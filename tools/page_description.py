"""A hook of this site: a page that states no description is described by its objective."""

from __future__ import annotations

from typing import Any


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """Describe a lesson by what it is for."""
    if objective := page.meta.get("objective"):
        page.meta.setdefault("description", objective)
    return markdown
