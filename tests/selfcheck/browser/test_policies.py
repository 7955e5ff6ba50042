"""Blocks under a strict Content-Security-Policy."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browsing.server import serve
from tests.browsing.visits import Visits, back
from tests.selfcheck.browser.block import Block
from tests.selfcheck.browser.built import ANY, FIRST, Built
from tests.selfcheck.browser.states import bring
from tests.selfcheck.cases import Accepted, all_accepted
from tools.publishing.inline_scripts import scripts_of
from tools.publishing.policy import policy

every_case = pytest.mark.parametrize("case", all_accepted(), ids=str)


def violations(page: Page) -> list[str]:
    """What the policy has refused."""
    refused: list[str] = page.evaluate("() => violations")
    return refused


@pytest.fixture(scope="module")
def strict_material(material: Built) -> Iterator[Built]:
    """Material's pages under the policy that this site is published with."""
    with serve(material.folder, policy(material.folder)) as address:
        yield Built(address, material.folder)


def test_a_block_brings_no_inline_script_or_style(plain: Built) -> None:
    # The page around it has none, so what is found is ours.
    for page in plain.folder.glob("*/index.html"):
        html = page.read_text("utf-8")
        assert scripts_of(html) == []
        assert not re.search(r"<style|<[^>]* (?:style|on\w+)=", html), page


def test_every_plain_page_stands_under_the_strictest_policy(visits: Visits, plain: Built) -> None:
    """The tests of states, responses and storage run there: each fails where a block breaks the policy."""
    page = visits.open(plain.page(ANY))
    block = bring(Block(page, ANY), ANY, "right")
    # Our style has come too.
    expect(block.button).to_have_css("cursor", "pointer")
    assert (violations(page), visits.complaints) == ([], [])
    page.evaluate("() => document.body.setAttribute('style', 'color: red')")
    assert violations(page) == ["style-src-attr"]
    (complaint,) = visits.complaints
    assert "Content Security Policy" in complaint
    visits.allowed = (complaint,)


@pytest.mark.one_type
@pytest.mark.parametrize("case", FIRST, ids=str)
def test_a_material_site_works_under_its_policy(
    visits: Visits, strict_material: Built, case: Accepted
) -> None:
    page = visits.open(strict_material.page("lesson"))
    block = Block(page, case)
    bring(block, case, "wrong")
    page.get_by_role("link", name="Empty").first.click()
    expect(page.locator("h1")).to_have_text("Empty")
    back(page)
    expect(block.status).to_have_attribute("data-verdict", re.compile("wrong|partial"))
    block.answer_again()
    bring(block, case, "right")
    assert violations(page) == []


@pytest.mark.one_type
@every_case
def test_no_case_breaks_the_policy_of_a_material_site(
    visits: Visits, strict_material: Built, case: Accepted
) -> None:
    page = visits.open(strict_material.page(case))
    bring(Block(page, case), case, "right")
    assert violations(page) == []
