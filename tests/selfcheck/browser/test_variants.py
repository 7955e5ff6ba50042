"""Variants: the same question with other numbers, one after the other, each an attempt of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from selfcheck.frame.words import words
from selfcheck.quiz_text import read_quiz
from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import SAYS, Block
from tests.selfcheck.browser.built import Built
from tests.selfcheck.browser.small_site import small_site
from tests.selfcheck.cases import quiz_of

QUESTION = """id: rows
type: numeric
stem: |
  A map of [=n] rows, `size([=n], [=-k])`, $2^{[=k]}$ and a link to [[=n] rows](index.md):

  ```python
  conv(x, [=-k])
  ```
parameters: {n: [8, 16, 32, 64], k: [3, 5, 7]}
variants: 4
answer: n - k + 1
mistakes:
  - {value: n - k, name: One short, feedback: "There are [=n - k] steps between [=n - k + 1] rows."}
explanation: The first of [=n - k + 1] rows is there before the first step.
"""
PLAIN = "id: fixed\ntype: numeric\nstem: How many?\nanswer: 9\nexplanation: because\n"

TOTAL = 4


def variants() -> list[dict[str, Any]]:
    """What the build has drawn, by another way than through the page."""
    (entry,) = read_quiz("quiz", "quiz.yml", quiz_of(QUESTION)).entries
    names = list(entry.item.placeholders)
    return [{"key": each.key, **dict(zip(names, each.values, strict=True))} for each in entry.item.variations]


DRAWN = variants()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    root = tmp_path_factory.mktemp("variants")
    with small_site(root, QUESTION, PLAIN, theme="material", site_name="Variants") as site:
        yield site


@pytest.fixture
def page(visits: Visits, site: Built) -> Page:
    page = visits.open(site.page("lesson"))
    Block(page, "rows").expect_state("open")
    return page


def another(page: Page) -> Any:
    return page.get_by_role("button", name=SAYS["another"])


def expect_variant(page: Page, number: int) -> None:
    """Stem, code, formula and link say what this variant says, and nothing of another is left."""
    values = DRAWN[number - 1]
    n, k = values["[=n]"], values["[=-k]"].removeprefix("−")
    stem = Block(page, "rows").part("stem")
    expect(stem.locator("p").first).to_contain_text(f"A map of {n} rows, size({n}, -{k})")
    expect(stem.locator("pre code")).to_have_text(f"conv(x, -{k})")
    expect(stem.locator("math mn").last).to_have_text(k)
    expect(stem.get_by_role("link")).to_have_text(f"{n} rows")


def test_another_one_asks_the_same_with_other_numbers_and_grades_by_them(page: Page) -> None:
    block = Block(page, "rows")
    expect(another(page)).to_be_hidden()
    for number in (1, 2, 3, 4, 1):
        expect_variant(page, number)
        key = DRAWN[number - 1]["key"]
        block.give({"value": str(key["answer"])})
        block.expect_state("right")
        expect(block.status).to_contain_text(SAYS["verdict_right"])
        expect(block.part("key")).to_contain_text(str(key["answer"]))
        expect(block.explanation).to_contain_text(f"The first of {key['answer']} rows")
        another(page).click()
        block.expect_state("open")
    graded = page.evaluate("graded.map(({variant, attempt, correct}) => [variant, attempt, correct])")
    assert graded == [[1, 1, True], [2, 1, True], [3, 1, True], [4, 1, True], [1, 1, True]]


def test_a_named_mistake_is_told_with_the_numbers_of_its_variant(page: Page) -> None:
    block = Block(page, "rows")
    block.give({"value": str(DRAWN[0]["key"]["mistakes"][0])})
    block.expect_state("wrong")
    another(page).click()
    key = DRAWN[1]["key"]
    block.give({"value": str(key["mistakes"][0])})
    expect(block.status).to_contain_text(
        f"There are {key['mistakes'][0]} steps between {key['answer']} rows."
    )
    expect_variant(page, 2)
    block.give({"value": str(key["answer"])})
    expect(block.status).to_contain_text(SAYS["verdict_right_later"].format(attempt=2))


def test_another_one_clears_says_so_and_brings_the_reader_to_the_question(page: Page) -> None:
    block = Block(page, "rows")
    block.give({"value": str(DRAWN[0]["key"]["answer"])})
    another(page).focus()
    page.keyboard.press("Enter")
    expect(block.status).to_have_text(SAYS["other_numbers"].format(number=2, total=TOTAL))
    expect(block.part("question")).to_be_focused()
    expect(block.field("value")).to_have_value("")
    expect(another(page)).to_be_hidden()
    page.keyboard.press("Tab")  # the link in the stem
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_be_visible()


def test_the_variant_stays_over_a_reload_with_what_was_answered(page: Page) -> None:
    block = Block(page, "rows")
    block.give({"value": "1"})
    another(page).click()
    block.give({"value": str(DRAWN[1]["key"]["answer"])})
    block.expect_state("right")
    record = block.record
    assert record
    assert (record["variant"], record["attempts"], record["before"]) == (2, 2, 1)
    page.reload()
    block.expect_state("right")
    expect_variant(page, 2)
    expect(block.status).to_contain_text(SAYS["verdict_right"])
    for odd in ("99", '"x"', "-1", "1.5", "null", '{"a": 1}'):
        page.evaluate(
            """odd => { const place = Object.keys(localStorage).find(key => key.endsWith(":rows"));
            const record = JSON.parse(localStorage.getItem(place));
            const changed = {...record, variant: JSON.parse(odd), before: odd};
            localStorage.setItem(place, JSON.stringify(changed)); }""",
            odd,
        )
        page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
        expect_variant(page, 1)


def test_leaving_the_page_gives_the_block_back_as_it_was_built(page: Page) -> None:
    before = page.evaluate("document.querySelector('#check-rows .self-check__stem').innerHTML")
    block = Block(page, "rows")
    block.give({"value": "1"})
    another(page).click()
    expect_variant(page, 2)
    after = page.evaluate(
        """() => { const block = document.querySelector("#check-rows"); block.remove();
        const buttons = block.querySelectorAll(".self-check__actions button").length;
        return [block.querySelector(".self-check__stem").innerHTML, buttons]; }"""
    )
    assert after == [before, 0]


def test_print_tells_which_variant_the_sheet_has_and_screens_need_not(page: Page) -> None:
    block = Block(page, "rows")
    block.give({"value": "1"})
    another(page).click()
    expect(block.part("variant")).to_be_hidden()
    page.emulate_media(media="print")
    expect(block.part("variant")).to_be_visible()
    expect(block.part("variant")).to_have_text(SAYS["variant"].format(number=2))
    expect(another(page)).to_be_hidden()


def test_without_a_script_the_first_variant_is_whole(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("lesson"), java_script_enabled=False)
    expect_variant(page, 1)
    block = Block(page, "rows")
    block.answer.locator("> summary").click()
    expect(block.part("key")).to_contain_text(str(DRAWN[0]["key"]["answer"]))
    expect(another(page)).to_have_count(0)


def test_a_question_without_parameters_offers_no_other(page: Page) -> None:
    block = Block(page, "fixed")
    block.give({"value": "9"})
    block.expect_state("right")
    expect(block.root.get_by_role("button", name=words("en").frame["another"])).to_have_count(0)
    assert "variant" not in (block.record or {})
