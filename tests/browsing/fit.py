"""Whether a page and what stands on it stay within their width, and whether its text can be read."""

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


def small_texts(block: Locator) -> list[str]:
    """What is written smaller than 14 pixels, but for code, formulas, drawings and raised signs."""
    texts: list[str] = block.evaluate(
        """block => [...block.querySelectorAll("*")]
          .filter(node => [...node.childNodes].some(one => one.nodeType === 3 && one.data.trim()))
          .filter(node => node.checkVisibility() && !node.closest("pre, code, svg, math, sup, sub"))
          .map(node => [parseFloat(getComputedStyle(node).fontSize), node.className || node.localName])
          .filter(([size]) => size < 14)
          .map(([size, name]) => `${name}: ${size} px`)"""
    )
    return texts
