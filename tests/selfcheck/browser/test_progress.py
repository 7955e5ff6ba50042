"""The progress of a course on a page: its pages with what is done of them, and the way on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from selfcheck.course.assets import course_assets
from selfcheck.frame.words import words
from tests.browsing.accessibility import faults
from tests.browsing.fit import overflow
from tests.browsing.visits import SHIFTS, Visits
from tests.selection import each_look
from tests.selfcheck.browser.built import Built
from tests.selfcheck.browser.course_site import STRICT, course_site
from tests.selfcheck.browser.small_site import choice
from tests.selfcheck.cases import quiz_of
from tests.selfcheck.sites import draw

FENCE = "```progress\n```\n"
HOME = f"# Home\n\n{FENCE}\n```progress\nas: cards\n```\n\n```progress\nas: button\n```\n"
THEMES = ("material", "mkdocs", "readthedocs")


@pytest.fixture(scope="module", params=THEMES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    with course_site(tmp_path_factory.mktemp("progress"), request.param, home=HOME) as built:
        yield built


@pytest.fixture(scope="module")
def material(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """With an overview on the page `lesson`, too, below its questions."""
    with course_site(tmp_path_factory.mktemp("progress"), "material", home=HOME, end=f"\n{FENCE}") as built:
        yield built


def home(site: Built) -> str:
    return f"{site.address}/"


def overview(page: Page) -> Locator:
    return page.locator('self-check-progress[data-as="overview"]')


def row(page: Page, title: str) -> Locator:
    return overview(page).locator("li", has=page.locator(f"a:text-is('{title}')"))


def way(page: Page) -> Locator:
    return overview(page).locator(".self-check-progress__button")


def answer(page: Page, question: str, number: int = 1) -> None:
    block = page.locator(f"#check-{question}")
    block.get_by_label(f"answer number {number}", exact=False).first.check()
    block.locator("button[type=submit], .self-check__button").first.click()


def test_a_new_reader_is_shown_what_there_is_and_where_to_start(visits: Visits, site: Built) -> None:
    page = visits.open(home(site))
    expect(way(page)).to_have_text("Start reading")
    expect(row(page, "Lesson")).to_contain_text("2 questions")
    expect(row(page, "Other")).to_contain_text("1 question")
    way(page).click()
    expect(page).to_have_url(site.page("lesson"))


def test_a_new_reader_fetches_no_data(visits: Visits, material: Built) -> None:
    asked: list[str] = []
    page = visits.open(home(material))
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "/course/" in url or "look." in url] == []


def test_a_reader_who_comes_back_is_led_to_the_first_open_question_of_her_page(
    visits: Visits, site: Built
) -> None:
    page = visits.open(site.page("lesson"))
    answer(page, "one")
    page.goto(home(site))
    expect(overview(page)).to_contain_text("1 of 3 questions")
    expect(row(page, "Lesson")).to_contain_text("1 of 2 questions")
    expect(row(page, "Lesson")).to_have_attribute("data-mark", "part")
    expect(row(page, "Other")).to_have_attribute("data-mark", "open")
    expect(way(page)).to_have_text("Continue: Lesson")
    assert faults(page, "self-check-progress") == []
    way(page).click()
    expect(page).to_have_url(f"{site.page('lesson')}#check-two")


def test_a_page_that_is_done_leads_to_the_next_one_and_in_the_end_nowhere(
    visits: Visits, material: Built
) -> None:
    page = visits.open(material.page("lesson"))
    answer(page, "one", 2)
    answer(page, "one")
    answer(page, "two")
    page.goto(home(material))
    expect(row(page, "Lesson")).to_contain_text("Done")
    expect(row(page, "Lesson").locator("[data-state]")).to_have_count(2)
    expect(row(page, "Lesson").locator("[data-state=later]")).to_have_count(1)
    expect(way(page)).to_have_text("Continue: Other")
    expect(way(page)).to_have_attribute("href", material.page("other"))
    page.goto(material.page("other"))
    answer(page, "three")
    page.goto(home(material))
    expect(way(page)).to_be_hidden()
    expect(overview(page)).to_contain_text("2 of 2 pages done")


def test_the_page_before_is_returned_to_where_the_last_deed_was_on_a_later_one(
    visits: Visits, material: Built
) -> None:
    page = visits.open(material.page("other"))
    answer(page, "three")
    page.goto(home(material))
    expect(way(page)).to_have_text("Continue: Lesson")
    expect(way(page)).to_have_attribute("href", material.page("lesson"))


def test_it_follows_right_after_an_answer_and_after_clearing(visits: Visits, material: Built) -> None:
    page = visits.open(material.page("lesson"))
    expect(row(page, "Lesson")).to_contain_text("2 questions")
    answer(page, "one")
    expect(row(page, "Lesson")).to_contain_text("1 of 2 questions")
    expect(overview(page).locator(".self-check-progress__legend")).to_contain_text("right at first try")
    page.evaluate("localStorage.clear()")
    page.evaluate("dispatchEvent(new StorageEvent('storage', { key: null }))")
    expect(row(page, "Lesson")).to_contain_text("2 questions")
    expect(row(page, "Lesson")).to_have_attribute("data-mark", "open")
    expect(way(page)).to_have_text("Start reading")
    expect(overview(page).locator(".self-check-progress__legend")).to_have_count(0)


def test_cards_and_button_tell_the_same(visits: Visits, material: Built) -> None:
    page = visits.open(material.page("lesson"))
    answer(page, "one")
    page.goto(home(material))
    cards = page.locator('self-check-progress[data-as="cards"]')
    expect(cards.locator("li[data-next] a")).to_have_text("Lesson")
    expect(cards.locator("a:visible")).to_have_count(2)
    button = page.locator('self-check-progress[data-as="button"]')
    expect(button.locator("a:visible")).to_have_text(["Continue: Lesson"])
    expect(button).to_contain_text("1 of 3 questions")


def test_instant_navigation_brings_it_and_takes_it_away(visits: Visits, material: Built) -> None:
    page = visits.open(material.page("other"))
    page.evaluate("window.isSame = true")
    answer(page, "three")
    page.locator(".md-header a.md-logo").first.click()
    expect(row(page, "Other")).to_contain_text("Done")
    page.evaluate("removed = document.querySelector('self-check-progress'); removed.remove()")
    page.evaluate("localStorage.clear(); SelfCheckCourse.changed()")
    # Another one has been painted anew by then.
    expect(page.locator('self-check-progress[data-as="cards"] [data-mark=done]')).to_have_count(0)
    assert "Done" in page.evaluate("removed.textContent")
    page.evaluate("document.querySelector('article').append(removed)")
    expect(row(page, "Other")).to_contain_text("1 question")
    assert page.evaluate("window.isSame")


def test_what_is_worth_another_look_is_named_with_its_passage(visits: Visits, tmp_path: Path) -> None:
    with course_site(tmp_path, "material", home=f"# Home\n\n{FENCE}") as built:
        page = visits.open(built.page("lesson"))
        answer(page, "one", 2)
        page.goto(home(built))
        look = overview(page).locator(".self-check-progress__weak")
        expect(look.locator("li")).to_have_count(1)
        expect(look).to_contain_text("know one")
        expect(look.get_by_role("link", name="Part")).to_have_attribute(
            "href", f"{built.page('lesson')}#part"
        )
        assert faults(page, "self-check-progress") == []
        page.goto(built.page("lesson"))
        answer(page, "one")
        page.goto(home(built))
        expect(overview(page).locator(".self-check-progress__legend")).to_be_visible()
        expect(look).to_have_count(0)


@each_look
def test_every_state_can_be_read(visits: Visits, material: Built, scheme: str, width: int) -> None:
    page = visits.open(material.page("lesson"), width=width, color_scheme=scheme)
    assert faults(page, "self-check-progress") == []
    answer(page, "one")
    answer(page, "two", 2)
    page.goto(home(material))
    expect(row(page, "Lesson").locator("[data-state=tried]")).to_have_count(1)
    assert faults(page, "self-check-progress") == []
    assert overflow(page) == 0


@pytest.mark.parametrize("form", ["overview", "cards", "button"])
def test_nothing_moves_when_a_reader_comes_back(visits: Visits, tmp_path: Path, form: str) -> None:
    page = f"# Home\n\n```progress\nas: {form}\n```\n"
    with course_site(tmp_path, "material", home=page) as built:
        for width in (375, 1280):
            opened = visits.open(built.page("lesson"), width=width, script=SHIFTS)
            answer(opened, "one")
            answer(opened, "two", 2)
            opened.goto(home(built))
            expect(opened.locator("self-check-progress [data-mark=part]")).to_have_count(1)
            frames = "requestAnimationFrame(() => requestAnimationFrame(done))"
            opened.evaluate(f"() => new Promise(done => {frames})")
            assert opened.evaluate("shifts") == 0


def test_cards_stand_in_two_columns_however_wide_the_page_is(visits: Visits, tmp_path: Path) -> None:
    draw(tmp_path, {f"docs/{name}.md": f"# {name}\n\n```quiz\n{name}\n```\n" for name in ("more", "most")})
    for name in ("more", "most"):
        draw(tmp_path, {f"quizzes/{name}.yml": quiz_of(choice(name))})
    page = "---\nhide: [navigation, toc]\n---\n\n# Home\n\n```progress\nas: cards\n```\n"
    nav = ("index.md", "lesson.md", "other.md", "more.md", "most.md")
    with course_site(tmp_path, "material", home=page, nav=nav) as built:
        opened = visits.open(home(built))
        cards = opened.locator("self-check-progress li")
        expect(cards).to_have_count(4)
        for width, columns in ((375, 1), (800, 2), (1280, 2), (1900, 2)):
            opened.set_viewport_size({"width": width, "height": 800})
            assert len({box["x"] for card in cards.all() if (box := card.bounding_box())}) == columns


def test_of_one_page_no_pages_are_counted(visits: Visits, tmp_path: Path) -> None:
    alone = "# Home\n\n```progress\npage: lesson.md\n```\n"
    with course_site(tmp_path, "material", home=alone) as built:
        page = visits.open(built.page("lesson"))
        answer(page, "two", 2)
        page.goto(home(built))
        expect(overview(page).locator(".self-check-progress__sum")).to_have_text("0 of 2 questions")


def test_what_is_due_leads_to_the_review(visits: Visits, tmp_path: Path) -> None:
    draw(tmp_path, {"docs/review.md": "# Review\n\n```review\n```\n"})
    with course_site(tmp_path, "material", home=f"# Home\n\n{FENCE}") as built:
        page = visits.open(built.page("lesson"), width=375, script=SHIFTS)
        answer(page, "one")
        page.goto(home(built))
        review = overview(page).locator(".self-check-progress__review")
        expect(way(page)).to_have_text("Continue: Lesson")
        expect(review).to_be_hidden()
        page.evaluate(
            """() => { const key = Object.keys(localStorage).find((key) => key.endsWith(":one"));
            localStorage[key] = JSON.stringify({ ...JSON.parse(localStorage[key]), due: 1 }); }"""
        )
        page.reload()
        expect(review).to_have_text("1 question is due")
        assert page.evaluate("shifts") == 0
        assert faults(page, "self-check-progress") == []
        review.click()
        expect(page).to_have_url(built.page("review"))


def test_the_keyboard_reaches_every_page_and_the_way_on(visits: Visits, material: Built) -> None:
    page = visits.open(home(material))
    way(page).focus()
    for title in ("Lesson", "Other"):
        page.keyboard.press("Tab")
        expect(row(page, title).locator("a")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(material.page("other"))


def test_it_is_not_printed(visits: Visits, material: Built) -> None:
    page = visits.open(home(material))
    page.emulate_media(media="print")
    expect(overview(page)).to_be_hidden()


def test_without_script_it_is_a_list_of_links(visits: Visits, material: Built) -> None:
    page = visits.open(home(material), java_script_enabled=False)
    expect(row(page, "Lesson")).to_contain_text("2 questions")
    row(page, "Other").locator("a").click()
    expect(page).to_have_url(material.page("other"))


def test_it_works_from_the_disk(visits: Visits, tmp_path: Path) -> None:
    with course_site(tmp_path, "material", home=HOME, use_directory_urls=False) as built:
        page = visits.open(built.file("lesson"))
        answer(page, "one")
        page.goto(built.file("index"))
        expect(row(page, "Lesson")).to_contain_text("1 of 2 questions")
        way(page).click()
        expect(page).to_have_url(f"{built.file('lesson')}#check-two")


def test_the_page_of_a_folder_counts_from_the_disk(visits: Visits, tmp_path: Path) -> None:
    (tmp_path / "quizzes").mkdir()
    (tmp_path / "quizzes/front.yml").write_text(quiz_of(choice("zero", "objective: know zero")), "utf-8")
    home = f"{HOME}\n```quiz\nfront\n```\n"
    with course_site(tmp_path, "material", home=home, use_directory_urls=False) as built:
        page = visits.open(built.file("lesson"))
        answer(page, "one")
        page.goto(built.file("index"))
        expect(row(page, "Home")).to_contain_text("1 question")
        expect(row(page, "Home")).to_have_attribute("data-mark", "open")
        answer(page, "zero", 2)
        expect(row(page, "Home")).to_have_attribute("data-mark", "part")
        expect(overview(page).locator(".self-check-progress__weak")).to_contain_text("know zero")


def test_it_works_under_a_strict_policy_also_where_the_script_of_the_course_comes_later(
    visits: Visits, tmp_path: Path
) -> None:
    _, script = course_assets(words("en"))
    later = f'\n<script defer src="{script.path}"></script>\n'
    with course_site(tmp_path, "plain", STRICT, home=f"# Home\n\n{FENCE}{later}") as built:
        page = visits.open(built.page("lesson"))
        answer(page, "one")
        page.goto(home(built))
        expect(row(page, "Lesson")).to_contain_text("1 of 2 questions")
        expect(overview(page).locator(".self-check-progress__legend")).to_be_visible()
        assert page.evaluate("violations") == []


def test_in_arabic_it_is_mirrored_and_says_numbers_as_the_language_does(
    visits: Visits, tmp_path: Path
) -> None:
    with course_site(tmp_path, "arabic", home=f"# Home\n\n{FENCE}") as built:
        page = visits.open(built.page("lesson"))
        answer(page, "one")
        page.goto(home(built))
        expect(row(page, "Other")).to_contain_text("سؤال واحد")
        expect(row(page, "Lesson")).to_contain_text("1 من سؤالين")
        place = row(page, "Lesson").bounding_box()
        signs = row(page, "Lesson").locator("i").last.bounding_box()
        assert place
        assert signs
        assert signs["x"] - place["x"] < 24
        assert faults(page, "self-check-progress") == []


def test_a_page_in_another_language_has_the_words_of_its_own(visits: Visits, tmp_path: Path) -> None:
    german = f"---\nlanguage: de\n---\n\n# Start\n\n{FENCE}"
    with course_site(tmp_path, "material", home=german, end=f"\n{FENCE}") as built:
        page = visits.open(built.page("lesson"))
        answer(page, "one")
        expect(way(page)).to_have_text("Continue: Lesson")
        page.locator(".md-header a.md-logo").first.click()
        expect(way(page)).to_have_text("Weiter: Lesson")
        expect(overview(page)).to_contain_text("1 von 3 Fragen")
        expect(overview(page).locator(".self-check-progress__legend")).to_contain_text("offen")
