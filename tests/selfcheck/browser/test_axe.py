"""Accessibility, width and size of text in every state; `--all-states` adds every case, scheme and width.

One walk through the states asks all of these, since the way costs more than a question on it.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browsing.accessibility import broken_rules, faults, rule
from tests.browsing.fit import overflow, small_texts, spilled
from tests.browsing.visits import Look, Visits, look_at
from tests.browsing.windows import Windows
from tests.selection import examples
from tests.selfcheck.browser.block import Block
from tests.selfcheck.browser.built import ANY, FIRST, Built
from tests.selfcheck.browser.states import bring, visit
from tests.selfcheck.cases import Accepted, all_accepted, first


@pytest.fixture(scope="module")
def rules_of_the_host(windows: Windows, material: Built) -> frozenset[str]:
    """What Material itself breaks on a page that holds code, a table and a formula, and no question."""
    visits = Visits(windows)
    found = faults(visits.open(material.page("content"), width=375), "article")
    visits.end()
    rules = frozenset(rule(fault) for fault in found)
    assert rules <= {"empty-table-header", "landmark-unique"}, "may a block be forgiven this too?"
    return rules


@pytest.mark.each_type
@pytest.mark.parametrize("case", all_accepted(), ids=str)
def test_every_state_keeps_the_rules_its_width_and_text_of_14_pixels(
    visits: Visits,
    material: Built,
    rules_of_the_host: frozenset[str],
    looks: list[Look],
    case: Accepted,
) -> None:
    page = visits.open(material.page(case), width=375)
    block = Block(page, case)
    for state in visit(block, case):
        for look in looks:
            look_at(page, look)
            found = faults(page, "self-check", "self-check-summary")
            ours = [fault for fault in found if rule(fault) not in rules_of_the_host]
            assert (state, look, ours) == (state, look, [])
            assert (state, look, overflow(page), spilled(block.root)) == (state, look, 0, [])
            assert (state, look, small_texts(block.root)) == (state, look, [])


@pytest.mark.parametrize("name", ["material", "mkdocs_theme", "plain"])
def test_a_page_breaks_no_rule_that_it_keeps_without_us(
    visits: Visits, request: pytest.FixtureRequest, looks: list[Look], all_states: bool, name: str
) -> None:
    site: Built = request.getfixturevalue(name)
    empty = visits.open(site.page("empty"), width=375)
    # The theme of MkDocs scrolls smoothly, and a long page never comes to rest under the pointer.
    page = visits.open(site.page("lesson"), width=375, reduced_motion="reduce")

    def broken(on: Page) -> dict[Look, set[str]]:
        rules = {}
        for look in looks:
            look_at(on, look)
            rules[look] = broken_rules(on)
        return rules

    allowed = broken(empty)

    def expect_none_added() -> None:
        assert {
            look: rules - allowed[look] for look, rules in broken(page).items() if rules - allowed[look]
        } == {}

    if all_states:
        expect_none_added()
    for case in FIRST if all_states else [ANY, *map(first, examples())]:
        bring(Block(page, case), case, "right" if case is ANY else "wrong")
    expect_none_added()
