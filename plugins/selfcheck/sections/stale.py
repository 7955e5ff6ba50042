"""Questions whose section has changed since they were stamped, or is not where they say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from selfcheck.problems import Problem, closest, nearest
from selfcheck.quiz import Entry, Location
from selfcheck.sections.pages import PageSections, Sections

_CODE = "stale"


def stale_questions(entries: Iterable[Entry], sections: Sections) -> Iterator[Problem]:
    """Warnings about stamped questions whose section has changed, and problems where it is gone.

    In a file with stamps, a question without one gets a warning, too. Raises SectionsUnreadable.
    """
    for path, group in groupby(entries, key=lambda entry: entry.location.path):
        # A translation without a section of its own is told of where its original is.
        listed = [
            entry
            for entry in group
            if entry.section and (entry.section_stamp or entry.section_location not in (None, entry.location))
        ]
        if any(entry.section_stamp for entry in listed):
            for entry in listed:
                yield from _section_problems(entry, path, sections)


def lost_section(entry: Entry, sections: Sections) -> Problem | None:
    """The problem of a question whose section its page does not have; None where nothing is known against it.

    Raises SectionsUnreadable.
    """
    page, _, anchor = str(entry.section).partition("#")
    known = sections.of(page)
    if known is None or anchor in known.stamps or not sections.knows_anchors:
        return None
    hint, fix = renamed(page, anchor, entry.section_stamp, known)
    if fix is None:
        hint, fix = _elsewhere(anchor, entry.section_stamp, sections) or (hint, fix)
    return _problem(entry, f'the page "{page}" has no anchor "#{anchor}"', hint, fix)


def renamed(page: str, anchor: str, stamp: str, known: PageSections) -> tuple[str, str | None]:
    """The cure for an anchor that a page does not have, and what is to stand there, where that is sure.

    Sure is an anchor whose section has the text that the question was stamped with.
    """
    same = [name for name, each in known.stamps.items() if stamp and name and each == stamp]
    if len(same) == 1:
        return _by_its_text(same[0]), f"{page}#{same[0]}"
    headings = {name: name for name in known.titles} | {
        "-".join(title.lower().split()): name for name, title in known.titles.items()
    }
    if like := closest(anchor, headings):
        return f'did you mean "{headings[like]}"?', None
    return nearest(anchor, known.titles or known.stamps.keys() - {""}), None


def _moved(page: str, stamp: str, sections: Sections) -> tuple[str, str | None]:
    """The cure for a page that is not there, from pages that have its file name or a similar path."""
    name, like = page.rpartition("/")[2], closest(page, sections.pages)
    alike = [each for each in sections.pages if each == like or each.rpartition("/")[2] == name]
    for other in alike if sections.knows_anchors else ():
        known = sections.of(other)
        for anchor, each in known.stamps.items() if known else ():
            if each == stamp:
                found = f"{other}#{anchor}" if anchor else other
                return _by_its_text(found), found
    return nearest(page, sections.pages), None


def _elsewhere(anchor: str, stamp: str, sections: Sections) -> tuple[str, str] | None:
    """The cure for a section that one other page has under the same heading, as after a page was divided."""
    pages = sections.with_heading(anchor) if stamp and anchor and sections.knows_anchors else ()
    found = [
        f"{page}#{name}"
        for page in pages
        if (known := sections.of(page))
        for name, each in known.stamps.items()
        if name and each == stamp
    ]
    return (_by_its_text(found[0]), found[0]) if len(found) == 1 else None


def _by_its_text(section: str) -> str:
    return f'did you mean "{section}"? its text is the one that was stamped'


def _section_problems(entry: Entry, path: str, sections: Sections) -> Iterator[Problem]:
    section = str(entry.section)
    stamp = sections.stamp(section)
    if stamp == entry.section_stamp:
        return
    if stamp is not None:
        yield _stamp_warning(entry, path, section)
    elif entry.section_stamp and section.partition("#")[0] not in sections.unread:
        page = section.partition("#")[0]
        if problem := lost_section(entry, sections):
            yield problem
        elif sections.of(page) is None:
            hint, fix = _moved(page, entry.section_stamp, sections)
            if fix is None:
                anchor = section.partition("#")[2]
                hint, fix = _elsewhere(anchor, entry.section_stamp, sections) or (hint, fix)
            yield _problem(entry, f'there is no page "{page}"', hint, fix)


def _stamp_warning(entry: Entry, path: str, section: str) -> Problem:
    """The warning that a question has another stamp than its section, or none."""
    if entry.section_stamp:
        message = f'the section "{section}" has changed since the question was stamped'
        hint = f"look whether they still agree, then run `selfcheck stamp {path} --question {entry.id}`"
    else:
        message = "the question has no stamp, and others of its file have one"
        hint = f"run `selfcheck stamp {path} --question {entry.id}`, so that a later change is noticed"
    at = entry.section_location or entry.location
    return Problem(path, at.line, at.column, entry.id, message, hint, _CODE, "warning")


def _problem(entry: Entry, message: str, hint: str, fix: str | None) -> Problem:
    at: Location = entry.section_location or entry.location
    return Problem(at.path, at.line, at.column, entry.id, message, hint, "section", fix=fix)
