"""What a fence `progress` asks for: of which pages, and in which form."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from selfcheck.complaint import Complaint
from selfcheck.fence_complaints import about_signs, of_body, unfilled_macros
from selfcheck.pages.fence import Fence
from selfcheck.problems import nearest
from selfcheck.source import Document, Unreadable, read
from selfcheck.written_value import described, is_empty

FORMS = ("overview", "cards", "button")
"""A list with sums and what is worth another look; the pages as cards; the way on alone."""

Navigation = Mapping[str, tuple[str, ...]]
"""The pages in the navigation by source, each with its sections, the outermost first."""

_FIELDS = ("as", "page", "section")


@dataclass(frozen=True, slots=True)
class Progress:
    """The pages of a section, one page, or all pages that ask something."""

    form: str = "overview"
    section: tuple[str, ...] = ()
    """The section with those that it stands in, the outermost first; empty: the whole site."""
    page: str = ""
    """The source of the only page."""

    def holds(self, source: str, sections: tuple[str, ...]) -> bool:
        """Whether a page that stands in these sections belongs to it."""
        if self.page:
            return source == self.page
        return sections[: len(self.section)] == self.section

    @property
    def attributes(self) -> dict[str, str]:
        """What its element carries, so that a finished page says it, too."""
        section = json.dumps(self.section, ensure_ascii=False) if self.section else ""
        every = {"data-as": self.form, "data-section": section, "data-page": self.page}
        return {name: value for name, value in every.items() if value}

    @classmethod
    def of(cls, attributes: Mapping[str, str]) -> Progress:
        """What the attributes of an element say; one that was written by hand may name a section as text."""
        named = attributes.get("data-section") or "[]"
        try:
            section = json.loads(named)
        except ValueError:
            section = named
        way = tuple(section) if isinstance(section, list) else (named,)
        return cls(attributes.get("data-as", FORMS[0]), way, attributes.get("data-page", ""))


@dataclass(frozen=True, slots=True)
class ProgressDirective:
    """What a fence asks for, and what is wrong with it."""

    progress: Progress = field(default_factory=Progress)
    complaints: tuple[Complaint, ...] = ()


def is_progress(fence: Fence) -> bool:
    """Whether a fence is ours on a site without a course: Progress is also a programming language."""
    try:
        data = read(fence.body).data
    except Unreadable:
        return False
    return data is None or is_empty(data) or (isinstance(data, dict) and not data.keys() - set(_FIELDS))


def read_progress(fence: Fence, navigation: Navigation) -> ProgressDirective:
    """What the fence says; its section and its page are looked up in the navigation."""
    if complaint := about_signs(fence):
        return _refusal(complaint)
    if fence.info != "progress":
        return _refusal(
            Complaint((), f'the fence says "{fence.info}"', "write ```progress and nothing behind it")
        )
    if macros := tuple(unfilled_macros(fence)):
        return _refusal(*macros)
    try:
        document = read(fence.body)
    except Unreadable as error:
        return _refusal(error.complaint)
    complaints = (*map(of_body, document.complaints), *_complaints(document.data, navigation))
    if complaints:
        return _refusal(*(_located(document, each) for each in complaints))
    data: Any = document.data if isinstance(document.data, dict) else {}
    section = _sections(data["section"], navigation)[0] if "section" in data else ()
    return ProgressDirective(Progress(data.get("as", FORMS[0]), section, data.get("page", "")))


def _complaints(data: Any, navigation: Navigation) -> Iterable[Complaint]:
    if data is None or is_empty(data):
        return
    if not isinstance(data, dict):
        hint = "write `section: ` and the name of a section, or nothing for the whole site"
        yield Complaint((), f"a mapping is expected, not {described(data)}", hint)
        return
    for name in data:
        if name not in _FIELDS:
            yield Complaint((name,), f'unknown field "{name}"', nearest(name, _FIELDS), is_about_name=True)
    if "as" in data and data["as"] not in FORMS:
        message = f"a form is expected, not {described(data['as'])}"
        yield Complaint(("as",), message, nearest(str(data["as"]), FORMS))
    if "page" in data and "section" in data:
        yield Complaint(("page",), "a page and a section are named", "leave one of the two out")
    if "page" in data and str(data["page"]) not in navigation:
        message = f"there is no page {_named(data['page'])} in the navigation"
        yield Complaint(("page",), message, nearest(str(data["page"]), navigation))
    if "section" in data:
        yield from _section_complaints(data["section"], navigation)


def _section_complaints(name: Any, navigation: Navigation) -> Iterable[Complaint]:
    found = _sections(name, navigation)
    if not found:
        last = {section for sections in navigation.values() for section in sections}
        wanted = name[-1] if isinstance(name, list) and name else name
        message = f"there is no section {_named(name)} in the navigation"
        yield Complaint(("section",), message, nearest(str(wanted), last))
    elif len(found) > 1:
        message = f"{len(found)} sections are called {_named(name)}"
        ways = " or ".join(f"[{', '.join(each)}]" for each in found)
        yield Complaint(("section",), message, f"name those that it stands in, too: {ways}")


def _sections(name: Any, navigation: Navigation) -> list[tuple[str, ...]]:
    """The sections whose last names these are, from the outermost to the innermost."""
    wanted = tuple(name) if isinstance(name, list) else (name,)
    every = {sections[:end]: None for sections in navigation.values() for end in range(1, len(sections) + 1)}
    found = [section for section in every if wanted and section[-len(wanted) :] == wanted]
    return [wanted] if wanted in found else found


def _named(section: Any) -> str:
    names = section if isinstance(section, list) else [section]
    return f'"{" / ".join(map(str, names))}"'


def _located(document: Document, complaint: Complaint) -> Complaint:
    """The complaint with its line in the fence."""
    if not complaint.path or document.existing(complaint.path) != complaint.path:
        return replace(complaint, path=())
    return replace(complaint, path=(), line_in_text=document.position(complaint)[0] - 1)


def _refusal(*complaints: Complaint) -> ProgressDirective:
    return ProgressDirective(complaints=complaints)
