"""Every further response that the cases name: partly right, a named mistake, absurd, or not to be graded."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import Block
from tests.selfcheck.browser.built import Built
from tests.selfcheck.cases import Accepted, Further, all_accepted

CASES = [case for case in all_accepted() if case.responses]


@pytest.mark.each_type
@pytest.mark.parametrize("case", CASES, ids=str)
def test_every_response_leads_where_the_case_says(visits: Visits, plain: Built, case: Accepted) -> None:
    page = visits.open(plain.page(case))
    block = Block(page, case)
    block.expect_state("open")
    for further in case.responses:
        _begin_again(block, further)
        before = len(page.evaluate("() => graded"))
        block.give(further.response)
        if further.state == "refused":
            assert (further.name, block.state) == (further.name, "open")
            expect(block.part("notice")).to_contain_text(further.says)
        else:
            block.expect_state(further.state)
            assert len(page.evaluate("() => graded")) == before + 1, further.name
            _expect_graded(block, further)


def _begin_again(block: Block, further: Further) -> None:
    """Answer again, as a reader does; where something stays that the response does not overwrite, clear."""
    if block.state != "open":
        block.answer_again()
    if block.response().keys() - further.response.keys():
        block.clear()


def _expect_graded(block: Block, further: Further) -> None:
    detail = block.page.evaluate("() => graded.at(-1)")
    if further.score is not None:
        assert (further.name, detail["score"]) == (further.name, pytest.approx(further.score, abs=5e-4))
    if further.feedback is not None:
        # Beside the verdict, or at the part that it is about.
        shown = block.root.locator(
            ":is(.self-check__status, .self-check__question) [data-feedback]"
        ).evaluate_all("all => all.map(e => e.dataset.feedback)")
        assert (further.name, shown) == (further.name, list(further.feedback))
    expect(block.status).to_contain_text(further.says)
