"""The languages of the interface on a page: their words, several on a site, and a site from right to left."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from selfcheck.frame.words import languages, words
from tests.browsing.accessibility import faults, rule
from tests.browsing.fit import overflow, spilled
from tests.browsing.server import serve
from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import Block, open_menu
from tests.selfcheck.browser.built import FIRST, Built, rebuild
from tests.selfcheck.browser.small_site import choice, small_site
from tests.selfcheck.browser.states import bring, has_steps
from tests.selfcheck.browser.test_navigation import follow
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
        expect(block.button).to_have_text(says["check_again"])
        expect(block.page.locator("self-check-summary")).to_contain_text(says["menu"])
        # The page is English, so the words say what they are, and the question does not.
        spoken = [(None, None), (language, words(language).direction)][language != "en"]
        for part in ("label", "button", "verdict", "sign"):
            assert marks(block.part(part).first) == spoken, part
        assert marks(block.part("stem")) == (None, None)
        assert marks(block.root) == (None, None)


def marks(place: Locator) -> tuple[str | None, str | None]:
    """The language and the direction that stand on an element itself."""
    return place.get_attribute("lang"), place.get_attribute("dir")


QUARTERS = """id: quarters
type: numeric
stem: What are five quarters?
answer: 1.25
explanation: because
"""
LESSON = "# {title}\n\n[{other}]({file}.md)\n\n```quiz\nlesson\n```\n"
PAGES = {
    "german": ("de", LESSON.format(title="Deutsch", other="Arabisch", file="arabic")),
    "arabic": ("ar_EG", LESSON.format(title="Arabisch", other="English", file="lesson")),
    "chinese": ("zh_TW", LESSON.format(title="Chinese", other="English", file="lesson")),
}


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """An English site under Material, with pages whose front matter names another language."""
    root = tmp_path_factory.mktemp("several")
    (root / "docs").mkdir()
    for name, (language, text) in PAGES.items():
        (root / f"docs/{name}.md").write_text(f"---\nlanguage: {language}\n---\n{text}", "utf-8")
    english = LESSON.format(title="English", other="Deutsch", file="german")
    with small_site(root, choice("asked"), QUARTERS, page=english, theme="material") as site:
        yield site


def expect_spoken(page: Page, language: str) -> None:
    """The block, its verdict, its summary and its menu speak this language in an English document."""
    said = words(language)
    spoken = (None, None) if language == "en" else (language, said.direction)
    block = Block(page, "asked")
    expect(block.part("label")).to_contain_text(said.frame["count"].format(number=1, total=2))
    expect(block.button).to_have_text(said.frame["check_again"])
    expect(block.part("verdict")).to_have_text(said.frame["verdict_wrong"])
    expect(page.locator("self-check-summary > details > summary")).to_have_text(said.frame["menu"])
    open_menu(page)
    expect(page.locator("self-check-summary details button").first).to_have_text(said.frame["reveal"])
    root = marks(block.root)
    assert (root[0] and root[0].split("-")[0], root[1]) == spoken
    for part in ("label", "button", "verdict"):
        assert marks(block.part(part).first) == (None, None), part


def test_each_page_speaks_its_own_language_and_readers_keep_their_answers(
    visits: Visits, several: Built
) -> None:
    page = visits.open(several.page("lesson"))
    block = Block(page, "asked")
    block.give({"response": "2"})
    expect_spoken(page, "en")
    for name, language in (("Deutsch", "de"), ("Arabisch", "ar"), ("English", "en"), ("Deutsch", "de")):
        follow(page, name)
        expect_spoken(page, language)
    # Loaded anew, it is the same page.
    page.reload()
    expect_spoken(page, "de")


def test_a_number_is_read_as_the_language_of_its_page_writes_it(visits: Visits, several: Built) -> None:
    page = visits.open(several.page("lesson"))
    block = Block(page, "quarters")
    for name, typed, language in (
        ("English", "1,250", "en"),
        ("Deutsch", "1.250", "de"),
        ("Arabisch", "1,250", "ar"),
    ):
        if name != "English":
            follow(page, name)
        says = words(language)
        block.give({"value": typed})
        example = f"12{says.frame['decimal']}5"
        two_ways = says.types["numeric"]["two_ways"].format(example=example)
        expect(block.part("notice")).to_have_text(two_ways)
    block.give({"value": "1.25"})
    block.expect_state("right")


def test_a_language_without_words_is_asked_about_in_english(visits: Visits, several: Built) -> None:
    page = visits.open(several.page("chinese"))
    block = Block(page, "asked")
    expect(block.button).to_have_text(words("en").frame["check"])
    assert marks(block.root) == ("zh-TW", "ltr")
    assert marks(block.part("label")) == marks(block.button) == ("en", "ltr")


def test_a_page_links_the_scripts_of_its_language_alone(several: Built) -> None:
    def scripts(name: str) -> set[str]:
        return set(
            re.findall(r"selfcheck/([\w.-]+\.js)", (several.folder / name / "index.html").read_text("utf-8"))
        )

    pages = {name: scripts(name) for name in ("lesson", *PAGES)}
    assert pages["lesson"] == pages["chinese"]
    assert not pages["lesson"] & pages["german"]
    assert not pages["german"] & pages["arabic"]
    built = {file.name for file in (several.folder / "assets/selfcheck").glob("*.js")}
    fetched = {name for name in built if name.startswith(("card.", "menu."))}
    assert built - fetched == set().union(*pages.values())
    assert len(fetched) == 6


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
    expect(block.root).to_have_css("direction", "rtl")
    for number in block.root.locator("input[inputmode]").all():
        expect(number).to_have_css("direction", "ltr")
    assert (overflow(page), spilled(block.root)) == (0, [])
    expect(block.button).to_have_text(says["answer_again" if has_steps(case) else "check_again"])
    block.answer_again()
    bring(block, case, "right")
    assert (overflow(page), spilled(block.root)) == (0, [])
    # A question may bring a table with an empty corner, as any page of the host.
    ours = [fault for fault in faults(page, "self-check") if rule(fault) != "empty-table-header"]
    assert ours == []
