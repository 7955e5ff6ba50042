"""What a block shows can be typed back: with each sign before decimals, and the digits of any keyboard."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from selfcheck.frame.words import languages, words
from tests.browsing.visits import Visits
from tests.selection import one_of_each
from tests.selfcheck.browser.block import Block
from tests.selfcheck.browser.built import Built
from tests.selfcheck.browser.small_site import small_site

MILLE = "id: mille\ntype: numeric\nstem: Combien ?\nanswer: 1.234\nexplanation: because\n"
ROUNDED = """\
id: rounded
type: numeric
stem: "Round [=n:.4f] to three decimals, as in `[=n:.4f]`; of [=m:,] not a digit."
parameters: {n: [1.2341, 1.2342, -0.5678], m: [1234, 1234567]}
answer: round(n, 3)
mistakes: [{value: n - 10, feedback: Too small.}]
explanation: because
"""
TYPED = """\
id: typed
type: text-entry
stem: Write [=n:.1f] of [=m:,] down.
parameters: {n: [0.5, 1.5], m: [1234, 5678]}
answers: ["x = [=n:.1f] of [=m:,] 250"]
mistakes: [{text: "y = [=n:.1f] of [=m:,] 250", feedback: No y.}]
explanation: because
"""
GAPS = """\
id: gaps
type: cloze
stem: Fill in.
text: "Half of [=n] is [_half_], and of [=m:,] it is [_word_], or [_menu_]."
parameters: {n: [1, 3], m: [10000, 30000]}
gaps:
  half: {number: n / 2, mistakes: [{value: n / 4, feedback: A quarter.}]}
  word: {answers: ["about [=n / 8] of [=m:,]"]}
  menu: {options: [{text: "[=m / 4000]", correct: true}, "none"]}
explanation: because
"""
GROUPED = """\
id: grouped
type: numeric
stem: Write [=m:,] down.
parameters: {m: [1234, 56789]}
answer: m
explanation: because
"""
LISTED = """\
id: listed
type: text-entry
stem: Write it down.
answers: ["[1,234]"]
mistakes: [{text: "[1 234]", feedback: No list.}]
explanation: because
"""
COUNT = "id: kazu\ntype: numeric\nstem: 出力の行数は？\nanswer: 32\nexplanation: because\n"
SHARE = "id: wari\ntype: numeric\nstem: 割合は？\nanswer: 12\nunit: '%'\nexplanation: because\n"
MINUS = "id: fu\ntype: numeric\nstem: 差は？\nanswer: -3\nexplanation: because\n"
HALF = "id: han\ntype: numeric\nstem: 半分は？\nanswer: 0.5\nexplanation: because\n"


def decimal_sign(language: str) -> str:
    """The sign before decimals, the one thing in which languages write numbers differently."""
    return words(language).frame["decimal"]


QUESTIONS = (MILLE, ROUNDED, TYPED, GAPS, GROUPED, LISTED, COUNT, SHARE, MINUS, HALF)


@pytest.fixture(scope="module", params=one_of_each(languages(), by=decimal_sign))
def spoken(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Built]]:
    """A language, and a site whose interface speaks it."""
    root = tmp_path_factory.mktemp(request.param)
    with small_site(root, *QUESTIONS, options={"language": request.param}) as site:
        yield request.param, site


@pytest.fixture
def sign(spoken: tuple[str, Built]) -> str:
    """The sign before decimals."""
    return decimal_sign(spoken[0])


@pytest.fixture
def page(visits: Visits, spoken: tuple[str, Built]) -> Page:
    page = visits.open(spoken[1].page("lesson"))
    Block(page, "mille").expect_state("open")
    return page


def expect_right(block: Block, text: str, field: str = "value") -> None:
    block.field(field).fill(text)
    block.button.click()
    block.expect_state("right")


def shown_key(block: Block) -> str:
    return (block.part("key").locator("bdi").text_content() or "").strip()


def test_a_key_is_shown_in_the_language_and_can_be_typed_back(page: Page, sign: str) -> None:
    block = Block(page, "mille")
    assert shown_key(block) == f"1{sign}234"
    expect_right(block, shown_key(block))


def test_every_variant_is_shown_in_the_language_and_can_be_typed_back(page: Page, sign: str) -> None:
    block = Block(page, "rounded")
    variants = len(block.root.evaluate("element => JSON.parse(element.dataset.variants)"))
    assert variants > 3
    for _ in range(variants):
        value, code, thousands = block.part("stem").locator("[data-value]").all_text_contents()
        assert re.fullmatch(rf"−?\d{re.escape(sign)}\d{{4}}", value)
        assert re.fullmatch(r"-?\d\.\d{4}", code)
        assert re.fullmatch(r"1,234(,567)?" if sign == "." else "1\u202f234(\u202f567)?", thousands)
        number = round(float(value.replace("−", "-").replace(sign, ".")), 3)
        assert shown_key(block) == str(number).replace("-", "−").replace(".", sign)
        block.field("value").fill(block.root.locator("[data-reason=mistake-1] bdi").text_content() or "")
        block.button.click()
        expect(block.status).to_contain_text("Too small.")
        expect_right(block, shown_key(block))
        block.part("another").click()
        block.expect_state("open")


def test_thousands_can_be_typed_back_as_they_are_shown(page: Page) -> None:
    block = Block(page, "grouped")
    for _ in range(2):
        expect_right(block, block.part("stem").locator("[data-value]").text_content() or "")
        block.part("another").click()
        block.expect_state("open")


def test_numbers_between_words_can_be_typed_back(page: Page, sign: str) -> None:
    block = Block(page, "typed")
    thousands = r"\d,\d{3} 250" if sign == "." else "\\d\u202f\\d{3} 250"
    assert re.fullmatch(rf"x = [01]{re.escape(sign)}5 of {thousands}", shown_key(block))
    block.field("text").fill(shown_key(block).replace("x", "y").replace("\u202f", " "))
    block.button.click()
    expect(block.status).to_contain_text("No y.")
    expect_right(block, shown_key(block), "text")


def test_a_mistake_that_differs_in_thousands_alone_is_told_as_it_is_written(page: Page) -> None:
    block = Block(page, "listed")
    block.field("text").fill("[1 234]")
    block.button.click()
    expect(block.status).to_contain_text("No list.")
    expect_right(block, "[1,234]", "text")


def test_what_belongs_into_a_gap_can_be_typed_back(page: Page, sign: str) -> None:
    block = Block(page, "gaps")
    half, word, menu = block.part("solution").locator("b").all_text_contents()
    assert all(sign in each for each in (half, word, menu))
    block.field("half").fill(half)
    block.field("word").fill(word)
    block.field("menu").select_option(label=menu)
    block.button.click()
    block.expect_state("right")


@pytest.mark.parametrize(
    ("name", "text"), [("kazu", "３２"), ("wari", "１２％"), ("fu", "－３"), ("han", "０．５")]
)
def test_full_width_digits_and_signs_are_read(page: Page, name: str, text: str) -> None:
    expect_right(Block(page, name), text)
