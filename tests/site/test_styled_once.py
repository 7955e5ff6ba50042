"""A page is styled as it is read, and not again when the script of the theme comes."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browsing.visits import Visits, back
from tests.site.themed_site import themed_site

PAGE = """\
# {title}

<link rel="stylesheet" href="{root}assets/block.css">
<p class="block">A window keeps its maximum.</p>
"""
REWRITTEN = """
window.rewritten = [];
new MutationObserver((changes) => {
  if (!document.querySelector("script[src*=bundle]")) return;
  for (const { attributeName, oldValue, target } of changes) {
    if (!target.matches("html, body, link[rel=stylesheet]")) continue;
    const isOther = target.getAttribute(attributeName) !== oldValue;
    if (isOther) rewritten.push(`${target.localName} ${attributeName}`);
  }
}).observe(document, { attributes: true, attributeOldValue: true, subtree: true });
"""
"""Notes what changes, once the page has been read, in what a whole page is styled by."""


def test_no_page_is_styled_again_as_a_whole_while_it_loads(visits: Visits, tmp_path: Path) -> None:
    """Classes and colours are what Material's bundle makes of them; addresses of styles stay as they are."""
    files = {
        "docs/index.md": PAGE.format(title="Start", root=""),
        "docs/pooling.md": PAGE.format(title="Pooling", root="../"),
        "docs/assets/block.css": ".block { letter-spacing: 2px; }",
        "docs/assets/head.css": ".block { word-spacing: 3px; }",
    }
    with themed_site(tmp_path, files, extra_css=["assets/head.css"]) as address:
        page = visits.reader().new_page()
        page.add_init_script(REWRITTEN)
        asked: Counter[str] = Counter()
        page.on("request", lambda request: asked.update([request.url] * request.url.endswith(".css")))
        page.goto(address, wait_until="networkidle")
        # No style asks for this attribute.
        assert page.evaluate("() => rewritten") == ["html data-js-focus-visible"]
        assert set(asked.values()) == {1}, "each style is asked for once"
        assert {Path(each).name for each in asked} >= {"head.css", "block.css"}
        page.evaluate("() => (window.isHere = true)")
        for title in ("Start", "Pooling", "Start", "Pooling"):
            page.get_by_role("link", name=title).first.click()
            expect_styled(page, title)
        back(page)
        expect_styled(page, "Start")
        assert page.evaluate("() => isHere"), "pages are put into the window that is open"
        assert asked[f"{address}assets/head.css"] == 1, "no style leaves with the page that names it"


def expect_styled(page: Page, title: str) -> None:
    """A page has arrived, and the styles of its head and of its content hold."""
    expect(page.locator("h1")).to_have_text(re.compile(title))
    block = page.locator(".block")
    expect(block).to_have_css("letter-spacing", "2px")
    expect(block).to_have_css("word-spacing", "3px")
