"""Plugins that take the text of pages elsewhere."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from selfcheck.neighbours.exports import export_stems
from tests.selfcheck.neighbours.plugins import Plugins


def markdown_read(markdown: str) -> str:
    """What an exporter reads as the Markdown of a page."""
    read: list[str] = []
    plugin = SimpleNamespace(on_page_content=lambda html, page, **_: read.append(page.markdown))
    plugins = Plugins(rss=plugin)
    plugins.events["page_content"] = [plugin.on_page_content]
    export_stems(plugins)
    plugins.events["page_content"][0]("", page=SimpleNamespace(content="", markdown=markdown))
    return read[0]


@pytest.mark.parametrize(
    "fence", ["```quiz\none\n```", "```progress\nas: cards\n```", "```review\n```", "```questions\n```"]
)
def test_the_markdown_of_a_page_is_exported_without_our_fences(fence: str) -> None:
    assert markdown_read(f"{fence}\n\nText.") == "\nText."


@pytest.mark.parametrize(
    "fence", ["```progress\nmove(1)\n```", "```review\ncode\n```", "```questions\nask(1)\n```"]
)
def test_code_of_such_a_name_stays(fence: str) -> None:
    assert markdown_read(fence) == fence
