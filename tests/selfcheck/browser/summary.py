"""The line below the questions of a page, as tests read it."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

from tests.selfcheck.browser.block import SAYS

HINTS = "hints: [first nudge, second nudge]"


def count(page: Page) -> Locator:
    """The counts of the card."""
    return page.locator("self-check-summary .self-check-summary__card > [role=status]")


def button(page: Page, name: str, **values: int) -> Locator:
    """The button that says the interface word of this name."""
    return page.get_by_role("button", name=SAYS[name].format(**values), exact=True)


def told(answered: int, *parts: tuple[str, int]) -> str:
    """What the counts say on a page of three questions."""
    texts = (SAYS[f"progress_{name}"].format(count=number) for name, number in parts)
    return " · ".join([SAYS["progress"].format(answered=answered, total=3), *texts])
