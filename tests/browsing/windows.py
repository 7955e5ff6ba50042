"""Windows of the browser, lent again and again: a fresh profile costs three times what a visit does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, Request

AS_USUAL = {"color_scheme": "light", "reduced_motion": "no-preference", "forced_colors": "none"}

_LEAVE = """() => {
  dispatchEvent(new Event("pagehide"));
  try { sessionStorage.clear() } catch { /* a page without an origin has none */ }
}"""


@dataclass
class Window:
    """A window with one page; `kind` tells which visits it fits."""

    kind: str
    page: Page
    media: Mapping[str, Any]
    client: CDPSession
    origins: set[str] = field(default_factory=set)
    """Where it has been: there it may have left something."""

    def went(self, request: Request) -> None:
        """Remember where a request went."""
        address = urlsplit(request.url)
        if address.scheme in ("http", "https", "file"):
            self.origins.add(f"{address.scheme}://{address.netloc}")

    def forget(self) -> None:
        """Leave the page, take away what pages have stored, and look at and load the next ones as usual."""
        for other in self.page.context.pages:
            if other is not self.page:
                other.close()
        # As if it were left: it keeps then what it had not yet kept.
        self.page.evaluate(_LEAVE)
        for origin in self.origins:
            self.client.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
        self.origins.clear()
        self.page.unroute_all()
        self.page.emulate_media(media="null", **self.media)


class Windows:
    """Opens windows in one browser and keeps those that nobody looks through."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.free: dict[str, list[Window]] = defaultdict(list)

    def profile(self, script: str, settings: Mapping[str, Any]) -> BrowserContext:
        """A browser profile; `script` runs before those of every page, the settings are Playwright's."""
        context = self.browser.new_context(**settings)
        context.set_default_timeout(60_000)
        context.add_init_script(script)
        return context

    def take(self, script: str, settings: Mapping[str, Any]) -> Window:
        """A window without a past: one that is free, or a new one."""
        kind = repr((script, sorted(settings.items())))
        return self.free[kind].pop() if self.free[kind] else self._new(kind, script, settings)

    def give_back(self, window: Window) -> None:
        """Take a window back for the next reader; RuntimeError for one whose clock was replaced."""
        window.forget()
        if window.page.evaluate("() => '__pwClock' in window"):
            raise RuntimeError("a clock is replaced only in a window of its own: visits.reader().new_page()")
        self.free[window.kind].append(window)

    def _new(self, kind: str, script: str, settings: Mapping[str, Any]) -> Window:
        context = self.profile(script, settings)
        page = context.new_page()
        media = {name: settings.get(name, usual) for name, usual in AS_USUAL.items()}
        window = Window(kind, page, media, context.new_cdp_session(page))
        context.on("request", window.went)
        return window
