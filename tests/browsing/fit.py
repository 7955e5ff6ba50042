"""Whether a page and what stands on it stay within their width."""

from __future__ import annotations

from playwright.sync_api import Locator, Page


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than the window."""
    return int(page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))


def spilled(block: Locator) -> list[str]:
    """What stands outside the block and is not in a box that scrolls."""
    parts: list[str] = block.evaluate(
        """root => {
          const {left, right} = root.getBoundingClientRect();
          const scrolls = (node) => node !== root &&
            (/auto|scroll|hidden/.test(getComputedStyle(node).overflowX) || scrolls(node.parentElement));
          return [...root.querySelectorAll("*")].filter(node => {
            const box = node.getBoundingClientRect();
            return node.checkVisibility() && box.width > 1 && !scrolls(node.parentElement) &&
              !node.closest("math, svg") && (box.right > right + 1 || box.left < left - 1);
          }).map(node => node.outerHTML.slice(0, 120));
        }"""
    )
    return parts
