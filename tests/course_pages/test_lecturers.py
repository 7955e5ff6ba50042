"""Pages for lecturers follow from lessons and questions, warn of answers, and stay out of the search."""

import re
from functools import cache
from posixpath import dirname, relpath

import pytest

from course_pages.lecturers import PAGE, key_page, minutes_mark, pages, table, worksheet_page
from course_pages.lesson import Lesson
from selfcheck.configuration import site_of
from selfcheck.quiz import Entry
from tests.course_pages.site import DOCS, ROOT, own_lessons, own_teaching


@cache
def questions() -> dict[str, tuple[Entry, ...]]:
    return {name: quiz.entries for name, quiz in site_of(ROOT / "mkdocs.yml").bank().quizzes.items()}


OWN = own_lessons() + [each for each in own_teaching()[len(own_lessons()) :] if each.name in questions()]
"""The lessons, which all ask something, and what the reference asks."""


@cache
def made() -> dict[str, str]:
    return dict(pages(OWN, questions()))


def test_every_lesson_has_a_key_and_a_worksheet_and_stands_in_the_table() -> None:
    assert list(made()) == [page(lesson) for lesson in OWN for page in (key_page, worksheet_page)]
    rows = table(OWN, questions()).splitlines()[2:]
    for row, lesson in zip(rows, OWN, strict=True):
        assert f"({relpath(lesson.page, dirname(PAGE))})" in row
        assert minutes_mark(lesson.page) in row
        assert f"| {len(questions()[lesson.name])}: " in row


@pytest.mark.parametrize("page", [PAGE, *made()])
def test_a_page_for_lecturers_is_excluded_from_the_search(page: str) -> None:
    text = made().get(page) or (DOCS / page).read_text("utf-8")
    front = text.split("---\n")[1]
    assert "\nsearch: {exclude: true}\n" in front


@pytest.mark.parametrize("lesson", OWN, ids=lambda lesson: lesson.name)
def test_a_key_tells_objectives_questions_and_what_the_lesson_builds_on(lesson: Lesson) -> None:
    key = made()[key_page(lesson)]
    assert all(f"- {objective}\n" in key for objective in lesson.objectives)
    assert lesson.objectives, f"{lesson.page} lists none below “After this lesson you can”"
    for number, entry in enumerate(questions()[lesson.name], 1):
        assert f"| {number} | {entry.item.type} | {entry.item.objective} |" in key
    assert f"```quiz\nquiz: {lesson.name}\nas: answer-key\n```" in key
    assert '!!! warning "For lecturers"' in key
    before = re.search(r"^Builds on: (.*)$", key, re.M)
    assert re.findall(r"lessons/([\w-]+)\.md", before[1] if before else "") == lesson.before


def test_a_worksheet_holds_no_answers() -> None:
    for lesson in OWN:
        assert "answer-key" not in made()[worksheet_page(lesson)]
        assert f"quiz: {lesson.name}\nas: worksheet" in made()[worksheet_page(lesson)]
