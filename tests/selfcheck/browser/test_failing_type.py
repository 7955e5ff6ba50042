"""A type of a site's own whose script fails: its blocks are what they are without a script, and no others."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import SAYS, Block
from tests.selfcheck.browser.built import Built
from tests.selfcheck.browser.review_site import days_pass, reader, review, review_site, settle
from tests.selfcheck.browser.reviewing import answer, expect_due
from tests.selfcheck.browser.small_site import choice, small_site

OWN_TYPES = Path(__file__).parents[1] / "own_types"

OWN = """id: {id}
type: estimate
stem: What share of the picture is sky?
percent: 40
within: 5
hints: [Count the rows.]
explanation: Four of the ten rows are sky.
"""

FAULTS = {
    "begun": """connect({ form, make }) {
        form.querySelector("input").hidden = true;
        form.querySelector("label").append(make("button", "dead", "Draw"));
        missing.word;
      }""",
    "painted": "paint: () => missing.word",
    "graded": "grade: () => missing.word",
    "defined": "words: missing.word",
}
"""What the script of the type says besides, by what fails then."""


@contextmanager
def failing_site(root: Path, fault: str) -> Iterator[Built]:
    """The page `lesson`: two questions of a type that fails, and ours before, between and after them."""
    shutil.copytree(OWN_TYPES, root / "kinds")
    script = root / "kinds/estimate/behaviour.js"
    script.write_text(script.read_text("utf-8").replace("\n});", f"\n  {FAULTS[fault]},\n}});"), "utf-8")
    questions = [
        choice("before"),
        OWN.format(id="own"),
        choice("between"),
        OWN.format(id="other"),
        choice("after"),
    ]
    with small_site(root, *questions, options={"types": ["kinds"]}) as site:
        yield site


def expect_failed(block: Block) -> None:
    """Wait until the block has no state any more, since its script has failed."""
    expect(block.root).to_have_attribute("data-failed", "")
    assert block.root.get_attribute("data-state") is None


def assert_readable(block: Block) -> None:
    """The block is what it is without a script, and says that nothing is checked."""
    expect_failed(block)
    expect(block.status).to_have_text(SAYS["failed"])
    assert block.root.locator("button").count() == 0
    expect(block.root.locator("input")).to_be_visible()
    expect(block.hints).to_be_visible()
    expect(block.explanation).not_to_be_visible()
    block.answer.locator("summary").click()
    expect(block.explanation).to_be_visible()
    block.hints.locator("summary").click()
    expect(block.hints.get_by_text("Count the rows.")).to_be_visible()


def assert_told(visits: Visits, name: str) -> None:
    """The console names the type and what has failed."""
    assert visits.complaints
    for said in visits.complaints:
        assert "missing is not defined" in said
        assert name in said
    visits.allowed = ("missing is not defined",)


@pytest.mark.parametrize("fault", ["begun", "painted"])
def test_a_block_that_cannot_begin_can_be_read_and_its_neighbours_answered(
    tmp_path: Path, visits: Visits, fault: str
) -> None:
    with failing_site(tmp_path, fault) as site:
        page = visits.open(site.page("lesson"))
        for name in ("own", "other"):
            assert_readable(Block(page, name))
        for name in ("before", "between", "after"):
            block = Block(page, name)
            block.give({"response": "1"})
            block.expect_state("right")
        assert_told(visits, 'question type "estimate"')


def test_a_block_whose_type_is_never_defined_says_so_and_can_be_read(tmp_path: Path, visits: Visits) -> None:
    with failing_site(tmp_path, "defined") as site:
        page = visits.open(site.page("lesson"))
        for name in ("own", "other"):
            assert_readable(Block(page, name))
        block = Block(page, "between")
        block.give({"response": "1"})
        block.expect_state("right")
        # The script is named after its type.
        visits.allowed = ("missing is not defined",)


def test_a_block_that_cannot_grade_keeps_what_was_answered_and_the_focus(
    tmp_path: Path, visits: Visits
) -> None:
    with failing_site(tmp_path, "graded") as site:
        page = visits.open(site.page("lesson"))
        block = Block(page, "own")
        block.fill({"percent": "70"})
        block.button.click()
        assert_told(visits, 'question type "estimate"')
        expect_failed(block)
        expect(block.status).to_be_focused()
        expect(block.field("percent")).to_have_value("70")
        assert_readable(block)
        Block(page, "other").expect_state("open")
        page.reload()
        block.expect_state("open")
        expect(block.field("percent")).to_have_value("70")


def test_a_block_that_fails_later_says_nothing_more_of_its_record(tmp_path: Path, visits: Visits) -> None:
    with small_site(tmp_path, choice("one")) as site:
        page = visits.open(site.page("lesson"))
        block = Block(page, "one")
        block.give({"response": "2"})
        block.fill({"response": "1"})
        expect(block.root).to_have_attribute("data-edited", "")
        page.evaluate(
            "() => Object.values(SelfCheck.types).forEach((type) => { type.grade = () => missing.word })"
        )
        block.button.click()
        expect_failed(block)
        assert block.root.get_attribute("data-edited") is None
        visits.allowed = ("missing is not defined",)


def test_the_way_on_leads_to_a_block_that_has_failed(tmp_path: Path, visits: Visits) -> None:
    with failing_site(tmp_path, "begun") as site:
        page = visits.open(site.page("lesson"))
        block = Block(page, "before")
        block.give({"response": "1"})
        expect(block.button).to_have_text(SAYS["next_question"])
        block.button.click()
        expect(page.locator("#check-own")).to_be_focused()
        visits.allowed = ("missing is not defined",)


def test_a_block_that_has_failed_fails_once_however_many_scripts_come(tmp_path: Path, visits: Visits) -> None:
    with failing_site(tmp_path, "begun") as site:
        page = visits.open(site.page("lesson"))
        expect_failed(Block(page, "own"))
        told = len(visits.complaints)
        page.evaluate("() => SelfCheck.define({ type: 'another', grade: () => ({}) })")
        assert len(visits.complaints) == told == 2
        visits.allowed = ("missing is not defined",)


def test_a_review_goes_on_after_a_question_that_cannot_be_graded(tmp_path: Path, visits: Visits) -> None:
    with review_site(tmp_path) as site:
        page = reader(visits, site.page("lesson"))
        settle(page, site, "one", "two")
        days_pass(page, 2)
        page.goto(site.page("review"))
        expect_due(page, 2)
        page.evaluate(
            "() => Object.values(SelfCheck.types).forEach((type) => { type.grade = () => missing.word })"
        )
        answer(Block(page, "one"), "1")
        expect(review(page).get_by_text(SAYS["review_missing"])).to_be_visible()
        later = review(page).get_by_role("button", name=SAYS["review_later"])
        expect(later).to_be_focused()
        later.click()
        Block(page, "two").expect_state("open")
        assert_told(visits, "question type")
