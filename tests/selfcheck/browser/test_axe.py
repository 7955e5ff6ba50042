"""Accessibility rules in every state, light and dark; `--all-states` adds every case and width."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.selfcheck.browser.accessibility import broken_rules, faults, rule
from tests.selfcheck.browser.block import Block
from tests.selfcheck.browser.built import FIRST, Built
from tests.selfcheck.browser.fit import overflow, spilled
from tests.selfcheck.browser.states import bring, states
from tests.selfcheck.browser.visits import Visits
from tests.selfcheck.cases import Accepted, all_accepted


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """The first case of each type in every state, and the others answered; or all of them in all states."""
    if "state" not in metafunc.fixturenames:
        return
    every = [(case, state) for case in all_accepted() for state in states(case)]
    once = [(case, state) for case, state in every if case in FIRST or state == "right"]
    chosen = every if metafunc.config.getoption("all_states") else once
    metafunc.parametrize(("case", "state"), [_marked(case, state) for case, state in chosen])


def _marked(case: Accepted, state: str) -> Any:
    """A pair as a parameter; what is known to fail is said to."""
    return pytest.param(case, state, id=f"{case}-{state}")


@pytest.fixture(scope="module")
def rules_of_the_host(browser: Browser, material: Built) -> frozenset[str]:
    """What Material itself breaks on a page that holds code, a table and a formula, and no question."""
    visits = Visits(browser)
    found = faults(visits.open(material.page("content"), width=375), "article")
    visits.end()
    rules = frozenset(rule(fault) for fault in found)
    assert rules <= {"empty-table-header", "landmark-unique"}, "may a block be forgiven this too?"
    return rules


def look_of(look: tuple[Any, int]) -> dict[str, Any]:
    scheme, width = look
    return {"color_scheme": scheme, "width": width}


def test_every_state_keeps_the_rules_and_its_width(
    visits: Visits,
    material: Built,
    rules_of_the_host: frozenset[str],
    look: tuple[Any, int],
    case: Accepted,
    state: str,
) -> None:
    page = visits.open(material.page(case), **look_of(look))
    block = bring(Block(page, case), case, state)
    ours = [fault for fault in faults(page, "self-check") if rule(fault) not in rules_of_the_host]
    assert ours == []
    assert faults(page, ".self-check-progress") == []
    assert (overflow(page), spilled(block)) == (0, [])


@pytest.mark.parametrize("name", ["wrong", "right"])
@pytest.mark.parametrize("case", FIRST, ids=str)
def test_axe_finds_nothing_in_the_dark(visits: Visits, material: Built, case: Accepted, name: str) -> None:
    page = visits.open(material.page(case), color_scheme="dark", width=1280)
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    bring(Block(page, case), case, name)
    assert faults(page, "self-check") == []


@pytest.mark.parametrize("name", ["material", "mkdocs_theme", "plain"])
def test_a_page_breaks_no_rule_that_it_keeps_without_us(
    visits: Visits, request: pytest.FixtureRequest, look: tuple[Any, int], name: str
) -> None:
    site: Built = request.getfixturevalue(name)
    without = broken_rules(visits.open(site.page("empty"), **look_of(look)))
    page = visits.open(site.page("lesson"), **look_of(look))
    assert broken_rules(page) - without == set()
    for case in FIRST:
        bring(Block(page, case), case, "right" if case is FIRST[0] else "wrong")
    assert broken_rules(page) - without == set()
