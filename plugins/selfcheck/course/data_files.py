"""The data of a course as classic scripts: what its pages ask, and what they are about."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias

from selfcheck.course.open_blocks import OpenBlock
from selfcheck.page_index import Lesson

_START = "window.SelfCheckCourse ??= (...a) => (window.SelfCheckCourse.q ??= []).push(a);"
_MOST_IN_ONE_FILE = 500
"""The number of questions above which the pages are told in files of their own for each first folder."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a question is taught: the address of a heading, from the site's root, and its text."""

    address: str
    title: str


@dataclass(frozen=True, slots=True)
class CoursePage:
    """A published page with questions in clear, by its source from the folder of the pages.

    `address` is from the site's root, as links have it.
    """

    source: str
    address: str
    questions: tuple[OpenBlock, ...]
    lesson: Lesson
    sections: tuple[str, ...]
    """Those of the navigation that it stands in, the outermost first."""
    passages: Mapping[str, Passage]
    """Those that are published in clear, by id of the question."""


def data_files(pages: Sequence[CoursePage]) -> Mapping[str, str]:
    """The content of each file, by its name in the folder of the data. `pages` are in their final order."""
    return dict(_files(list(enumerate(pages)), sum(len(page.questions) for page in pages)))


_Placed: TypeAlias = "Sequence[tuple[int, CoursePage]]"


def _files(pages: _Placed, number: int) -> Iterator[tuple[str, str]]:
    if number <= _MOST_IN_ONE_FILE:
        yield "pages.js", _call("pages", _asked(pages))
        yield "outline.js", _call("outline", _outline(pages))
        return
    folders = []
    # Sorting keeps the order of the navigation within a folder.
    for index, (folder, group) in enumerate(groupby(sorted(pages, key=_folder), _folder)):
        own = list(group)
        folders.append(folder)
        yield f"pages-{index}.js", _call("pages", _asked(own))
        yield f"outline-{index}.js", _call("outline", _outline(own))
    yield "pages.js", _call("parts", folders)


def _asked(pages: _Placed) -> list[object]:
    """Of each page its address, its questions, and its place where that is not the next one."""
    asked: list[object] = []
    following = 0
    for place, page in pages:
        questions = " ".join(f"{each.id} {each.fingerprint}" for each in page.questions)
        asked.append([page.address, questions] if place == following else [page.address, questions, place])
        following = place + 1
    return asked


def _outline(pages: _Placed) -> list[object]:
    return [
        [page.address, page.lesson.title, page.lesson.minutes, page.sections, [*_taught(page)]]
        for _, page in pages
    ]


def _taught(page: CoursePage) -> Iterator[list[str]]:
    """Of each question the objective, and the address and title of its passage, as far as they are known."""
    for each in page.questions:
        if passage := page.passages.get(each.id):
            yield [each.objective, passage.address, passage.title]
        else:
            yield [each.objective] if each.objective else []


def _folder(placed: tuple[int, CoursePage]) -> str:
    """The first folder of its address; empty for a page that stands in none."""
    _, page = placed
    return page.address.partition("/")[0] if "/" in page.address else ""


def _call(kind: str, value: object) -> str:
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f'{_START}\nSelfCheckCourse("{kind}",{data});\n'
