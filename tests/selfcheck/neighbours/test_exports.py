"""Plugins that take the text of pages elsewhere."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from selfcheck.neighbours.exports import export_stems
from tests.selfcheck.neighbours.plugins import Plugins
from tests.selfcheck.sites import CONFIGURATION, build, draw


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


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("hooks/sumary.py", 'did you mean "hooks/summary.py"?'),
        ("feeds", "valid: hooks/summary.py, selfcheck"),
        ("hooks/summary.py", ""),
        ("search", ""),  # it is switched off
    ],
)
def test_an_export_that_no_plugin_or_hook_is_called_is_warned_of(
    tmp_path: Path, named: str, told: str
) -> None:
    plugins = f"  - search: {{enabled: false}}\n  - selfcheck:\n      exports: [{named}]"
    configuration = CONFIGURATION.replace("  - selfcheck", plugins) + "hooks: [hooks/summary.py]\n"
    draw(tmp_path, {"mkdocs.yml": configuration, "hooks/summary.py": "", "quizzes/readme.md": ""})
    built = build(tmp_path, strict=True)
    said = f'mkdocs.yml:7:7: the option `exports`: there is no plugin or hook "{named}"; {told}'
    assert (built.exit_code, said in built.said) == ((1, True) if told else (0, False)), built.said
