"""What a type declares in its model is what its script does."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import Block
from tests.selfcheck.browser.built import FIRST, Built
from tests.selfcheck.browser.states import is_choice, traits
from tests.selfcheck.cases import Accepted

FOUND = """([name, response]) => {
  const type = SelfCheck.types[name];
  return {
    presses: (type.steps ?? ["check"]).length,
    canBeEmpty: type.isEmpty?.({}) ?? true,
    keeps: Object.keys(type.again?.(response, false) ?? {}).length > 0,
  };
}"""


@pytest.mark.parametrize("case", FIRST, ids=str)
def test_a_type_does_what_its_model_declares(visits: Visits, plain: Built, case: Accepted) -> None:
    page = visits.open(plain.page(case))
    block = Block(page, case)
    expect(block.button).to_be_visible()
    declared = traits(case)
    found = page.evaluate(FOUND, [case.type, dict(case.wrong)])
    assert found["presses"] > 1 if declared.has_steps else found["presses"] == 1
    assert found["canBeEmpty"] == declared.can_be_empty
    assert found["keeps"] == declared.keeps_response
    for name in declared.first_fields:
        expect(block.field(name)).to_be_visible()
    if declared.choice_field:
        assert is_choice(case)
        expect(block.field(declared.choice_field).first).to_have_attribute("type", "radio")


def test_no_keyboard_of_a_phone_changes_what_is_compared_letter_by_letter(
    visits: Visits, plain: Built
) -> None:
    page = visits.open(plain.page("lesson"))
    expect(page.locator("self-check[data-state]")).to_have_count(len(FIRST))
    fields = page.locator("self-check :is(input[type=text], textarea)").and_(
        page.locator(":not([data-type=short-answer] *)")
    )
    assert fields.count() > 3
    for field in fields.all():
        for change in ("autocapitalize", "autocorrect"):
            expect(field).to_have_attribute(change, "off")
        expect(field).to_have_attribute("spellcheck", "false")
