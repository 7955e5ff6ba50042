"""The data of a course as classic scripts: what its pages ask."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from selfcheck.course.open_blocks import OpenBlock

_START = "window.SelfCheckCourse ??= (...a) => (window.SelfCheckCourse.q ??= []).push(a);"
_MOST_IN_ONE_FILE = 500
"""The number of questions above which the pages are told in a file for each first folder."""


@dataclass(frozen=True, slots=True)
class CoursePage:
    """A published page with questions in clear; `address` is from the site's root, as links have it."""

    address: str
    questions: tuple[OpenBlock, ...]


def data_files(pages: Sequence[CoursePage]) -> Mapping[str, str]:
    """The content of each file, by its name in the folder of the data. `pages` are in their final order."""
    return dict(_files(pages, sum(len(page.questions) for page in pages)))


def _files(pages: Sequence[CoursePage], number: int) -> Iterator[tuple[str, str]]:
    if number <= _MOST_IN_ONE_FILE:
        yield "pages.js", _call("pages", [_told(page) for page in pages])
        return
    parts = []
    # Sorting keeps the order of the navigation within a folder.
    for index, (folder, group) in enumerate(groupby(sorted(pages, key=_folder), _folder)):
        own = list(group)
        file = f"pages-{index}.js"
        parts.append([folder, file, sum(len(page.questions) for page in own)])
        yield file, _call("pages", [_told(page) for page in own])
    yield "pages.js", _call("parts", parts)


def _told(page: CoursePage) -> list[object]:
    return [page.address, [part for each in page.questions for part in (each.id, each.fingerprint)]]


def _folder(page: CoursePage) -> str:
    """The first folder of its address; empty for a page that stands in none."""
    return page.address.partition("/")[0] if "/" in page.address else ""


def _call(kind: str, value: object) -> str:
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f'{_START}\nSelfCheckCourse("{kind}",{data});\n'
