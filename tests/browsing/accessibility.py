"""What axe finds on a page."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# An animation without an end cannot be finished, only taken away.
AT_REST = """() => document.getAnimations().forEach(one => {
  one.effect.getComputedTiming().endTime === Infinity ? one.cancel() : one.finish();
})"""
OPTIONS = {"resultTypes": ["violations"]}
# Half a megabyte of script, which stays on its page.
BRING, ASK = Axe(), Axe(axe_script="true")


def faults(page: Page, *selectors: str) -> list[str]:
    """Every violation below the selectors, or on the whole page: the rule and where it is broken."""
    # Colours that are still on their way would be measured at some point between the two.
    page.evaluate(AT_REST)
    axe = ASK if page.evaluate("() => 'axe' in window") else BRING
    context = {"include": [[selector] for selector in selectors]} if selectors else None
    found = axe.run(page, context=context, options=OPTIONS)
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
