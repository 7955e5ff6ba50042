"""Headings of every length fit the window, with the sign that leads to them."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browsing.visits import Visits
from tests.site.themed_site import themed_site

HEADINGS = [f"## {'i' * length}\n\n### {'i' * length}\n" for length in range(20, 90)]
"""From short ones to such as need two lines in a narrow window, by a few pixels longer each."""


@pytest.mark.parametrize("width", [320, 375, 1280])
def test_no_heading_makes_a_page_wider_than_the_window(visits: Visits, tmp_path: Path, width: int) -> None:
    with themed_site(tmp_path, {"docs/index.md": "# m\n\n" + "\n".join(HEADINGS)}) as address:
        page = visits.open(address, width=width)
        expect(page.locator("h3")).to_have_count(len(HEADINGS))
        assert page.evaluate("() => document.documentElement.scrollWidth - innerWidth") == 0
        sign = page.locator("h2 .headerlink").first
        sign.hover()
        expect(sign).to_have_css("opacity", "1")
