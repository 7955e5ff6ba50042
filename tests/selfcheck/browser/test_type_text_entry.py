"""A text entry: grading beside a second witness, slips of the pen, touch, and whatever may be pasted."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from itertools import product
from typing import Any

from playwright.sync_api import expect

from selfcheck.question_types import discover
from selfcheck.typed.spelling import IGNORABLE, plain
from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import SAYS, Block
from tests.selfcheck.browser.built import Built
from tests.selfcheck.browser.test_keyboard import tab_to
from tests.selfcheck.cases import accepted

CASES = {case.name: case for case in accepted(discover()["text-entry"])}
TERM = CASES["first-term"]

Key = dict[str, Any]

KEYS: Sequence[Key] = [
    {
        "answers": ["skip connection"],
        "mistakes": [["skin connection"], ["residual"]],
        "ignore": list(IGNORABLE),
    },
    {
        "answers": ["Conv2d", "déconvolution"],
        "mistakes": [],
        "ignore": ["accents"],
        "pattern": r"nn\.Conv\d?d",
    },
    {"answers": ["(8, 3)"], "mistakes": [["8, 3", "(3, 8)"]], "ignore": ["space"]},
    {"answers": ["stride", "ΟΔΟΣ"], "mistakes": [["strode"]], "ignore": ["case"], "pattern": "(a )?strides?"},
    {"answers": ["上采样特征图", "naïve"], "mistakes": [], "ignore": []},
    {"answers": ["5′ 3″", "l'eau"], "mistakes": [["3″"]], "ignore": []},
    {"answers": ["[5, 1]\n[1]", "8\n"], "mistakes": [["[5, 1]"]], "ignore": ["space"], "lines": True},
]

SIGNS = "\n \u00a0\u200f-‑'’,.()²ﬁéßΣσ8 3ck nN特″′´"


def mangled(draw: random.Random, text: str) -> str:
    """The text after a few slips: left out, put in, exchanged, swapped."""
    for _ in range(draw.randint(0, 3)):
        at = draw.randint(0, len(text))
        sign = draw.choice(SIGNS + text)
        text = draw.choice(
            [
                text[:at] + text[at + 1 :],
                text[:at] + sign + text[at:],
                text[:at] + sign + text[at + 1 :],
                text[:at] + text[at : at + 2][::-1] + text[at + 2 :],
            ]
        )
    return draw.choice([text, text.upper(), text.lower(), f" {text} "])


def distance(one: str, other: str) -> int:
    """Slips between two words, by the recursion of the definition."""
    known: dict[tuple[int, int], int] = {}

    def at(i: int, j: int) -> int:
        if not i or not j:
            return i or j
        if (i, j) not in known:
            same = one[i - 1] == other[j - 1]
            ways = [at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (not same)]
            if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
                ways.append(at(i - 2, j - 2) + 1)
            known[i, j] = min(ways)
        return known[i, j]

    return at(len(one), len(other))


def compared(text: str, key: Key) -> list[str]:
    """What two texts must have in common: all, or each line up to the last that has something in it."""
    lines = [plain(line, key["ignore"]) for line in (text.split("\n") if "lines" in key else [text])]
    return lines[: max((number for number, line in enumerate(lines, 1) if line), default=0)]


def judged(text: str, key: Key) -> str:
    """`right`, `wrong`, `close`, or the number of the mistake."""
    written, ignore = compared(text, key), key["ignore"]
    if any(compared(answer, key) == written for answer in key["answers"]):
        return "right"
    for number, texts in enumerate(key["mistakes"], 1):
        if any(compared(each, key) == written for each in texts):
            return f"mistake-{number}"
    if "lines" in key:
        return "wrong"
    flags = re.ASCII | (re.IGNORECASE if "case" in ignore else 0)
    if "pattern" in key and re.fullmatch(key["pattern"], plain(text, []), flags):
        return "right"
    return "close" if is_close(text, key) else "wrong"


def is_close(text: str, key: Key) -> bool:
    """Whether an answer is few slips away, and nearer than every mistake."""
    written = plain(text, IGNORABLE)
    away = [distance(plain(each, IGNORABLE), written) for texts in key["mistakes"] for each in texts]
    for answer in (plain(answer, IGNORABLE) for answer in key["answers"]):
        most = 0 if len(answer) < 5 else 1 if len(answer) < 9 else 2
        slips = distance(answer, written)
        same_digits = re.findall(r"\d", answer) == re.findall(r"\d", written)
        is_a_word = len(answer) >= 5 and not re.search(r"[\u4e00-\u9fff]", answer)
        if is_a_word and same_digits and slips <= most and all(slips < each for each in away):
            return True
    return False


def test_thousands_of_texts_are_graded_as_a_second_witness_does(visits: Visits, plain_files: Built) -> None:
    draw = random.Random(20)
    known = [
        (key, text) for key in KEYS for text in [*key["answers"], *(t for ts in key["mistakes"] for t in ts)]
    ]
    drawn = [(key, mangled(draw, text)) for (key, text), _ in product(known, range(300))]
    page = visits.open(plain_files.file(TERM))
    script = """(drawn) => {
      const type = SelfCheck.types["text-entry"];
      return drawn.map(([key, text]) => {
        const { correct, feedback: [name] } = type.grade({ text }, key);
        if (correct || name !== "wrong") return correct ? "right" : name;
        return type.refuse({ text }, { ...key }) ? "close" : "wrong";
      });
    }"""
    found = page.evaluate(script, drawn)
    expected = [judged(text, key) for key, text in drawn]
    assert [
        (text, key["answers"], told, right)
        for (key, text), told, right in zip(drawn, found, expected, strict=True)
        if told != right
    ] == []
    assert {"right", "wrong", "close", "mistake-1", "mistake-2"} == set(found)


def test_a_slip_is_told_and_not_counted_and_whoever_means_it_presses_again(
    visits: Visits, plain: Built
) -> None:
    block = Block(page := visits.open(plain.page(TERM)), TERM)
    expect(block.button).to_be_visible()
    field = block.field("text")
    tab_to(page, field)
    page.keyboard.type("skip conection")
    page.keyboard.press("Enter")
    expect(block.part("notice")).to_contain_text("Check the spelling")
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    assert block.record is not None
    assert (block.state, block.record["attempts"]) == ("open", 0)
    page.keyboard.press("Enter")
    block.expect_state("wrong")
    expect(block.status.locator("[data-feedback]")).to_have_count(1)
    page.keyboard.press("Backspace")
    expect(block.root).to_have_attribute("data-edited", "")
    expect(block.status.locator("[data-feedback]")).to_have_count(1)
    expect(field).not_to_have_attribute("aria-invalid", "true")
    tab_to(page, field)
    page.keyboard.press("Control+A")
    page.keyboard.type("skip connection")
    tab_to(page, block.button)
    page.keyboard.press("Space")
    block.expect_state("right")
    expect(field).to_have_accessible_description(re.compile(re.escape(SAYS["mark_right"])))
    assert page.evaluate("() => graded.map(one => one.attempt)") == [1, 2]


def test_an_answer_is_given_by_touch(visits: Visits, material: Built) -> None:
    page = visits.open(material.page(TERM), width=375, has_touch=True, is_mobile=True)
    block = Block(page, TERM)
    expect(block.button).to_be_visible()
    field = block.field("text")
    for control in (field, block.button):
        box = control.bounding_box()
        assert box is not None
        assert box["height"] >= 44
    field.tap()
    expect(field).to_be_focused()
    page.keyboard.insert_text("bottleneck")
    block.button.tap()
    block.expect_state("wrong")
    expect(block.status).to_contain_text("goes round it")
    block.button.tap()
    assert block.response() == {"text": "bottleneck"}
    field.fill("Skip‑Connection")
    block.button.tap()
    block.expect_state("right")


def test_whatever_is_pasted_is_graded_as_text_and_breaks_nothing(visits: Visits, plain: Built) -> None:
    block = Block(page := visits.open(plain.page(TERM)), TERM)
    expect(block.button).to_be_visible()
    absurd = [
        "x" * 1_000_000,
        "skip connection" + "!" * 50_000,
        "\u202eskip\u2066\u0007",
        "<script>document.title = 'no'</script>",
        "NaN",
        "1e999",
        "a" * 190 + "\ud800",
        "__proto__",
    ]
    for text in absurd:
        block.field("text").evaluate(
            "(field, text) => { field.value = text;"
            " field.dispatchEvent(new InputEvent('input', {bubbles: true})); }",
            text,
        )
        block.button.click()
        expect(block.root).to_have_attribute("data-state", re.compile("wrong|right"))
        block.clear()
    assert page.title() != "no"
    block.field("text").evaluate("field => { field.value = '\\u200e \\u200b'; }")
    block.button.click()
    expect(block.part("notice")).to_have_text("Write an answer first.")
