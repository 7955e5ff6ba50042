"""How questions of other pages come to the review: from where, when, and with what."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browsing.accessibility import faults
from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import SAYS, Block
from tests.selfcheck.browser.built import Built
from tests.selfcheck.browser.course_site import STRICT
from tests.selfcheck.browser.review_site import (
    days_pass,
    reader,
    review,
    review_site,
    settle,
)
from tests.selfcheck.browser.reviewing import answer, asked, expect_due


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    with review_site(tmp_path_factory.mktemp("review"), policy=STRICT) as built:
        yield built


@pytest.fixture
def page(visits: Visits, site: Built) -> Page:
    return reader(visits, site.page("lesson"))


def places(block: Block) -> tuple[list[str], list[str]]:
    links: list[str] = block.root.locator("a").evaluate_all("all => all.map(({ href }) => href)")
    pictures: list[str] = block.root.locator("img").evaluate_all("all => all.map(({ src }) => src)")
    return links, pictures


def test_links_and_pictures_lead_where_they_led_on_their_own_page(page: Page, site: Built) -> None:
    page.goto(site.page("deep/other"))
    block = Block(page, "pictured")
    block.give({"value": "4"})
    block.expect_state("right")
    expect(block.part("label")).to_have_attribute("aria-level", "3")
    links, pictures = places(block)
    days_pass(page, 2)
    page.goto(site.page("review"))
    expect(block.button).to_be_visible()
    there, also = places(block)
    assert (there[1:], also) == (links, pictures)
    assert there[0] == block.root.get_attribute("data-review") == site.page("deep/other")
    # There it stands below a heading of the second level, here below the title.
    expect(block.part("label")).to_have_attribute("aria-level", "2")
    assert (
        block.root.locator("img").evaluate("picture => picture.decode().then(() => picture.naturalWidth)")
        == 9
    )


def test_only_what_is_asked_is_fetched(page: Page, site: Built) -> None:
    settle(page, site, "one", "two")
    days_pass(page, 2)
    fetched = asked(page, "/questions/")
    page.goto(site.page("review"))
    Block(page, "one").expect_state("open")
    assert fetched == ["one.js"]


def test_a_question_on_two_pages_is_asked_once_and_leads_to_the_first(page: Page, site: Built) -> None:
    page.goto(site.page("again"))
    one = Block(page, "one")
    one.give({"response": "1"})
    one.expect_state("right")
    days_pass(page, 2)
    page.goto(site.page("review"))
    expect_due(page, 1)
    assert one.part("label").get_by_role("link").get_attribute("href") == site.page("lesson")


def test_a_site_hears_of_each_block_that_arrives(page: Page, site: Built) -> None:
    settle(page, site, "one")
    days_pass(page, 2)
    page.add_init_script(
        """addEventListener("self-check-shown", ({ target, detail }) => {
          window.arrived = [target.id, detail];
        });"""
    )
    page.goto(site.page("review"))
    Block(page, "one").expect_state("open")
    assert page.evaluate("arrived") == ["check-one", {"id": "one"}]


def test_a_question_that_does_not_arrive_says_so_and_lets_her_go_on(
    visits: Visits, page: Page, site: Built
) -> None:
    visits.allowed = ("ERR_FAILED",)
    settle(page, site, "one", "two")
    days_pass(page, 2)
    page.route("**/questions/one.js", lambda route: route.abort())
    page.goto(site.page("review"))
    expect(review(page).get_by_text(SAYS["review_missing"])).to_be_visible()
    review(page).get_by_role("button", name="Later").click()
    Block(page, "two").expect_state("open")


def test_nothing_is_offered_before_it_is_known_what_is_due(visits: Visits, page: Page, site: Built) -> None:
    visits.allowed = ("ERR_FAILED",)
    settle(page, site, "one")
    days_pass(page, 2)
    held: list[Route] = []
    page.route("**/course/pages.js", lambda route: held.append(route))
    page.goto(site.page("review"), wait_until="commit")
    again = review(page).get_by_role("button", name=SAYS["review_again"])
    expect(page.locator(".self-check-review__button")).to_be_attached()
    expect(again).to_be_hidden()
    held[0].abort()
    # Where that does not arrive she can ask for it again.
    expect(review(page).get_by_text(SAYS["review_missing"])).to_be_visible()
    page.unroute("**/course/pages.js")
    again.click()
    Block(page, "one").expect_state("open")
    expect(again).to_be_hidden()


def test_it_works_from_the_disk(visits: Visits, tmp_path: Path) -> None:
    with review_site(tmp_path, use_directory_urls=False) as site:
        page = reader(visits, site.file("lesson"))
        one = Block(page, "one")
        one.give({"response": "1"})
        one.expect_state("right")
        days_pass(page, 2)
        page.goto(site.file("review"))
        answer(one, "1")
        expect(one.status).to_contain_text("Comes back in 11 days.")
        assert one.part("label").get_by_role("link").get_attribute("href") == site.file("lesson")


def test_it_works_below_a_folder_of_its_host_and_in_another_theme(visits: Visits, tmp_path: Path) -> None:
    with review_site(tmp_path, "mkdocs", below="/under/it") as site:
        page = reader(visits, site.page("lesson"))
        settle(page, site, "one")
        days_pass(page, 2)
        page.goto(site.page("review"))
        one = Block(page, "one")
        answer(one, "1")
        expect(one.status).to_contain_text("Comes back in 11 days.")
        assert one.part("label").get_by_role("link").get_attribute("href") == site.page("lesson")
        assert faults(page, "self-check-review") == []


def test_the_link_to_a_question_leads_to_its_own_page(page: Page, site: Built) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    settle(page, site, "one")
    days_pass(page, 2)
    page.goto(site.page("review"))
    one = Block(page, "one")
    one.part("opener").click()
    page.get_by_role("button", name=SAYS["copy_link"]).click()
    expect(one.status).to_contain_text(SAYS["link_copied"])
    assert page.evaluate("() => navigator.clipboard.readText()") == f"{site.page('lesson')}#check-one"
