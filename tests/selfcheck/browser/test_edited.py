"""What a record is worth after an author has edited the site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browsing.server import serve
from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import SAYS, Block
from tests.selfcheck.browser.built import ANY, FIRST, rebuild
from tests.selfcheck.browser.small_site import choice
from tests.selfcheck.browser.states import before_comparing, bring
from tests.selfcheck.cases import Accepted, quiz_of, write_pages
from tests.selfcheck.samples import sample

every_type = pytest.mark.parametrize("case", FIRST, ids=str)


@dataclass(frozen=True, slots=True)
class Draft:
    """A site of one page, which its author builds again and again."""

    root: Path
    address: str

    def publish(self, *questions: str) -> None:
        """Build the page with these questions, in this order."""
        (self.root / "docs/quiz.md").write_text("# Quiz\n\n```quiz\nquiz\n```\n", "utf-8")
        (self.root / "quizzes").mkdir(exist_ok=True)
        (self.root / "quizzes/quiz.yml").write_text(quiz_of(*questions), "utf-8")
        rebuild(self.root, "plain")


@contextmanager
def _draft(root: Path) -> Iterator[Draft]:
    write_pages(root / "docs", [])
    (root / "site").mkdir()
    with serve(root / "site") as address:
        yield Draft(root, f"{address}/quiz/")


@pytest.fixture
def draft(tmp_path: Path) -> Iterator[Draft]:
    with _draft(tmp_path) as draft:
        yield draft


def answered(visits: Visits, draft: Draft, case: Accepted) -> tuple[Page, Block]:
    """A page whose question has been answered, rightly."""
    draft.publish(case.question)
    page = visits.open(draft.address)
    return page, bring(Block(page, case), case, "right")


def edited(question: str, part: str) -> str:
    """The question with another word in what follows `part`."""
    changed, count = re.subn(
        rf"(?m)^( *(?:- )?{part}: *(?:\|\n *)?[\"{{\[]*)(?=\S)", r"\1Indeed ", question, count=1
    )
    assert count, f"no {part} in {question}"
    return changed


@pytest.mark.one_type
@every_type
def test_a_question_inserted_above_takes_no_answer(visits: Visits, draft: Draft, case: Accepted) -> None:
    page, block = answered(visits, draft, case)
    kept = block.response()
    draft.publish(sample("inserted-above"), case.question)
    page.reload()
    expect(page.locator("self-check")).to_have_count(2)
    block.expect_state("right")
    block.expect_restored(kept)
    Block(page, "inserted-above").expect_state("open")


def test_editing_another_question_keeps_the_answer(visits: Visits, draft: Draft) -> None:
    case, other = ANY, sample("another")
    draft.publish(case.question, other)
    page = visits.open(draft.address)
    block = bring(Block(page, case), case, "right")
    draft.publish(case.question, edited(other, "stem"))
    page.reload()
    block.expect_state("right")


@pytest.mark.one_type
@every_type
def test_editing_the_explanation_keeps_the_answer(visits: Visits, draft: Draft, case: Accepted) -> None:
    page, block = answered(visits, draft, case)
    draft.publish(edited(case.question, "explanation"))
    page.reload()
    block.expect_state("right")
    expect(block.explanation).to_contain_text("Indeed")
    expect(block.status).not_to_contain_text(SAYS["changed"])


@pytest.mark.one_type
@pytest.mark.parametrize(
    ("case", "part"),
    [(case, part) for case in FIRST for part in ("feedback", "if-true") if f" {part}: " in case.question],
    ids=str,
)
def test_editing_the_feedback_keeps_the_answer(
    visits: Visits, draft: Draft, case: Accepted, part: str
) -> None:
    page, block = answered(visits, draft, case)
    draft.publish(edited(case.question, part))
    page.reload()
    block.expect_state("right")
    expect(block.root).to_contain_text("Indeed")


@pytest.mark.parametrize(
    "part", ["stem", *(pytest.param(part, marks=pytest.mark.slow) for part in ("text", "idea"))]
)
def test_a_question_that_has_changed_says_so_and_starts_afresh(
    visits: Visits, draft: Draft, part: str
) -> None:
    cases = [case for case in FIRST if f"{part}: " in case.question]
    draft.publish(*(case.question for case in cases))
    page = visits.open(draft.address)
    blocks = [bring(Block(page, case), case, "right") for case in cases]
    draft.publish(*(edited(case.question, part) for case in cases))
    page.reload()
    for case, block in zip(cases, blocks, strict=True):
        block.expect_state("open")
        expect(block.status).to_have_text(SAYS["changed"])
        expect(block.signs).to_have_count(0)
        assert block.response() == before_comparing(case)
        bring(block, case, "right")
    page.reload()
    for block in blocks:
        block.expect_state("right")
        expect(block.status).not_to_contain_text(SAYS["changed"])


def test_a_new_key_makes_a_changed_question(visits: Visits, draft: Draft) -> None:
    question = choice("with-another-key")
    draft.publish(question)
    page = visits.open(draft.address)
    block = Block(page, "with-another-key")
    block.give({"response": "1"})
    block.expect_state("right")
    first, other = question.replace("    correct: true\n", ""), "  - text: answer number 2\n"
    draft.publish(first.replace(other, f"{other}    correct: true\n"))
    page.reload()
    block.expect_state("open")
    expect(block.status).to_have_text(SAYS["changed"])


def test_what_is_begun_after_a_change_is_there_after_a_reload(visits: Visits, draft: Draft) -> None:
    draft.publish(choice("with-another-stem"))
    page = visits.open(draft.address)
    block = Block(page, "with-another-stem")
    block.give({"response": "1"})
    block.expect_state("right")
    draft.publish(edited(choice("with-another-stem"), "stem"))
    page.reload()
    expect(block.status).to_have_text(SAYS["changed"])
    block.fill({"response": "2"})
    page.reload()
    block.expect_restored({"response": "2"})
    block.expect_state("open")
    expect(block.status).to_be_empty()
    assert block.record is not None
    assert block.record["deeds"] == []
