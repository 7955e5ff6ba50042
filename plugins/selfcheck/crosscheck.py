"""Checks across all pages of a site: sections that do not exist, and questions that no page shows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

from selfcheck.bank import Bank
from selfcheck.problems import Problem, nearest
from selfcheck.quiz import Entry, Location

Find = Callable[[str], str]
"""The page that a path leads to: where a page stands in several languages, that of the one which is built."""

Anchors = Callable[[str], Collection[str] | None]
"""The anchors of the page with this source path; None where they are not known."""


def waiting_sections(entries: Iterable[Entry], pages: Collection[str], find: Find, docs: Path) -> set[str]:
    """The pages that `section` fields name and the build leaves out, such as drafts."""
    named = {(entry.section or "").partition("#")[0] for entry in entries} - {""}
    return {source for source in named if find(source) not in pages and (docs / source).is_file()}


def lost_sections(
    entries: Iterable[Entry],
    pages: Collection[str],
    find: Find,
    anchors: Anchors,
    waiting: Collection[str] = (),
    renamed: Callable[[Entry], Problem | None] = lambda entry: None,
) -> Iterator[Problem]:
    """Problems for `section` fields whose page or anchor does not exist; pages in `waiting` are left out.

    `renamed` may give a better problem for a lost anchor, one that says what it is called now.
    """
    for entry in entries:
        if entry.section is None or entry.section_location is None:
            continue
        if entry.section.partition("#")[0] in waiting:
            continue
        source, mark, anchor = entry.section.partition("#")
        present = anchors(source)
        if find(source) not in pages:
            yield _problem(
                entry, entry.section_location, f'there is no page "{source}"', nearest(source, pages)
            )
        elif mark and present is not None and anchor not in present:
            message = f'the page "{find(source)}" has no anchor "#{anchor}"'
            known = renamed(entry)
            if known and known.message == message:
                yield known
            else:
                yield _problem(entry, entry.section_location, message, nearest(anchor, present))


def unused_questions(bank: Bank, used: Collection[str]) -> Iterator[Problem]:
    """Problems for quizzes and questions that no page shows; `used` are the ids of those that one does."""
    for quiz in bank.quizzes.values():
        missing = [entry for entry in quiz.entries if entry.id not in used]
        if missing and len(missing) == len(quiz.entries) and not quiz.broken:
            hint = f"put the fence ```quiz with the name {quiz.name} into a page, or remove the file"
            yield Problem(quiz.path, 1, 1, "", "no page shows this quiz", hint, "unused")
            continue
        for entry in missing:
            message, hint = "no page shows this question", "name it in a fence, or remove it"
            yield _problem(entry, entry.location, message, hint, "unused")


def _problem(entry: Entry, at: Location, message: str, hint: str, code: str = "section") -> Problem:
    return Problem(at.path, at.line, at.column, entry.id, message, hint, code)
