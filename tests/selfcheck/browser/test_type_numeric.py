"""Numbers as readers type them: read and graded as a witness in another language does; keyboard and touch."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from selfcheck.frame.words import words
from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import SAYS, Block
from tests.selfcheck.browser.built import Built
from tests.selfcheck.browser.grading import grade
from tests.selfcheck.browser.small_site import small_site
from tests.selfcheck.witnesses.numbers import UNITS, NumberWitness, Reading, typed

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


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    with small_site(tmp_path_factory.mktemp("numeric"), QUESTION) as site:
        yield site


@pytest.fixture
def page(visits: Visits, site: Built) -> Page:
    page = visits.open(site.page("lesson"))
    Block(page, "size").expect_state("open")
    return page


READ = """([texts, numbers, unit]) => {
  const {refuse, grade} = SelfCheck.types.numeric;
  return texts.map((value, index) => {
    const key = {answer: numbers[index] ?? 0, within: 0, mistakes: [], unit};
    return [refuse({value}, key)?.message ?? "", grade({value}, key).correct];
  });
}"""


def expect_read_alike(page: Page, texts: list[str], decimal: str, own: dict[str, str]) -> None:
    readings = [NumberWitness(text, "px", decimal).reading() for text in texts]
    other = "," if decimal == "." else "."
    expected = [
        # What can be read in two ways is asked about where the answer has no groups.
        NumberWitness(text, "px", other).reading() if reading == "two ways" else reading
        for text, reading in zip(texts, readings, strict=True)
    ]
    numbers = [number if isinstance(number, float) else None for number in expected]
    assert sum(number is not None for number in numbers) > len(texts) / 5
    assert readings.count("two ways") > len(texts) / 300
    said = {"no number": own["no_number"], "two ways": own["two_ways"].replace("{example}", f"12{decimal}5")}
    found = page.evaluate(READ, [texts, numbers, "px"])
    for text, reading, number, (message, is_it) in zip(texts, readings, numbers, found, strict=True):
        if reading == "two ways" and number is None:
            assert not is_it, text  # too great, or in a fraction with a numeral that has no groups
        elif isinstance(reading, str):
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
        ("1´000´000", 1e6),
        ("1\u2009000\u00a0000", 1e6),
        ("10^5", 1e5),
        ("10⁵", 1e5),
        ("-10⁻²", -0.01),
        ("10**5", 1e5),
        ("10^(-3)", 0.001),
        ("10^{-3}", 0.001),
        ("1·10^5", 1e5),
        ("1・10^5", 1e5),
        ("1e5", 1e5),
        ("３２", 32),
        ("－３", -3),
        ("ー３", -3),
        ("—3", -3),
        ("０．５", 0.5),
        ("０。５", 0.5),
        ("１，２３４．５", 1234.5),
        ("１１２ｐｘ", 112),
        ("１２×１０＾３", 12000),
        ("٣٫٥", 3.5),
        ("112px", 112),
        ("1.234", 1.234),
        ("3 e5", 3e5),
        ("3e -2", 0.03),
        ("1∕2", 0.5),
        ("३.५", 3.5),
        ("३२", 32),
        ("٣٢", 32),
        ("1,234", "two ways"),
        ("50%", "no number"),
        ("1 2", "no number"),
        ("½", "no number"),
        ("1½", "no number"),
        ("5²", "no number"),
        ("2^10", "no number"),
        ("110^5", "no number"),
        ("5 10^3", "no number"),
        ("10^5/2", "no number"),
        ("１，２３４", "two ways"),
        ("1/0", "no number"),
        ("1e999", "no number"),
        ("Infinity", "no number"),
        ("0x10", "no number"),
    ],
)
def test_the_witness_reads_what_the_guide_says(text: str, number: Reading) -> None:
    assert NumberWitness(text, "px", ".").reading() == number


@pytest.mark.parametrize(
    ("text", "answer", "state"),
    [
        ("1,234", 1234, "right"),
        ("1,234", 1235, "wrong"),
        ("-1,234", -1234, "right"),
        ("1,234/2", 617, "right"),
        ("1,234", 1.234, "refused"),
    ],
)
def test_thousands_in_one_group_are_read_unless_less_is_expected(
    text: str, answer: float, state: str, page: Page
) -> None:
    key = {"answer": answer, "within": 1e-9, "mistakes": [], "unit": ""}
    refuse = "([value, key]) => !!SelfCheck.types.numeric.refuse({value}, key)"
    assert page.evaluate(refuse, [text, key]) == (state == "refused")
    (result,) = grade(page, "numeric", [({"value": text}, key)])
    assert result["correct"] == (state == "right")
    # Where the author knows it as a mistake, she is asked, too.
    known = {**key, "answer": 7, "mistakes": [1.234]}
    assert page.evaluate(refuse, ["1,234", known])


UNIT_PAIRS = [(unit, spelling) for spellings in UNITS for unit in spellings for spelling in spellings]


def test_a_unit_is_read_in_every_spelling_of_it_and_in_no_other(page: Page) -> None:
    pairs = [(unit, f"1{blank}{spelling}") for unit, spelling in UNIT_PAIRS for blank in ("", " ", "\u202f")]
    other = [("ms", "1 m·s"), ("m·s", "1 ms"), ("m", "1 M"), ("MΩ", "1 mΩ"), ("%", "1 ‰"), ("'", '1"')]
    read = """pairs => pairs.map(([unit, value]) =>
      !SelfCheck.types.numeric.refuse({value}, {answer: 1, within: 0, mistakes: [], unit}))"""
    assert [
        pair for pair, is_read in zip(pairs, page.evaluate(read, pairs), strict=True) if not is_read
    ] == []
    assert page.evaluate(read, other) == [False] * len(other)


def graded(number: float, key: dict[str, Any]) -> dict[str, Any]:
    """As the guide tells it: near enough is right, else the nearest known mistake as near as that."""
    if abs(number - key["answer"]) <= key["within"]:
        return {"correct": True, "score": 1, "feedback": ["right"], "marks": {"value": "right"}}
    distances = [(abs(number - mistake), n) for n, mistake in enumerate(key["mistakes"], 1)]
    near = [n for distance, n in sorted(distances) if distance <= key["within"]]
    feedback = f"mistake-{near[0]}" if near else "wrong"
    return {"correct": False, "score": 0, "feedback": [feedback], "marks": {"value": "wrong"}}


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
    found = grade(page, "numeric", [({"value": repr(number)}, key) for number, key in cases])
    expected = [graded(number, key) for number, key in cases]
    assert found == expected
    told = {result["feedback"][0] for result in expected}
    assert told >= {"right", "wrong", "mistake-1", "mistake-2", "mistake-3", "mistake-4"}


def test_by_keyboard_alone_from_a_mistake_to_another_variant(page: Page) -> None:
    block = Block(page, "size")
    answer = page.evaluate("JSON.parse(document.getElementById('check-size').dataset.key).answer")
    page.keyboard.press("Tab")  # the menu of the block
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
    block.expect_state("wrong")
    page.keyboard.press("Enter")
    block.expect_state("right")
    expect(block.status).to_contain_text("So it is.")
    for name in ("answer_again", "another"):
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
    state = block.state or ""
    block.field("value").fill("")
    page.reload()
    block.expect_state(state)


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
