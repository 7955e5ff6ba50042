"""A hook of this site: the page on the linter gets a section for each rule, from what it says itself."""

from __future__ import annotations

from typing import Any

from selfcheck.catalogue import explanation
from selfcheck.lint.rules import RULES

PAGE = "authoring/lint.md"
MARK = "<!-- a section for each rule -->"


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """Put the sections where the page has its mark."""
    return markdown.replace(MARK, sections()) if page.file.src_uri == PAGE else markdown


def sections() -> str:
    """A section for each rule, in the order of the alphabet."""
    return "\n".join(map(section, sorted(RULES)))


def section(rule: str) -> str:
    """What a rule finds, why, who says so, and an example of either kind."""
    told, languages = explanation(rule), RULES[rule].languages
    knows = (
        f"It reads words of: {', '.join(sorted(languages))}." if languages else "It holds in every language."
    )
    return "\n".join(
        [
            f"### {rule}\n",
            f"{told.says} {told.reason} {knows}\n",
            f"Source: {told.source}.\n",
            f"Bad:\n\n```yaml\n{told.bad.strip()}\n```\n",
            f"Good:\n\n```yaml\n{told.good.strip()}\n```\n",
        ]
    )
