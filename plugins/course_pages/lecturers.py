"""The pages for lecturers: of each lesson the key with its misconceptions, and a worksheet.

Both show the questions by the fences that print them, so they say what the question files say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from posixpath import dirname, relpath
from typing import TypeAlias

from course_pages.lesson import Lesson
from selfcheck.quiz import Entry

PAGE = "reference/lecturers.md"
FOLDER = "reference/lecturers"
MARK = "<!-- the lessons -->"

Questions: TypeAlias = Mapping[str, Sequence[Entry]]
"""The questions of each lesson by its name, in the order of their file."""

_HEAD = """---
title: {title}
search: {{exclude: true}}
---

# {heading}
"""


def key_page(lesson: Lesson) -> str:
    """The page with the answers of a lesson, from the docs root."""
    return f"{FOLDER}/{lesson.name}.md"


def worksheet_page(lesson: Lesson) -> str:
    """The page with its questions on paper, from the docs root."""
    return f"{FOLDER}/{lesson.name}-worksheet.md"


def minutes_mark(page: str) -> str:
    """Stands for the minutes of a lesson, which are known once its page is converted."""
    return f"<!-- minutes of {page} -->"


def pages(every: Sequence[Lesson], questions: Questions) -> Iterator[tuple[str, str]]:
    """The pages of all lessons that ask something, each with its Markdown."""
    titles = {lesson.name: lesson for lesson in every}
    for lesson in every:
        if entries := questions.get(lesson.name):
            yield key_page(lesson), "\n".join(_key(lesson, entries, titles))
            yield worksheet_page(lesson), "\n".join(_worksheet(lesson))


def table(every: Sequence[Lesson], questions: Questions) -> str:
    """The lessons with their minutes, questions by type and pages, for the page `PAGE`."""
    rows = [
        f"| {_link(lesson.title, lesson.page, PAGE)} | "
        f"{_link('key', key_page(lesson), PAGE)}, {_link('worksheet', worksheet_page(lesson), PAGE)} | "
        f"{minutes_mark(lesson.page)} | {_types(entries)} |"
        for lesson in every
        if (entries := questions.get(lesson.name))
    ]
    return "\n".join(["| lesson | for you | minutes | questions |", "|---|---|--:|---|", *rows])


def _key(lesson: Lesson, entries: Sequence[Entry], every: Mapping[str, Lesson]) -> Iterator[str]:
    own = key_page(lesson)
    yield _HEAD.format(title=_quoted(f"Key: {lesson.title}"), heading=f"Key: {lesson.title}")
    yield '!!! warning "For lecturers"'
    yield "    The answer to every question stands here, and behind every wrong one what leads to it. The"
    yield "    search of this site leaves the page out.\n"
    yield ", ".join(
        [
            _link("The lesson", lesson.page, own),
            _link("the worksheet", worksheet_page(lesson), own),
            _link("all lessons", PAGE, own),
        ]
    )
    yield f"\n## Plan {{#plan}}\n\nMinutes, with the questions: {minutes_mark(lesson.page)}\n"
    if lesson.before:
        before = [_link(every[name].title, every[name].page, own) for name in lesson.before if name in every]
        yield f"Builds on: {', '.join(before)}\n"
    yield "Students who have done it can\n"
    yield from (f"- {objective}" for objective in lesson.objectives)
    yield "\n| | type | asks whether a reader can |\n|--:|---|---|"
    for number, entry in enumerate(entries, 1):
        yield f"| {number} | {_type(entry)} | {entry.item.objective or ''} |"
    yield "\n## Questions, answers, misconceptions {#questions}\n"
    yield f"```quiz\nquiz: {lesson.name}\nas: answer-key\n```"


def _worksheet(lesson: Lesson) -> Iterator[str]:
    yield _HEAD.format(title=_quoted(f"Worksheet: {lesson.title}"), heading=lesson.title)
    yield "Name: " + 24 * r"\_" + "\n"
    yield f"```quiz\nquiz: {lesson.name}\nas: worksheet\n```"


def _types(entries: Sequence[Entry]) -> str:
    """How many questions there are of each type, the most frequent first."""
    counted = Counter(map(_type, entries)).most_common()
    return f"{len(entries)}: " + ", ".join(f"{count} {kind}" for kind, count in counted)


def _type(entry: Entry) -> str:
    return entry.item.type


def _link(text: str, page: str, own: str) -> str:
    return f"[{text}]({relpath(page, dirname(own))})"


def _quoted(text: str) -> str:
    """A text as a scalar of YAML."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
