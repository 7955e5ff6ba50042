"""Blocks under the theme that MkDocs ships, which brings a style of its own for forms."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import expect

from tests.browsing.accessibility import faults
from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import Block
from tests.selfcheck.browser.built import FIRST, Built
from tests.selfcheck.browser.states import bring
from tests.selfcheck.cases import Accepted


@pytest.mark.one_type
@pytest.mark.each_scheme
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("case", FIRST, ids=str)
def test_a_block_works_and_reads_well_under_the_theme_of_mkdocs(
    visits: Visits, mkdocs_theme: Built, case: Accepted, scheme: Literal["light", "dark"]
) -> None:
    page = visits.open(mkdocs_theme.page(case), color_scheme=scheme)
    block = bring(Block(page, case), case, "wrong")
    assert faults(page, "self-check") == []
    block.answer_again()
    bring(block, case, "right")
    expect(block.explanation).to_be_visible()
    assert faults(page, "self-check") == []
    page.reload()
    block.expect_state("right")


@pytest.mark.one_type
@pytest.mark.parametrize("case", FIRST, ids=str)
def test_the_address_of_a_question_leads_below_the_bar_of_the_theme(
    visits: Visits, mkdocs_theme: Built, case: Accepted
) -> None:
    page = visits.open(f"{mkdocs_theme.page('lesson')}#check-{case.id}")
    bar = page.locator(".navbar").bounding_box()
    label = Block(page, case).part("label")
    expect(label).to_be_in_viewport(ratio=1)
    box = label.bounding_box()
    assert bar is not None
    assert box is not None
    assert box["y"] >= bar["y"] + bar["height"]
