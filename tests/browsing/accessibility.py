"""What axe finds on a page."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# An animation without an end cannot be finished, only taken away.
AT_REST = """() => document.getAnimations().forEach(one => {
  one.effect.getComputedTiming().endTime === Infinity ? one.cancel() : one.finish();
})"""
OPTIONS = {"resultTypes": ["violations"]}


def faults(page: Page, selector: str = "") -> list[str]:
    """Every violation below the selector, or on the whole page: the rule and where it is broken."""
    # Colours that are still on their way would be measured at some point between the two.
    page.evaluate(AT_REST)
    found = Axe().run(page, context={"include": [[selector]]} if selector else None, options=OPTIONS)
    return [
        f"{violation['id']}: {node['target']} {node.get('failureSummary', '')}"
        for violation in found.response["violations"]
        for node in violation["nodes"]
    ]


def broken_rules(page: Page) -> set[str]:
    """The rules that the whole page breaks."""
    return {rule(fault) for fault in faults(page)}


def rule(fault: str) -> str:
    """The name of the rule that a fault breaks."""
    return fault.split(":")[0]
