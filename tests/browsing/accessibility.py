"""What axe finds on a page."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# An animation without an end cannot be finished, only taken away.
AT_REST = """() => document.getAnimations().forEach(one => {
  one.effect.getComputedTiming().endTime === Infinity ? one.cancel() : one.finish();
})"""
# Only what is needed comes out of the page, and no rule that is asked needs the styles fetched again.
ASK = """async (context) => {
  const {violations} = await axe.run(context, {resultTypes: ["violations"], preload: false});
  // axe reads no MathML; browsers name a field by the numbers and signs of a formula.
  const isFormula = (id, target) => id === "label" && document.querySelector(target)
    .getAttribute("aria-labelledby")?.split(" ").some(one => document.querySelector(`[id="${one}"] math`));
  return violations.flatMap(({id, nodes}) => nodes.filter(({target}) => !isFormula(id, target[0]))
    .map(({target, failureSummary}) => `${id}: ${target} ${failureSummary}`));
}"""
BRING = Axe().axe_script


def faults(page: Page, *selectors: str) -> list[str]:
    """Every violation below the selectors, or on the whole page: the rule and where it is broken."""
    # Colours that are still on their way would be measured at some point between the two.
    page.evaluate(AT_REST)
    # Half a megabyte of script, which stays on its page.
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(BRING)
    context = {"include": [[selector] for selector in selectors or ("html",)]}
    found: list[str] = page.evaluate(ASK, context)
    return found


def broken_rules(page: Page) -> set[str]:
    """The rules that the whole page breaks."""
    return {rule(fault) for fault in faults(page)}


def rule(fault: str) -> str:
    """The name of the rule that a fault breaks."""
    return fault.split(":")[0]
