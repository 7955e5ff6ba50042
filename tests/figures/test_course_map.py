"""The map of the course shows the lessons that there are, and what their pages say that they build on."""

import re

import course_map

from tests.course_pages.site import ROOT, own_lessons


def test_the_map_has_every_lesson_in_the_order_of_the_navigation() -> None:
    assert [f"docs/{lesson.page}" for lesson in own_lessons()] == course_map.DATA


def test_every_lesson_but_the_first_builds_on_lessons_before_it() -> None:
    first, *others = course_map.NEEDS.items()
    assert first == (1, [])
    assert all(needed and max(needed) < number for number, needed in others)


def test_what_a_page_links_to_in_its_line_is_what_the_map_shows() -> None:
    for lesson in own_lessons():
        line = re.search(
            r"^Before it: .*?\n\n", (ROOT / "docs" / lesson.page).read_text("utf-8"), re.M | re.S
        )
        linked = set(re.findall(r"\(([\w-]+)\.md", line[0] if line else ""))
        number = course_map.NUMBERS[lesson.name]
        assert {course_map.LESSONS[each - 1].name for each in course_map.NEEDS[number]} == linked


def test_the_alternative_text_says_what_each_lesson_builds_on() -> None:
    assert "4, The classifier made convolutional: builds on 1 and 3." in course_map.ALT
