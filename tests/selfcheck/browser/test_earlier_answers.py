"""Answers that the script of November 2026 has saved, and records that hold more than it knows."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import SAYS, Block, open_menu
from tests.selfcheck.browser.built import ANY, Built
from tests.selfcheck.browser.states import bring
from tests.selfcheck.cases import Accepted, all_accepted
from tests.selfcheck.fingerprints import LOSS, SAVED

RECORDS: dict[str, dict[str, Any]] = json.loads(SAVED.read_text("utf-8"))["records"]


@pytest.mark.each_type
@pytest.mark.parametrize("case", [case for case in all_accepted() if case.id in RECORDS], ids=str)
def test_an_answer_saved_in_2026_comes_back(visits: Visits, plain: Built, case: Accepted) -> None:
    page = visits.open(plain.page("lesson"))
    open_menu(page)
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name=SAYS["load"]).click()
    chooser.value.set_files(SAVED)
    expect(page.get_by_text(SAYS["loaded"].format(loaded=len(RECORDS), left=0))).to_be_visible()
    page.goto(plain.page(case))
    block, record = Block(page, case), RECORDS[case.id]
    expect(block.button).to_be_attached()
    assert block.root.get_attribute("data-fingerprint") == record["fingerprint"], LOSS
    block.expect_state(record["state"])
    block.expect_restored(record["response"])
    assert block.record == record


def test_what_a_record_holds_beside_what_the_script_knows_is_kept(visits: Visits, plain: Built) -> None:
    page = visits.open(plain.page(ANY))
    block = bring(Block(page, ANY), ANY, "wrong")
    further = {"plan": [[1, "good", 2]], "note": {"text": "from a later version"}}
    page.evaluate(
        """([id, further]) => {
          const place = Object.keys(localStorage).find((key) => key.endsWith(`:${id}`));
          localStorage.setItem(place, JSON.stringify({ ...JSON.parse(localStorage[place]), ...further }));
        }""",
        [ANY.id, further],
    )
    page.reload()
    block.expect_state("wrong")
    block.button.click()
    block.give(ANY.right)
    block.expect_state("right")
    assert block.record is not None
    assert (block.record["v"], block.record["attempts"]) == (1, 2)
    assert further.items() <= block.record.items()
