"""The data of a course: what stands in which file, and in which order."""

from __future__ import annotations

import json
from typing import Any

from selfcheck.course.data_files import CoursePage, CourseQuestion, data_files


def question(name: str, **more: str) -> CourseQuestion:
    return CourseQuestion(name, "0123abcd", "single-choice", f"<self-check id='check-{name}'>", **more)


def page(address: str, *questions: CourseQuestion) -> CoursePage:
    return CoursePage(address, f"Title of {address}", 3, "Lessons", "en", questions)


def told(file: str) -> tuple[str, Any]:
    """The kind and the data of the one call in a file."""
    start, _, call = file.partition("\n")
    assert start == "window.SelfCheckCourse ??= (...a) => (window.SelfCheckCourse.q ??= []).push(a);"
    kind, data = json.loads(f"[{call.removeprefix('SelfCheckCourse(').removesuffix(');' + chr(10))}]")
    return kind, data


def test_pages_are_told_in_their_order_with_ids_and_fingerprints() -> None:
    files = data_files([page("b/", question("one"), question("two")), page("", question("three"))])
    assert told(files["pages.js"]) == (
        "pages",
        [["b/", ["one", "0123abcd", "two", "0123abcd"]], ["", ["three", "0123abcd"]]],
    )


def test_details_hold_titles_minutes_sections_and_objectives() -> None:
    asked = question("one", objective="Count", section="a/#part")
    assert told(data_files([page("a/", asked)])["details.js"]) == (
        "details",
        {"pages": [["a/", "Title of a/", 3, "Lessons"]], "questions": {"one": ["Count", "a/#part"]}},
    )


def test_a_question_on_several_pages_has_one_file_with_the_block_of_the_first() -> None:
    first = CourseQuestion("one", "0123abcd", "cloze", "<self-check id='check-one'>first")
    files = data_files([page("a/", first), page("b/", question("one"))])
    assert told(files["questions/one.js"]) == (
        "question",
        {"id": "one", "html": first.html, "types": ["cloze"], "language": "en"},
    )
    assert [address for address, _ in told(files["pages.js"])[1]] == ["a/", "b/"]


def test_more_than_500_questions_are_told_in_a_file_for_each_folder() -> None:
    pages = [page(f"{'ab'[n % 2]}/{n}/", *(question(f"q-{n}-{m}") for m in range(10))) for n in range(60)]
    files = data_files(pages)
    kind, parts = told(files["pages.js"])
    assert (kind, parts) == ("parts", [["a", "pages-0.js", 300], ["b", "pages-1.js", 300]])
    addresses = [address for address, _ in told(files["pages-0.js"])[1]]
    assert addresses == [f"a/{n}/" for n in range(0, 60, 2)]


def test_a_site_without_an_open_question_has_files_that_say_so() -> None:
    assert told(data_files([])["pages.js"]) == ("pages", [])
