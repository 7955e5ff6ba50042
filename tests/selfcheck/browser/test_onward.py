"""Once a question is settled: the way on, what else there is to say, and the menu of the block."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browsing.accessibility import faults
from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import SAYS, Block
from tests.selfcheck.browser.built import Built, rebuild
from tests.selfcheck.browser.small_site import choice, small_site

BETWEEN = """# Lesson

```quiz
quiz: lesson
only: [one, two]
```

Text between.

```quiz
quiz: lesson
only: [three]
```

Text below.
"""
RIGHT = {"response": "1"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    root = tmp_path_factory.mktemp("onward")
    with small_site(root, *map(choice, ("one", "two", "three"))) as site:
        (root / "docs/lesson.md").write_text(BETWEEN, "utf-8")
        rebuild(root, "material")
        yield site


@pytest.fixture
def page(visits: Visits, site: Built) -> Page:
    return visits.open(site.page("lesson"))


def settled(page: Page, name: str) -> Block:
    block = Block(page, name)
    block.give(RIGHT)
    block.expect_state("right")
    return block


def test_the_button_leads_to_the_next_question(page: Page) -> None:
    one = settled(page, "one")
    expect(one.button).to_have_text(SAYS["next_question"])
    one.button.click()
    expect(Block(page, "two").part("question")).to_be_focused()
    one.expect_state("right")


def test_the_button_leads_to_the_text_between_two_questions(page: Page) -> None:
    two = settled(page, "two")
    expect(two.button).to_have_text(SAYS["read_on"])
    two.button.click()
    expect(page.get_by_text("Text between.")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_text("Text between.")).not_to_have_attribute("tabindex", "-1")


def test_after_a_lone_question_the_button_leads_to_the_text_below_also_after_a_reload(
    visits: Visits, tmp_path: Path
) -> None:
    with small_site(tmp_path, choice("only")) as site:
        lesson = tmp_path / "docs/lesson.md"
        lesson.write_text(f"{lesson.read_text('utf-8')}\n\nText below.\n", "utf-8")
        rebuild(tmp_path, "material")
        page = visits.open(site.page("lesson"))
        only = settled(page, "only")
        for _ in range(2):
            expect(only.button).to_have_text(SAYS["read_on"])
            only.button.click()
            expect(page.get_by_text("Text below.")).to_be_focused()
            only.expect_state("right")
            page.reload()
            only.expect_state("right")


def test_after_the_last_question_the_button_leads_to_the_summary(page: Page) -> None:
    three = settled(page, "three")
    expect(three.button).to_have_text(SAYS["see_how"])
    three.button.press("Enter")
    expect(page.locator("self-check-summary")).to_be_focused()
    expect(page.locator("self-check-summary")).to_be_in_viewport()


def test_a_second_press_too_soon_leads_nowhere(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("lesson"), in_a_hurry=True)
    one = Block(page, "one")
    one.expect_state("open")
    one.fill(RIGHT)
    one.button.dblclick()
    one.expect_state("right")
    expect(one.button).to_have_text(SAYS["next_question"])
    expect(Block(page, "two").part("question")).not_to_be_focused()


def test_a_lone_question_with_nothing_below_may_be_answered_again(
    visits: Visits, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with small_site(tmp_path_factory.mktemp("lone"), choice("one")) as site:
        one = settled(visits.open(site.page("lesson")), "one")
        expect(one.button).to_have_text(SAYS["answer_again"])
        one.button.click()
        one.expect_state("open")
        assert one.response() == {}


def test_right_is_short_and_the_rest_unfolds(page: Page) -> None:
    one = settled(page, "one")
    expect(one.status).to_contain_text("why number 1")
    expect(one.status).to_contain_text("because")
    others = one.root.get_by_text("why number 2")
    expect(others).to_be_hidden()
    expect(one.show_answer).to_have_text(SAYS["why_not"])
    expect(one.show_answer).to_have_attribute("aria-expanded", "false")
    one.show_answer.click()
    expect(others).to_be_visible()
    expect(one.show_answer).to_have_attribute("aria-expanded", "true")
    # Each by the words of its option, and her own is not said twice.
    reasons = one.part("reasons").locator("> li").filter(visible=True)
    expect(reasons).to_have_text(
        [f"answer number {number} why number {number}" for number in (2, 3, 4)], use_inner_text=True
    )
    one.show_answer.click()
    expect(others).to_be_hidden()


def test_what_is_folded_is_open_in_print(page: Page) -> None:
    one = settled(page, "one")
    page.evaluate(
        """() => addEventListener("beforeprint", () => {
          window.printed = document.querySelector("#check-one .self-check__answer").open;
        })"""
    )
    page.pdf()
    assert page.evaluate("() => printed") is True
    expect(one.answer).not_to_have_attribute("open", "")


def test_the_menu_of_a_block_opens_closes_and_begins_anew(page: Page) -> None:
    one = settled(page, "one")
    opener, choices = one.part("opener"), one.part("choices")
    # As that of each button, it says which question it is about.
    expect(opener).to_have_accessible_name(f"{SAYS['more_about']} {one.part('label').inner_text()}")
    opener.focus()
    page.keyboard.press("Enter")
    expect(choices).to_be_visible()
    assert faults(page, "#check-one") == []
    page.keyboard.press("Escape")
    expect(choices).to_be_hidden()
    expect(opener).to_be_focused()
    opener.click()
    page.locator("h1").click()
    expect(choices).to_be_hidden()
    opener.click()
    page.get_by_role("button", name=SAYS["answer_again"]).click()
    one.expect_state("open")
    expect(choices).to_be_hidden()
    expect(one.part("question")).to_be_focused()
    assert one.response() == {}
    assert one.record is not None
    assert one.record["first"] == "right"


def test_the_link_to_a_question_is_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    one = Block(page, "one")
    one.part("opener").click()
    page.get_by_role("button", name=SAYS["copy_link"]).click()
    expect(one.status).to_have_text(SAYS["link_copied"])
    assert page.evaluate("() => navigator.clipboard.readText()") == f"{page.url}#check-one"


def test_without_the_right_to_copy_the_address_is_said(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("lesson"), script="delete Navigator.prototype.clipboard;")
    one = Block(page, "one")
    one.part("opener").click()
    page.get_by_role("button", name=SAYS["copy_link"]).click()
    expect(one.status).to_have_text(f"{page.url}#check-one")
