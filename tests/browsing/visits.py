"""Visits to pages: each reader comes without a past, and nothing may go wrong on the way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, ViewportSize, WebError, expect

from tests.browsing.windows import Window, Windows

LISTENING = """
window.graded = [];
window.violations = [];
addEventListener("self-check-graded", (event) => graded.push(event.detail));
addEventListener("securitypolicyviolation", (event) => violations.push(event.violatedDirective), true);
"""

UNHURRIED = """
{
  // A second lies before each press: what a hasty one does is told where a visit is in a hurry.
  const { get } = Object.getOwnPropertyDescriptor(Event.prototype, "timeStamp");
  Object.defineProperty(Event.prototype, "timeStamp", { get() { return get.call(this) + 1000; } });
}
"""


SHIFTS = """window.shifts = 0;
new PerformanceObserver((list) => {
  for (const { value, sources } of list.getEntries())
    if (sources.some(({ node }) => node?.parentElement?.closest("article"))) shifts += value;
}).observe({ type: "layout-shift", buffered: true });"""
"""Adds up how far what stands in the content of a page has moved while it loaded."""

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
    # What a theme does when its parts change their size, it does in the next frames.
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def back(page: Page) -> None:
    """Go back. A page that the browser has kept is shown without loading, so that no load event comes."""
    page.go_back(wait_until="commit")


class Visits:
    """Opens pages and remembers what they complained about."""

    def __init__(self, windows: Windows) -> None:
        self.windows = windows
        self.lent: list[Window] = []
        self.readers: list[BrowserContext] = []
        self.complaints: list[str] = []
        self.allowed: tuple[str, ...] = ()
        """Parts of the complaints that a test provokes."""

    def open(
        self,
        address: str,
        *,
        width: int = 1280,
        height: int = 800,
        script: str = "",
        in_a_hurry: bool = False,
        **settings: Any,
    ) -> Page:
        """The page at an address, as a new reader sees it.

        `script` runs before those of every page; the settings are those of Playwright's contexts. A reader
        takes her time between two presses unless she is in a hurry.
        """
        window = self.windows.take(LISTENING + (not in_a_hurry) * UNHURRIED + script, settings)
        self._listen(window.page.context.on)
        self.lent.append(window)
        if window.page.viewport_size != (size := ViewportSize(width=width, height=height)):
            window.page.set_viewport_size(size)
        if "#" in address:
            # From another place of the same page it would only be a leap.
            window.page.goto("about:blank")
        window.page.goto(address)
        return window.page

    def reader(self, width: int = 1280, *, in_a_hurry: bool = False) -> BrowserContext:
        """A browser profile of its own, for several pages or for what stays with a window."""
        script = LISTENING + (not in_a_hurry) * UNHURRIED
        context = self.windows.profile(script, {"viewport": {"width": width, "height": 800}})
        self._listen(context.on)
        self.readers.append(context)
        return context

    def end(self) -> None:
        """Leave every page and fail where one complained."""
        for window in self.lent:
            self.windows.give_back(window)
            self._listen(window.page.context.remove_listener)
        for context in self.readers:
            context.close()
        allowed = (*self.allowed, *FAULTS_OF_THEMES)
        left = [said for said in self.complaints if not any(part in said for part in allowed)]
        assert not left, left

    def _listen(self, change: Callable[..., None]) -> None:
        """Begin, or no longer, to hear what the pages of a profile say."""
        change("console", self._heard)
        change("weberror", self._failed)
        change("request", self._asked)

    def _failed(self, error: WebError) -> None:
        self.complaints.append(f"{error.page and error.page.url}: {error.error}")

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"{message.page and message.page.url}: {message.text}")

    def _asked(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in ("http", "https", "ws", "wss") and address.hostname != "127.0.0.1":
            self.complaints.append(f"asked another host: {request.url}")
