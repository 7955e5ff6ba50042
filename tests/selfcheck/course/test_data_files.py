"""The data of a course: what stands in which file, and in which order."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from selfcheck.course.data_files import CoursePage, data_files
from selfcheck.course.open_blocks import OpenBlock
from selfcheck.course.publication import PublishedPage, in_order, write_data


def page(address: str, *names: str) -> CoursePage:
    return CoursePage(address, tuple(OpenBlock(name, "0123abcd") for name in names))


def told(file: str) -> tuple[str, Any]:
    """The kind and the data of the one call in a file."""
    start, _, call = file.partition("\n")
    assert start == "window.SelfCheckCourse ??= (...a) => (window.SelfCheckCourse.q ??= []).push(a);"
    kind, data = json.loads(f"[{call.removeprefix('SelfCheckCourse(').removesuffix(');' + chr(10))}]")
    return kind, data


def test_pages_are_told_in_their_order_with_ids_and_fingerprints() -> None:
    files = data_files([page("b/", "one", "two"), page("", "three")])
    assert list(files) == ["pages.js"]
    assert told(files["pages.js"]) == (
        "pages",
        [["b/", ["one", "0123abcd", "two", "0123abcd"]], ["", ["three", "0123abcd"]]],
    )


def test_more_than_500_questions_are_told_in_a_file_for_each_folder() -> None:
    pages = [page(f"{'ab'[n % 2]}/{n}/", *(f"q-{n}-{m}" for m in range(10))) for n in range(60)]
    files = data_files(pages)
    kind, parts = told(files["pages.js"])
    assert (kind, parts) == ("parts", [["a", "pages-0.js", 300], ["b", "pages-1.js", 300]])
    addresses = [address for address, _ in told(files["pages-0.js"])[1]]
    assert addresses == [f"a/{n}/" for n in range(0, 60, 2)]


def test_a_site_without_an_open_question_has_a_file_that_says_so() -> None:
    assert told(data_files([])["pages.js"]) == ("pages", [])


def test_pages_outside_the_navigation_follow_by_address() -> None:
    pages = [PublishedPage(f"{name}.md", f"{name}/", Path()) for name in "dbac"]
    assert [each.source for each in in_order(pages, ["c.md", "b.md"])] == ["c.md", "b.md", "a.md", "d.md"]


def test_parts_of_an_earlier_build_are_removed(tmp_path: Path) -> None:
    folder = tmp_path / "assets/selfcheck/course"
    folder.mkdir(parents=True)
    (folder / "pages-3.js").write_text("", "utf-8")
    write_data([PublishedPage("a.md", "a/", tmp_path / "never-written.html")], tmp_path)
    assert [file.name for file in folder.iterdir()] == ["pages.js"]
