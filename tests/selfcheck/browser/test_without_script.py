"""The page as it is when scripts are blocked."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import SAYS, Block
from tests.selfcheck.browser.built import Built
from tests.selfcheck.cases import Accepted, all_accepted

every_case = pytest.mark.parametrize("case", all_accepted(), ids=str)


@pytest.mark.each_type
@every_case
def test_without_script_everything_can_be_read(visits: Visits, plain: Built, case: Accepted) -> None:
    block = Block(visits.open(plain.page(case), java_script_enabled=False), case)
    expect(block.part("stem")).to_be_visible()
    expect(block.part("unscripted")).to_have_text(SAYS["unscripted"])
    expect(block.explanation).to_be_hidden()
    for hint in block.hints.all():
        hint.locator("summary").click()
        expect(hint.locator("> :not(summary)")).to_be_visible()
    block.answer.locator("> summary").click()
    expect(block.explanation).to_be_visible()
    for part in block.root.locator("[data-feedback], .self-check__key, .self-check__model").all():
        expect(part).to_be_visible()


@pytest.mark.each_control
@every_case
def test_without_script_no_control_is_dead_and_nothing_is_submitted(
    visits: Visits, plain: Built, case: Accepted
) -> None:
    page = visits.open(plain.page(case), java_script_enabled=False)
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    block = Block(page, case)
    expect(block.root.locator("button:not(.md-clipboard), input[type=submit]")).to_have_count(0)
    block.fill(case.right)
    # Selecting and writing work, for oneself; the ideas wait beside the model answer.
    block.controls.first.press("Enter")
    block.answer.locator("> summary").click()
    expect(block.explanation).to_be_visible()
    block.fill(case.right)
    assert block.response() == {name: value for name, value in case.right.items() if value}
    assert requests == []
    assert page.url == plain.page(case)
