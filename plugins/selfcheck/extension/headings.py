"""The headings of a page's Markdown, with the ids that a build gives them, read without a host."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from selfcheck.extension.offline import (
    UNKNOWN_ANCHORS,
    ExtensionsUnusable,
    knows_anchors,
    offline_markdown,
)
from selfcheck.pages.page import without_front_matter


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, its level from 1, and those below it up to the next of its level."""

    level: int
    id: str
    text: str
    below: tuple[Heading, ...]


def headings_reader(extensions: Any) -> Callable[[str], tuple[Heading, ...]]:
    """Reads the headings of Markdown texts; `extensions` as the configuration names them.

    Raises ExtensionsUnusable.
    """
    if not knows_anchors(extensions):
        raise ExtensionsUnusable(UNKNOWN_ANCHORS)
    page = offline_markdown(extensions)

    def read(text: str) -> tuple[Heading, ...]:
        page.reset()
        page.convert(without_front_matter(text))
        return _headings(page.toc_tokens)  # type: ignore[attr-defined]

    return read


def _headings(tokens: Sequence[Mapping[str, Any]]) -> tuple[Heading, ...]:
    return tuple(
        Heading(each["level"], each["id"], each["name"], _headings(each["children"])) for each in tokens
    )
