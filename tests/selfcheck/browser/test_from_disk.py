"""Pages opened from the disk, as from a stick or an unpacked archive."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import Block
from tests.selfcheck.browser.built import ANY, FIRST, Built
from tests.selfcheck.browser.states import bring, has_steps
from tests.selfcheck.cases import Accepted


@pytest.mark.one_type
@pytest.mark.parametrize("case", FIRST, ids=str)
def test_answers_from_the_disk_survive_a_reload(
    visits: Visits, material_files: Built, case: Accepted
) -> None:
    page = visits.open(material_files.file(case))
    block = Block(page, case)
    bring(block, case, "wrong")
    page.reload()
    block.expect_state("wrong")
    expect(block.part("verdict")).to_be_visible()
    block.expect_restored(case.wrong)
    block.answer_again()
    bring(block, case, "right")
    page.reload()
    block.expect_state("right")
    block.expect_restored(case.right if not has_steps(case) else block.response())


def test_two_sites_on_one_disk_do_not_mix(visits: Visits, material_files: Built, plain_files: Built) -> None:
    case = ANY
    page = visits.open(material_files.file(case))
    bring(Block(page, case), case, "right")
    page.goto(plain_files.file(case))
    Block(page, case).expect_state("open")
    page.goto(material_files.file(case))
    Block(page, case).expect_state("right")
