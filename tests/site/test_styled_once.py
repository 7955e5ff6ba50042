"""A page is styled as it is read, and not again when the script of the theme comes."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browsing.server import serve
from tests.browsing.visits import Visits, back
from tests.selfcheck.sites import build_apart, draw

ROOT = Path(__file__).parents[2]
CONFIGURATION = f"""\
site_name: Test
theme:
  name: material
  font: false
  custom_dir: {ROOT / "overrides"}
  features: [navigation.instant, navigation.tabs]
  palette:
    - media: "(prefers-color-scheme: light)"
      toggle: {{icon: material/weather-night, name: Dark}}
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      toggle: {{icon: material/weather-sunny, name: Light}}
nav: [index.md, pooling.md]
extra_css: [assets/site.css]
plugins: [search]
extra: {{card: {{path: card.png, width_px: 1, height_px: 1, alt: Card}}}}
"""
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
    (tmp_path / "site").mkdir()
    with serve(tmp_path / "site") as address:
        root = draw(
            tmp_path,
            {
                "mkdocs.yml": f"site_url: {address}/\n{CONFIGURATION}",
                "docs/index.md": PAGE.format(title="Start", root=""),
                "docs/pooling.md": PAGE.format(title="Pooling", root="../"),
                "docs/assets/block.css": ".block { letter-spacing: 2px; }",
                "docs/assets/site.css": ".block { word-spacing: 3px; }",
            },
        )
        for script in (ROOT / "docs/assets").glob("*.js"):
            shutil.copy(script, root / "docs/assets")
        assert build_apart(root).exit_code == 0
        page = visits.reader().new_page()
        page.add_init_script(REWRITTEN)
        asked: Counter[str] = Counter()
        page.on("request", lambda request: asked.update([request.url] * request.url.endswith(".css")))
        page.goto(f"{address}/", wait_until="networkidle")
        # No style asks for this attribute.
        assert page.evaluate("() => rewritten") == ["html data-js-focus-visible"]
        assert set(asked.values()) == {1}, "each style is asked for once"
        assert {Path(each).name for each in asked} >= {"site.css", "block.css"}
        page.evaluate("() => (window.isHere = true)")
        for title in ("Start", "Pooling", "Start", "Pooling"):
            page.get_by_role("link", name=title).first.click()
            expect_styled(page, title)
        back(page)
        expect_styled(page, "Start")
        assert page.evaluate("() => isHere"), "pages are put into the window that is open"
        assert asked[f"{address}/assets/site.css"] == 1, "no style leaves with the page that names it"


def expect_styled(page: Page, title: str) -> None:
    """A page has arrived, and the styles of its head and of its content hold."""
    expect(page.locator("h1")).to_have_text(re.compile(title))
    block = page.locator(".block")
    expect(block).to_have_css("letter-spacing", "2px")
    expect(block).to_have_css("word-spacing", "3px")
