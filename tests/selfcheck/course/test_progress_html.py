"""What an element of the progress holds in a finished page."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from selfcheck.course.data_files import CoursePage
from selfcheck.course.open_blocks import OpenBlock
from selfcheck.course.progress_html import with_progress
from selfcheck.frame.words import languages, words
from selfcheck.page_index import Lesson

PAGES = [
    CoursePage("a.md", "a/", (OpenBlock("one", "0", "know <one>"),), Lesson("A & B", 7), ("Part",), {}),
    CoursePage(
        "b.md", "b/", (OpenBlock("one", "0"), OpenBlock("two", "0")), Lesson("B", 5, "Aim"), ("More",), {}
    ),
    CoursePage("index.md", "", (OpenBlock("two", "0"),), Lesson("Home"), (), {}),
]


def content(attributes: str = "", address: str = "x/y/", pages: Sequence[CoursePage] = PAGES) -> str:
    page = f"<main><self-check-progress {attributes}>before</self-check-progress></main>"
    filled = with_progress(page, address, pages, words)
    return filled.partition(">")[2].partition(">")[2].removesuffix("</self-check-progress></main>")


def test_pages_outside_a_section_come_without_a_title_above_them() -> None:
    assert re.findall(r'progress__section">(.+?)</p>', content()) == ["Part", "More"]
    assert re.findall(r'<li><a href="(.+?)">', content()) == ["../../a/", "../../b/", "../../"]


def test_two_sections_have_titles() -> None:
    assert re.findall(r'progress__section">(.+?)</p>', content(pages=PAGES[:2])) == ["Part", "More"]


def test_one_section_alone_needs_no_title() -> None:
    assert "progress__section" not in content("data-section='[&quot;Part&quot;]'")


def test_links_lead_from_where_the_page_stands() -> None:
    assert 'href="./"' in content(address="")
    assert 'href="../b/"' in content(address="a/")


def test_a_question_on_two_pages_is_one_in_the_sum() -> None:
    total, *_ = re.findall(r"<p class=.self-check-progress__sum.>(.+?)</p>", content())
    assert total == "12 min \u00b7 2 questions"


def test_texts_of_authors_are_no_html() -> None:
    html = content()
    assert "A &amp; B" in html
    assert "<p>know &lt;one&gt;</p>" in html
    assert "<p>Aim</p>" in html


def test_minutes_that_are_not_known_are_left_out() -> None:
    assert "0 min" not in content("data-page=index.md")


def test_a_button_hides_its_pages_and_cards_have_none() -> None:
    assert content("data-as=button").count('<ul class="self-check-progress__pages" hidden>') == 3
    assert "button" not in content("data-as=cards")


def test_the_way_to_the_review_is_there_where_a_page_has_one() -> None:
    page = "<self-check-progress data-as=overview></self-check-progress>"
    assert 'href="../review/">' in with_progress(page, "x/", PAGES, words, "review/")
    assert "__review" not in with_progress(page, "x/", PAGES, words)


def test_filling_twice_is_filling_once() -> None:
    page = "<main><self-check-progress data-as=overview></self-check-progress></main>"
    once = with_progress(page, "x/", PAGES, words)
    assert with_progress(once, "x/", PAGES, words) == once


@pytest.mark.parametrize("language", languages())
def test_every_language_has_its_words(language: str) -> None:
    assert words(language).frame["course_start"] in content(f"data-words={language}")


def test_an_element_that_somebody_wrote_by_hand_names_a_section_as_text() -> None:
    assert re.findall(r'<li><a href="(.+?)">', content('data-section="Part"')) == ["../../a/"]
    assert content('data-section="[&quot;Part"') == ""
