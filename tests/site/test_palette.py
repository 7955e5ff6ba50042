"""Light or dark by the buttons of the header."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests.browsing.visits import Visits
from tests.site.themed_site import themed_site

Scheme = Literal["light", "dark"]
SCHEMES: dict[Scheme, str] = {"light": "default", "dark": "slate"}
TO_THE_OTHER: dict[Scheme, str] = {"light": "Switch to dark mode", "dark": "Switch to light mode"}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    pages = {"docs/index.md": "# Start\n", "docs/pooling.md": "# Pooling\n"}
    with themed_site(tmp_path_factory.mktemp("palette"), pages) as address:
        yield address


def opened(visits: Visits, address: str, system: Scheme) -> Page:
    page = visits.reader().new_page()
    page.emulate_media(color_scheme=system)
    page.goto(address, wait_until="networkidle")
    return page


def expect_scheme(page: Page, scheme: Scheme) -> None:
    """The page, the window around it, and the one button that leads to the other scheme."""
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", SCHEMES[scheme])
    expect(page.locator("html")).to_have_css("color-scheme", {"light": "normal", "dark": "dark"}[scheme])
    expect(page.locator("label[for^=__palette]:visible")).to_have_count(1)
    expect(page.get_by_title(TO_THE_OTHER[scheme])).to_be_visible()
    header = page.locator(".md-header").evaluate("(header) => getComputedStyle(header).backgroundColor")
    expect(page.locator("meta[name=theme-color]")).to_have_attribute("content", header)


@pytest.mark.parametrize("system", ["light", "dark"])
def test_a_page_follows_the_system_until_the_reader_has_chosen(
    visits: Visits, address: str, system: Scheme
) -> None:
    page = opened(visits, address, system)
    expect_scheme(page, system)
    for now in ("light", "dark", "light"):
        page.emulate_media(color_scheme=now)
        expect_scheme(page, now)


@pytest.mark.parametrize(("system", "chosen"), [("light", "dark"), ("dark", "light")])
def test_a_choice_holds_on_other_pages_and_when_the_system_changes(
    visits: Visits, address: str, system: Scheme, chosen: Scheme
) -> None:
    page = opened(visits, address, system)
    page.get_by_title(TO_THE_OTHER[system]).click()
    expect_scheme(page, chosen)
    page.evaluate("() => (window.isHere = true)")
    page.get_by_role("link", name="Pooling").first.click()
    expect(page).to_have_url(re.compile("/pooling/"))
    assert page.evaluate("() => isHere"), "the page is put into the window that is open"
    expect_scheme(page, chosen)
    page.reload(wait_until="networkidle")
    expect_scheme(page, chosen)
    page.emulate_media(color_scheme=chosen)
    page.emulate_media(color_scheme=system)
    expect_scheme(page, chosen)
    page.get_by_title(TO_THE_OTHER[chosen]).click()
    expect_scheme(page, system)


def test_enter_switches_again_and_again_by_the_keyboard(visits: Visits, address: str) -> None:
    page = opened(visits, address, "light")
    page.locator("[name=__palette]").first.focus()
    for now in ("dark", "light", "dark"):
        page.keyboard.press("Enter")
        expect_scheme(page, now)
        label = page.evaluate("() => document.activeElement.nextElementSibling.title")
        assert label == TO_THE_OTHER[now], "the focus stands on the button that is seen"


def test_nothing_fades_while_colours_change(visits: Visits, address: str) -> None:
    page = opened(visits, address, "light")
    fading = page.evaluate(
        """() => new Promise((done) => {
          let fading = 0;
          addEventListener("transitionstart", ({ propertyName }) => (fading += /color/.test(propertyName)));
          document.querySelector("[name=__palette]:not(:checked) ~ [name=__palette]").click();
          setTimeout(() => done(fading), 400);
        })"""
    )
    assert fading == 0
    expect_scheme(page, "dark")
    expect(page.locator("[data-md-color-switching]")).to_have_count(0)
