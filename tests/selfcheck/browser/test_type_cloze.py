"""A cloze: credit beside a second witness, gaps by keyboard and by touch, and whatever may be pasted."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from selfcheck.question_types import discover
from selfcheck.typed.spelling import plain
from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import SAYS, Block
from tests.selfcheck.browser.built import Built, built
from tests.selfcheck.browser.grading import grade
from tests.selfcheck.browser.test_keyboard import tab_to
from tests.selfcheck.cases import accepted

CASES = {case.name: case for case in accepted(discover()["cloze"])}
TEXT = CASES["first-text-with-gaps"]
CODE = CASES["gaps-in-code"]
TABLE = CASES["table-picture-and-math"]
VARIED = CASES["other-numbers-each-time"]

Key = list[dict[str, Any]]


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """All cases under Material in Arabic, which runs from the right."""
    with built(tmp_path_factory.mktemp("arabic"), "arabic") as site:
        yield site


NUMBERS = [
    "12",
    "12.0",
    " 12 ",
    "1.2e1",
    "24/2",
    "11.95",
    "11.8",
    "13",
    "-12",
    "7",
    "7.05",
    "1e999",
    "twelve",
    "",
]
TEXTS = ["stride", " STRIDE", "Padding", "padding!", "kernel", "stride 2", "<b>stride</b>", "\u200f", ""]
CHOICES = ["1", "2", "3", "9", ""]
VALUES = dict(zip(NUMBERS[:11], [12, 12, 12, 12, 12, 11.95, 11.8, 13, -12, 7, 7.05], strict=True))


def drawn_key(draw: random.Random) -> Key:
    """One to five gaps of any kind."""
    kinds: list[dict[str, Any]] = [
        {"number": 12, "within": draw.choice([1e-9, 0.1, 0.5]), "mistakes": [7, 13]},
        {"answers": ["stride"], "mistakes": [["padding", "pad"]], "ignore": ["case", "space", "punctuation"]},
        {"option": draw.choice(["1", "2"])},
    ]
    return [{"gap": f"g{number}", **draw.choice(kinds)} for number in range(draw.randint(1, 5))]


def drawn_response(draw: random.Random, key: Key) -> dict[str, str]:
    """Something in each gap, or nothing."""
    kinds = {"number": NUMBERS, "answers": TEXTS, "option": CHOICES}
    return {gap["gap"]: draw.choice(next(kinds[kind] for kind in kinds if kind in gap)) for gap in key}


def judged(gap: dict[str, Any], given: str) -> str | None:
    """The feedback to what stands in a gap; None where nothing does."""
    if not plain(given, []):
        return None
    if "option" in gap:
        return f"option-{given}"
    if "answers" in gap:
        written = plain(given, gap["ignore"])
        if written in [plain(each, gap["ignore"]) for each in gap["answers"]]:
            return "answer-1"
        mistakes = [plain(each, gap["ignore"]) for each in gap["mistakes"][0]]
        return "mistake-1" if written in mistakes else "wrong"
    value = VALUES.get(given, float("nan"))
    if abs(value - gap["number"]) <= gap["within"]:
        return "right"
    known = [number for number, each in enumerate(gap["mistakes"], 1) if abs(value - each) <= gap["within"]]
    return f"mistake-{known[0]}" if known else "wrong"


def is_right(gap: dict[str, Any], said: str | None) -> bool:
    return said in ("answer-1", "right", f"option-{gap.get('option')}")


def test_credit_is_the_share_of_right_gaps_as_a_second_witness_counts_them(
    visits: Visits, plain_files: Built
) -> None:
    draw = random.Random(7)
    keys = [drawn_key(draw) for _ in range(4000)]
    drawn = [(key, drawn_response(draw, key)) for key in keys]
    page = visits.open(plain_files.file(TEXT))
    found = grade(page, "cloze", [(response, key) for key, response in drawn])
    for (key, response), result in zip(drawn, found, strict=True):
        said = {gap["gap"]: judged(gap, response[gap["gap"]]) for gap in key}
        right = [gap["gap"] for gap in key if is_right(gap, said[gap["gap"]])]
        assert result["score"] == pytest.approx(len(right) / len(key)), (key, response)
        assert result["correct"] == (len(right) == len(key))
        wanted = said if result["correct"] else {gap: said[gap] for gap in said if gap not in right}
        assert result["feedback"] == [f"{gap}-{name}" for gap, name in wanted.items() if name]
        assert result["empty"] == [*said.values()].count(None)
        assert result["marks"] == {
            gap: "right" if gap in right else "wrong" if name else "empty" for gap, name in said.items()
        }


def test_gaps_are_filled_by_keyboard_alone_and_each_has_a_name_and_a_verdict(
    visits: Visits, plain: Built
) -> None:
    block = Block(page := visits.open(plain.page(TEXT)), TEXT)
    expect(block.button).to_be_visible()
    for number, name in enumerate(("side", "view", "what"), 1):
        expect(block.field(name)).to_have_accessible_name(f"Gap {number} of 3")
    tab_to(page, block.field("side"))
    page.keyboard.type("32")
    tab_to(page, block.field("view"))
    page.keyboard.press("ArrowDown")
    tab_to(page, block.field("what"))
    page.keyboard.type("what")
    page.keyboard.press("Enter")
    block.expect_state("wrong")
    expect(block.field("what")).to_be_focused()
    expect(block.part("verdict")).to_have_text("2 of 3 gaps right.")
    expect(block.status).to_have_attribute("data-verdict", "partial")
    expect(block.status.locator("[data-feedback]")).to_have_count(1)
    expect(block.status).to_contain_text("Gap 3 of 3")
    for name, mark in (("side", "mark_right"), ("view", "mark_right"), ("what", "mark_wrong")):
        expect(block.field(name)).to_have_accessible_description(re.compile(re.escape(SAYS[mark])))
    # Nothing tells the right word before she has it.
    expect(block.answer.locator("ol")).to_be_hidden()
    page.keyboard.press("Control+A")
    page.keyboard.type("where")
    # What she has changed has no sign any more; the rest keeps its own.
    expect(block.marked("wrong")).to_have_count(0)
    expect(block.marked("right")).to_have_count(2)
    expect(block.part("verdict")).to_have_text("2 of 3 gaps right.")
    assert block.response() == TEXT.right
    page.keyboard.press("Enter")
    block.expect_state("right")
    expect(block.marked("right")).to_have_count(3)
    page.reload()
    block.expect_state("right")
    assert block.response() == TEXT.right


def test_only_the_gaps_that_cannot_be_graded_are_called_faulty(visits: Visits, plain: Built) -> None:
    block = Block(visits.open(plain.page(TEXT)), TEXT)
    expect(block.button).to_be_visible()
    block.give({"side": "many", "view": "1", "what": "wheer"})
    expect(block.part("notice")).to_contain_text("Gap 1: This cannot be read as a number")
    expect(block.part("notice")).to_contain_text("Gap 3: Close. Check the spelling. This was not counted")
    invalid = block.controls.evaluate_all("all => all.map(one => one.getAttribute('aria-invalid'))")
    assert invalid == ["true", None, "true"]
    assert block.record is not None
    assert block.record["attempts"] == 0
    block.give({"side": "32"})
    expect(block.part("notice")).to_contain_text("Gap 3: Close.")
    block.button.click()
    block.expect_state("wrong")


def test_gaps_in_code_are_filled_by_touch(visits: Visits, material: Built) -> None:
    page = visits.open(material.page(CODE), width=375, has_touch=True, is_mobile=True)
    block = Block(page, CODE)
    expect(block.button).to_be_visible()
    for name, value in CODE.right.items():
        field = block.field(name)
        field.scroll_into_view_if_needed()
        box = field.bounding_box()
        assert box is not None
        assert box["height"] >= 44
        if name == "device":
            field.select_option(value)
        else:
            field.tap()
            expect(field).to_be_focused()
            page.keyboard.insert_text(value)
    block.button.tap()
    block.expect_state("right")
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_another_variant_asks_for_other_numbers(visits: Visits, plain: Built) -> None:
    block = Block(page := visits.open(plain.page(VARIED)), VARIED)
    expect(block.button).to_be_visible()
    block.give(VARIED.right)
    block.expect_state("right")
    page.get_by_role("button", name=SAYS["another"]).click()
    block.expect_state("open")
    assert block.response() == {}
    size, kernel = map(int, re.findall(r"\d+", block.root.locator("table").inner_text())[:2])
    given = {"first": size - kernel + 1, "second": size - 2 * kernel + 2, "rest": size - kernel + 1}
    block.give({**{name: str(number) for name, number in given.items()}, "answer": f"({size}, {kernel})"})
    block.expect_state("right")
    expect(block.answer.locator("ol li").first).to_have_text(str(given["first"]))


def test_whatever_is_pasted_is_graded_as_text_and_breaks_nothing(visits: Visits, plain: Built) -> None:
    block = Block(page := visits.open(plain.page(TEXT)), TEXT)
    expect(block.button).to_be_visible()
    absurd = [
        "x" * 1_000_000,
        "\u202ewhere\u0007",
        "<script>document.title = 'no'</script>",
        "a\ud800",
        "__proto__",
    ]
    for text in absurd:
        block.field("what").evaluate(
            "(field, text) => { field.value = text;"
            " field.dispatchEvent(new InputEvent('input', {bubbles: true})); }",
            text,
        )
        block.button.click()
        block.expect_state("wrong")
        block.clear()
    for text in ("9" * 1_000_000, "NaN", "1e999", "Infinity", "0x20", "__proto__"):
        block.field("side").evaluate("(field, text) => { field.value = text; }", text)
        block.button.click()
        expect(block.part("notice")).to_contain_text("cannot be read as a number")
    assert page.title() != "no"


INSIDE = """root => [...root.querySelectorAll(".self-check__gap")].map(gap => {
  const field = gap.querySelector("input, select");
  const box = field.getBoundingClientRect();
  const style = getComputedStyle(field);
  const inner = [box.left + parseFloat(style.paddingLeft), box.right - parseFloat(style.paddingRight)];
  const before = getComputedStyle(gap, "::before");
  const number = gap.getBoundingClientRect().left + parseFloat(before.left);
  const parts = [[number, number + parseFloat(before.width)]];
  const sign = gap.querySelector(".self-check__sign")?.getBoundingClientRect();
  if (sign) parts.push([sign.left, sign.right]);
  const inFront = parts.every(([left, right]) => left >= box.left && right <= box.right);
  const isLevel = !sign || Math.abs(sign.top + sign.bottom - box.top - box.bottom) <= 2;
  const hides = parts.some(([left, right]) => left < inner[1] && right > inner[0]);
  return [inFront, isLevel, hides];
})"""


PLACES = """root => [...root.querySelectorAll("input, select"), root].map(node => {
  const { top, width, height } = node.getBoundingClientRect(); // a wide table may have been scrolled
  return [top - root.getBoundingClientRect().top, width, height].map(Math.round);
})"""


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("site", ["material", "arabic"])
def test_number_and_sign_are_inside_the_gap_and_hide_nothing(
    visits: Visits, request: pytest.FixtureRequest, site: str, width: int
) -> None:
    shown: Built = request.getfixturevalue(site)
    for case in (TEXT, TABLE):
        block = Block(visits.open(shown.page(case), width=width), case)
        block.expect_state("open")
        places = block.part("cloze").evaluate(PLACES)
        block.give(case.wrong)
        block.expect_state("wrong")
        expect(block.signs).to_have_count(len(case.wrong))
        assert block.root.evaluate(INSIDE) == [[True, True, False]] * len(case.wrong)
        # No text moves for them.
        assert block.part("cloze").evaluate(PLACES) == places


@pytest.mark.parametrize("is_touched", [True, False])
def test_gaps_in_neighbouring_lines_do_not_touch(visits: Visits, material: Built, is_touched: bool) -> None:
    for case in (TEXT, CODE, TABLE):
        page = visits.open(material.page(case), width=320, has_touch=is_touched, is_mobile=is_touched)
        block = Block(page, case)
        block.expect_state("open")
        boxes = [field.bounding_box() for field in block.controls.all()]
        for number, one in enumerate(boxes):
            for other in boxes[number + 1 :]:
                assert one is not None
                assert other is not None
                apart = max(other["y"] - one["y"] - one["height"], one["y"] - other["y"] - other["height"])
                beside = max(other["x"] - one["x"] - one["width"], one["x"] - other["x"] - other["width"])
                assert max(apart, beside) >= 8


def test_on_paper_what_a_menu_offers_runs_on_in_the_line_of_the_text(visits: Visits, plain: Built) -> None:
    page = visits.open(plain.page(TEXT), width=375)
    block = Block(page, TEXT)
    offered = block.root.locator(".self-check__offered")
    expect(offered).to_be_hidden()
    page.emulate_media(media="print")
    expect(offered).to_have_text("(more / less / as much)")
    assert offered.evaluate("node => getComputedStyle(node).display") == "inline"
    assert offered.evaluate("node => getComputedStyle(node.parentNode).display") == "inline"


def test_what_is_right_needs_no_word_until_all_is_and_what_is_empty_is_told(
    visits: Visits, plain: Built
) -> None:
    block = Block(visits.open(plain.page(TEXT)), TEXT)
    block.expect_state("open")
    block.give({"view": "1", "what": "what"})
    block.expect_state("wrong")
    expect(block.part("verdict")).to_have_text("1 of 3 gaps right. One gap is still empty.")
    # The number of the gap stands before its feedback, and is said.
    (said,) = block.status.locator("[data-feedback]").all()
    expect(said).to_have_attribute("data-feedback", "what-mistake-1")
    expect(said.locator(".self-check__caption")).to_have_text("Gap 3 of 3")
    box = said.locator(".self-check__caption").bounding_box()
    assert box is not None
    assert (box["width"], box["height"]) == (22, 22)
    block.fill(TEXT.right)
    block.button.click()
    block.expect_state("right")
    expect(block.status.locator("[data-feedback]")).to_have_count(1)
    expect(block.status.locator("[data-feedback]")).to_have_attribute("data-feedback", "view-option-1")
