"""The data of a course: what stands in which file, and in which order."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from selfcheck.course.data_files import CoursePage, Passage, data_files
from selfcheck.course.open_blocks import OpenBlock
from selfcheck.course.publication import PublishedPage, course_pages, in_order, write_data
from selfcheck.page_index import Lesson


def page(address: str, *names: str) -> CoursePage:
    questions = tuple(OpenBlock(name, "0123a", f"know {name}") for name in names)
    passages = {name: Passage(f"{address}#{name}", name.title()) for name in names if name != "three"}
    return CoursePage(
        f"{address}index.md", address, questions, Lesson(address.title(), 7), ("Part",), passages
    )


def published(name: str, file: Path = Path()) -> PublishedPage:
    return PublishedPage(f"{name}.md", f"{name}/", file, Lesson(), ())


def told(file: str) -> tuple[str, Any]:
    """The kind and the data of the one call in a file."""
    start, _, call = file.partition("\n")
    assert start == "window.SelfCheckCourse ??= (...a) => (window.SelfCheckCourse.q ??= []).push(a);"
    kind, data = json.loads(f"[{call.removeprefix('SelfCheckCourse(').removesuffix(');' + chr(10))}]")
    return kind, data


def test_pages_are_told_in_their_order_with_ids_and_fingerprints() -> None:
    files = data_files([page("b/", "one", "two"), page("", "three")])
    assert list(files) == ["pages.js", "outline.js"]
    assert told(files["pages.js"]) == ("pages", [["b/", "one 0123a two 0123a"], ["", "three 0123a"]])


def test_the_outline_tells_titles_minutes_sections_objectives_and_passages() -> None:
    files = data_files([page("b/", "one", "two"), page("", "three")])
    assert told(files["outline.js"]) == (
        "outline",
        [
            ["b/", "B/", 7, ["Part"], [["know one", "b/#one", "One"], ["know two", "b/#two", "Two"]]],
            ["", "", 7, ["Part"], [["know three"]]],
        ],
    )


def test_more_than_500_questions_are_told_in_a_file_for_each_folder() -> None:
    pages = [page(f"{'ab'[n // 3 % 2]}/{n}/", *(f"q-{n}-{m}" for m in range(10))) for n in range(60)]
    files = data_files(pages)
    assert sorted(files) == ["outline-0.js", "outline-1.js", "pages-0.js", "pages-1.js", "pages.js"]
    assert told(files["pages.js"]) == ("parts", ["a", "b"])
    # A place is told where it is not the one after the page before.
    places = [(address, *place) for address, _, *place in told(files["pages-0.js"])[1]]
    assert places[:5] == [("a/0/",), ("a/1/",), ("a/2/",), ("a/6/", 6), ("a/7/",)]
    assert [address for address, *_ in told(files["outline-1.js"])[1]] == [
        f"b/{n}/" for n in range(60) if n // 3 % 2
    ]


def test_a_site_without_an_open_question_has_a_file_that_says_so() -> None:
    assert told(data_files([])["pages.js"]) == ("pages", [])


def test_pages_outside_the_navigation_follow_by_address() -> None:
    pages = [published(name) for name in "dbac"]
    assert [each.source for each in in_order(pages, ["c.md", "b.md"])] == ["c.md", "b.md", "a.md", "d.md"]


def test_parts_of_an_earlier_build_are_removed(tmp_path: Path) -> None:
    folder = tmp_path / "assets/selfcheck/course"
    folder.mkdir(parents=True)
    for name in ("pages-3.js", "outline-3.js"):
        (folder / name).write_text("", "utf-8")
    write_data(course_pages([published("a", tmp_path / "never-written.html")]), tmp_path)
    assert sorted(file.name for file in folder.iterdir()) == ["outline.js", "pages.js"]
