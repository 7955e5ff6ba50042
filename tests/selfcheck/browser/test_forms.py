"""Words with forms of number as readers meet them: singular and plural are right in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import Page, expect

from selfcheck.frame.forms import Forms
from selfcheck.frame.words import languages, words
from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import SAYS, Block
from tests.selfcheck.browser.built import Built
from tests.selfcheck.browser.small_site import choice, small_site

NUMBERS = (0, 1, 2, 3, 11, 100, 1_000_000, 1.5)

LEFT = {
    "en": ("1 question left", "2 questions left"),
    "de": ("Noch 1 Frage offen", "Noch 2 Fragen offen"),
    "fr": ("Encore 1 question", "Encore 2 questions"),
    "es": ("Queda 1 pregunta", "Quedan 2 preguntas"),
    "pt": ("Falta 1 pergunta", "Faltam 2 perguntas"),
    "zh": ("还剩 1 题", "还剩 2 题"),
    "ja": ("残り 1 問", "残り 2 問"),
    "ar": ("بقي سؤال واحد", "بقي سؤالان"),
}


@pytest.mark.parametrize("language", languages())
def test_a_page_says_one_and_two_in_its_language(
    visits: Visits, tmp_path_factory: pytest.TempPathFactory, language: str
) -> None:
    questions = (choice("first"), choice("second"), choice("third"))
    with small_site(tmp_path_factory.mktemp(language), *questions, options={"language": language}) as site:
        page = visits.open(site.page("lesson"))
        title = page.locator(".self-check-summary__title")
        Block(page, "first").give({"response": "1"})
        expect(title).to_have_text(LEFT[language][1])
        second = Block(page, "second")
        second.give({"response": "2"})
        second.button.click()
        second.give({"response": "1"})
        expect(title).to_have_text(LEFT[language][0])
        tries = words(language).frame["verdict_right_later"].format(attempt=2)
        expect(second.part("verdict")).to_have_text(tries)


def test_arabic_has_six_forms(visits: Visits, tmp_path_factory: pytest.TempPathFactory) -> None:
    with small_site(tmp_path_factory.mktemp("ar"), choice("asked"), options={"language": "ar"}) as site:
        page = visits.open(site.page("lesson"))
        Block(page, "asked").expect_state("open")
        left = words("ar").frame["left"]
        assert isinstance(left, Forms)
        assert [in_page(page, left, {left.by: number}) for number in (0, 1, 2, 3, 11, 100)] == [
            "لا أسئلة متبقية",
            "بقي سؤال واحد",
            "بقي سؤالان",
            "بقيت 3 أسئلة",
            "بقي 11 سؤالًا",
            "بقي 100 سؤال",
        ]


@pytest.mark.parametrize("language", languages())
def test_a_browser_chooses_the_form_that_the_build_chooses(
    visits: Visits, site: Built, language: str
) -> None:
    page = visits.open(site.page("lesson"))
    Block(page, "painted").expect_state("open")
    said = words(language)
    spoken = [said.frame, *said.types.values()]
    for word in (word for each in spoken for word in each.values() if isinstance(word, Forms)):
        for number in NUMBERS:
            values = dict.fromkeys(placeholders(word), "…") | {word.by: number}
            assert in_page(page, word, values) == word.format(**values), (word, number)


def placeholders(word: Forms) -> set[str]:
    """The names in braces, over all forms."""
    return set(re.findall(r"{(\w+)}", " ".join(word.texts.values())))


def in_page(page: Page, word: str, values: Mapping[str, object]) -> str:
    """What `fill` makes of a word in the page."""
    assert isinstance(word, Forms)
    given = [word.in_script, values]
    said: str = page.evaluate("([word, values]) => SelfCheck.frame.fill(word, values)", given)
    return said


WORD = "[=n|zero: لا بكسلات|one: بكسل واحد|two: بكسلان|few: {} بكسلات|many: {} بكسلًا|other: {} بكسل]"
SHOWN = {0: "لا بكسلات", 1: "بكسل واحد", 2: "بكسلان", 3: "3 بكسلات", 11: "11 بكسلًا"}

PAINTED = f"""id: painted
type: numeric
stem: "كم [=4 * n] {WORD} `[=n]`"
parameters: {{n: [0, 1, 2, 3, 11]}}
answer: 4 * n
hints: ["{WORD}"]
explanation: because
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    with small_site(tmp_path_factory.mktemp("forms"), PAINTED, head="language: ar\n") as site:
        yield site


def test_every_variant_shows_the_form_of_its_number(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("lesson"))
    block = Block(page, "painted")
    block.expect_state("open")
    met = set()
    for _ in SHOWN:
        number = int(block.part("stem").locator("code").inner_text())
        met.add(number)
        expect(block.part("stem").locator("[data-value]").nth(1)).to_have_text(SHOWN[number])
        expect(block.hints.first.locator("[data-value]")).to_have_text(SHOWN[number])
        block.give({"value": str(4 * number)})
        block.expect_state("right")
        page.get_by_role("button", name=SAYS["another"]).click()
    assert met == set(SHOWN)
