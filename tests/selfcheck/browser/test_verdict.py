"""The verdict stands where the button was, and is seen: the page scrolls no farther than that needs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import Block
from tests.selfcheck.browser.built import Built
from tests.selfcheck.browser.small_site import choice, small_site

FAR = "# Lesson\n\n" + "Text.\n\n" * 40
AFTER = "\nText.\n" * 40
HEIGHT = 600


@pytest.fixture(scope="module", params=["plain", "material"])
def site(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[Built]:
    page = f"{FAR}```quiz\nlesson\n```\n{AFTER}"
    root = tmp_path_factory.mktemp(request.param)
    with small_site(root, choice("one"), page=page, theme=request.param) as site:
        yield site


def put(page: Page, target: Locator, *, bottom: int) -> None:
    """Scroll so that the lower edge of an element is at this height of the window."""
    target.evaluate(
        """(node, bottom) =>
          scrollBy({top: node.getBoundingClientRect().bottom - bottom, behavior: "instant"})""",
        bottom,
    )
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def edges(target: Locator) -> tuple[float, float]:
    """The upper and the lower edge of an element in the window."""
    box = target.bounding_box()
    assert box
    return box["y"], box["y"] + box["height"]


def header(page: Page) -> float:
    """The lower edge of what sticks to the top of the window."""
    sticking = page.locator(".md-header")
    return edges(sticking)[1] if sticking.count() else 0


def open_question(visits: Visits, site: Built) -> Block:
    page = visits.open(site.page("lesson"), width=375, height=HEIGHT, reduced_motion="reduce")
    block = Block(page, "one")
    expect(block.button).to_be_visible()
    block.fill({"response": "2"})
    return block


def test_the_verdict_stands_where_the_button_was_and_the_button_below_it(visits: Visits, site: Built) -> None:
    block = open_question(visits, site)
    put(block.page, block.button, bottom=HEIGHT // 2)
    top, _ = edges(block.button)
    block.button.click()
    expect(block.part("verdict")).to_be_visible()
    status = edges(block.status)
    assert abs(status[0] - top) < 2
    assert edges(block.button)[0] >= status[1]
    expect(block.button).to_be_focused()


def test_nothing_scrolls_where_the_verdict_is_in_view(visits: Visits, site: Built) -> None:
    block = open_question(visits, site)
    put(block.page, block.button, bottom=HEIGHT // 2)
    before = block.page.evaluate("scrollY")
    block.button.click()
    expect(block.part("verdict")).to_be_visible()
    assert block.page.evaluate("scrollY") == before


def test_a_verdict_below_the_window_comes_into_view_by_the_least_way(visits: Visits, site: Built) -> None:
    block = open_question(visits, site)
    put(block.page, block.button, bottom=HEIGHT - 4)
    block.button.click()
    expect(block.button).to_be_in_viewport(ratio=1)
    assert edges(block.status)[0] > header(block.page)
    # As far as the button needs, and no farther.
    assert HEIGHT - 12 < edges(block.button)[1] < HEIGHT


def test_a_verdict_above_the_window_comes_into_view_below_every_header(visits: Visits, site: Built) -> None:
    """Pressed while it is out of view, as by a key after scrolling on."""
    block = open_question(visits, site)
    put(block.page, block.button, bottom=-40)
    # Focus without scrolling, as a reader has it who scrolls on with the wheel.
    block.button.evaluate("button => { button.focus({preventScroll: true}); button.click(); }")
    expect(block.status).to_be_in_viewport(ratio=1)
    assert edges(block.status)[0] >= header(block.page)


def test_a_question_to_be_answered_first_is_seen_too(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("lesson"), width=375, height=HEIGHT, reduced_motion="reduce")
    block = Block(page, "one")
    put(page, block.button, bottom=HEIGHT - 4)
    block.button.click()
    expect(block.part("notice")).to_be_in_viewport(ratio=1)
    expect(block.button).to_be_in_viewport(ratio=1)
