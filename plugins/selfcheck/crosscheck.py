"""What can only be told once every page is known: passages that do not exist, questions that nobody shows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from selfcheck.bank import Bank
from selfcheck.problems import Problem, nearest
from selfcheck.quiz import Entry, Place

Anchors = Callable[[str], Collection[str] | None]
"""The anchors of the page with this source path; None where there is no such page."""


def lost_sections(entries: Iterable[Entry], pages: Collection[str], anchors: Anchors) -> Iterator[Problem]:
    """Problems for `section` fields whose page or anchor does not exist."""
    for entry in entries:
        if entry.item.section is None or entry.section_place is None:
            continue
        source, mark, anchor = entry.item.section.partition("#")
        present = anchors(source)
        if present is None:
            yield _lost(entry, entry.section_place, f'there is no page "{source}"', nearest(source, pages))
        elif mark and anchor not in present:
            message = f'the page "{source}" has no anchor "#{anchor}"'
            yield _lost(entry, entry.section_place, message, nearest(anchor, present))


def unshown(bank: Bank, shown: Collection[str]) -> Iterator[Problem]:
    """Quizzes and questions that no page shows."""
    for quiz in bank.quizzes.values():
        missing = [entry for entry in quiz.entries if entry.item.id not in shown]
        if missing and len(missing) == len(quiz.entries) and not quiz.broken:
            hint = f"put the fence ```quiz with the name {quiz.name} into a page, or remove the file"
            yield Problem(quiz.path, 1, 1, "", "no page shows this quiz", hint)
            continue
        for entry in missing:
            place, hint = entry.place, "name it in a fence, or remove it"
            yield Problem(
                place.path, place.line, place.column, entry.item.id, "no page shows this question", hint
            )


def _lost(entry: Entry, place: Place, message: str, hint: str) -> Problem:
    return Problem(place.path, place.line, place.column, entry.item.id, message, hint)
