"""The site of this repository, page by page."""

from __future__ import annotations

import re
import subprocess
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browsing.accessibility import faults
from tests.browsing.fit import overflow
from tests.browsing.server import serve
from tests.browsing.visits import Visits, back
from tests.course_pages.site import own_lessons
from tests.selfcheck.browser.block import Block
from tests.selfcheck.browser.built import Built
from tests.selfcheck.browser.review_site import MORNING, days_pass
from tests.selfcheck.sites import environment

ROOT = Path(__file__).resolve().parents[3]

# A first build draws every figure, while other tests keep the machine busy.
pytestmark = pytest.mark.timeout(900)


@pytest.fixture(scope="module")
def own_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """The site, built elsewhere than `make site` does it; what is drawn already comes from the cache."""
    folder = tmp_path_factory.mktemp("own") / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder)]
    done = subprocess.run(
        command, cwd=ROOT, env=environment(), text=True, encoding="utf-8", capture_output=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    with serve(folder) as address:
        yield Built(address, folder)


def addresses(site: Built) -> list[str]:
    """The address of every page."""
    folders = sorted(page.parent.relative_to(site.folder) for page in site.folder.rglob("index.html"))
    return [f"{site.address}/{folder.as_posix()}/" for folder in folders]


def asks(site: Built, address: str) -> bool:
    """Whether a page has a question that can be answered, and not only sheets of them."""
    file = site.folder / address.removeprefix(f"{site.address}/") / "index.html"
    return "<self-check " in file.read_text("utf-8")


def longest_of_each_folder(site: Built, pages: list[str]) -> list[str]:
    """Of the pages of a folder, which are written alike, the one that holds most."""

    def length(address: str) -> int:
        return (site.folder / address.removeprefix(f"{site.address}/") / "index.html").stat().st_size

    folders = {address.rstrip("/").rpartition("/")[0] for address in pages}
    return [
        max((page for page in pages if page.rstrip("/").rpartition("/")[0] == folder), key=length)
        for folder in sorted(folders)
    ]


def test_no_page_complains_asks_another_host_or_overflows(
    visits: Visits, own_site: Built, all_states: bool
) -> None:
    page = visits.reader(width=320).new_page()
    asking = [address for address in addresses(own_site) if asks(own_site, address)]
    others = [address for address in addresses(own_site) if address not in asking]
    assert len(asking) > 5
    for address in [*asking, *(others if all_states else longest_of_each_folder(own_site, others))]:
        page.goto(address)
        expect(page.locator("self-check:not(:has(.self-check__button))")).to_have_count(0)
        assert overflow(page) == 0, address


def test_lecturers_find_every_reason_and_no_search_finds_them(own_site: Built) -> None:
    index = (own_site.folder / "search" / "search_index.json").read_text("utf-8")
    assert "lessons/fcn/" in index
    assert "reference/lecturers" not in index
    made = sorted((own_site.folder / "reference" / "lecturers").rglob("index.html"))
    assert len(made) > 20
    for file in made:
        text = file.read_text("utf-8")
        assert '<meta name="robots" content="noindex">' in text, file
        assert "<!-- minutes" not in text, file
        assert ("data-feedback" in text) is ('data-sheet="answer-key"' in text), file


def test_the_home_page_has_a_card_for_every_lesson(own_site: Built) -> None:
    home = (own_site.folder / "index.html").read_text("utf-8").partition('id="lessons"')[2]
    cards = re.findall(r'<li><a href="(lessons/[^"]+/)">', home.partition("</self-check-progress>")[0])
    assert cards == [lesson.page.replace(".md", "/") for lesson in own_lessons()]


def test_the_formula_sheet_prints_on_one_page(visits: Visits, own_site: Built) -> None:
    page = visits.reader(width=1280).new_page()
    page.goto(f"{own_site.address}/reference/formulas/")
    for paper in ("A4", "Letter"):
        sheet = page.pdf(format=paper)
        assert len(re.findall(rb"/Type\s*/Page\b", sheet)) == 1, paper


def test_the_link_behind_a_heading_takes_no_line_of_its_own_on_a_phone(
    visits: Visits, own_site: Built
) -> None:
    page = visits.reader(width=375).new_page()
    page.goto(f"{own_site.address}/lessons/label-map/")
    heights = """headings => headings.map(heading => heading.getBoundingClientRect().height)"""
    headings = page.locator("h2:has(.headerlink)")
    with_links = headings.evaluate_all(heights)
    page.add_style_tag(content=".headerlink { display: none }")
    assert page.locator("h2").evaluate_all(heights)[: len(with_links)] == with_links


def test_the_empty_header_of_a_table_is_not_shown(visits: Visits, own_site: Built) -> None:
    page = visits.reader(width=375).new_page()
    page.goto(f"{own_site.address}/lessons/metrics/")
    headers = Block(page, "from-counts-to-scores").root.locator("thead")
    expect(headers.first).to_be_visible()
    expect(headers.last).to_be_hidden()


def texts_on_pages(sheet: bytes) -> list[int]:
    """How many pieces of text stand on each page of a PDF that Chromium has written."""
    contents = re.findall(rb"/Type\s*/Page\b.*?/Contents\s+(\d+) 0 R", sheet, re.DOTALL)
    counts = []
    for number in contents:
        start = re.search(rb"\n%s 0 obj\s*<<.*?>>\s*stream\r?\n" % number, sheet, re.DOTALL)
        assert start is not None
        drawn = zlib.decompressobj().decompress(sheet[start.end() :])
        counts.append(len(re.findall(rb"T[jJ]\b", drawn)))
    return counts


@pytest.mark.parametrize("path", ["", *(lesson.page.replace(".md", "/") for lesson in own_lessons())])
def test_no_printed_page_is_bare(visits: Visits, own_site: Built, path: str) -> None:
    page = visits.reader(width=1280).new_page()
    page.goto(f"{own_site.address}/{path}")
    texts = texts_on_pages(page.pdf(format="A4"))
    assert len(texts) > 1
    assert min(texts) > 20


def test_what_was_missed_today_is_asked_again_tomorrow_on_a_phone(visits: Visits, own_site: Built) -> None:
    page = visits.reader(width=375).new_page()
    page.clock.install(time=MORNING)
    page.goto(f"{own_site.address}/")
    block = Block(page, "lamp-post")
    rows = block.root.locator(".self-check__row")
    rows.filter(has_not_text="Nothing, wherever").first.get_by_role("radio").check()
    block.button.click()
    block.expect_state("wrong")
    page.goto(f"{own_site.address}/review/")
    status = page.locator(".self-check-review__status")
    expect(status).to_have_text("Nothing is due. The next question comes back tomorrow.")
    days_pass(page, 1)
    page.reload()
    expect(status).to_have_text("1 question is due")
    block.root.get_by_label("Nothing, wherever").check()
    block.button.click()
    expect(block.status).to_contain_text("Comes back")
    assert overflow(page) == 0
    assert faults(page, "self-check-review") == []
    page.goto(f"{own_site.address}/")
    block.expect_state("wrong")


def test_an_answer_on_the_home_page_marks_it_and_the_lesson_of_the_question(
    visits: Visits, own_site: Built
) -> None:
    page = visits.open(f"{own_site.address}/", width=1280)
    block = page.locator("#check-lamp-post")
    block.get_by_label("Nothing, wherever").check()
    block.locator(".self-check__button").first.click()
    expect(block).to_have_attribute("data-state", "right")
    page.goto(f"{own_site.address}/lessons/downsampling/")
    asked = page.locator("self-check").count()
    begun = page.locator(".md-nav--primary a", has=page.locator(".self-check-mark:visible"))
    expect(begun).to_have_count(1)
    expect(begun).to_contain_text("What downsampling keeps")
    expect(begun.locator(".self-check-mark")).to_have_text(f"1/{asked}")
    home = page.locator(".md-nav--primary a.md-nav__link", has_text="Every Pixel")
    expect(home.locator(".self-check-mark")).to_have_attribute("aria-label", "Done")


def test_a_new_reader_starts_at_the_first_lesson_and_is_led_back_to_it_from_the_home_page(
    visits: Visits, own_site: Built
) -> None:
    page = visits.open(f"{own_site.address}/", width=375)
    way = page.locator(".self-check-progress__button")
    lessons = page.locator('self-check-progress[data-as="cards"] li')
    expect(lessons).to_have_count(
        len(list((ROOT / "docs" / "lessons").glob("*.md"))) - 1
    )  # all but their list
    expect(way).to_have_text("Start reading")
    way.click()
    expect(page).to_have_url(f"{own_site.address}/lessons/label-map/")
    block = page.locator("#check-touching-cats")
    block.get_by_label("False").check()
    block.locator(".self-check__button").first.click()
    page.goto(f"{own_site.address}/")
    expect(way).to_have_text("Continue: From one label to a label map")
    asked = (ROOT / "quizzes" / "label-map.yml").read_text("utf-8").count("\n  - id: ")
    expect(lessons.first).to_contain_text(f"1 of {asked} questions")
    assert faults(page, "self-check-progress") == []
    way.click()
    expect(page).to_have_url(f"{own_site.address}/lessons/label-map/#check-scores-for-a-map")
    expect(page.locator("#check-scores-for-a-map")).to_be_in_viewport()


def test_the_list_of_the_lessons_shows_what_is_worth_another_look(visits: Visits, own_site: Built) -> None:
    page = visits.open(f"{own_site.address}/lessons/downsampling/", width=1280)
    block = page.locator("#check-lamp-post")
    block.get_by_label("Nothing or a thicker post").check()
    block.locator(".self-check__button").first.click()
    page.goto(f"{own_site.address}/lessons/")
    look = page.locator(".self-check-progress__weak")
    expect(look).to_contain_text("predict which structures vanish")
    look.get_by_role("link", name="Which structures go first").click()
    expect(page).to_have_url(f"{own_site.address}/lessons/downsampling/#thin-structures")


@pytest.mark.parametrize("page", ["", "developing/", "404.html"])
def test_axe_finds_nothing_on_whole_pages(visits: Visits, own_site: Built, page: str) -> None:
    """What Material brings counts, too: its links, its search and its last line."""
    opened = visits.open(f"{own_site.address}/{page}")
    assert faults(opened) == []


def test_an_address_that_is_none_leads_to_the_lessons_and_home(visits: Visits, own_site: Built) -> None:
    page = visits.open(f"{own_site.address}/404.html", width=375)
    page.locator("article").get_by_role("link", name="Home").click()
    expect(page.locator("h1")).to_contain_text("How a network labels every pixel")
    back(page)
    page.locator("article").get_by_role("link", name="All lessons").click()
    expect(page.locator("h1")).to_contain_text("Lessons")
