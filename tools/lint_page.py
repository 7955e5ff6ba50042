"""A hook of this site: the page on the linter gets a section for each rule, from what it says itself."""

from __future__ import annotations

from typing import Any

from selfcheck.catalogue import explanation
from selfcheck.lint.page_rules import PAGE_RULES
from selfcheck.lint.rules import RULES
from selfcheck.waivable import OF_BANKS

PAGE = "authoring/lint.md"
MARK = "<!-- a section for each rule -->"
MARK_OF_BANKS = "<!-- a section for each test of a bank -->"


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """Put the sections where the page has its mark."""
    if page.file.src_uri != PAGE:
        return markdown
    of_banks = "\n".join(map(_section, OF_BANKS))
    return markdown.replace(MARK_OF_BANKS, of_banks).replace(MARK, sections())


def sections() -> str:
    """A section for each rule, in the order of the alphabet."""
    return "\n".join(map(section, sorted([*RULES, *PAGE_RULES])))


def section(rule: str) -> str:
    """What a rule finds, which languages it knows, why, who says so, and an example of either kind."""
    languages = PAGE_RULES[rule].languages if rule in PAGE_RULES else RULES[rule].languages
    knows = (
        f"It reads words of: {', '.join(sorted(languages))}." if languages else "It holds in every language."
    )
    return _section(rule, f" {knows}")


def _section(code: str, knows: str = "") -> str:
    told = explanation(code)
    return "\n".join(
        [
            f"### {code}\n",
            f"{told.says} {told.reason}{knows}\n",
            f"Source: {told.source}.\n",
            f"Bad:\n\n```yaml\n{told.bad.strip()}\n```\n",
            f"Good:\n\n```yaml\n{told.good.strip()}\n```\n",
        ]
    )
