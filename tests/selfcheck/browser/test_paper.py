"""Worksheets and answer keys on a page and in print, one question of every type."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browsing.accessibility import faults
from tests.browsing.fit import overflow
from tests.browsing.server import serve
from tests.browsing.visits import Look, Visits, look_at
from tests.selfcheck.browser.block import SAYS, Block, open_menu
from tests.selfcheck.browser.built import FIRST, rebuild
from tests.selfcheck.browser.small_site import choice, small_site
from tests.selfcheck.cases import write_pages, write_quizzes


def test_sheets_fit_the_page_keep_the_rules_and_run_no_script(
    visits: Visits, tmp_path_factory: pytest.TempPathFactory, looks: list[Look]
) -> None:
    root = tmp_path_factory.mktemp("paper")
    write_pages(root / "docs", FIRST)
    write_quizzes(root / "quizzes", FIRST)
    sheets = ("worksheet", "answer-key")
    fences = [f"```quiz\nquiz: {case}\nas: {sheet}\n```\n" for sheet in sheets for case in FIRST]
    (root / "docs/paper.md").write_text("# Paper\n\n" + "\n".join(fences), "utf-8")
    (root / "site").mkdir()
    with serve(root / "site") as address:
        rebuild(root, "material", site_url=f"{address}/")
        page = visits.open(f"{address}/paper/", width=320)
        blocks = page.locator("self-check-sheet")
        expect(blocks).to_have_count(2 * len(FIRST))
        expect(page.locator("script[src*=selfcheck], self-check-summary, self-check")).to_have_count(0)
        assert overflow(page) == 0
        for look in looks:
            look_at(page, look)
            assert (look, faults(page, "self-check-sheet")) == (look, [])
        page.emulate_media(media="print")
        assert page.pdf(format="A4").startswith(b"%PDF")
        for block in blocks.all():
            is_key = block.get_attribute("data-sheet") == "answer-key"
            expect(block.locator(".self-check__stem")).to_be_visible()
            expect(block.locator(".self-check__explanation")).to_have_count(int(is_key))


def test_the_same_page_prints_as_worksheet_and_as_answer_key(
    visits: Visits, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with small_site(tmp_path_factory.mktemp("print"), choice("one"), choice("two")) as site:
        page = visits.open(site.page("lesson"))
        blocks = [Block(page, name) for name in ("one", "two")]
        blocks[0].expect_state("open")
        page.emulate_media(media="print")
        for block in blocks:
            expect(block.part("stem")).to_be_visible()
            expect(block.part("key")).to_be_hidden()
        page.emulate_media(media="screen")
        open_menu(page)
        page.get_by_role("button", name=SAYS["reveal"]).click()
        page.get_by_role("button", name=SAYS["reveal_yes"], exact=True).click()
        page.emulate_media(media="print")
        for block in blocks:
            expect(block.marked("key")).to_be_visible()
            expect(block.explanation).to_be_visible()
