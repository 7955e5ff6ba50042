"""The bibliography: below each entry stands which lessons cite it, and for what.

Entries stand in the page; what they are cited for is read from the section "Sources" of each lesson, and a
citation that the page does not know, an entry that no lesson cites, or a name that differs is a warning.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from posixpath import dirname, relpath

from course_pages.lesson import Lesson

PAGE = "reference/bibliography.md"

_NAME = r"[^\W\d_][\w'’-]+"
_WHO = rf"{_NAME}(?:, {_NAME})*(?: et al\.)? (?:19|20)\d\d"
_CITATION = re.compile(
    rf"(?:\b(?P<who>{_WHO}), )?\[[^\]]*\]\((?P<address>https?://[^)]*)\)"
    rf'|\b(?P<only>{_WHO}), (?P<title>["“*][^:]*:)'
)
_ENTRY = re.compile(
    r"^(?P<name>\S.*?) \{#(?P<anchor>[\w-]+)\}\n:   (?P<text>.+(?:\n    .+)*)\n", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Citation:
    """What a lesson cites: the authors with the year, the address, or both, and for what, in Markdown."""

    lesson: Lesson
    line: int
    who: str
    address: str
    purpose: str

    def __str__(self) -> str:
        return f"docs/{self.lesson.page}:{self.line}: {self.who or self.address}"


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the bibliography: its name, which is that of citations, and its text."""

    name: str
    text: str

    def is_meant_by(self, citation: Citation) -> bool:
        """Whether a citation leads here: by its address if it has one, else by authors and year."""
        if citation.address:
            return f"({citation.address})" in self.text
        return citation.who == self.name


def citations(lesson: Lesson) -> Iterator[Citation]:
    """What a lesson cites in its section "Sources", in its order."""
    first, section = lesson.section("sources")
    for point in re.finditer(r"^- .*(?:\n  .*)*", section, re.MULTILINE):
        line = first + section.count("\n", 0, point.start())
        text = " ".join(point[0].removeprefix("- ").split())
        found = list(_CITATION.finditer(text))
        ends = [each.start() for each in found[1:]] + [len(text)]
        for each, end in zip(found, ends, strict=False):
            head = text[: found[0].start()].rstrip(": ")
            purpose = head or text[each.end() : end].strip(" ,;:.")
            yield Citation(lesson, line, each["who"] or each["only"] or "", each["address"] or "", purpose)


def entries(markdown: str) -> list[Entry]:
    """The entries of the page."""
    return [Entry(each["name"], each["text"]) for each in _ENTRY.finditer(markdown)]


def problems(markdown: str, cited: Iterable[Citation]) -> Iterator[str]:
    """What does not agree between the page and the lessons."""
    unused = {entry.name: entry for entry in entries(markdown)}
    every = list(unused.values())
    for citation in cited:
        entry = next((entry for entry in every if entry.is_meant_by(citation)), None)
        if entry is None:
            yield f"{citation} is not in docs/{PAGE}; add it there"
        elif citation.who and citation.who != entry.name:
            yield f"{citation} is called “{entry.name}” in docs/{PAGE}; write the same name in both"
        if entry:
            unused.pop(entry.name, None)
    for name in unused:
        yield f"docs/{PAGE}: no lesson cites “{name}”; take it out"


def with_citations(markdown: str, cited: Iterable[Citation]) -> str:
    """The page with the lessons that cite it below each entry."""
    listed = list(cited)

    def told(found: re.Match[str]) -> str:
        entry = Entry(found["name"], found["text"])
        rows = _by_lesson(each for each in listed if entry.is_meant_by(each))
        return found[0] + "\n" + "".join(f"    - {_link(lesson)}: {told}\n" for lesson, told in rows.items())

    return _ENTRY.sub(told, markdown)


def _by_lesson(cited: Iterable[Citation]) -> Mapping[Lesson, str]:
    """What each lesson cites it for, all of it in one row."""
    found: dict[str, tuple[Lesson, list[str]]] = {}
    for each in cited:
        found.setdefault(each.lesson.page, (each.lesson, []))[1].append(each.purpose)
    return {lesson: "; ".join(filter(None, purposes)) for lesson, purposes in found.values()}


def _link(lesson: Lesson) -> str:
    return f"[{lesson.title}]({relpath(lesson.page, dirname(PAGE))}#sources)"
