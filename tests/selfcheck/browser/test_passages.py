"""A passage that several questions are about, as readers meet it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browsing.accessibility import faults, rule
from tests.browsing.fit import overflow
from tests.browsing.server import serve
from tests.browsing.visits import Look, Visits, look_at
from tests.selfcheck.browser.block import Block
from tests.selfcheck.browser.built import NEEDS_SEARCH, Built, rebuild
from tests.selfcheck.browser.review_site import days_pass, reader, review, review_site, settle
from tests.selfcheck.passages import LINK, QUIZ
from tests.selfcheck.sites import draw

TEXT = "A network of three layers"


def written(root: Path, theme: str) -> Iterator[Built]:
    """A site with the page `lesson`, and a worksheet of the same questions."""
    sheet = "# Sheet\n\n```quiz\nquiz: net\nas: worksheet\n```\n"
    pages = {"docs/lesson.md": "# Lesson\n\n```quiz\nnet\n```\n", "docs/sheet.md": sheet}
    draw(root, {**pages, "quizzes/net.yml": QUIZ.replace(LINK, "sheet.md")})
    folder = root / "site"
    folder.mkdir()
    with serve(folder) as address:
        plugins = [*(["search"] if theme in NEEDS_SEARCH else []), "selfcheck"]
        rebuild(root, theme, site_url=f"{address}/", plugins=plugins)
        yield Built(address, folder)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    yield from written(tmp_path_factory.mktemp("passages"), "plain")


@pytest.fixture(scope="module")
def material_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    yield from written(tmp_path_factory.mktemp("passages"), "material")


def passages(page: Page) -> list[bool]:
    """For each question that has a passage, whether its text is to be seen."""
    found = page.locator(".self-check__passage > .self-check__block").all()
    return [each.is_visible() for each in found]


def told(block: Locator) -> tuple[str, str]:
    """Name and description of the group of a question, as they are computed for screen readers."""
    client = block.page.context.new_cdp_session(block.page)
    client.send("Accessibility.enable")
    client.send("DOM.getDocument")
    handle = client.send(
        "Runtime.evaluate",
        {"expression": f"document.querySelector('#{block.get_attribute('id')} .self-check__question')"},
    )
    tree = client.send(
        "Accessibility.getPartialAXTree", {"objectId": handle["result"]["objectId"], "fetchRelatives": False}
    )
    node = tree["nodes"][0]
    return node["name"]["value"], node.get("description", {"value": ""})["value"]


def test_it_is_seen_once_and_opened_where_the_reader_is(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("lesson"))
    assert passages(page) == [True, False, True]
    folded = Block(page, "weights").part("passage")
    summary = folded.locator("summary")
    expect(summary).to_have_text("Passage Questions 1 to 2")
    summary.focus()
    page.keyboard.press("Enter")
    expect(folded.get_by_role("table")).to_be_visible()
    page.keyboard.press("Enter")
    expect(folded.get_by_role("table")).to_be_hidden()


def test_a_screen_reader_is_told_of_it_with_each_question(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("lesson"))
    assert told(Block(page, "side").root) == (
        "How many pixels wide is the map of a picture of 64 pixels?",
        "Passage Questions 1 to 2",
    )
    name, description = told(Block(page, "weights").root)
    assert name.startswith("Which layer sees more of the picture?")
    assert description == "Passage Questions 1 to 2"
    assert told(Block(page, "last").root)[1] == "Passage"
    assert told(Block(page, "apart").root)[1] == ""


def test_the_questions_about_it_are_answered_each_by_itself(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("lesson"))
    second = Block(page, "weights")
    second.give({"response": "2"})
    second.expect_state("right")
    Block(page, "side").expect_state("open")
    page.reload()
    Block(page, "weights").expect_state("right")


def test_without_script_it_is_the_same(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("lesson"), java_script_enabled=False)
    assert passages(page) == [True, False, True]
    Block(page, "weights").part("passage").locator("summary").click()
    assert passages(page) == [True, True, True]


def test_on_paper_it_stands_where_it_is_open(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("lesson"))
    page.emulate_media(media="print")
    expect(Block(page, "side").part("passage")).to_be_visible()
    expect(Block(page, "weights").part("passage")).to_be_hidden()
    page.emulate_media(media="screen")
    sheet = visits.open(site.page("sheet"))
    assert passages(sheet) == [True, True]
    above = sheet.locator(".self-check__passage").first.bounding_box()
    number = sheet.locator(".self-check__label").first.bounding_box()
    assert above is not None
    assert number is not None
    assert above["y"] + above["height"] <= number["y"]


def test_it_keeps_the_rules_of_accessibility_and_the_width(
    visits: Visits, material_site: Built, looks: list[Look]
) -> None:
    page = visits.open(material_site.page("lesson"), width=375)
    Block(page, "weights").part("passage").locator("summary").click()
    for look in looks:
        look_at(page, look)
        # Material makes a table scroll in boxes of its own, of which one may hold an empty heading.
        found = [fault for fault in faults(page, "self-check") if rule(fault) != "empty-table-header"]
        assert (look, found, overflow(page)) == (look, [], 0)


def test_in_a_review_it_is_open_whichever_question_is_asked(visits: Visits, tmp_path: Path) -> None:
    head = f"passages:\n  shared: {TEXT}.\n"
    with review_site(tmp_path, fields=("passage: shared",), head=head) as site:
        page = reader(visits, site.page("lesson"))
        settle(page, site, "two")
        expect(Block(page, "two").part("passage").get_by_text(TEXT)).to_be_hidden()
        days_pass(page, 2)
        page.goto(site.page("review"))
        block = review(page).locator("self-check")
        expect(block.get_by_text(TEXT)).to_be_visible()
        expect(block.locator(".self-check__passage > summary")).to_have_text("Passage")
        expect(block.locator(".self-check__question")).to_have_attribute(
            "aria-describedby", "check-two-passage"
        )
