"""Plugins that take the text of pages elsewhere."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from selfcheck.block.searchable import stems_as_text
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


def test_a_stem_as_text_has_no_number_of_a_footnote_and_says_powers() -> None:
    note = '<sup id="fnref:a"><a class="footnote-ref" href="#fn:a">1</a></sup>'
    stem = (
        f'<legend class="self-check__stem">Is IoU{note} of 10<sup>5</sup> pixels the n<sup>th</sup>?</legend>'
    )
    block = f'<self-check id="check-a">{stem}<ul data-search-exclude=""></ul></self-check>'
    assert stems_as_text(block) == "<p>Is IoU of 10^5 pixels the nth?</p>"
