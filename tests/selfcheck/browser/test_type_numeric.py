"""Numbers as readers type them: read and graded as a witness in another language does; keyboard and touch."""

from __future__ import annotations

import math
import random
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

import pytest
from playwright.sync_api import Page, expect

from selfcheck.words import words
from tests.selfcheck.browser.block import SAYS, Block
from tests.selfcheck.browser.built import Built
from tests.selfcheck.browser.small_site import small_site
from tests.selfcheck.browser.visits import Visits

QUESTION = """id: size
type: numeric
stem: A map of [=n] rows loses two. How many are left?
parameters: {n: [14, 16, 18]}
answer: n - 2
unit: px
mistakes:
  - {value: n, feedback: "None of the [=n] is lost here."}
feedback: {right: So it is., wrong: Count again.}
explanation: because
"""
OWN = words("en").types["numeric"]

Reading = float | Literal["no number", "two ways"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    with small_site(tmp_path_factory.mktemp("numeric"), QUESTION) as site:
        yield site


@pytest.fixture
def page(visits: Visits, site: Built) -> Page:
    page = visits.open(site.page("lesson"))
    Block(page, "size").expect_state("open")
    return page


BLANK = "\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
MINUS = "-\u2010\u2011\u2012\u2013\u2212\uff0d"
RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-", strict=True))


@dataclass
class Witness:
    """Reads a text from left to right, one sign after the other, without a single pattern."""

    text: str
    unit: str
    decimal: str
    at: int = 0

    def reading(self) -> Reading:
        if len(self.text.encode("utf-16-le")) // 2 > 60:
            return "no number"
        self.text = "".join(sign for sign in self.text if unicodedata.category(sign) != "Cf").strip(BLANK)
        if self.unit and self.text.endswith(self.unit):
            self.text = self.text[: -len(self.unit)].strip(BLANK)
        self.text = "".join(map(self.simple, self.text))
        sign = -1 if self.take(MINUS) else 1
        if sign == 1:
            self.take("+")
        self.blanks()
        return self.number(sign)

    def simple(self, sign: str) -> str:
        if sign in "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹":
            return str(unicodedata.digit(sign))
        return {"٫": self.decimal, "٬": "'"}.get(sign, sign)

    def take(self, signs: str) -> str:
        if self.at < len(self.text) and self.text[self.at] in signs:
            self.at += 1
            return self.text[self.at - 1]
        return ""

    def blanks(self) -> None:
        while self.take(BLANK):
            pass

    def number(self, sign: int) -> Reading:
        above = self.numeral()
        before = self.at
        self.blanks()
        if self.take("/⁄"):
            self.blanks()
            below = self.numeral()
            if self.at < len(self.text) or not above or not below:
                return "no number"
            if "two ways" in (above, below):
                return "two ways"
            if float(below) == 0:
                return "no number"
            return self.finite(sign * (float(above) / float(below)))
        self.at = before
        power = self.power()
        if self.at < len(self.text) or power is None:
            return "no number"
        if above == "two ways":
            return "two ways"
        return self.finite(sign * float(f"{above}e{power}")) if above else "no number"

    def finite(self, number: float) -> Reading:
        return number if math.isfinite(number) else "no number"

    def power(self) -> str | None:
        if self.at == len(self.text):
            return "0"
        if not self.take("eE"):
            self.blanks()
            if not self.take("·⋅×xX*"):
                return None
            self.blanks()
            if not (self.take("1") and self.take("0")):
                return None
            self.blanks()
            rest = self.text[self.at :]
            if rest[:1] in RAISED:
                if not all(sign in RAISED for sign in rest):
                    return None
                self.text = self.text[: self.at] + "".join(RAISED.get(sign, sign) for sign in rest)
            elif not self.take("^"):
                return None
            self.blanks()
        sign = "-" if self.take(MINUS) else self.take("+")
        digits = ""
        while digit := self.take("0123456789"):
            digits += digit
        return f"{sign}{digits}" if 0 < len(digits) <= 4 else None

    def numeral(self) -> str:
        """Digits with a point, "two ways", or nothing."""
        parts, signs = [""], []
        while self.at < len(self.text):
            sign = self.text[self.at]
            if sign.isascii() and sign.isdigit():
                parts[-1] += sign
            elif sign in f".,'’{BLANK}" and self.text[self.at + 1 : self.at + 2].isdigit():
                signs.append(sign)
                parts.append("")
            else:
                break
            self.at += 1
        if len(parts) == 1:
            return parts[0]
        if len(parts) == 2 and signs[0] in ".,":
            if (
                signs[0] != self.decimal
                and len(parts[1]) == 3
                and 1 <= len(parts[0]) <= 3
                and parts[0][0] != "0"
            ):
                return "two ways"
            return f"{parts[0]}.{parts[1]}"
        fraction = "0"
        if signs[-1] in ".," and signs[-1] != signs[0]:
            fraction = parts.pop()
            signs.pop()
        grouped = 1 <= len(parts[0]) <= 3 and all(len(part) == 3 for part in parts[1:])
        return f"{''.join(parts)}.{fraction}" if grouped and len(set(signs)) == 1 else ""


def typed(source: random.Random) -> str:
    """Something like a number, with slips of the finger in every second one."""
    whole = str(source.choice([0, 3, 12, 123, 999, 1234, 123456, 10**9, source.randint(0, 10**7)]))
    if source.random() < 0.35:
        group = source.choice([",", ".", " ", "\u202f", "'", "’"])
        whole = group.join(part for part in f"{int(whole):,}".split(","))
    text = whole
    if source.random() < 0.5:
        text += source.choice([".", ",", "٫"]) + str(source.randint(0, 9999))
    kind = source.random()
    if kind < 0.15:
        text += source.choice(["e", "E"]) + source.choice(["", "-", "+", "−"]) + str(source.randint(0, 400))
    elif kind < 0.3:
        text += source.choice([" · 10^", "*10^-", "×10", " x 10 ^ "]) + str(source.randint(0, 20))
    elif kind < 0.4:
        text += source.choice(["·10⁻³", " × 10¹²", "⁵"])
    elif kind < 0.55:
        text += source.choice(["/", " / ", "⁄"]) + str(source.randint(0, 30))
    text = (
        source.choice(["", "", "", "-", "−", "+", "– ", "\u200e-"])
        + text
        + source.choice(["", "", " px", "px", "%", " "])
    )
    if source.random() < 0.5:
        signs = "0123456789.,-−+eE/·×^ \u00a0'\u200f\x00\x1bxp%٣NaInfty∞½²"
        for _ in range(source.randint(1, 3)):
            at = source.randint(0, len(text))
            text = text[:at] + source.choice(signs) + text[at + source.randint(0, 1) :]
    return text


READ = """([texts, numbers, unit]) => {
  const {refuse, grade} = SelfCheck.types.numeric;
  return texts.map((value, index) => {
    const key = {answer: numbers[index] ?? 0, within: 0, mistakes: [], unit};
    return [refuse({value}, key)?.message ?? "", grade({value}, key).correct];
  });
}"""


def expect_read_alike(page: Page, texts: list[str], decimal: str, own: dict[str, str]) -> None:
    readings = [Witness(text, "px", decimal).reading() for text in texts]
    numbers = [reading if isinstance(reading, float) else None for reading in readings]
    assert sum(number is not None for number in numbers) > len(texts) / 5
    assert readings.count("two ways") > len(texts) / 300
    said = {"no number": own["no_number"], "two ways": own["two_ways"].replace("{example}", f"12{decimal}5")}
    found = page.evaluate(READ, [texts, numbers, "px"])
    for text, reading, (message, is_it) in zip(texts, readings, found, strict=True):
        if isinstance(reading, str):
            assert message == said[reading], (text, reading)
        else:
            assert (message, is_it) == ("", True), (text, reading)


def test_thousands_of_random_texts_are_read_as_the_witness_reads_them(page: Page) -> None:
    source = random.Random(7)
    texts = [typed(source) for _ in range(6000)]
    expect_read_alike(page, texts, ".", dict(OWN))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0,5", 0.5),
        (".5", 0.5),
        ("−3", -3),
        ("1e-3", 0.001),
        ("1.2·10^3", 1200),
        ("1.2 × 10³", 1200),
        ("3/4", 0.75),
        ("1 000 000", 1e6),
        ("1,234.5", 1234.5),
        ("1'000'000", 1e6),
        ("٣٫٥", 3.5),
        ("112px", 112),
        ("1.234", 1.234),
        ("1,234", "two ways"),
        ("50%", "no number"),
        ("1 2", "no number"),
        ("½", "no number"),
        ("1/0", "no number"),
        ("1e999", "no number"),
        ("Infinity", "no number"),
        ("0x10", "no number"),
    ],
)
def test_the_witness_reads_what_the_guide_says(text: str, number: Reading) -> None:
    assert Witness(text, "px", ".").reading() == number


GRADE = """cases => cases.map(([value, key]) => {
  const {correct, score, feedback, marks} = SelfCheck.types.numeric.grade({value: String(value)}, key);
  return [correct, score, feedback, marks];
})"""


def graded(number: float, key: dict[str, Any]) -> list[Any]:
    """As the guide tells it: near enough is right, else the nearest known mistake as near as that."""
    if abs(number - key["answer"]) <= key["within"]:
        return [True, 1, ["right"], {"value": "right"}]
    distances = [(abs(number - mistake), n) for n, mistake in enumerate(key["mistakes"], 1)]
    near = [n for distance, n in sorted(distances) if distance <= key["within"]]
    return [False, 0, [f"mistake-{near[0]}" if near else "wrong"], {"value": "wrong"}]


def test_thousands_of_random_numbers_are_graded_as_the_witness_grades_them(page: Page) -> None:
    source = random.Random(11)
    cases = []
    for _ in range(4000):
        answer = source.choice([0, source.randint(-50, 50), source.uniform(-5, 5)])
        within = source.choice([1e-9 * abs(answer), 0.01, 0.5, 0.05 * abs(answer)])
        mistakes = [answer + source.uniform(-3, 3) for _ in range(source.randint(0, 4))]
        aim = source.choice([answer, *mistakes])
        number = aim + source.choice([0, within, -within, 1.1 * within, source.uniform(-1, 1)])
        cases.append((number, {"answer": answer, "within": within, "mistakes": mistakes, "unit": ""}))
    found = page.evaluate(GRADE, [[repr(number), key] for number, key in cases])
    expected = [graded(number, key) for number, key in cases]
    assert found == expected
    told = {feedback[0] for _, _, feedback, _ in expected}
    assert told >= {"right", "wrong", "mistake-1", "mistake-2", "mistake-3", "mistake-4"}


def test_by_keyboard_alone_from_a_mistake_to_another_variant(page: Page) -> None:
    block = Block(page, "size")
    answer = page.evaluate("JSON.parse(document.getElementById('check-size').dataset.key).answer")
    page.keyboard.press("Tab")
    expect(block.field("value")).to_be_focused()
    page.keyboard.type("two")
    page.keyboard.press("Enter")
    block.expect_state("open")
    expect(block.status).to_have_text(OWN["no_number"])
    expect(block.field("value")).to_have_attribute("aria-invalid", "true")
    page.keyboard.press("Control+a")
    page.keyboard.type(str(answer + 2))
    page.keyboard.press("Enter")
    block.expect_state("wrong")
    expect(block.status).to_contain_text(f"None of the {answer + 2} is lost here.")
    page.keyboard.press("Control+a")
    page.keyboard.type(str(answer))
    block.expect_state("open")
    page.keyboard.press("Enter")
    block.expect_state("right")
    expect(block.status).to_contain_text("So it is.")
    for name in ("try_again", "another"):
        page.keyboard.press("Tab")
        expect(page.get_by_role("button", name=SAYS[name])).to_be_focused()
    page.keyboard.press("Enter")
    block.expect_state("open")
    page.keyboard.press("Tab")
    expect(block.field("value")).to_be_focused()
    assert page.evaluate("graded.map(each => each.score)") == [0, 1]


def test_by_touch(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("lesson"), width=320, has_touch=True, is_mobile=True)
    block = Block(page, "size")
    block.field("value").tap()
    expect(block.field("value")).to_be_focused()
    expect(block.field("value")).to_have_attribute("inputmode", "decimal")
    page.keyboard.insert_text("1")
    block.button.tap()
    block.expect_state("wrong")
    expect(block.status).to_contain_text("Count again.")
    for control in (block.field("value"), block.button, block.part("another")):
        box = control.bounding_box()
        assert box
        assert min(box["height"], box["width"]) >= 44
    block.part("another").tap()
    block.expect_state("open")


def test_the_field_says_what_it_is_for_and_in_which_unit(page: Page) -> None:
    expect(page.get_by_role("textbox", name=f"{OWN['your_answer']} px", exact=True)).to_be_visible()


@pytest.mark.parametrize(
    "text", ["9" * 1_000_000, "\x00\x1b[31m", "‮12", "<script>graded.push(1)</script>", "NaN"]
)
def test_whatever_is_put_in_breaks_nothing(page: Page, text: str) -> None:
    block = Block(page, "size")
    block.field("value").evaluate(
        "(field, text) => { field.value = text; field.dispatchEvent(new Event('input', {bubbles: true})); }",
        text,
    )
    block.button.click()
    expect(block.status).not_to_be_empty()
    assert block.state in ("open", "wrong")
    assert page.evaluate("graded.length") == (1 if block.state == "wrong" else 0)
    block.field("value").fill("")
    page.reload()
    block.expect_state("open")


def test_a_german_page_reads_a_comma_as_its_own_sign(
    visits: Visits, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = tmp_path_factory.mktemp("german")
    with small_site(root, QUESTION, options={"language": "de"}) as site:
        page = visits.open(site.page("lesson"))
        Block(page, "size").expect_state("open")
        source = random.Random(8)
        texts = [typed(source) for _ in range(1500)]
        expect_read_alike(page, [*texts, "1.234", "1,234"], ",", dict(words("de").types["numeric"]))
