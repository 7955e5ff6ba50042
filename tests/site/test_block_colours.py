"""Blocks have the colours of the pages around them, and their marks do not look like links in a text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browsing.accessibility import faults
from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import Block
from tests.selfcheck.browser.small_site import choice
from tests.selfcheck.cases import quiz_of
from tests.site.themed_site import themed_site


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    files = {
        "docs/index.md": "# Start\n\n[Link](pooling.md)\n\n```quiz\nstart\n```\n",
        "docs/pooling.md": "# Pooling\n",
        "quizzes/start.yml": quiz_of(choice("one"), choice("two")),
    }
    root = tmp_path_factory.mktemp("colours")
    with themed_site(root, files, plugins=["search", "selfcheck"]) as address:
        yield address


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_button_has_the_colour_of_the_links(visits: Visits, address: str, scheme: str) -> None:
    page = visits.open(address, color_scheme=scheme)
    link = page.locator("article").get_by_role("link", name="Link", exact=True)
    colour = link.evaluate("link => getComputedStyle(link).color")
    expect(Block(page, "one").button).to_have_css("background-color", colour)


def test_on_paper_a_link_has_its_dark_colour_in_either_scheme(visits: Visits, address: str) -> None:
    page = visits.open(address, color_scheme="dark")
    page.emulate_media(media="print")
    expect(page.locator("article").get_by_role("link", name="Link", exact=True)).to_have_css(
        "color", "rgb(64, 81, 181)"
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_verdict_can_be_read(visits: Visits, address: str, scheme: str) -> None:
    page = visits.open(address, color_scheme=scheme)
    one, two = (Block(page, name) for name in ("one", "two"))
    one.give({"response": "2"})
    two.give({"response": "1"})
    assert faults(page, "self-check", "self-check-summary") == []
    one.show_answer.click()
    one.expect_state("shown")
    assert faults(page, "self-check", "self-check-summary") == []


def test_the_marks_of_the_card_are_not_underlined(visits: Visits, address: str) -> None:
    page = visits.open(address)
    marks = page.locator(".self-check-summary__marks a")
    expect(marks).to_have_count(2)
    for mark in marks.all():
        expect(mark).to_have_css("text-decoration-line", "none")
