"""Marks in the navigation: how far the reader has come with each page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from selfcheck.course.assets import course_assets
from selfcheck.frame.words import words
from tests.browsing.accessibility import faults
from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import SAYS
from tests.selfcheck.browser.built import Built
from tests.selfcheck.browser.course_site import SCRIPT_OF_COURSE, STRICT, course_site
from tests.selfcheck.browser.small_site import choice
from tests.selfcheck.cases import quiz_of

MENUS = {
    "material": ".md-nav--primary a.md-nav__link",
    "linked tabs": ".md-nav--primary a.md-nav__link",
    "mkdocs": ".navbar-nav a",
    "readthedocs": ".wy-menu a",
}
STYLE, SCRIPT = course_assets(words("en"))
MENU = f"""
<p class="navbar-nav"><a href="../lesson/">Lesson</a></p>
<link rel="stylesheet" href="../{STYLE.path}">
<script src="../{SCRIPT.path}"></script>
"""
"""What a page without a theme holds of its own, with the script at the end of the content."""
REFUSED = """Storage.prototype.setItem = () => {
  throw new DOMException("no room", "QuotaExceededError");
};"""


@pytest.fixture(scope="module", params=list(MENUS))
def site(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Built]]:
    with course_site(tmp_path_factory.mktemp("course"), request.param) as built:
        yield request.param, built


@pytest.fixture(scope="module")
def material_course(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    with course_site(tmp_path_factory.mktemp("course"), "material") as built:
        yield built


def link(page: Page, theme: str, title: str) -> Locator:
    # The menu may be folded away in a drawer: what counts is that it is marked there.
    return page.locator(MENUS[theme], has_text=title).first


def mark(page: Page, title: str, theme: str = "material") -> Locator:
    return link(page, theme, title).locator(".self-check-mark")


def answer(page: Page, question: str, number: int = 1) -> None:
    block = page.locator(f"#check-{question}")
    block.get_by_label(f"answer number {number}", exact=False).first.check()
    block.locator("button[type=submit], .self-check__button").first.click()


def test_a_page_is_marked_right_after_each_answer_and_on_every_other_page(
    visits: Visits, site: tuple[str, Built]
) -> None:
    theme, built = site
    page = visits.open(built.page("lesson"))
    expect(page.locator(".self-check-mark")).to_have_count(0)
    answer(page, "one")
    expect(mark(page, "Lesson", theme)).to_have_text("1/2")
    expect(mark(page, "Lesson", theme)).to_have_attribute("aria-label", "1 of 2 questions")
    # The search of mkdocs is a link to the open page, and yet no page.
    expect(page.locator("[data-bs-toggle] .self-check-mark")).to_have_count(0)
    answer(page, "two")
    expect(mark(page, "Lesson", theme)).to_have_attribute("aria-label", "Done")
    page.goto(built.page("other"))
    expect(mark(page, "Lesson", theme)).to_have_attribute("data-mark", "done")
    expect(mark(page, "Other", theme)).to_have_count(0)
    assert faults(page, ".self-check-mark") == []


def test_a_new_reader_fetches_no_data_and_sees_no_mark(visits: Visits, material_course: Built) -> None:
    asked: list[str] = []
    page = visits.open(material_course.page("other"))
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "course/pages.js" in url] == []
    expect(page.locator(".self-check-mark")).to_have_count(0)


def test_a_wrong_answer_begins_a_page_and_does_not_count(visits: Visits, material_course: Built) -> None:
    page = visits.open(material_course.page("lesson"))
    answer(page, "one", 2)
    expect(mark(page, "Lesson")).to_have_text("0/2")


def test_marks_stay_under_instant_navigation(visits: Visits, material_course: Built) -> None:
    page = visits.open(material_course.page("lesson"))
    answer(page, "one")
    page.evaluate("window.isSame = true")
    link(page, "material", "Other").click()
    expect(page.locator("#check-three")).to_be_visible()
    assert page.evaluate("window.isSame")
    expect(mark(page, "Lesson")).to_have_text("1/2")
    expect(page.locator(".md-nav--primary .self-check-mark")).to_have_count(1)


def test_an_answer_in_another_tab_marks_the_page_here(visits: Visits, material_course: Built) -> None:
    page = visits.open(material_course.page("other"))
    second = page.context.new_page()
    second.goto(material_course.page("lesson"))
    answer(second, "one")
    expect(mark(page, "Lesson")).to_have_text("1/2")


def test_a_record_of_a_question_that_has_changed_does_not_count(
    visits: Visits, material_course: Built
) -> None:
    page = visits.open(material_course.page("lesson"))
    answer(page, "one")
    expect(mark(page, "Lesson")).to_have_text("1/2")
    page.goto(material_course.page("index").replace("index/", ""))
    expect(mark(page, "Lesson")).to_have_text("1/2")
    page.evaluate(
        """() => { const key = Object.keys(localStorage).find((key) => key.endsWith(":one"));
        const record = JSON.parse(localStorage[key]);
        localStorage[key] = JSON.stringify({ ...record, fingerprint: "0000" }); }"""
    )
    page.reload()
    page.wait_for_load_state("networkidle")
    expect(page.locator(".self-check-mark")).to_have_count(0)


def test_where_storage_is_full_marks_last_as_long_as_the_page(visits: Visits, material_course: Built) -> None:
    page = visits.open(material_course.page("lesson"), script=REFUSED)
    answer(page, "one")
    expect(mark(page, "Lesson")).to_have_text("1/2")


def test_marks_are_part_of_the_name_of_a_link(visits: Visits, material_course: Built) -> None:
    page = visits.open(material_course.page("lesson"))
    answer(page, "one")
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(page.get_by_role("link", name="Lesson 1 of 2 questions").first).to_be_visible()


def test_the_title_of_a_section_in_a_menu_is_not_taken_for_the_open_page(
    visits: Visits, tmp_path: Path
) -> None:
    nav = ["index.md", {"Part": [{"Chapter": ["lesson.md"]}, "other.md"]}]
    with course_site(tmp_path, "mkdocs", nav=nav) as built:
        page = visits.open(built.page("lesson"))
        answer(page, "one")
        expect(mark(page, "Lesson", "mkdocs")).to_have_text("1/2")
        # This theme writes the titles of sections as links that lead nowhere.
        expect(page.get_by_text("Chapter")).to_have_attribute("href", "#")
        expect(page.locator(".self-check-mark")).to_have_count(1)


def test_the_open_page_is_marked_in_the_drawer_too(visits: Visits, material_course: Built) -> None:
    page = visits.open(material_course.page("lesson"))
    answer(page, "one")
    page.set_viewport_size({"width": 375, "height": 700})
    page.locator("label.md-header__button[for=__drawer]").click()
    drawer = page.locator(".md-nav--primary label.md-nav__link[for=__toc]")
    expect(drawer.locator(".self-check-mark")).to_be_visible()
    expect(drawer.locator(".self-check-mark")).to_have_text("1/2")


def test_marks_work_under_a_strict_policy(visits: Visits, tmp_path: Path) -> None:
    with course_site(tmp_path, "plain", STRICT, end=MENU) as built:
        page = visits.open(built.page("lesson"))
        answer(page, "one")
        expect(mark(page, "Lesson", "mkdocs")).to_have_text("1/2")
        page.reload()
        expect(mark(page, "Lesson", "mkdocs")).to_have_text("1/2")


def test_marks_work_from_the_disk(visits: Visits, tmp_path: Path) -> None:
    with course_site(tmp_path, "material", use_directory_urls=False) as built:
        page = visits.open(built.file("lesson"))
        answer(page, "one")
        expect(mark(page, "Lesson")).to_have_text("1/2")


def test_the_page_of_a_folder_is_marked_from_the_disk_and_leads_on(visits: Visits, tmp_path: Path) -> None:
    home = "# Home\n\n```quiz\nfront\n```\n"
    (tmp_path / "quizzes").mkdir()
    (tmp_path / "quizzes/front.yml").write_text(quiz_of(choice("zero"), choice("zero-two")), "utf-8")
    with course_site(tmp_path, "material", home=home, use_directory_urls=False) as built:
        page = visits.open(built.file("index"))
        for question in ("zero", "zero-two"):
            answer(page, question)
        expect(mark(page, "Home")).to_have_attribute("data-mark", "done")
        way = page.get_by_role("link", name=SAYS["next_page"], exact=True)
        expect(way).to_have_attribute("href", built.file("lesson"))


def test_what_came_before_the_script_is_taken_from_the_queue(visits: Visits, material_course: Built) -> None:
    pages = json.dumps([["early/", "early 0", -1]])
    queue = f"window.SelfCheckCourse = Object.assign(() => {{}}, {{ q: [['pages', {pages}]] }})"
    page = visits.open(material_course.page("other"), script=queue)
    found = page.evaluate("SelfCheckCourse.whenKnown().then((pages) => pages.map((page) => page.address))")
    assert found == ["early/", "lesson/", "other/"]


def test_the_card_leads_to_the_next_page_of_the_course_that_asks_something(
    visits: Visits, tmp_path: Path
) -> None:
    with course_site(tmp_path, "plain", STRICT, end=SCRIPT_OF_COURSE) as site:
        page = visits.open(site.page("lesson"))
        way = page.get_by_role("link", name=SAYS["next_page"], exact=True)
        expect(page.get_by_role("link", name=SAYS["go_to"].format(number=1))).to_be_visible()
        expect(way).to_have_count(0)
        answer(page, "one")
        answer(page, "two")
        expect(way).to_have_attribute("data-primary", "")
        way.click()
        expect(page.locator("#check-three")).to_be_visible()
