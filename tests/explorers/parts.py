"""The parts of the one explorer of a page, and how high it is."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page

HEIGHTS = """
window.heights = new Set();
(function look() {
  const explorer = document.querySelector(".explorer");
  if (document.readyState !== "loading") heights.add(explorer.offsetHeight);
  requestAnimationFrame(look);
})();
"""
"""Notes how high the explorer is in each frame, once the page is parsed."""


def explorer(page: Page) -> Locator:
    return page.locator(".explorer")


def result(page: Page) -> Locator:
    return explorer(page).get_by_role("status")


def seen(page: Page) -> Locator:
    return explorer(page).locator(".explorer__seen")


def slider(page: Page, name: str) -> Locator:
    return explorer(page).get_by_role("slider", name=re.compile(f"^{name}"))


def panel(page: Page) -> Locator:
    return explorer(page).locator(".explorer__prediction")


def drawn(page: Page, name: str) -> int:
    return explorer(page).locator(f"svg .{name}").count()
