"""Visits to pages: each reader has a browser profile of her own, and nothing may go wrong on the way."""

from __future__ import annotations

from typing import Any, Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect

LISTENING = """
window.graded = [];
window.violations = [];
addEventListener("self-check-graded", (event) => graded.push(event.detail));
addEventListener("securitypolicyviolation", (event) => violations.push(event.violatedDirective), true);
"""


# The theme of MkDocs looks for the styles of its highlighter even where that is switched off.
FAULTS_OF_THEMES = ("Cannot set properties of null (setting 'disabled')",)


Look = tuple[Literal["light", "dark"], int]
"""A colour scheme, and the width of the window in pixels."""


def look_at(page: Page, look: Look) -> None:
    """Let a page that is open be seen in another scheme and width."""
    scheme, width = look
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    palette = page.locator("body[data-md-color-scheme]")
    if palette.count():
        expect(palette).to_have_attribute("data-md-color-scheme", "slate" if scheme == "dark" else "default")


def back(page: Page) -> None:
    """Go back. A page that the browser has kept is shown without loading, so that no load event comes."""
    page.go_back(wait_until="commit")


class Visits:
    """Opens pages and remembers what they complained about."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.contexts: list[BrowserContext] = []
        self.complaints: list[str] = []
        self.allowed: tuple[str, ...] = ()
        """Parts of the complaints that a test provokes."""

    def reader(
        self, *, width: int = 1280, height: int = 800, script: str = "", **settings: Any
    ) -> BrowserContext:
        """A fresh profile; `script` runs before those of every page, the settings are Playwright's."""
        context = self.browser.new_context(viewport={"width": width, "height": height}, **settings)
        context.set_default_timeout(60_000)
        context.add_init_script(LISTENING + script)
        context.on("console", self._heard)
        context.on("weberror", lambda error: self.complaints.append(f"{error.page}: {error.error}"))
        context.on("request", self._asked)
        self.contexts.append(context)
        return context

    def open(self, address: str, **settings: Any) -> Page:
        """The page at an address, as a new reader sees it; the settings are those of `reader`."""
        page = self.reader(**settings).new_page()
        page.goto(address)
        return page

    def end(self) -> None:
        """Close everything and fail where a page complained."""
        for context in self.contexts:
            context.close()
        allowed = (*self.allowed, *FAULTS_OF_THEMES)
        left = [said for said in self.complaints if not any(part in said for part in allowed)]
        assert not left, left

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"{message.page and message.page.url}: {message.text}")

    def _asked(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in ("http", "https", "ws", "wss") and address.hostname != "127.0.0.1":
            self.complaints.append(f"asked another host: {request.url}")
