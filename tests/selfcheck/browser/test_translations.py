"""Translated questions as readers meet them: one record of answers, and words typed in either language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from selfcheck.frame.words import words
from tests.browsing.server import serve
from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import Block
from tests.selfcheck.browser.built import FIRST, Built, rebuild
from tests.selfcheck.cases import Accepted, write_pages, write_quizzes
from tests.selfcheck.sites import draw
from tests.selfcheck.translating import MARK, translation_of

ENGLISH, GERMAN = words("en").frame, words("de").frame
STRIDE = """\
questions:
  - id: word
    type: text-entry
    stem: What is the distance between two places called?
    answers: [{text: stride, feedback: So it is.}]
    feedback: {wrong: That is another word.}
    explanation: A stride is a step.
"""
SCHRITT = """\
questions:
  - id: word
    stamp: f41aa902
    stem: Wie heißt der Abstand zweier Stellen?
    answers: [{text: Schrittweite, feedback: So ist es.}]
    feedback: {wrong: Das ist ein anderes Wort.}
    explanation: Eine Schrittweite ist ein Schritt.
"""
GAP = """\
questions:
  - id: gap
    type: cloze
    stem: What is the distance between two places called?
    text: It is a [_name_].
    gaps: {name: {answers: [stride]}}
    explanation: A stride is a step.
"""
LUECKE = """\
questions:
  - id: gap
    stamp: f91d8b08
    stem: Wie heißt der Abstand zweier Stellen?
    text: Das ist eine [_name_].
    gaps: {name: {answers: [Schrittweite]}}
    explanation: Eine Schrittweite ist ein Schritt.
"""
TITLED = "---\nlanguage: de\n---\n\n# {title}\n\n```quiz\n{quiz}\n```\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """A page for the first case of each type and one for its translation; `stride` and `schritt`, `gap` and
    `luecke`."""
    root = tmp_path_factory.mktemp("translated")
    write_pages(root / "docs", FIRST)
    write_quizzes(root / "quizzes", FIRST)
    files = {"quizzes/stride.yml": STRIDE, "quizzes/stride.de.yml": SCHRITT}
    files |= {"quizzes/gap.yml": GAP, "quizzes/gap.de.yml": LUECKE}
    for case in FIRST:
        files[f"quizzes/{case}.de.yml"] = translation_of(case.question, typed=False)
        files[f"docs/{case}-de.md"] = TITLED.format(title=case, quiz=case)
    files["docs/stride.md"] = "# Stride\n\n```quiz\nstride\n```\n"
    files["docs/schritt.md"] = TITLED.format(title="Schritt", quiz="stride")
    files["docs/gap.md"] = "# Gap\n\n```quiz\ngap\n```\n"
    files["docs/luecke.md"] = TITLED.format(title="Lücke", quiz="gap")
    draw(root, {"docs/index.md": (root / "docs/index.md").read_text("utf-8"), **files})
    folder = root / "site"
    folder.mkdir()
    with serve(folder) as address:
        rebuild(root, "plain", site_url=f"{address}/")
        yield Built(address, folder)


@pytest.mark.each_control  # that a record stays one, a test without a browser asks of every text
@pytest.mark.parametrize("case", FIRST, ids=str)
def test_what_is_answered_on_one_page_is_answered_on_the_other(
    visits: Visits, site: Built, case: Accepted
) -> None:
    page = visits.open(site.page(f"{case}-de"))
    block = Block(page, case)
    expect(block.part("stem")).to_contain_text(MARK)
    expect(block.part("label")).to_contain_text(GERMAN["label"])
    block.give(case.right)
    block.expect_state("right")
    page.goto(site.page(case))
    block.expect_state("right")
    expect(block.part("stem")).not_to_contain_text(MARK)
    expect(block.part("verdict")).not_to_have_text("")


def answered(page: Page, text: str) -> Block:
    block = Block(page, "word")
    block.give({"text": text})
    return block


@pytest.mark.parametrize(
    ("first", "text", "then", "feedback"),
    [("schritt", "Schrittweite", "stride", "So ist es."), ("stride", "stride", "schritt", "So it is.")],
)
def test_a_word_is_right_in_the_language_of_its_page_and_stays_right_in_the_other(
    visits: Visits, site: Built, first: str, text: str, then: str, feedback: str
) -> None:
    page = visits.open(site.page(first))
    block = answered(page, text)
    block.expect_state("right")
    expect(block.status).to_contain_text(feedback)
    record = block.record
    page.goto(site.page(then))
    block.expect_state("right")
    expect(block.field("text")).to_have_value(text)
    says = GERMAN if then == "schritt" else ENGLISH
    expect(block.part("verdict")).to_have_text(says["verdict_right"])
    expect(block.signs).to_have_count(0)
    for word in ("That is another word.", "Das ist ein anderes Wort."):
        expect(block.status).not_to_contain_text(word)
    assert block.record == record


@pytest.mark.parametrize(
    ("first", "text", "state", "then"),
    [
        ("gap", "Schrittweite", "wrong", "luecke"),
        ("luecke", "stride", "wrong", "gap"),
        ("gap", "stride", "right", "luecke"),
    ],
)
def test_a_verdict_of_the_other_language_is_told_without_a_count_of_gaps(
    visits: Visits, site: Built, first: str, text: str, state: str, then: str
) -> None:
    page = visits.open(site.page(first))
    block = Block(page, "gap")
    block.give({"name": text})
    block.expect_state(state)
    page.goto(site.page(then))
    block.expect_state(state)
    says = GERMAN if then == "luecke" else ENGLISH
    expect(block.part("verdict")).to_have_text(says[f"verdict_{state}"])


def test_a_word_of_the_other_language_is_wrong_and_a_new_attempt_may_be_right(
    visits: Visits, site: Built
) -> None:
    page = visits.open(site.page("schritt"))
    block = answered(page, "stride")
    block.expect_state("wrong")
    expect(block.status).to_contain_text("Das ist ein anderes Wort.")
    page.goto(site.page("stride"))
    block.expect_state("wrong")
    block.give({"text": "stride"})
    block.expect_state("right")
    expect(block.status).to_contain_text("So it is.")
