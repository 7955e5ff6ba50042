"""Texts that find no room as they are: words longer than a line, and formulas that no script has drawn."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browsing.fit import overflow, spilled
from tests.browsing.visits import Visits
from tests.selfcheck.browser.built import Built
from tests.selfcheck.browser.small_site import choice, small_site

WORD = "Donaudampfschiff" * 5
UNIT = f"id: unit\ntype: numeric\nstem: How many?\nanswer: 3\nunit: {WORD}\nexplanation: because\n"
MENU = f"""id: menu
type: cloze
stem: Fill in.
text: "[_one_]"
gaps:
  one: {{options: [{WORD}, {{text: b, correct: true}}]}}
explanation: because
"""
TYPED = "id: typed\ntype: text-entry\nstem: Which?\nanswers: [b]\nexplanation: because\n"
FORMULA = choice("formula").replace("answer number 1", "$$x^2$$")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    root = tmp_path_factory.mktemp("long-words")
    extensions = ["pymdownx.superfences", {"pymdownx.arithmatex": {"generic": True}}]
    # The style of a text entry comes after that of a cloze.
    questions = (MENU, UNIT, TYPED, FORMULA)
    with small_site(root, *questions, theme="material", markdown_extensions=extensions) as site:
        yield site


@pytest.fixture
def page(visits: Visits, site: Built) -> Page:
    page = visits.open(site.page("lesson"), width=320)
    page.locator("self-check:not([data-state])").first.wait_for(state="detached")
    return page


@pytest.mark.parametrize("name", ["menu", "unit"])
def test_a_word_longer_than_a_line_stays_in_its_block(name: str, page: Page) -> None:
    assert spilled(page.locator(f"#check-{name}")) == []
    assert overflow(page) == 0


def test_a_formula_that_no_script_has_drawn_stands_beside_its_control(page: Page) -> None:
    row = page.locator("#check-formula [data-option='1']")
    formula, control = row.locator("div.arithmatex"), row.locator("input")
    expect(formula).to_have_text("\\[x^2\\]")
    left, right = formula.bounding_box(), control.bounding_box()
    assert left
    assert right
    assert left["x"] >= right["x"] + right["width"]
