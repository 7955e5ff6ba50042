"""How soon a reader with a slow phone sees what comes of a press, and what moves while a page loads."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from benchmarks.building import build
from benchmarks.content import Author
from benchmarks.report import Row
from benchmarks.sites import OURS, WAYS, write
from tests.browsing.server import serve
from tools import chromium

SLOWNESS = 4
"""How many times slower the processor is made than this machine's."""
WIDTH, HEIGHT = 375, 800
GALLERY = "authoring/gallery"
PAGES = ("", "lessons/downsampling", GALLERY, "review")
MANY = 100
TARGET_MEDIAN_MS, TARGET_MOST_MS, TARGET_READY_S = 50, 100, 1

PAINTED = '.self-check__cells [tabindex="0"]'
ANSWER = """(block) => {
  // Something of every kind of control; what it is does not matter.
  const fields = [...block.querySelectorAll(`[name^="${block.id}-"]`)];
  const first = fields[0];
  if (/radio|checkbox/.test(first.type)) return first.click();
  const tool = block.querySelector("[data-option] button:not([aria-disabled=true], [disabled])");
  if (first.localName === "select" && tool) return tool.click();
  for (const field of fields) {
    if (field.localName === "select") field.selectedIndex = 1;
    else if (field.type === "hidden") continue;
    else field.value = "1";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}"""
PRESS = """(block) => new Promise((done) => {
  const status = block.querySelector(".self-check__status");
  const began = performance.now();
  block.querySelector(".self-check__button").click();
  const isTold = !!status.dataset.verdict;
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    // A message that is sent in a frame arrives once that is painted.
    channel.port1.onmessage = () => done([isTold, performance.now() - began]);
    channel.port2.postMessage(0);
  });
})"""
PARAGRAPH = """(block) => new Promise((done) => {
  const began = performance.now();
  const put = block.querySelector(".self-check__status").appendChild(document.createElement("p"));
  put.textContent = "Something.";
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      done(performance.now() - began);
      put.remove();
    };
    channel.port2.postMessage(0);
  });
})"""
"""What the least that can be shown takes: no script of ours has a part in it."""
SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
READY = """
window.ready = new Promise((done) => {
  const look = () => {
    const isWaiting = document.querySelector("self-check:not([data-state])");
    if (document.readyState !== "loading" && !isWaiting) done(performance.now());
    else requestAnimationFrame(look);
  };
  look();
});
"""


def measure(folder: Path, own: Path, rounds: int) -> Iterator[Row]:
    """Times and shifts in Chromium. `own` is this project's own site, built."""
    with sync_playwright() as playwright, serve(own) as address:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox"])
        times = [time for _ in range(rounds) for time in _presses(browser, f"{address}/{GALLERY}/")]
        note = f"({len(times)} presses, processor {SLOWNESS} times slower, {WIDTH} px)"
        yield Row(
            "press on Check to the verdict's frame, median", median(times), "ms", TARGET_MEDIAN_MS, note
        )
        yield Row("the same, the slowest", max(times), "ms", TARGET_MOST_MS)
        least = [time for _ in range(rounds) for time in _paragraphs(browser, f"{address}/{GALLERY}/")]
        yield Row("a paragraph put into the same blocks, to its frame, median", median(least), "ms", None)
        for page in PAGES:
            yield Row(f"layout shift of /{page}", _shift(browser, f"{address}/{page}"), "", 0)
        many = _many(folder)
        with serve(many) as other:
            ready = [_ready(browser, f"{other}/page-0/") for _ in range(rounds)]
        yield Row(f"page of {MANY} questions until all can be answered", median(ready), "s", TARGET_READY_S)
        browser.close()


@contextmanager
def _slow(browser: Browser, script: str = "") -> Iterator[Page]:
    """A page of a new reader, in a narrow window, with a slow processor."""
    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}, has_touch=True)
    context.add_init_script(script)
    page = context.new_page()
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWNESS})
    yield page
    context.close()


def _blocks(browser: Browser, address: str) -> Iterator[Locator]:
    """Each block of a page, in view."""
    with _slow(browser) as page:
        page.goto(address)
        expect(page.locator("self-check:not([data-state])")).to_have_count(0)
        for block in page.locator("self-check").all():
            block.scroll_into_view_if_needed()
            yield block


def _presses(browser: Browser, address: str) -> Iterator[float]:
    """Milliseconds from each first press on a page that leads to a verdict."""
    for block in _blocks(browser, address):
        block.evaluate(ANSWER)
        for painted in block.locator(PAINTED).all():
            painted.press("Space")
        block.page.wait_for_timeout(400)  # what was given is stored by then
        is_told, time = block.evaluate(PRESS)
        if is_told:
            yield time


def _paragraphs(browser: Browser, address: str) -> Iterator[float]:
    """Milliseconds until a paragraph that is put into a block is painted."""
    for block in _blocks(browser, address):
        block.page.wait_for_timeout(400)
        yield float(block.evaluate(PARAGRAPH))


def _shift(browser: Browser, address: str) -> float:
    with _slow(browser, SHIFTS) as page:
        page.goto(address, wait_until="load")
        page.wait_for_timeout(2_000)
        return float(page.evaluate("() => shifted"))


def _ready(browser: Browser, address: str) -> float:
    with _slow(browser, READY) as page:
        page.goto(address)
        return float(page.evaluate("() => ready")) / 1000


def _many(folder: Path) -> Path:
    """A site of one page with many questions."""
    pages = list(Author().pages(MANY // 10))
    questions = tuple(question for page in pages for question in page.questions)
    out = folder / "out"
    build(write(folder / "many", WAYS[OURS], [replace(pages[0], questions=questions[:MANY])]), out)
    return out
