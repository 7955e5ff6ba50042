"""The languages of the interface on a page: their words, and a whole site from right to left."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, expect

from selfcheck.frame.words import languages, words
from tests.browsing.accessibility import faults, rule
from tests.browsing.fit import overflow, spilled
from tests.browsing.server import serve
from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import Block
from tests.selfcheck.browser.built import FIRST, Built, rebuild
from tests.selfcheck.browser.small_site import choice, small_site
from tests.selfcheck.browser.states import bring
from tests.selfcheck.cases import Accepted, write_pages, write_quizzes

NARROW = 320


@pytest.mark.parametrize("language", languages())
def test_a_page_speaks_its_language(
    visits: Visits, tmp_path_factory: pytest.TempPathFactory, language: str
) -> None:
    says = words(language).frame
    with small_site(
        tmp_path_factory.mktemp(language), choice("asked"), options={"language": language}
    ) as site:
        block = Block(visits.open(site.page("lesson")), "asked")
        expect(block.button).to_have_text(says["check"])
        expect(block.part("label")).to_contain_text(says["label"])
        block.give({"response": "2"})
        expect(block.part("verdict")).to_have_text(says["verdict_wrong"])
        expect(block.button).to_have_text(says["try_again"])
        expect(block.page.locator(".self-check-progress")).to_contain_text(says["menu"])
        # The page is English, so the words say what they are, and the question does not.
        spoken = [(None, None), (language, words(language).direction)][language != "en"]
        for part in ("label", "button", "verdict", "sign"):
            assert marks(block.part(part).first) == spoken, part
        assert marks(block.part("stem")) == (None, None)
        assert marks(block.root) == (None, None)


def marks(place: Locator) -> tuple[str | None, str | None]:
    """The language and the direction that stand on an element itself."""
    return place.get_attribute("lang"), place.get_attribute("dir")


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """The first case of each type under Material in Arabic."""
    root = tmp_path_factory.mktemp("arabic")
    write_pages(root / "docs", FIRST)
    write_quizzes(root / "quizzes", FIRST)
    folder = root / "site"
    folder.mkdir()
    with serve(folder) as address:
        rebuild(root, "arabic", site_url=f"{address}/")
        yield Built(address, folder)


@pytest.mark.each_control
@pytest.mark.parametrize("case", FIRST, ids=str)
def test_an_arabic_page_runs_from_the_right(visits: Visits, arabic: Built, case: Accepted) -> None:
    says = words("ar").frame
    page = visits.open(arabic.page(case), width=NARROW)
    expect(page.locator("body")).to_have_attribute("dir", "rtl")
    block = Block(page, case)
    bring(block, case, "wrong")
    expect(block.root).to_have_css("border-left-width", "0px")
    expect(block.root).to_have_css("border-right-width", "3px")
    expect(block.root).to_have_css("direction", "rtl")
    for number in block.root.locator("input[inputmode]").all():
        expect(number).to_have_css("direction", "ltr")
    assert (overflow(page), spilled(block.root)) == (0, [])
    expect(block.button).to_have_text(says["try_again"])
    block.button.click()
    bring(block, case, "right")
    assert (overflow(page), spilled(block.root)) == (0, [])
    # A question may bring a table with an empty corner, as any page of the host.
    ours = [fault for fault in faults(page, "self-check") if rule(fault) != "empty-table-header"]
    assert ours == []
