"""The data of a course as classic scripts: what its pages ask, what is known of them, and each question."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

_START = "window.SelfCheckCourse ??= (...a) => (window.SelfCheckCourse.q ??= []).push(a);"
_MOST_IN_ONE_FILE = 500
"""The number of questions above which the pages are told in a file for each first folder."""


@dataclass(frozen=True, slots=True)
class CourseQuestion:
    """A question that stands in clear on a page. `section` is an address from the site's root, or empty."""

    id: str
    fingerprint: str
    type: str
    html: str
    """Its block; relative addresses begin with `{root}`."""
    objective: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True)
class CoursePage:
    """A published page with such questions; `address` is from the site's root, as links have it."""

    address: str
    title: str
    minutes: int
    section: str
    language: str
    questions: tuple[CourseQuestion, ...]


def data_files(pages: Sequence[CoursePage]) -> Mapping[str, str]:
    """The content of each file, by its path in the folder of the data. `pages` are in their final order."""
    first = {
        question.id: (page, question) for page in reversed(pages) for question in reversed(page.questions)
    }
    files = dict(_pages_files(pages, len(first)))
    files["details.js"] = _call(
        "details",
        {
            "pages": [[page.address, page.title, page.minutes, page.section] for page in pages],
            "questions": {
                name: [question.objective, question.section] for name, (_, question) in sorted(first.items())
            },
        },
    )
    for name, (page, question) in sorted(first.items()):
        said = {"id": name, "html": question.html, "types": [question.type], "language": page.language}
        files[f"questions/{name}.js"] = _call("question", said)
    return files


def _pages_files(pages: Sequence[CoursePage], number: int) -> Iterator[tuple[str, str]]:
    if number <= _MOST_IN_ONE_FILE:
        yield "pages.js", _call("pages", [_marks_of(page) for page in pages])
        return
    parts = []
    # Sorting keeps the order of the navigation within a folder.
    for index, (folder, group) in enumerate(groupby(sorted(pages, key=_folder), _folder)):
        own = list(group)
        file = f"pages-{index}.js"
        parts.append([folder, file, sum(len(page.questions) for page in own)])
        yield file, _call("pages", [_marks_of(page) for page in own])
    yield "pages.js", _call("parts", parts)


def _marks_of(page: CoursePage) -> list[object]:
    return [page.address, [part for each in page.questions for part in (each.id, each.fingerprint)]]


def _folder(page: CoursePage) -> str:
    """The first folder of its address; empty for a page that stands in none."""
    return page.address.partition("/")[0] if "/" in page.address else ""


def _call(kind: str, value: object) -> str:
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f'{_START}\nSelfCheckCourse("{kind}",{data});\n'
